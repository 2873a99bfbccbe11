/** The index could not be had: why, and the one thing to do. */
import type { SearchWords } from '../words/words.ts';

type Props = { kind: 'gone' | 'failed'; words: SearchWords; tryAgain: () => void };

export function SearchTrouble({ kind, words, tryAgain }: Props) {
  const gone = kind === 'gone';
  return (
    <div className="search-hint" role="alert">
      <p>{gone ? words.gone : words.failed}</p>
      <p>
        <button type="button" className="button" onClick={gone ? () => location.reload() : tryAgain}>
          {gone ? words.reload : words.tryAgain}
        </button>
      </p>
    </div>
  );
}
