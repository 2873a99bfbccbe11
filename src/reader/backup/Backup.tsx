/**
 * What the reader keeps here, and how it is carried away, brought back or deleted. Everything is said before it is
 * done, and told in a line of its own after it was.
 */
import { useEffect, useMemo, useRef } from 'react';
import type { ReaderWords } from '../../words/words.ts';
import { backupStore } from './backup-store.ts';
import { deviceStore, publicationAddress } from '../store/device.ts';
import './backup.css';
import { DeleteEverything } from './DeleteEverything.tsx';
import { KeptHere } from './KeptHere.tsx';
import { useKeptSummary } from './use-kept-summary.ts';
import { MarksExport } from './MarksExport.tsx';
import { RestoreFile } from './RestoreFile.tsx';
import { SaveFile } from './SaveFile.tsx';

export function Backup({ words }: { words: ReaderWords }) {
  const store = deviceStore();
  const backups = useMemo(() => backupStore(store, publicationAddress()), [store]);
  const { summary, problem } = useKeptSummary(store);
  const { backup } = words;
  const section = useRef<HTMLElement>(null);

  // An address may lead to a part of this, which is not in the document before.
  useEffect(() => {
    const part = location.hash && section.current?.querySelector(`[id="${CSS.escape(location.hash.slice(1))}"]`);
    if (part) part.scrollIntoView();
  }, []);

  return (
    <section ref={section} className="backup part" aria-labelledby="backup">
      <h2 id="backup">{backup.title}</h2>
      <p className="backup-introduction">{backup.introduction}</p>
      <KeptHere summary={summary} problem={problem} words={words} />
      <SaveFile backups={backups} words={words} />
      <RestoreFile backups={backups} words={words} />
      {summary && summary.counts.marks > 0 ? <MarksExport store={store} words={words} /> : null}
      <DeleteEverything backups={backups} summary={summary} words={words} />
    </section>
  );
}
