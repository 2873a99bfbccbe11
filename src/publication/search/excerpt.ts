/** A few lines of a text around the words that were asked for, with those words marked as they are written. */
import { type Word, wordsOf } from './words-of.ts';

export type Part = { text: string; marked: boolean };

/** Whether a word with this key is one of those that were asked for, and how much it tells. */
export type WantedExcerpt = (key: string) => number;

const longest = 220;
/** What stands before the first word that was asked for. */
const lead = 60;

type Span = { start: number; end: number; worth: number; key: string };

/** The whole of a short text, such as a headline, with the words marked. */
export function marked(text: string, wanted: WantedExcerpt): Part[] {
  return partsOf(text, 0, text.length, spansIn(text, wanted));
}

/** About 220 letters; where none of the words stands in the text it is its beginning. */
export function excerptOf(text: string, wanted: WantedExcerpt): Part[] {
  const spans = spansIn(text, wanted);
  if (text.length <= longest) return partsOf(text, 0, text.length, spans);
  const first = bestOf(spans);
  const from = Math.max(0, Math.min((spans[first]?.start ?? 0) - lead, text.length - longest));
  const cuts = cutsOf(text, from, spans[first]?.start ?? 0);
  const parts = partsOf(text, cuts.start, cuts.end, spans);
  if (cuts.start > 0) parts.unshift({ text: '… ', marked: false });
  if (cuts.end < text.length) parts.push({ text: ' …', marked: false });
  return parts;
}

function spansIn(text: string, wanted: WantedExcerpt): Span[] {
  const spans: Span[] = [];
  for (const word of wordsOf(text)) collect(word, wanted, spans);
  return spans.map((span) => ({ ...span, start: borderNear(text, span.start), end: borderAfter(text, span.end) }));
}

/** A word whole, or those of its parts that were asked for. */
function collect(word: Word, wanted: WantedExcerpt, spans: Span[]): void {
  const { start, end, key } = word;
  const worth = key === undefined ? 0 : wanted(key);
  if (worth > 0) spans.push({ start, end, worth, key: key ?? '' });
  else for (const part of word.parts ?? []) collect(part, wanted, spans);
}

/** The span from which the words that follow within an excerpt tell most; each word counts once. */
function bestOf(spans: readonly Span[]): number {
  let best = 0;
  let most = 0;
  for (const [index, { start }] of spans.entries()) {
    const within = new Map<string, number>();
    for (let next = index; next < spans.length && spans[next]!.end - start < longest - lead; next += 1) {
      within.set(spans[next]!.key, spans[next]!.worth);
    }
    const sum = [...within.values()].reduce((total, worth) => total + worth, 0);
    if (sum > most) [best, most] = [index, sum];
  }
  return best;
}

/** Where the excerpt begins and ends: between words, and where there are none between letters as readers count them. */
function cutsOf(text: string, from: number, first: number): { start: number; end: number } {
  const start = from === 0 ? 0 : Math.min(first, after(text, from));
  const end = start + longest >= text.length ? text.length : before(text, start + longest, start);
  return { start, end };
}

const slack = 30;

/** The next place to begin at. */
function after(text: string, place: number): number {
  const space = /\s\S/.exec(text.slice(place, place + slack));
  return space ? place + space.index + 1 : borderNear(text, place);
}

/** The last place to end at. */
function before(text: string, place: number, start: number): number {
  const within = text.slice(Math.max(start, place - slack), place + 1);
  const space = /\s(?=\S*$)/.exec(within);
  const end = space ? Math.max(start, place - slack) + space.index : borderNear(text, place);
  return text.slice(start, end).replace(/[\s,;:،؛、–—-]+$/, '').length + start;
}

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The border between two graphemes (UAX 29) at a place or right before it. */
function borderNear(text: string, place: number): number {
  return letters.segment(text).containing(place)?.index ?? text.length;
}

const borderAfter = (text: string, place: number): number => {
  const { index = 0, segment = '' } = letters.segment(text).containing(place - 1) ?? {};
  return index + segment.length;
};

function partsOf(text: string, start: number, end: number, spans: readonly Span[]): Part[] {
  const parts: Part[] = [];
  let last = start;
  for (const span of spans) {
    if (span.end <= last || span.start < start || span.end > end) continue;
    const from = Math.max(last, span.start);
    if (from > last) parts.push({ text: text.slice(last, from), marked: false });
    const before = parts.at(-1);
    // Pairs of Chinese overlap: they are marked as one.
    if (before?.marked && from === last) before.text += text.slice(from, span.end);
    else parts.push({ text: text.slice(from, span.end), marked: true });
    last = span.end;
  }
  if (last < end) parts.push({ text: text.slice(last, end), marked: false });
  return parts;
}
