/** Restores a backup file: shows first what it would change, does it when the reader agrees, and can undo it. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReaderWords } from '../../words/words.ts';
import type { BackupStore } from './backup-store.ts';
import type { Plan } from './plan.ts';
import { type BackupResult, readBackupFile } from './read-backup.ts';
import { problemKind } from '../store/connection.ts';
import { deviceKept, publicationAddress } from '../store/device.ts';
import { momentInWords } from './numbers.ts';
import { RestorePreview } from './RestorePreview.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';

type Read = Exclude<BackupResult, { refused: unknown }>;
type Restoring = { read: Read; plan: Plan };
type Problem = { what: string; why?: string };

export function RestoreFile({ backups, words }: { backups: BackupStore; words: ReaderWords }) {
  const { backup, problems } = words;
  const [restoring, setRestoring] = useState<Restoring>();
  const [problem, setProblem] = useState<Problem>();
  const [status, setStatus] = useState('');
  const [undoable, setUndoable] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const result = useRef<HTMLOutputElement>(null);
  const busy = useRef(false);

  const lookForUndo = useCallback(() => {
    backups.undoable().then(setUndoable, () => setUndoable(undefined));
  }, [backups]);
  useEffect(lookForUndo, [lookForUndo]);

  /** One thing at a time; a failure of the store is said as `what` was not done. */
  async function attempt(what: string, task: () => Promise<void>) {
    if (busy.current) return;
    busy.current = true;
    setProblem(undefined);
    setStatus('');
    try {
      await task();
    } catch (error) {
      setProblem({ what, why: problems[problemKind(error)] });
    }
    busy.current = false;
  }

  /** The next file may be the same one again. */
  function forgetFile() {
    if (input.current) input.current.value = '';
    setRestoring(undefined);
  }

  const choose = (file: File) =>
    attempt(backup.unchanged, async () => {
      setRestoring(undefined);
      const read = await readBackupFile(file);
      if ('refused' in read) {
        setProblem({ what: backup.refused[read.refused], why: backup.unchanged });
        if (input.current) input.current.value = '';
        return;
      }
      setRestoring({ read, plan: await backups.preview(read.backup.records) });
    });

  const restore = ({ read }: Restoring) =>
    attempt(backup.notRestored, async () => {
      const { steps } = await backups.restore(read.backup.records);
      deviceKept().acknowledge();
      forgetFile();
      setStatus(backup.restored(steps.filter(({ effect }) => effect !== 'remembers').length));
      lookForUndo();
      result.current?.focus();
    });

  const undo = () =>
    attempt(backup.notUndone, async () => {
      const left = await backups.undo();
      lookForUndo();
      if (left === undefined) setProblem({ what: backup.undoDamaged });
      else setStatus(left === 0 ? backup.undone : backup.undoneInPart(left));
      result.current?.focus();
    });

  return (
    <section className="backup-part" aria-labelledby="backup-restore">
      <h3 id="backup-restore">{backup.restoreHeading}</h3>
      <p id="backup-restore-help">{backup.restoreHelp}</p>
      <div className="backup-file">
        <label htmlFor="backup-file">{backup.file}</label>
        <input
          ref={input}
          id="backup-file"
          type="file"
          accept=".json,application/json"
          aria-describedby="backup-restore-help"
          onChange={({ target }) => {
            const file = target.files?.[0];
            if (file) void choose(file);
          }}
        />
      </div>
      {problem ? <ProblemNotice what={problem.what} why={problem.why} /> : null}
      {restoring ? (
        <RestorePreview
          {...restoring.read}
          plan={restoring.plan}
          isForeign={restoring.read.backup.publication !== publicationAddress()}
          words={backup}
          restore={() => void restore(restoring)}
          cancel={() => {
            forgetFile();
            setStatus(backup.unchanged);
            input.current?.focus();
          }}
        />
      ) : null}
      <output className="backup-status" ref={result} tabIndex={-1}>
        {status}
      </output>
      {undoable && !restoring ? (
        <div className="backup-undo">
          <p>{backup.undoHelp(momentInWords(undoable))}</p>
          <button type="button" className="button" onClick={() => void undo()}>
            {backup.undo}
          </button>
        </div>
      ) : null}
    </section>
  );
}
