/**
 * The files of an index, and where in them a word is. All of one index lie in a folder of their own, whose name changes
 * with what is in it, so that a page never mixes two builds.
 *
 * - `directory.json`: a `Directory`
 * - `terms/<n>.txt`: words in order, a line each: key, articles, levels, blocks; see `termOf`
 * - `full/<n>-<m>.txt`: all articles of a word that stands in very many, in parts
 * - `spelling/<n>.txt`, `endings/<n>.txt`: words as they are written, in the order of their keys and of their keys read
 *   backwards
 * - `texts/<n>/<article>-<block>.json`: a `Passage`
 */
import { type Postings, postingsOf, stepsOf } from './postings.ts';

/** How the files are written; an index of another form is not read. */
export const indexForm = 1;

export type Directory = {
  form: typeof indexForm;
  articles: number;
  /** The beginnings that part one file from the next, with spaces between; the first is empty. */
  terms: string;
  spelling: string;
  endings: string;
  /** Words that tell little, since very many articles have them. */
  common: string;
  /** Each year with the number of its first (newest) article, newest first; the last entry ends the list. */
  years: [year: string, first: number][];
};

/** What is shown of a result, and a part of its text. */
export type Passage = {
  slug: string;
  headline: string;
  byline: string;
  authors: [slug: string, name: string][];
  date?: { iso: string; text: string };
  lang?: string;
  dir?: 'ltr' | 'rtl';
  /** "Draft", in the dev server. */
  label?: string;
  /** Of how many parts this is one. */
  blocks: number;
  text: string;
};

export const directoryFile = 'directory.json';
export const termsFile = (number: number): string => `terms/${number}.txt`;
export const fullFile = (list: number, part: number): string => `full/${list}-${part}.txt`;
export const spellingFile = (number: number): string => `spelling/${number}.txt`;
export const endingsFile = (number: number): string => `endings/${number}.txt`;
export const passageFile = (article: number, block: number): string =>
  `texts/${Math.floor(article / 256)}/${article}-${block}.json`;

export const sectionTerm = (slug: string): string => `@section/${slug}`;
export const authorTerm = (slug: string): string => `@author/${slug}`;

/** In which of the files that begin with `borders` a key belongs. */
export function placeOf(borders: readonly string[], key: string): number {
  let low = 0;
  let high = borders.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (borders[middle]! <= key) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The shortest beginning of `key` that comes after `before`. */
export function borderBetween(before: string, key: string): string {
  let length = 1;
  while (key.slice(0, length) <= before) length += 1;
  // Half a letter of the astral planes is no text.
  if (/[\ud800-\udbff]$/.test(key.slice(0, length))) length += 1;
  return key.slice(0, length);
}

export type Term = Postings & {
  /** In how many articles it stands; more than `docs` holds where the list is cut to those that count most. */
  count: number;
  /** Where all of them are: the number of the list, and the first article of each of its parts. */
  full?: { list: number; firsts: number[] };
};

/** A line: key, articles, levels, blocks, and of a list that is cut: count, number of the list, first of each part. */
export function termOf(line: string): Term {
  const [, docs, levels, blocks, count, list, firsts] = line.split(' ');
  const postings = postingsOf(docs, levels, blocks);
  if (!firsts) return { ...postings, count: postings.docs.length };
  return { ...postings, count: Number(count), full: { list: Number(list), firsts: stepsOf(firsts) } };
}
