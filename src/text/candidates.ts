/**
 * The places of a text that may be the words of a passage, each judged by the words themselves and what is around them.
 * Everything here is in folded letters.
 */
import type { Passage } from './passage.ts';
import { agreement, answer, distance } from './alignment.ts';
import { firstThat } from '../publication/first-that.ts';
import { foldWithPositions, type Folded } from './fold.ts';
import { hasForeignWords } from './foreign-words.ts';
import { type Seeds, seedsOf, sharedPart } from './seeds.ts';
import type { Span } from './text-of-body.ts';

/** How much of the text on each side of the words is kept at least, in characters. */
export const contextLength = 64;

/** The agreement of both contexts that ties words to a place, and the length of words that need none, in characters. */
const enoughContext = 24;
const tellingLength = 48;

/** Shorter words than this, in characters, need what is right beside them on both sides. */
const fewWords = 40;

/** How much longer the context may have become. */
const slack = 24;

/** A text made ready to be searched. */
export type SearchableText = Folded & { seeds: () => Seeds };

export function searchableText(folded: Folded): SearchableText {
  let seeds: Seeds | undefined;
  return { ...folded, seeds: () => (seeds ??= seedsOf(folded.text)) };
}

/** The same text with a part of it deleted; where its characters were is not told. */
export function without({ text, from, to }: SearchableText, span: Span): SearchableText {
  const { start, end } = foldedSpan({ text, from, to }, span);
  return searchableText({ text: text.slice(0, start) + text.slice(end), from: [], to: [] });
}

/** Where the characters in a part of a text stand in the folded text. */
function foldedSpan({ text, from, to }: Folded, span: Span): Span {
  const start = firstThat(0, text.length, (at) => to[at]! > span.start);
  return {
    start,
    end: Math.max(
      start,
      firstThat(0, text.length, (at) => from[at]! >= span.end),
    ),
  };
}

/** A passage in folded letters. */
type Sought = { prefix: string; exact: string; suffix: string; passage: Passage };

/** A part of the folded text that may be the words, in folded positions; `points` say how sure that is. */
export type Candidate = Span & { points: number };

export function candidatesIn(searchable: SearchableText, passage: Passage): Candidate[] {
  const sought = foldedPassage(passage);
  if (sought.exact === '') return [];
  const exact = exactSpans(sought, searchable).flatMap((span) => judged(sought, span, searchable));
  return exact.length > 0 ? exact : nearSpans(sought, searchable).flatMap((span) => judged(sought, span, searchable));
}

function foldedPassage(passage: Passage): Sought {
  const { prefix, exact, suffix } = passage;
  const folded = foldWithPositions(prefix + exact + suffix);
  const { start, end } = foldedSpan(folded, { start: prefix.length, end: prefix.length + exact.length });
  const { text } = folded;
  return { prefix: text.slice(0, start), exact: text.slice(start, end), suffix: text.slice(end), passage };
}

function exactSpans({ prefix, exact, suffix }: Sought, { text }: SearchableText): Span[] {
  const wholes = occurrences(prefix + exact + suffix, text);
  if (wholes.length > 0) return wholes.map((at) => spanAt(at + prefix.length, exact.length));
  return occurrences(exact, text).map((at) => spanAt(at, exact.length));
}

const spanAt = (start: number, length: number): Span => ({ start, end: start + length });

/** At most as many as any passage that can be told from others has. */
function occurrences(words: string, text: string): number[] {
  const positions: number[] = [];
  for (let at = text.indexOf(words); at !== -1 && positions.length < 2000; at = text.indexOf(words, at + 1))
    positions.push(at);
  return positions;
}

