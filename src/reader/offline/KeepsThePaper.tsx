/** Keeps the paper on this device when the page is idle; on every page, once a document. The code for it comes then. */
import { useEffect } from 'react';
import { savesData } from '../../components/saves-data.ts';
import { whenIdle } from '../../components/when-idle.ts';

let isKept = false;

export function KeepsThePaper() {
  useEffect(() => {
    if (!KEEPS_OFFLINE || isKept || savesData()) return undefined;
    return whenIdle(() => {
      isKept = true;
      // What cannot be loaded now is kept at the next visit.
      import('./keep-the-paper.ts').then(({ keepThePaper }) => keepThePaper()).catch(() => undefined);
    }, 5000);
  }, []);
  return null;
}
