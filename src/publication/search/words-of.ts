/**
 * The words of a text, as the index and the page both find them: by their letters alone, never by the dictionaries that
 * `Intl.Segmenter` brings, since those differ from browser to browser and a word cut otherwise would not be found.
 * Scripts without spaces (Chinese, Japanese, Thai, ...) and Korean are cut into pairs of letters.
 */
import { fold } from './fold.ts';
import { stem } from './stem.ts';

export type Word = {
  /** Where it stands in the text: UTF-16 units, the end not included. */
  start: number;
  end: number;
  /** What it is found by; undefined where only its parts are looked for. */
  key?: string;
  /** "well" and "being" of "well-being"; the pairs of a run of Chinese. */
  parts?: Word[];
};

const inPairs = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}\u30fc\uff70\uff9e\uff9f`;
const letter = String.raw`\p{L}\p{M}\p{N}`;
const apostrophes = `'’‘ʼ＇\``;
/** What joins two parts of one word: hyphens, the half space of Persian, the points of a number. */
const joints = String.raw`\-‐‑·\u200c`;
/** Characters that are not seen and part nothing. */
const unseen = String.raw`\u00ad\u200d\u2060\ufeff`;
const joined = String.raw`(?:[${apostrophes}${joints}${unseen}]+|(?<=\p{Nd})[.,٫٬](?=\p{Nd}))`;

const words = new RegExp(
  String.raw`[${letter}]+(?:${joined}[${letter}]+)*|\p{RI}\p{RI}|\p{Extended_Pictographic}`,
  'gu',
);
const runs = new RegExp(String.raw`[${inPairs}][${inPairs}\p{M}]*|(?:(?![${inPairs}])[^])+`, 'gu');
const isRun = new RegExp(`[${inPairs}]`, 'u');
const pieces = new RegExp(String.raw`(?:[^${joints}.,٫٬]|(?<!\p{Nd})[.,٫٬])+`, 'gu');
const quoted = new RegExp(`[${apostrophes}]`, 'g');

/** A letter with all that belongs to it, so that no mark, no vowel of Thai and no part of a syllable stands alone. */
const clusters =
  /(?:[\u1100-\u115f\ua960-\ua97c]+[\u1160-\u11a7\ud7b0-\ud7c6]*[\u11a8-\u11ff\ud7cb-\ud7fb]*|[^])[\p{M}\u0e33\u0eb3\uff9e\uff9f]*/gu;

const longestKey = 40;

/** Whether a text holds letters of a script that is cut into pairs. */
export const isInPairs = (text: string): boolean => isRun.test(text);

/** A word is cut where its key would be longer than any that is a word. */
export const wordKeyOf = (word: string): string => stem(fold(word)).slice(0, longestKey);

export function* wordsOf(text: string): Generator<Word> {
  for (const { 0: written, index } of text.matchAll(words)) yield* wordsOfSpan(written, index);
}

/** What stands between spaces and points: a word, a compound, a run of Chinese. */
export const spansOf = (text: string): readonly string[] => text.match(words) ?? [];

const wordHere = new RegExp(words.source, 'uy');

/** The span that begins at a place, if one does. */
export function spanAt(text: string, place: number): string | undefined {
  wordHere.lastIndex = place;
  return wordHere.exec(text)?.[0];
}

/** The words of one such span, which begins at `start`; they depend on nothing around it. */
export function* wordsOfSpan(written: string, start: number): Generator<Word> {
  if (phrase.test(written)) yield* aroundPhrases(written, start);
  else if (!isRun.test(written)) yield* made(written, start);
  else {
    for (const { 0: run, index: within } of written.matchAll(runs)) {
      if (isRun.test(run)) yield* pairsOf(run, start + within);
      else yield* made(run, start + within);
    }
  }
}

/** Single characters that are several words: ﷺ and ﷻ. */
const phrase = /[\ufdfa\ufdfb]/;

function* aroundPhrases(written: string, start: number): Generator<Word> {
  for (const { 0: part, index } of written.matchAll(/[\ufdfa\ufdfb]|[^\ufdfa\ufdfb]+/g)) {
    const at = start + index;
    if (!phrase.test(part)) yield* wordsOfSpan(part, at);
    else for (const word of part.normalize('NFKC').split(' ')) yield { start: at, end: at + 1, key: wordKeyOf(word) };
  }
}

/** Everything a word can be found by. */
export function keysOf({ key, parts = [] }: Word): string[] {
  return [...(key === undefined ? [] : [key]), ...parts.flatMap(keysOf)];
}

function* made(written: string, start: number): Generator<Word> {
  const end = start + written.length;
  const parts = [...written.matchAll(pieces)].flatMap(({ 0: piece, index }) => plain(piece, start + index));
  const [first] = parts;
  if (!first) return;
  if (parts.length === 1 && first.parts === undefined) yield { ...first, start, end };
  else if (parts.length === 1) yield first;
  else yield { start, end, key: wordKeyOf(written.replace(quoted, '')), parts };
}

/** A word without joints. An apostrophe is passed over ("don't" is "dont"), but what follows the article of French is a word. */
function plain(written: string, start: number): Word[] {
  const end = start + written.length;
  const possessive = new RegExp(`^(.+)[${apostrophes}]s$`, 'iu').exec(written)?.[1];
  const key = wordKeyOf((possessive ?? written).replace(quoted, ''));
  if (key === '') return [];
  const after = possessive === undefined && elided.exec(written)?.[0].length;
  if (!after) return [{ start, end, key }];
  const rest = { start: start + after, end, key: wordKeyOf(written.slice(after).replace(quoted, '')) };
  return [{ start, end, key, parts: rest.key ? [rest] : [] }];
}

const elided = new RegExp(`^(?:[a-z]|qu)[${apostrophes}](?=\\p{L}{2})`, 'iu');

function* pairsOf(run: string, start: number): Generator<Word> {
  const letters = Array.from(run.matchAll(clusters), ({ 0: written, index }) => ({
    start: start + index,
    end: start + index + written.length,
    key: fold(written),
  })).filter(({ key }) => key !== '');
  const [first, second] = letters;
  if (!first) return;
  if (!second) {
    yield first;
    return;
  }
  const parts = letters.slice(1).map((letter, index) => {
    const before = letters[index]!;
    return { start: before.start, end: letter.end, key: before.key + letter.key };
  });
  yield { start, end: start + run.length, parts };
}
