/** The words of an index with their articles, and the full lists of those that very many have. */
import { firstThat } from '../../publication/first-that.ts';
import { fullFile, numbersAPart } from '../../publication/search/index-files.ts';
import { rowCode, stepsCode } from '../../publication/search/postings.ts';
import { highestLevel } from '../../publication/search/score.ts';
import { type Line, orderedFiles, stampOf, type Take } from './ordered-files.ts';
import type { TermList, TermTable } from './term-table.ts';

/** Articles of one word that a query reads; of words in more, those that count most. */
const longestList = 1500;

/** Words that are passed over where others tell more: in over half of the articles. */
const commonShare = 0.5;
const mostCommon = 120;
const fewArticles = 40;

/** Answers where the files begin, and the words in most articles. */
export function termFiles(table: TermTable, take: Take): { terms: string; common: string } {
  return { terms: orderedFiles('terms', linesOf(table, take), take), common: commonOf(table).join(' ') };
}

/** A line for each term, in order; what does not fit into one is a file of its own. */
function* linesOf(table: TermTable, take: Take): Generator<Line> {
  const keys = [...table.terms.keys()].sort();
  let place = 0;
  for (const found of table.lists(keys)) {
    const key = keys[place]!;
    place += 1;
    if (found.docs.length <= longestList) {
      yield { key, line: lineOf(key, found) };
      continue;
    }
    const stamps = inParts(found).map((list, part) => {
      if (list.docs.length === 0) return '';
      const text = rowsOf(list);
      const stamp = stampOf(text);
      take(fullFile(key, part, stamp), text);
      return stamp;
    });
    yield { key, line: `${lineOf(key, headOf(found))} ${found.docs.length} ${stamps.join(',')}` };
  }
}

const rowsOf = ({ docs, levels, blocks }: TermList): string =>
  `${stepsCode(docs)} ${rowCode(levels)} ${rowCode(blocks)}`;

const lineOf = (key: string, list: TermList): string => `${key} ${rowsOf(list)}`;

/** The articles that count most, the newest of equal ones. */
function headOf(list: TermList): TermList {
  const counts = new Uint32Array(highestLevel + 1);
  for (const level of list.levels) counts[level]! += 1;
  let lowest = highestLevel;
  for (let taken = counts[lowest]!; taken < longestList && lowest > 0; taken += counts[lowest]!) lowest -= 1;
  const above = counts.subarray(lowest + 1).reduce((sum, count) => sum + count, 0);
  let equal = longestList - above;
  const head = {
    docs: new Int32Array(longestList),
    levels: new Uint8Array(longestList),
    blocks: new Uint8Array(longestList),
  };
  let at = longestList;
  for (let place = list.docs.length - 1; place >= 0; place -= 1) {
    const level = list.levels[place]!;
    if (level < lowest || (level === lowest && (equal -= 1) < 0)) continue;
    at -= 1;
    head.docs[at] = list.docs[place]!;
    head.levels[at] = level;
    head.blocks[at] = list.blocks[place]!;
  }
  return head;
}

/** By the numbers of the articles and not by how many there are, so that one more changes one part. */
function inParts({ docs, levels, blocks }: TermList): TermList[] {
  const parts: TermList[] = [];
  let start = 0;
  while (start < docs.length) {
    const last = (parts.length + 1) * numbersAPart;
    const end = firstThat(start, docs.length, (place) => docs[place]! >= last);
    parts.push({
      docs: docs.subarray(start, end),
      levels: levels.subarray(start, end),
      blocks: blocks.subarray(start, end),
    });
    start = end;
  }
  return parts;
}

function commonOf(table: TermTable): string[] {
  if (table.articles < fewArticles) return [];
  return [...table.terms]
    .filter(([key, term]) => !key.startsWith('@') && table.countOf(term) > table.articles * commonShare)
    .sort(([key, one], [after, other]) => table.countOf(other) - table.countOf(one) || (key < after ? -1 : 1))
    .slice(0, mostCommon)
    .map(([key]) => key)
    .sort();
}
