/** What is kept on this device, how much that is, and whether the browser may remove it. */
import type { ReaderWords } from '../../words/words.ts';
import type { ProblemKind } from '../store/connection.ts';
import type { KeptSummary } from './use-kept-summary.ts';
import { KeptList } from './KeptList.tsx';
import { bytesInWords } from './numbers.ts';
import { ProblemNotice } from './ProblemNotice.tsx';

type KeptHereProps = { summary: KeptSummary | undefined; problem: ProblemKind | undefined; words: ReaderWords };

export function KeptHere({ summary, problem, words: { backup, problems } }: KeptHereProps) {
  if (problem) {
    return <ProblemNotice what={backup.notCounted} why={problems[problem]} />;
  }
  if (!summary) return <p className="backup-space" />;
  const { counts, bytes, persisted, unsound } = summary;
  const isEmpty = Object.values(counts).every((count) => count === 0);
  return (
    <div>
      {isEmpty ? <p>{backup.nothingKept}</p> : <KeptList counts={counts} words={backup} />}
      {unsound > 0 ? <p>{backup.putAside(unsound)}</p> : null}
      {isEmpty ? null : (
        <p className="backup-facts">
          {bytes ? <span>{backup.size(bytesInWords(bytes))}</span> : null}{' '}
          <span>{persisted ? backup.persisted : backup.notPersisted}</span>
        </p>
      )}
    </div>
  );
}
