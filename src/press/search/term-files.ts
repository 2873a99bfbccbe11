/** The words of an index with their articles, cut into files of a size that suits how many there are. */
import { fullFile } from '../../publication/search/index-files.ts';
import { rowCode, stepsCode } from '../../publication/search/postings.ts';
import { highestLevel } from '../../publication/search/score.ts';
import { type IndexFile, type Line, orderedFiles } from './ordered-files.ts';
import type { TermList, TermTable } from './term-table.ts';

/** Letters; about half as many bytes on the wire. */
const smallestFile = 3000;
const largestFile = 7000;
const mostFiles = 4000;

/** Articles of one word that a query reads; of words in more, those that count most. */
const longestList = 1500;
/** Articles in one part of the full list of such a word. */
const articlesAPart = 4096;

/** Words that are passed over where others tell more: in over half of the articles. */
const commonShare = 0.5;
const mostCommon = 120;
const fewArticles = 40;

/** Answers where the files begin, and the words in most articles. */
export function* termFiles(table: TermTable): Generator<IndexFile, { borders: string; common: string }> {
  const full: IndexFile[] = [];
  const ordered = orderedFiles('terms', linesOf(table, full), sizeOfFiles(table));
  for (;;) {
    const next = ordered.next();
    // They are many, so they are given away as they come.
    yield* full.splice(0);
    if (next.done) return { borders: next.value, common: commonOf(table).join(' ') };
    yield next.value;
  }
}

/** A line for each term, in order; what does not fit into one is put into `full`. */
function* linesOf(table: TermTable, full: IndexFile[]): Generator<Line> {
  const keys = [...table.terms.keys()].sort();
  let list = 0;
  let place = 0;
  for (const found of table.lists(keys)) {
    const key = keys[place]!;
    place += 1;
    if (found.docs.length <= longestList) {
      yield { key, line: lineOf(key, found) };
      continue;
    }
    const { head, firsts, parts } = cut(found);
    for (const [part, text] of parts.entries()) full.push({ file: fullFile(list, part), text });
    yield { key, line: `${lineOf(key, head)} ${found.docs.length} ${list} ${stepsCode(firsts)}` };
    list += 1;
  }
}

/** Small, since a query reads one for each word, but not so small that a large archive has ten thousands of them. */
function sizeOfFiles(table: TermTable): number {
  let all = 0;
  for (const [key, term] of table.terms) all += key.length + 4 + 3 * Math.min(longestList, table.countOf(term));
  return Math.min(largestFile, Math.max(smallestFile, all / mostFiles));
}

const rowsOf = ({ docs, levels, blocks }: TermList): string =>
  `${stepsCode(docs)} ${rowCode(levels)} ${rowCode(blocks)}`;

const lineOf = (key: string, list: TermList): string => `${key} ${rowsOf(list)}`;

/** The articles that count most, the newest of equal ones, and all of them in parts. */
function cut(list: TermList): { head: TermList; firsts: number[]; parts: string[] } {
  const counts = new Uint32Array(highestLevel + 1);
  for (const level of list.levels) counts[level]! += 1;
  let lowest = highestLevel;
  for (let taken = counts[lowest]!; taken < longestList && lowest > 0; taken += counts[lowest]!) lowest -= 1;
  const above = counts.subarray(lowest + 1).reduce((sum, count) => sum + count, 0);
  let equal = longestList - above;
  const places: number[] = [];
  for (const [place, level] of list.levels.entries()) {
    if (level > lowest || (level === lowest && (equal -= 1) >= 0)) places.push(place);
  }
  const firsts: number[] = [];
  const parts: string[] = [];
  for (let start = 0; start < list.docs.length; start += articlesAPart) {
    const part = {
      docs: list.docs.subarray(start, start + articlesAPart),
      levels: list.levels.subarray(start, start + articlesAPart),
      blocks: list.blocks.subarray(start, start + articlesAPart),
    };
    firsts.push(part.docs[0]!);
    parts.push(rowsOf(part));
  }
  const head = {
    docs: Int32Array.from(places, (place) => list.docs[place]!),
    levels: Uint8Array.from(places, (place) => list.levels[place]!),
    blocks: Uint8Array.from(places, (place) => list.blocks[place]!),
  };
  return { head, firsts, parts };
}

function commonOf(table: TermTable): string[] {
  if (table.articles < fewArticles) return [];
  return [...table.terms]
    .filter(([key, term]) => !key.startsWith('@') && table.countOf(term) > table.articles * commonShare)
    .sort(([, one], [, other]) => table.countOf(other) - table.countOf(one))
    .slice(0, mostCommon)
    .map(([key]) => key)
    .sort();
}
