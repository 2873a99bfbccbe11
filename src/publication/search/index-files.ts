/**
 * The files of an index, and where in them a word is. All of one index lie in a folder of their own, whose name changes
 * with what is in it, and the page names the folder: so no page mixes two builds.
 *
 * - `terms/<n>.txt`: words in order, a line each (`termOf`)
 * - `full/<n>-<m>.txt`: all articles of a word that stands in very many, in parts
 * - `spelling/<n>.txt`, `endings/<n>.txt`: words as they are written, in the order of their keys and of their keys read
 *   backwards
 * - `terms/borders-<n>.txt` and so on: where each of 64 such files begins
 * - `texts/<n>/<article>-<block>.json`: a `Passage`
 */
import { firstThat } from '../first-that.ts';
import { type Postings, postingsOf, stepsOf } from './postings.ts';

/** Kinds of words that lie in order, in files that follow each other. */
export type IndexKind = 'terms' | 'spelling' | 'endings';

/** What comes with the page: enough to find every file. */
export type Directory = {
  /** Below the base path. */
  folder: string;
  articles: number;
  /** Where the first of every 64 files begins, with spaces between; the first begins with nothing. */
  borders: Record<IndexKind, string>;
  /** Words that tell little, since very many articles have them. */
  common: string;
  /** Each year with the number of its first (newest) article, newest first; the last entry ends the list. */
  years: [year: string, first: number][];
};

/** What is shown of a result, and a part of its text. */
export type IndexedPassage = {
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

export const filesAPart = 64;
export const orderedFile = (kind: IndexKind, number: number): string => `${kind}/${number}.txt`;
export const bordersFile = (kind: IndexKind, part: number): string => `${kind}/borders-${part}.txt`;
export const fullFile = (list: number, part: number): string => `full/${list}-${part}.txt`;
export const passageFile = (article: number, block: number): string =>
  `texts/${Math.floor(article / 256)}/${article}-${block}.json`;

export const sectionTerm = (slug: string): string => `@section/${slug}`;
export const authorTerm = (slug: string): string => `@author/${slug}`;

/** In which of the files that begin with `borders` a key belongs. */
export const placeInIndex = (borders: readonly string[], key: string): number =>
  firstThat(1, borders.length, (place) => borders[place]! > key) - 1;

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
