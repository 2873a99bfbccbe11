/** What a reader asks for: words, "phrases in quotes", and a last word that may not be whole yet. */
import { fold } from './fold.ts';
import { isInPairs, wordKeyOf, type Word, wordsOf } from './words-of.ts';

/** One word of the query: it is met by any of its ways, each of which needs all of its keys. */
export type Wanted = {
  /** As it was written. */
  written: string;
  ways: string[][];
  /** The beginning of longer words that would do as well. */
  beginning?: string;
};

export type Query = {
  wanted: Wanted[];
  /** Keys that must follow each other. */
  phrases: string[][];
  /** All keys, as they follow each other. */
  sequence: string[];
};

/** What is typed beyond this was pasted; its first words find the article. */
const longest = 400;
const mostWords = 24;

const quotes = String.raw`"“”„‟«»＂`;
/** A quotation begins before a word and ends after one; its end may not be typed yet. Any other mark is a stray one. */
const quotation = new RegExp(
  String.raw`(?<!\S)[${quotes}](?=[^\s${quotes}])([^${quotes}]+)(?:[${quotes}](?!\S)|$)`,
  'gu',
);

export function queryOf(text: string): Query {
  const wanted: Wanted[] = [];
  const phrases: string[][] = [];
  const sequence: string[] = [];
  const parts = partsOf(text.slice(0, longest));
  for (const [index, { part, isPhrase }] of parts.entries()) {
    const found = [...wordsOf(part)];
    const isLast = index === parts.length - 1 && !isPhrase;
    for (const [place, word] of found.entries()) {
      const mayGoOn = isLast && place === found.length - 1 && word.end === part.length;
      // The pairs of a run are words of their own: a run may hold several.
      if (word.key === undefined) wanted.push(...(word.parts ?? []).map((pair) => wantedOf(part, pair, false)));
      else wanted.push(wantedOf(part, word, mayGoOn));
    }
    const followed = found.flatMap(sequenceOf);
    sequence.push(...followed);
    if (isPhrase && followed.length > 1) phrases.push(followed);
  }
  return { wanted: withoutDoubles(wanted).slice(0, mostWords), phrases, sequence };
}

function partsOf(text: string): { part: string; isPhrase: boolean }[] {
  const parts: { part: string; isPhrase: boolean }[] = [];
  let last = 0;
  for (const { 0: whole, 1: phrase = '', index } of text.matchAll(quotation)) {
    parts.push({ part: text.slice(last, index), isPhrase: false }, { part: phrase, isPhrase: true });
    last = index + whole.length;
  }
  return last < text.length || last === 0 ? [...parts, { part: text.slice(last), isPhrase: false }] : parts;
}

/** The keys of a word as they follow each other: those of its smallest parts. */
export function sequenceOf({ key, parts }: Word): string[] {
  return parts?.length && !(key && parts.length === 1) ? parts.flatMap(sequenceOf) : key === undefined ? [] : [key];
}

function wantedOf(text: string, word: Word, mayGoOn: boolean): Wanted {
  const written = text.slice(word.start, word.end);
  const { key, parts = [] } = word;
  const ofParts = parts.flatMap(sequenceOf);
  const ways = [...(key === undefined ? [] : [[key]]), ...(ofParts.length > 0 ? [[...new Set(ofParts)]] : [])];
  return { written, ways, ...(mayGoOn && key !== undefined && beginningOf(written)) };
}

/** A single letter begins too much, but a sign of Chinese does not. */
function beginningOf(written: string): { beginning: string } | undefined {
  const beginning = fold(written);
  return beginning.length > 1 || isInPairs(beginning) ? { beginning } : undefined;
}

function withoutDoubles(wanted: readonly Wanted[]): Wanted[] {
  const byWays = new Map<string, Wanted>();
  for (const word of wanted) {
    const name = word.ways.map((way) => way.join(' ')).join('|');
    byWays.set(name, { ...byWays.get(name), ...word });
  }
  return [...byWays.values()];
}

/**
 * Whole words that a beginning may stand for although their key does not begin with it: of "housi" the key of "housing"
 * is "hous", of "parti" that of "parties" is "party".
 */
export function completionsOf(beginning: string): string[] {
  if (!/^[a-z]{4,}$/.test(beginning)) return [];
  return [...new Set(['', 's', 'es', 'd', 'ed', 'g', 'ng', 'ing', 'e'].map((ending) => wordKeyOf(beginning + ending)))];
}
