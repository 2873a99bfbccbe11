/** How many there are of each kind of which there are any. */
import type { BackupWords } from '../../words/words.ts';
import type { RecordKind } from './format.ts';
import { kindsInOrder, numberInWords } from './numbers.ts';

export function KeptList({ counts, words }: { counts: { [Name in RecordKind]: number }; words: BackupWords }) {
  return (
    <dl className="backup-counts">
      {kindsInOrder
        .filter((kind) => counts[kind] > 0)
        .map((kind) => (
          <div key={kind}>
            <dt>{words.kinds[kind]}</dt>
            <dd>{numberInWords(counts[kind])}</dd>
          </div>
        ))}
    </dl>
  );
}
