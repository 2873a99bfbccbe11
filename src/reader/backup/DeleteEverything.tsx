/** Deletes all that is the reader's on this device, after a question that says what goes and offers a backup first. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReaderWords } from '../../words/words.ts';
import type { BackupStore } from './backup-store.ts';
import { problemKind } from '../store/connection.ts';
import { deleteEverything, everythingDeleted as deleted } from '../store/device.ts';
import { KeptList } from './KeptList.tsx';
import type { KeptSummary } from './use-kept-summary.ts';
import { SaveFileButton } from './SaveFile.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';

type DeleteProps = { backups: BackupStore; summary: KeptSummary | undefined; words: ReaderWords };

export function DeleteEverything({ backups, summary, words }: DeleteProps) {
  const { backup, problems } = words;
  const dialog = useRef<HTMLDialogElement>(null);
  const keep = useRef<HTMLButtonElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string>();

  const ask = useCallback(() => {
    dialog.current?.showModal();
    // The harmless answer, so that a key pressed twice deletes nothing.
    keep.current?.focus();
  }, []);

  useEffect(() => {
    if (asking) ask();
  }, [asking, ask]);

  async function deleteAll() {
    setProblem(undefined);
    try {
      await deleteEverything();
    } catch (error) {
      setProblem(problems[problemKind(error)]);
      return;
    }
    location.replace(deleted);
    location.reload();
  }

  return (
    <section className="backup-part" aria-labelledby="backup-delete">
      <h3 id="backup-delete">{backup.deleteHeading}</h3>
      <p>{backup.deleteHelp}</p>
      <button ref={opener} type="button" className="button" onClick={asking ? ask : () => setAsking(true)}>
        {backup.delete}
      </button>
      <output className="backup-status" id={deleted.slice(1)}>
        {location.hash === deleted ? backup.deleted : ''}
      </output>
      {asking ? (
        <dialog
          ref={dialog}
          className="backup-question"
          aria-labelledby="backup-question"
          onClose={() => {
            // Asked again before it was told that it had closed.
            if (dialog.current?.open) return;
            setAsking(false);
            setProblem(undefined);
            opener.current?.focus();
          }}
        >
          <h4 id="backup-question">{backup.deleteQuestion}</h4>
          {summary ? (
            <>
              <p>{backup.deleteList}</p>
              <KeptList counts={summary.counts} words={backup} />
            </>
          ) : null}
          <p>{backup.deleteAdvice}</p>
          <SaveFileButton backups={backups} words={words} className="button" />
          {problem ? <ProblemNotice what={backup.notDeleted} why={problem} /> : null}
          <p className="backup-actions">
            <button ref={keep} type="button" className="button button-first" onClick={() => dialog.current?.close()}>
              {backup.deleteNo}
            </button>
            <button type="button" className="button button-danger" onClick={() => void deleteAll()}>
              {backup.deleteYes}
            </button>
          </p>
        </dialog>
      ) : null}
    </section>
  );
}
