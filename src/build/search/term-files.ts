/** The words of an index with their articles, cut into files of a size that suits how many there are. */
import { borderBetween, fullFile, termsFile } from '../../publication/search/index-files.ts';
import { rowCode, stepsCode } from '../../publication/search/postings.ts';
import { highestLevel } from '../../publication/search/score.ts';
import type { TermList, TermTable } from './term-table.ts';

export type IndexFile = { file: string; text: string };

/** Articles of one word that a query reads; of words in more, those that count most. */
const longestList = 1500;
/** Articles in one part of the full list of such a word. */
const articlesAPart = 4096;

/** Words that are passed over where others tell more: in over a quarter of the articles. */
const commonShare = 0.25;
const mostCommon = 120;
const fewArticles = 40;

/** Yields the files; answers where one ends and the next begins, and the words in most articles. */
export function* termFiles(table: TermTable): Generator<IndexFile, { borders: string[]; common: string[] }> {
  const keys = [...table.terms].sort(([one], [other]) => (one < other ? -1 : 1));
  const size = fileSize(table);
  const borders = [''];
  let lines: string[] = [];
  let length = 0;
  let list = 0;
  let last = '';
  let place = 0;
  for (const found of table.lists(keys.map(([, term]) => term))) {
    const [key] = keys[place]!;
    place += 1;
    let line = lineOf(key, found);
    if (found.docs.length > longestList) {
      const { head, firsts, parts } = cut(found);
      line = `${lineOf(key, head)} ${found.docs.length} ${list} ${stepsCode(firsts)}`;
      for (const [part, text] of parts.entries()) yield { file: fullFile(list, part), text };
      list += 1;
    }
    if (lines.length > 0 && length + line.length > size) {
      yield { file: termsFile(borders.length - 1), text: lines.join('\n') };
      borders.push(borderBetween(last, key));
      lines = [];
      length = 0;
    }
    lines.push(line);
    length += line.length + 1;
    last = key;
  }
  yield { file: termsFile(borders.length - 1), text: lines.join('\n') };
  return { borders, common: commonOf(table) };
}

/**
 * A query reads the directory, in which each file is named in about three bytes, and a file for each word: the sum is
 * least where the size of a file is the root of all there is.
 */
function fileSize(table: TermTable): number {
  let all = 0;
  for (const [key, term] of table.terms) all += key.length + 4 + 3 * Math.min(longestList, table.countOf(term));
  return Math.max(2000, Math.sqrt(all * 3));
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
