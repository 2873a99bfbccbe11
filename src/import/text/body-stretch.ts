/** Where the text of a page of plain text begins and ends. */
import { isBareLead, looksLikeName, looksLikePerson, namesIn } from '../wording/bylines.ts';
import { contactLine } from '../wording/page-words.ts';
import { visibleDate } from '../wording/visible-dates.ts';
import { type LineKind, isProse, isAbove, credits } from './line-kinds.ts';
import type { PlainLine } from './plain-lines.ts';

/** Indexes into the lines; `end` is the first line behind the body. */
export type FoundArticle = {
  headline?: number;
  standfirst: number[];
  names: string[];
  date?: string;
  section?: string;
  /** Lines between headline and body that are read (byline, date) or drop out (buttons, captions). */
  start: number;
  end: number;
  captions: Set<number>;
  taken: Set<number>;
};

/** How many lines may stand between the last line above the text and the text, and how many of them may be anything. */
const reach = 12;

const mostBetween = 4;

/** Reads what stands between the headline and the body, and how far the body goes. */
export function below(
  lines: readonly PlainLine[],
  kinds: readonly LineKind[],
  headline: number,
  anchor: number,
): FoundArticle | undefined {
  const found: FoundArticle = {
    headline,
    standfirst: [],
    names: [],
    start: 0,
    end: 0,
    captions: new Set(),
    taken: new Set([headline]),
  };
  for (let at = headline + 1; at < anchor; at += 1) {
    if (kinds[at] === 'short' || kinds[at] === 'prose') found.standfirst.push(at);
    found.taken.add(at);
  }
  let last = anchor - 1;
  let between = 0;
  for (let at = anchor; at < lines.length && at - last <= reach; at += 1) {
    const kind = kinds[at]!;
    if (kind === 'end' || (kind === 'short' && (between += 1) > mostBetween)) return undefined;
    found.start = at;
    if (kind === 'short' && lines[at]!.apart && at > anchor && isOpening(lines, kinds, at))
      return withEnd(lines, kinds, found);
    if (kind === 'byline') {
      found.taken.add(at);
      const names = namesIn(lines[at]!.text);
      const next = lines[at + 1];
      if (isBareLead(lines[at]!.text) && next) {
        // A name in a line of its own may look like anything.
        const named = namesIn(next.text);
        found.names.push(...named);
        found.taken.add(++at);
      } else found.names.push(...names);
      last = at;
    } else if (kind === 'date') {
      found.date ??= visibleDate(lines[at]!.text);
      found.taken.add(at);
      last = at;
    } else if (isAbove(kind)) last = at;
    else if (kind === 'prose' && at > anchor) {
      found.start = startAfter(lines, kinds, last, at, found);
      return withEnd(lines, kinds, found);
    }
  }
  return undefined;
}

const withEnd = (lines: readonly PlainLine[], kinds: readonly LineKind[], found: FoundArticle): FoundArticle => ({
  ...found,
  end: endOf(lines, kinds, found.start, found.names),
});

/** Whether a short line that stands apart opens the text: running text comes soon, with no more dates or buttons before it. */
function isOpening(lines: readonly PlainLine[], kinds: readonly LineKind[], from: number): boolean {
  if (credits.test(lines[from]!.text) || lines[from]!.underPicture || !lines[from + 1]?.apart) return false;
  for (let at = from + 1; at < lines.length && at - from <= 4; at += 1) {
    if (kinds[at] === 'prose') return true;
    if (kinds[at] !== 'short' && kinds[at] !== 'byline') return false;
  }
  return false;
}

/** The first line of the body behind the last line above it. A line close under it, or under a picture, is a caption. */
function startAfter(
  lines: readonly PlainLine[],
  kinds: readonly LineKind[],
  last: number,
  prose: number,
  found: FoundArticle,
): number {
  let start = last + 1;
  const closesUp = (at: number): boolean => !lines[at]!.apart && lines[at + 1]?.apart === true;
  if (lines[start] && start <= prose && (closesUp(start) || lines[start]!.underPicture)) {
    const follows = lines.slice(start + 1, start + 4).some((line) => isProse(line) || line.apart);
    if (follows) {
      do found.captions.add(start++);
      while (start < prose && !lines[start]!.apart);
    }
  }
  while (
    start < prose &&
    kinds[start] === 'short' &&
    (lines[start]!.underPicture ||
      credits.test(lines[start]!.text) ||
      (credits.test(lines[start + 1]?.text ?? '') && !lines[start + 1]!.apart))
  ) {
    found.captions.add(start);
    start += 1;
  }
  return start;
}

/** Where the body ends: at a list, a form, the writer's own box; at a row of buttons, unless the text goes on at length behind it. */
export function endOf(
  lines: readonly PlainLine[],
  kinds: readonly LineKind[],
  start: number,
  names: readonly string[],
): number {
  for (let at = start; at < lines.length; at += 1) {
    const { text } = lines[at]!;
    if (kinds[at] === 'end') return at;
    if (at > start && (names.includes(text) || isSignature(lines, kinds, at, names))) return at;
    const isRow =
      kinds[at] === 'sharing' && (kinds[at + 1] === 'sharing' || (text.length > 0 && kinds[at + 1] !== 'prose'));
    if (isRow && !goesOn(lines, kinds, at)) return at;
  }
  return lines.length;
}

/** The writer's name below the text: given twice, or above a line on how to reach them, or the last before the end. */
function isSignature(
  lines: readonly PlainLine[],
  kinds: readonly LineKind[],
  at: number,
  names: readonly string[],
): boolean {
  const { text, apart } = lines[at]!;
  if (kinds[at] !== 'short' || !looksLikeName(text)) return false;
  const next = lines[at + 1]?.text;
  if (next === text || (next !== undefined && contactLine.test(next))) return true;
  return (
    apart &&
    names.length === 0 &&
    looksLikePerson(text) &&
    kinds[at - 1] === 'prose' &&
    (next === undefined || kinds[at + 1] === 'end')
  );
}

/** Two more paragraphs before the next end. */
function goesOn(lines: readonly PlainLine[], kinds: readonly LineKind[], from: number): boolean {
  let prose = 0;
  for (let at = from; at < lines.length && kinds[at] !== 'end' && at - from < 40; at += 1) {
    if (kinds[at] === 'prose' && (prose += 1) >= 2) return true;
  }
  return false;
}
