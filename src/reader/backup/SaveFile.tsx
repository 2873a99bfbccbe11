/** Saves everything as a file, or shows its text where the browser keeps no file. */
import { useId, useRef, useState } from 'react';
import type { ReaderWords } from '../../words/words.ts';
import type { BackupStore } from './backup-store.ts';
import { problemKind } from '../store/connection.ts';
import { fileName, handOver } from './hand-over.ts';
import { ProblemNotice } from './ProblemNotice.tsx';

export function SaveFile({ backups, words }: { backups: BackupStore; words: ReaderWords }) {
  const { backup } = words;
  return (
    <section className="backup-part" aria-labelledby="backup-save">
      <h3 id="backup-save">{backup.saveHeading}</h3>
      <p>{backup.saveHelp}</p>
      <SaveFileButton backups={backups} words={words} className="button button-first" />
    </section>
  );
}

type SaveButtonProps = { backups: BackupStore; words: ReaderWords; className: string };

export function SaveFileButton({ backups, words: { backup, problems }, className }: SaveButtonProps) {
  const [saved, setSaved] = useState<{ name: string; text: string }>();
  const [problem, setProblem] = useState<string>();

  async function save() {
    setProblem(undefined);
    try {
      const text = await backups.save();
      const name = fileName('backup', 'json');
      handOver(name, 'application/json', text);
      setSaved({ name, text });
    } catch (error) {
      setProblem(problems[problemKind(error)]);
    }
  }

  return (
    <div className="backup-save">
      <button type="button" className={className} onClick={() => void save()}>
        {backup.save}
      </button>
      {problem ? <ProblemNotice what={backup.notSaved} why={problem} /> : null}
      <output className="backup-status">{saved && !problem ? backup.handedOver(saved.name) : ''}</output>
      {saved ? <TextInstead text={saved.text} words={backup} /> : null}
    </div>
  );
}

function TextInstead({ text, words }: { text: string; words: ReaderWords['backup'] }) {
  const [shown, setShown] = useState(false);
  const [status, setStatus] = useState('');
  const area = useRef<HTMLTextAreaElement>(null);
  const helpId = useId();

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setStatus(words.copied);
    } catch {
      area.current?.select();
      setStatus(words.copyFailed);
    }
  }

  return (
    <details className="backup-text" onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>{words.showText}</summary>
      {/* Ten thousand articles are a long text: it is set only when it is asked for. */}
      {shown ? (
        <div>
          <p id={helpId}>{words.textHelp}</p>
          <textarea
            ref={area}
            readOnly
            rows={6}
            dir="ltr"
            value={text}
            aria-label={words.text}
            aria-describedby={helpId}
            onFocus={(event) => event.currentTarget.select()}
          />
          <button type="button" className="button" onClick={() => void copy()}>
            {words.copy}
          </button>
          <output className="backup-status">{status}</output>
        </div>
      ) : null}
    </details>
  );
}
