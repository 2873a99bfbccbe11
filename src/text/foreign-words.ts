/** Whether words from elsewhere are among words that were edited: a line was moved there, or a sentence exchanged. */
import { distance } from './alignment.ts';

/** So many words in a row are looked at together, and so many of them may be other words than they were. */
const together = 10;
const mostOther = 4;

/** Both texts are folded. Words with a slip in them are still the same; the order of the words counts. */
export function hasForeignWords(exact: string, words: string): boolean {
  const [kept, found] = [wordsOf(exact), wordsOf(words)];
  if (Math.abs(kept.length - found.length) > Math.max(mostOther, kept.length / 4)) return true;
  const isSameAt = (at: number) => isSameWord(kept.at(at) ?? '', found.at(at) ?? '');
  if (!isSameAt(0) || !isSameAt(-1)) return true;
  const changes = changesBetween(kept, found);
  // Where words are only missing, no others stand in their place.
  const near = { same: 0, added: 0, missing: 0 };
  return changes.some((change, at) => {
    near[change] += 1;
    const past = changes[at - together];
    if (past) near[past] -= 1;
    return near.added > 0 && near.added + near.missing > mostOther;
  });
}

const wordsOf = (text: string) => text.split(/[\s'-]+/u).filter((word) => word !== '');

type Change = 'same' | 'added' | 'missing';

/** What makes one of the other, from the end on (longest common subsequence, in a band around the diagonal). */
function changesBetween(kept: readonly string[], found: readonly string[]): Change[] {
  const band = Math.abs(kept.length - found.length) + 3 * together;
  const width = 2 * band + 3;
  const common = new Uint16Array((kept.length + 1) * width);
  const cellOf = (line: number, position: number) => line * width + position - line + band + 1;
  const isSame = (line: number, position: number) => isSameWord(kept[line - 1]!, found[position - 1]!);
  for (let line = 1; line <= kept.length; line += 1) {
    for (let position = Math.max(1, line - band); position <= Math.min(found.length, line + band); position += 1) {
      common[cellOf(line, position)] = isSame(line, position)
        ? common[cellOf(line - 1, position - 1)]! + 1
        : Math.max(common[cellOf(line - 1, position)]!, common[cellOf(line, position - 1)]!);
    }
  }
  const changes: Change[] = [];
  let [line, position] = [kept.length, found.length];
  while (line > 0 && position > 0) {
    const here = common[cellOf(line, position)]!;
    const isMissing = here === common[cellOf(line - 1, position)];
    const isAdded = !isMissing && here === common[cellOf(line, position - 1)];
    changes.push(isMissing ? 'missing' : isAdded ? 'added' : 'same');
    if (!isAdded) line -= 1;
    if (!isMissing) position -= 1;
  }
  for (; line > 0; line -= 1) changes.push('missing');
  for (; position > 0; position -= 1) changes.push('added');
  return changes;
}

function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  const slips = Math.floor(Math.min(one.length, other.length) / 3);
  return slips > 0 && Math.abs(one.length - other.length) <= slips && distance(one, other, slips) <= slips;
}
