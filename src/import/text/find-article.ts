/**
 * Where the article is among the lines of a page: headline, standfirst, byline, date and the stretch of its body. What a page
 * puts between headline and text (byline, date, buttons for sharing) is the best sign of where they are.
 */
import { isBareLead, looksLikeName, looksLikePerson, namesIn, startsAsByline } from '../bylines.ts';
import {
  contactLine,
  homeWords,
  isAccount,
  isAdvertising,
  isCommenting,
  isFooting,
  isPaging,
  isPleading,
  isRights,
  isSharing,
  isTagging,
  listKindOf,
} from '../page-words.ts';
import { isDateLine, visibleDate } from '../visible-dates.ts';
import type { Line } from './plain-lines.ts';

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

export type Kind = 'sharing' | 'date' | 'byline' | 'number' | 'end' | 'soft' | 'prose' | 'short';

const sentenceEnd = /[.!?…。！？۔।]["”’»')\]]*$/u;
const han = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;

/** Running text: long enough, or a whole sentence. */
export function isProse({ text, bullet }: Line): boolean {
  if (bullet !== undefined && text.length < 160) return false;
  const length = text.length + (text.match(han)?.length ?? 0) * 2;
  return length >= 90 || (length >= 50 && sentenceEnd.test(text));
}

/** A line behind which no article goes on. */
const isEnd = ({ text }: Line): boolean =>
  isCommenting(text) ||
  listKindOf(text) !== undefined ||
  isPaging(text) ||
  isRights(text) ||
  isTagging(text) ||
  isAccount(text) ||
  isFooting(text) ||
  (contactLine.test(text) && text.length < 160);

export function kindOf(line: Line): Kind {
  const { text } = line;
  if (!/\p{L}/u.test(text))
    return /^[\W\d]*$/u.test(text) || /^[\p{N}\p{P}\p{S}\s]*$/u.test(text)
      ? isDateLine(text)
        ? 'date'
        : 'number'
      : 'short';
  if (isSharing(text)) return 'sharing';
  if (isDateLine(text)) return 'date';
  if (/^\d+\s*(?:comments?|shares?|views?|kommentare?|min(?:ute)?s? read)(?:\(s\))?$/i.test(text)) return 'number';
  if (isAdvertising(text)) return 'soft';
  if (isEnd(line)) return 'end';
  if (isProse(line)) return isPleading(text) ? 'soft' : 'prose';
  if (isBareLead(text) || (startsAsByline(text) && text.length <= 100 && !sentenceEnd.test(text))) return 'byline';
  return 'short';
}

const isAbove = (kind: Kind): boolean =>
  kind === 'sharing' || kind === 'date' || kind === 'byline' || kind === 'number' || kind === 'soft';

const isTitle = (line: Line, kind: Kind): boolean => {
  const { text } = line;
  if (kind !== 'short' && kind !== 'prose') return false;
  const signs = Array.from(text).length;
  return (
    signs >= 6 &&
    signs <= 250 &&
    /\p{L}/u.test(text) &&
    (text.includes(' ') || /[\u3040-\u30ff\u3400-\u9fff]{4}/.test(text))
  );
};

/** How many lines may stand between the last line above the text and the text, and how many of them may be anything. */
const reach = 12;
const mostBetween = 4;
const leastProse = 100;

export function findArticle(lines: readonly Line[]): FoundArticle | undefined {
  const repeats = repeatsOf(lines);
  const kinds = kindsOf(lines, repeats);
  const anchored = fromAnchors(lines, kinds, repeats);
  const plain = fromProse(lines, kinds, repeats);
  if (!anchored || !plain) return anchored ?? plain;
  const size = (found: FoundArticle): number => proseIn(lines, kinds, found.start, found.end);
  const first = plain.start < (anchored.headline ?? anchored.start);
  return first && size(plain) > Math.max(600, size(anchored) / 4) ? plain : anchored;
}

/** Of each line; crumbs and long headlines that lists repeat are no running text. */
export function kindsOf(lines: readonly Line[], repeats = repeatsOf(lines)): Kind[] {
  return lines.map((line) => {
    const kind = kindOf(line);
    if (kind !== 'prose' || line.text.length > 250) return kind;
    if ((repeats.get(line.text) ?? 0) > 1) return 'short';
    const isCrumbs =
      homeWords.test(line.text) &&
      lines.some(({ text }) => text.length > 10 && text !== line.text && line.text.endsWith(text));
    return isCrumbs ? 'soft' : kind;
  });
}

/** How often each line is there, and whether another line ends with it, as crumbs do. */
function repeatsOf(lines: readonly Line[]): Map<string, number> {
  const repeats = new Map<string, number>();
  for (const { text } of lines) repeats.set(text, (repeats.get(text) ?? 0) + 1);
  return repeats;
}

const proseIn = (lines: readonly Line[], kinds: readonly Kind[], from: number, to: number): number => {
  let size = 0;
  for (let index = from; index < to; index += 1) if (kinds[index] === 'prose') size += lines[index]!.text.length;
  return size;
};

/** The first byline or date with a headline above it and running text below. */
function fromAnchors(
  lines: readonly Line[],
  kinds: readonly Kind[],
  repeats: ReadonlyMap<string, number>,
): FoundArticle | undefined {
  let best: FoundArticle | undefined;
  let bestScore = 0;
  let passed = -1;
  for (let index = 0; index < lines.length; index += 1) {
    const { text } = lines[index]!;
    const isNamed = kinds[index] === 'byline' && (isBareLead(text) || namesIn(text).length > 0);
    if (index <= passed || (kinds[index] !== 'date' && !isNamed)) continue;
    const headline = headlineAbove(lines, kinds, repeats, index);
    if (headline === undefined) continue;
    const found = below(lines, kinds, headline, index);
    if (!found) continue;
    passed = found.start;
    const size = proseIn(lines, kinds, found.start, found.end);
    if (size < leastProse) continue;
    // The article comes before the comments on it and the lists beside it.
    const score = Math.min(size, 1500) + (isKnown(lines, repeats, lines[headline]!.text) ? 1500 : 0) + (best ? 0 : 500);
    if (score > bestScore) {
      best = found;
      bestScore = score;
    }
  }
  return best;
}

/** Said again elsewhere: at the end of crumbs, or in a list. */
const isKnown = (lines: readonly Line[], repeats: ReadonlyMap<string, number>, text: string): boolean =>
  text.length >= 15 && ((repeats.get(text) ?? 0) > 1 || crumbsOf(lines, text) !== undefined);

function crumbsOf(lines: readonly Line[], headline: string): string | undefined {
  return lines.find(
    ({ text }) =>
      text.length > headline.length &&
      text.length < headline.length + 80 &&
      homeWords.test(text) &&
      text.endsWith(headline),
  )?.text;
}

const mostAbove = 5;

/** The headline over the line at `index`, with at most a standfirst between. */
function headlineAbove(
  lines: readonly Line[],
  kinds: readonly Kind[],
  repeats: ReadonlyMap<string, number>,
  index: number,
): number | undefined {
  const candidates: number[] = [];
  for (let at = index - 1; at >= 0 && index - at <= mostAbove + 3 && candidates.length < mostAbove; at -= 1) {
    const kind = kinds[at]!;
    if (isAbove(kind)) continue;
    if (kind === 'end' || lines[at]!.bullet !== undefined || !isTitle(lines[at]!, kind)) break;
    candidates.push(at);
  }
  const known = candidates.find(
    (at) =>
      isKnown(lines, repeats, lines[at]!.text) &&
      (repeats.get(lines[at]!.text)! < 4 || crumbsOf(lines, lines[at]!.text)) &&
      wordsIn(lines[at]!.text) >= 4,
  );
  if (known !== undefined) return known;
  const [nearest, second] = candidates;
  if (nearest === undefined) return undefined;
  const looksLikeStandfirst = kinds[nearest] === 'prose' || /^["“‘'].*["”’']$/.test(lines[nearest]!.text);
  if (looksLikeStandfirst && second !== undefined && wordsIn(lines[second]!.text) >= 3 && kinds[second] !== 'prose')
    return second;
  return wordsIn(lines[nearest]!.text) >= 2 || lines[nearest]!.text.length >= 12 ? nearest : undefined;
}

const wordsIn = (text: string): number => text.split(' ').length + Math.floor((text.match(han)?.length ?? 0) / 2);

/** Reads what stands between the headline and the body, and how far the body goes. */
function below(
  lines: readonly Line[],
  kinds: readonly Kind[],
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

const withEnd = (lines: readonly Line[], kinds: readonly Kind[], found: FoundArticle): FoundArticle => ({
  ...found,
  end: endOf(lines, kinds, found.start, found.names),
});

/** Whether a short line that stands apart opens the text: running text comes soon, with no more dates or buttons before it. */
function isOpening(lines: readonly Line[], kinds: readonly Kind[], from: number): boolean {
  if (credits.test(lines[from]!.text) || lines[from]!.underPicture || !lines[from + 1]?.apart) return false;
  for (let at = from + 1; at < lines.length && at - from <= 4; at += 1) {
    if (kinds[at] === 'prose') return true;
    if (kinds[at] !== 'short' && kinds[at] !== 'byline') return false;
  }
  return false;
}

const credits =
  /^(?:photo(?:graph)?s?|image|picture|credit|foto|bild|copyright|©|imagen|fotografía|crédito|source|via)\b.{0,80}$|\b(?:photo|image|picture|foto|bild) ?(?:by|credit|courtesy|:|von|de)\b|\((?:file photo|ap|afp|reuters|dpa)\)$/i;

/** The first line of the body behind the last line above it. A line close under it, or under a picture, is a caption. */
function startAfter(
  lines: readonly Line[],
  kinds: readonly Kind[],
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
function endOf(lines: readonly Line[], kinds: readonly Kind[], start: number, names: readonly string[]): number {
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
function isSignature(lines: readonly Line[], kinds: readonly Kind[], at: number, names: readonly string[]): boolean {
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
function goesOn(lines: readonly Line[], kinds: readonly Kind[], from: number): boolean {
  let prose = 0;
  for (let at = from; at < lines.length && kinds[at] !== 'end' && at - from < 40; at += 1) {
    if (kinds[at] === 'prose' && (prose += 1) >= 2) return true;
  }
  return false;
}

/** Without a byline or date: the first long stretch of running text, under the short lines that belong to it. */
function fromProse(
  lines: readonly Line[],
  kinds: readonly Kind[],
  repeats: ReadonlyMap<string, number>,
): FoundArticle | undefined {
  let best: { start: number; end: number; size: number } | undefined;
  for (let at = 0; at < lines.length; at += 1) {
    if (kinds[at] !== 'prose') continue;
    const end = endOf(lines, kinds, at, []);
    const size = proseIn(lines, kinds, at, end);
    if (!best || size > best.size * 3) best = { start: at, end, size };
    at = end;
  }
  if (!best) return undefined;
  const found: FoundArticle = {
    standfirst: [],
    names: [],
    start: best.start,
    end: best.end,
    captions: new Set(),
    taken: new Set(),
  };
  const above: number[] = [];
  for (let at = best.start - 1; at >= 0 && above.length < 4; at -= 1) {
    if (isAbove(kinds[at]!)) continue;
    const repeated = (repeats.get(lines[at]!.text) ?? 0) > 3 && wordsIn(lines[at]!.text) < 4;
    if (kinds[at] !== 'short' || lines[at]!.bullet !== undefined || !isTitle(lines[at]!, 'short') || repeated) break;
    above.unshift(at);
    // Lines of a menu stand close together; a headline stands apart.
    if (!lines[at]!.apart && !isKnown(lines, repeats, lines[at]!.text) && closeAbove(lines, kinds, at) > 3) break;
  }
  const known = above.find((at) => isKnown(lines, repeats, lines[at]!.text));
  const [first] = known === undefined ? above.slice(-2) : [known];
  if (first !== undefined) {
    found.headline = first;
    found.taken.add(first);
    found.standfirst = above.filter((at) => at > first);
    for (const at of found.standfirst) found.taken.add(at);
  } else {
    // A text whose headline is long enough to look like running text.
    const line = lines[best.start]!;
    if (best.start === 0 && line.text.length <= 200 && !sentenceEnd.test(line.text) && best.end > 1) {
      found.headline = 0;
      found.taken.add(0);
      found.start = 1;
    }
  }
  return found;
}

/** How many short lines stand close together, up to the one at `from`. */
function closeAbove(lines: readonly Line[], kinds: readonly Kind[], from: number): number {
  let count = 1;
  for (let at = from; at > 0 && !lines[at]!.apart && kinds[at - 1] === 'short'; at -= 1) count += 1;
  return count;
}

/** "Home Issues Headline" says the section. */
export function sectionOf(lines: readonly Line[], headline: string): string | undefined {
  const crumbs = crumbsOf(lines, headline);
  const middle = crumbs
    ?.slice(0, -headline.length)
    .replace(homeWords, '')
    .replace(/[\s|›»>/:→·-]+$/u, '')
    .trim();
  return middle && middle.length <= 40 ? middle : undefined;
}
