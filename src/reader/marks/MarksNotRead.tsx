/** Says that marks could not be read, and why, with another try. */
import type { ReaderWords } from '../../words/words.ts';
import type { ProblemKind } from '../store/connection.ts';

type Props = { problem: ProblemKind; words: ReaderWords; tryAgain: () => void };

export function MarksNotRead({ problem, words: { marks: words, problems }, tryAgain }: Props) {
  return (
    <div role="alert" className="mark-problem">
      <p>{words.notRead}</p>
      <p>{problems[problem]}</p>
      <button type="button" className="mark-word" onClick={tryAgain}>
        {words.tryAgain}
      </button>
    </div>
  );
}
