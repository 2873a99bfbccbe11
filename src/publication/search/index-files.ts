/**
 * The files of an index, and where in them a word is. Articles are numbers, the oldest 0, so that a new one changes no
 * other. Files below `assets/search/` are named for the key that they begin with and for their own content: an edit
 * renames those of the words that it changes, and no page mixes two builds.
 *
 * - `terms/`: words in order, a line each (`termOf`)
 * - `full/`: all articles of a word that stands in very many, in parts
 * - `spelling/`, `endings/`: words as they are written, in the order of their keys and of their keys read backwards
 * - `borders/`: where some such files begin, and their names
 *
 * A text cannot be named for its content, since who asks for it knows the number of its article and no more:
 * `search/texts/<folder>/<article>-<block>.json` (an `IndexedPassage`) lies in a folder that is named for which
 * articles are in it, so that a number never stands for another article than it did.
 */
import { firstThat } from '../first-that.ts';
import { type Postings, postingsOf } from './postings.ts';

/** Kinds of words that lie in order, in files that follow each other. */
export type IndexKind = 'terms' | 'spelling' | 'endings';

/** What comes with the page: enough to find every file. */
export type Directory = {
  articles: number;
  /** The files of borders (`bordersOf`). */
  roots: Record<IndexKind, string>;
  /** Words that tell little, since very many articles have them. */
  common: string;
  /** Each year with the number of its first article, newest first; those without a date come last, as a year "". */
  years: [year: string, first: number][];
  /** The folder of the texts of every 128 articles, with spaces between. */
  texts: string;
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

/** Whether a file is one of an index; all are below the base path. */
export const isIndexFile = (file: string): boolean => /^(?:assets\/search|search\/texts)\//.test(file);

/** `stamp`: six hexadecimal digits, which tell what is in it from what was before. */
export const indexFile = (kind: IndexKind | 'borders' | 'full', key: string, stamp: string): string =>
  `assets/search/${kind}/${numberOfKey(key).toString(36)}-${stamp}.txt`;

/** 32 bits that are always the same for a key, and have nothing to do with those of its neighbours. */
export function numberOfKey(key: string): number {
  let mixed = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) mixed = Math.imul(mixed ^ key.charCodeAt(at), 0x01000193);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

export const textsAFolder = 128;
export const textFile = (folder: string, article: number, block: number): string =>
  `search/texts/${folder}/${article}-${block}.json`;

/** Articles that one part of a full list may hold, in numbers. */
export const numbersAPart = 4096;

export const sectionTerm = (slug: string): string => `@section/${slug}`;
export const authorTerm = (slug: string): string => `@author/${slug}`;

/** Files that follow each other, and the key that each begins with, the first with none. */
export type Borders = { keys: string[]; files: string[] };

/** Of lines of a key and a stamp each. */
export function bordersOf(kind: IndexKind | 'borders', text: string): Borders {
  const lines = text.split('\n').map((line): [string, string] => [line.slice(0, -7), line.slice(-6)]);
  return { keys: lines.map(([key]) => key), files: lines.map(([key, stamp]) => indexFile(kind, key, stamp)) };
}

/** In which of the files a key belongs. */
export const placeInIndex = ({ keys }: Borders, key: string): number =>
  firstThat(1, keys.length, (place) => keys[place]! > key) - 1;

export type Term = Postings & {
  /** In how many articles it stands; more than `docs` holds where the list is cut to those that count most. */
  count: number;
  /** Where all of them are: a file for every 4,096 numbers, "" where it would be empty. */
  full?: string[];
};

export const fullFile = (key: string, part: number, stamp: string): string =>
  indexFile('full', `${key} ${part}`, stamp);

/** A line: key, articles, levels, blocks, and of a list that is cut: count and stamps of the parts. */
export function termOf(line: string): Term {
  const [key = '', docs, levels, blocks, count, full] = line.split(' ');
  const postings = postingsOf(docs, levels, blocks);
  if (full === undefined) return { ...postings, count: postings.docs.length };
  return {
    ...postings,
    count: Number(count),
    full: full.split(',').map((stamp, part) => stamp && fullFile(key, part, stamp)),
  };
}
