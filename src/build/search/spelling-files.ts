/** Words as they are written, twice: in the order of their keys, and of their keys read backwards (`spelling.ts`). */
import { borderBetween, endingsFile, spellingFile } from '../../publication/search/index-files.ts';
import { backwards } from '../../publication/search/spelling.ts';
import type { IndexFile } from './term-files.ts';
import type { TermTable } from './term-table.ts';

const wordsAFile = 600;
const longestWord = 24;
/** Where there are more words than this, those of a single article are mostly mistyped themselves. */
const manyWords = 150_000;

type Spelt = { key: string; line: string };

export function* spellingFiles(table: TermTable): Generator<IndexFile, { spelling: string[]; endings: string[] }> {
  const words: Spelt[] = [];
  const atLeast = table.terms.size > manyWords ? 2 : 1;
  for (const [key, term] of table.terms) {
    const written = table.written[term]?.normalize('NFC');
    const count = table.countOf(term);
    if (written === undefined || count < atLeast || !/^\p{L}{3}/u.test(written) || key.length > longestWord) continue;
    words.push({ key, line: `${written} ${Math.round(Math.log2(count))}` });
  }
  return {
    spelling: yield* inFiles(words, spellingFile),
    endings: yield* inFiles(
      words.map(({ key, line }) => ({ key: backwards(key), line })),
      endingsFile,
    ),
  };
}

function* inFiles(words: readonly Spelt[], name: (number: number) => string): Generator<IndexFile, string[]> {
  const sorted = words.toSorted((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));
  const borders = [''];
  for (let start = 0; start === 0 || start < sorted.length; start += wordsAFile) {
    if (start > 0) borders.push(borderBetween(sorted[start - 1]!.key, sorted[start]!.key));
    const lines = sorted.slice(start, start + wordsAFile).map(({ line }) => line);
    yield { file: name(borders.length - 1), text: lines.join('\n') };
  }
  return borders;
}
