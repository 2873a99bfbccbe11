/** Words as they are written, twice: in the order of their keys, and of their keys read backwards (`spelling.ts`). */
import { backwards } from '../../publication/search/spelling.ts';
import { type Line, orderedFiles, type Take } from './ordered-files.ts';
import type { TermTable } from './term-table.ts';

const longestWord = 24;
/** Where there are more words than this, those of a single article are mostly mistyped themselves. */
const manyWords = 150_000;

export function spellingFiles(table: TermTable, take: Take): { spelling: string; endings: string } {
  const words: Line[] = [];
  const atLeast = table.terms.size > manyWords ? 2 : 1;
  for (const [key, term] of table.terms) {
    const written = table.written[term]?.normalize('NFC');
    const count = table.countOf(term);
    if (written === undefined || count < atLeast || !/^\p{L}{3}/u.test(written) || key.length > longestWord) continue;
    words.push({ key, line: `${written} ${Math.round(Math.log2(count))}` });
  }
  const reversed = words.map(({ key, line }) => ({ key: backwards(key), line }));
  return {
    spelling: orderedFiles('spelling', inOrder(words), take),
    endings: orderedFiles('endings', inOrder(reversed), take),
  };
}

const inOrder = (words: Line[]): Line[] => words.sort((one, other) => (one.key < other.key ? -1 : 1));
