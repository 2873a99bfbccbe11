/** A part of the page that few readers use: its script is loaded when it is wanted, and again when that failed. */
import { useEffect, useState } from 'react';

/** `load` imports the part, the same function every time; `asked` counts how often the reader has asked for it. */
export function useLate<Part>(load: () => Promise<Part>, asked: number): { part: Part | undefined; failed: boolean } {
  const [part, setPart] = useState<{ loaded: Part }>();
  const [failed, setFailed] = useState(0);
  const isNeeded = asked > 0 && !part;
  useEffect(() => {
    if (!isNeeded) return undefined;
    let isWanted = true;
    // A flaky line gets a second try (browsers fetch a failed module again).
    load()
      .catch(load)
      .then(
        (loaded) => isWanted && setPart({ loaded }),
        () => isWanted && setFailed(asked),
      );
    return () => {
      isWanted = false;
    };
  }, [isNeeded, asked, load]);
  return { part: part?.loaded, failed: asked > 0 && failed === asked };
}
