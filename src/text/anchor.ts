/**
 * Ties words of an article to what is kept of them: a passage is made from a part of the text of its body, and found
 * again in that text after it has been edited, or else openly not found. Pure: texts are what `textOf` gives.
 *
 * A passage is found where its words stand with enough of their context, or where so many of them stand that context
 * is not needed; where both were edited, by what is left of both. What has a look-alike elsewhere in the text is kept
 * with more context (`certainPassageAt`), and then found only together with that.
 */
import type { Passage } from './passage.ts';
import {
  type Candidate,
  candidatesIn,
  contextLength,
  type SearchableText,
  searchableText,
  without,
} from './candidates.ts';
import { pointOf, unitOf } from './code-points.ts';
import { foldWithPositions } from './fold.ts';
import type { Span } from './text-of-body.ts';

/** How much of the text on each side is kept of words that have a look-alike, in characters. */
const longContexts = [256, 1000];

/** The words in a part of a text, which is given in UTF-16 units. */
export function passageAt(text: string, start: number, end: number): Passage {
  return passageWith(text, { start, end }, contextLength, contextLength);
}

/** The same with as much context as tells them from every other place of the text, should they be deleted. */
export function certainPassageAt(text: string, start: number, end: number): Passage {
  const searchable = remembered(text);
  const rests = [{ start, end }, wholeLines(text, { start, end })].map((span) => without(searchable, span));
  const usual = contextLength;
  const widths = [
    [usual, usual],
    ...longContexts.flatMap((long) => [
      [long, usual],
      [usual, long],
      [long, long],
    ]),
  ];
  const passages = widths.map(([before = 0, after = 0]) => passageWith(text, { start, end }, before, after));
  return (
    passages.find((passage) => rests.every((rest) => candidatesIn(rest, passage).length === 0)) ?? passages.at(-1)!
  );
}

const passageWith = (text: string, { start, end }: Span, before: number, after: number): Passage => ({
  exact: text.slice(start, end),
  prefix: text.slice(Math.max(0, start - before), start),
  suffix: text.slice(end, end + after),
  start: pointOf(text, start),
  end: pointOf(text, end),
  block: text.slice(0, start).split('\n\n').length - 1,
});

function wholeLines(text: string, { start, end }: Span): Span {
  const rest = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: rest === -1 ? text.length : rest + 1 };
}

/** Where these words stand in a text now; nothing where that is not certain. */
export function find(passage: Passage, text: string): Span | undefined {
  const { prefix, exact, suffix } = passage;
  if (exact === '') return undefined;
  const start = unitOf(text, passage.start);
  const whole = prefix + exact + suffix;
  const isIn = start >= prefix.length && text.startsWith(whole, start - prefix.length);
  return isIn ? { start, end: start + exact.length } : findIn(passage, remembered(text), start);
}

let last: { text: string; searchable: SearchableText } | undefined;

/** Many passages are looked for in one text. */
function remembered(text: string): SearchableText {
  if (last?.text !== text) last = { text, searchable: searchableText(foldWithPositions(text)) };
  return last.searchable;
}

function findIn(passage: Passage, searchable: SearchableText, start: number): Span | undefined {
  return chosen(start, candidatesIn(searchable, passage), searchable);
}

/** The best; of several as good the nearest to where the words were, unless two are as near. */
function chosen(before: number, candidates: Candidate[], searchable: SearchableText): Span | undefined {
  const most = Math.max(...candidates.map(({ points }) => points));
  const [first, second] = candidates
    .filter(({ points }) => points > most - 4)
    .map(({ start, end }) => ({ start: searchable.from[start]!, end: searchable.to[end - 1]! }))
    .filter((span, at, all) => all.findIndex((one) => one.start === span.start && one.end === span.end) === at)
    .map((span) => ({ span, away: Math.abs(span.start - before) }))
    .sort((a, b) => a.away - b.away);
  return first && first.away !== second?.away ? first.span : undefined;
}
