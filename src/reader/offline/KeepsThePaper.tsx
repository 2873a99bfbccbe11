/** Keeps what is saved at once, and the paper when the page is idle; on every page. The code for it comes then. */
import { useEffect } from 'react';
import { savesData } from '../../components/saves-data.ts';
import { whenIdle } from '../../components/when-idle.ts';
import { deviceStore } from '../store/device.ts';

let isKept = false;

type Keeping = typeof import('./keep-the-paper.ts');

/** What cannot be loaded now is kept at the next visit. */
const withCode = (keep: (code: Keeping) => Promise<void>): void =>
  void import('./keep-the-paper.ts').then(keep).catch(() => undefined);

export function KeepsThePaper() {
  useEffect(() => {
    if (!KEEPS_OFFLINE) return undefined;
    // By saving an article one who saves data wishes it, too.
    return deviceStore().subscribe(({ store }) => {
      if (store === 'saved') withCode(({ keepWhatIsSaved }) => keepWhatIsSaved());
    });
  }, []);
  useEffect(() => {
    if (!KEEPS_OFFLINE || isKept || savesData()) return undefined;
    return whenIdle(() => {
      // Once a document.
      isKept = true;
      withCode(({ keepThePaper }) => keepThePaper());
    }, 5000);
  }, []);
  return null;
}
