/** A part of the page that few readers use, or none before it is near: its files are loaded when it is wanted. */
import { useEffect, useState } from 'react';

/** `load` imports the part, the same function every time; `asked` counts how often it was asked for: once more, and it is tried again. */
export function useLazy<Part>(load: () => Promise<Part>, asked: number): { part: Part | undefined; failed: boolean } {
  const [part, setPart] = useState<{ loaded: Part }>();
  const [failed, setFailed] = useState(0);
  const isNeeded = asked > 0 && !part;
  useEffect(() => {
    if (!isNeeded) return undefined;
    let isWanted = true;
    load().then(
      (loaded) => isWanted && setPart({ loaded }),
      () => isWanted && setFailed(asked),
    );
    return () => {
      isWanted = false;
    };
  }, [isNeeded, asked, load]);
  return { part: part?.loaded, failed: asked > 0 && failed === asked };
}
