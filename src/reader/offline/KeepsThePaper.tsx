/** Keeps the paper on this device when the page is idle; on every page, once a document. The code for it comes then. */
import { useEffect } from 'react';
import { savesData } from '../../components/saves-data.ts';
import { whenIdle } from '../../components/when-idle.ts';

let isKept = false;

async function load(): Promise<void> {
  const { keepThePaper, keepWhatIsSaved } = await import('./keep-the-paper.ts');
  keepWhatIsSaved();
  if (!savesData()) await keepThePaper();
}

export function KeepsThePaper() {
  useEffect(() => {
    if (!KEEPS_OFFLINE || isKept) return undefined;
    return whenIdle(() => {
      isKept = true;
      // What cannot be loaded now is kept at the next visit.
      void load().catch(() => undefined);
    }, 5000);
  }, []);
  return null;
}
