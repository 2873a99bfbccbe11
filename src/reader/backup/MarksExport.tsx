/** Hands marks over for other programs. */
import { useState } from 'react';
import type { ReaderWords } from '../../words/words.ts';
import { marksJsonLd } from './marks-json-ld.ts';
import { marksMarkdown } from './marks-markdown.ts';
import { problemKind } from '../store/connection.ts';
import { publicationAddress } from '../store/device.ts';
import { isShownMark } from '../marks/marks.ts';
import type { Mark } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import { fileName, handOver } from './hand-over.ts';
import { ProblemNotice } from './ProblemNotice.tsx';

export function MarksExport({ store, words: { backup, problems } }: { store: Store; words: ReaderWords }) {
  const [status, setStatus] = useState('');
  const [problem, setProblem] = useState<string>();

  const title = backup.marksTitle(document.querySelector('.nameplate')?.textContent ?? publicationAddress());
  const formats = [
    {
      name: backup.markdown,
      file: () => fileName('marks', 'md'),
      type: 'text/markdown',
      write: (marks: Mark[]) => marksMarkdown(marks, publicationAddress(), { title, toPassage: backup.toPassage }),
    },
    {
      name: backup.jsonLd,
      file: () => fileName('marks', 'jsonld'),
      type: 'application/ld+json',
      write: (marks: Mark[]) => marksJsonLd(marks, publicationAddress(), title),
    },
  ];

  async function save({ file, type, write }: (typeof formats)[number]) {
    setStatus('');
    setProblem(undefined);
    try {
      const records = await store.read(['marks'], ({ all }) => all('marks'));
      handOver(file(), type, write(records.filter(isShownMark)));
      setStatus(backup.handedOver(file()));
    } catch (error) {
      setProblem(problems[problemKind(error)]);
    }
  }

  return (
    <section className="backup-part" aria-labelledby="backup-marks">
      <h3 id="backup-marks">{backup.marksHeading}</h3>
      <p>{backup.marksHelp}</p>
      <p className="backup-actions">
        {formats.map((format) => (
          <button key={format.type} type="button" className="button" onClick={() => void save(format)}>
            {format.name}
          </button>
        ))}
      </p>
      {problem ? <ProblemNotice what={backup.notSaved} why={problem} /> : null}
      <output className="backup-status">{status}</output>
    </section>
  );
}