/** Where the words may be though they or what is around them was edited: each end is looked for by itself. */
function nearSpans({ prefix, exact, suffix }: Sought, { text, seeds }: SearchableText): Span[] {
  const within = 96;
  const opening = prefix.slice(-contextLength) + exact.slice(0, within);
  const closing = exact.slice(-within) + suffix.slice(0, contextLength);
  const startIn = Math.min(prefix.length, contextLength);
  const endIn = Math.min(exact.length, within);
  const starts = seeds()(opening, 4).flatMap((shift) => answer(opening, startIn, text, shift, 'beginning') ?? []);
  const ends = seeds()(closing, 4).flatMap((shift) => answer(closing, endIn, text, shift, 'end') ?? []);
  return starts.flatMap((start) => {
    const [nearest] = ends
      .filter((end) => end > start)
      .sort((a, b) => Math.abs(a - start - exact.length) - Math.abs(b - start - exact.length));
    return nearest === undefined ? [] : [{ start, end: nearest }];
  });
}

/** The candidate with its points, if it is one. */
function judged(sought: Sought, found: Span, { text }: SearchableText): Candidate[] {
  const span = inWholeWords(sought, found, text);
  if (!span) return [];
  const { prefix, exact, suffix, passage } = sought;
  const words = text.slice(span.start, span.end);
  const changes = words === exact ? 0 : changesIn(exact, words);
  if (changes === undefined) return [];
  const back = reversed(prefix);
  const textBack = reversed(text.slice(Math.max(0, span.start - prefix.length - slack), span.start));
  const textOn = text.slice(span.end, span.end + suffix.length + slack);
  const before = agreement(back, textBack);
  const after = agreement(suffix, textOn);
  const context = before + after;
  const needed = Math.min(enoughContext, Math.ceil(0.75 * (prefix.length + suffix.length)));
  const isTelling =
    exact.length >= (changes === 0 ? tellingLength : 2 * tellingLength) && changes <= 0.1 * exact.length;
  if (context < needed && !isTelling) return [];
  if (exact.length < fewWords && !(isBeside(back, textBack) && isBeside(suffix, textOn))) return [];
  // Longer context was kept because without it the words could be others.
  const isKnownBy = (kept: string, folded: string, points: number) =>
    kept.length <= contextLength || points >= 0.85 * folded.length;
  if (!isKnownBy(passage.prefix, prefix, before) || !isKnownBy(passage.suffix, suffix, after)) return [];
  return [{ ...span, points: context + exact.length - 3 * changes }];
}

/** A few words stand in many places: what is right beside them must be what it was, but for a slip. */
function isBeside(kept: string, text: string): boolean {
  const near = kept.slice(0, 12);
  return agreement(near, text.slice(0, slack)) >= near.length / 2;
}

/** How many signs were changed in the words; nothing where they are no longer the same words, or others are among them. */
function changesIn(exact: string, words: string): number | undefined {
  if (hasForeignWords(exact, words)) return undefined;
  if (exact.length > 256) {
    const shared = Math.min(sharedPart(exact, words), sharedPart(words, exact));
    return shared >= 0.7 ? Math.round((1 - shared) * exact.length) : undefined;
  }
  const most = Math.floor(exact.length * 0.3);
  const changes = distance(exact, words, most);
  return changes > most ? undefined : changes;
}

/** Words that began or ended with a word still do; others may stand inside of one. */
function inWholeWords({ prefix, exact, suffix }: Sought, { start, end }: Span, text: string): Span | undefined {
  const startsWord = isBorder(prefix + exact, prefix.length);
  const endsWord = isBorder(exact + suffix, exact.length);
  const near = [0, -1, 1, -2, 2, -3, 3];
  const from = startsWord ? near.map((step) => start + step).find((at) => isBorder(text, at)) : start;
  const to = endsWord ? near.map((step) => end - step).find((at) => isBorder(text, at)) : end;
  return from === undefined || to === undefined || from >= to ? undefined : { start: from, end: to };
}

const isBorder = (text: string, at: number) => !(isOfWord(text, at - 1) && isOfWord(text, at));
const isOfWord = (text: string, at: number) => /[\p{L}\p{M}\p{N}]/u.test(text.charAt(at));

const reversed = (text: string) => text.split('').toReversed().join('');
