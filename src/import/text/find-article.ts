/**
 * Where the article is among the lines of a page: headline, standfirst, byline, date and the stretch of its body. What a page
 * puts between headline and text (byline, date, buttons for sharing) is the best sign of where they are.
 */
import { isBareLead, namesIn } from '../wording/bylines.ts';
import { type FoundArticle, below, endOf } from './body-stretch.ts';
import {
  type LineKind,
  sentenceEnd,
  kindsOf,
  repeatsOf,
  isAbove,
  isField,
  isTitle,
  wordsIn,
  isKnownLine,
  crumbsOf,
} from './line-kinds.ts';
import type { PlainLine } from './plain-lines.ts';

const leastProse = 100;

export function findArticle(lines: readonly PlainLine[]): FoundArticle | undefined {
  const repeats = repeatsOf(lines);
  const kinds = kindsOf(lines, repeats);
  const anchored = fromAnchors(lines, kinds, repeats);
  const plain = fromProse(lines, kinds, repeats);
  if (!anchored || !plain) return anchored ?? plain;
  const size = (found: FoundArticle): number => proseIn(lines, kinds, found.start, found.end);
  const first = plain.start < (anchored.headline ?? anchored.start);
  return first && size(plain) > Math.max(600, size(anchored) / 4) ? plain : anchored;
}

const proseIn = (lines: readonly PlainLine[], kinds: readonly LineKind[], from: number, to: number): number => {
  let size = 0;
  for (let index = from; index < to; index += 1) if (kinds[index] === 'prose') size += lines[index]!.text.length;
  return size;
};

/** The first byline or date with a headline above it and running text below. */
function fromAnchors(
  lines: readonly PlainLine[],
  kinds: readonly LineKind[],
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
    const score =
      Math.min(size, 1500) + (isKnownLine(lines, repeats, lines[headline]!.text) ? 1500 : 0) + (best ? 0 : 500);
    if (score > bestScore) {
      best = found;
      bestScore = score;
    }
  }
  return best;
}

const mostAbove = 5;

/** The headline over the line at `index`, with at most a standfirst between. */
function headlineAbove(
  lines: readonly PlainLine[],
  kinds: readonly LineKind[],
  repeats: ReadonlyMap<string, number>,
  index: number,
): number | undefined {
  const candidates: number[] = [];
  for (let at = index - 1; at >= 0 && index - at <= mostAbove + 3 && candidates.length < mostAbove; at -= 1) {
    const kind = kinds[at]!;
    if (isAbove(kind) || isField(lines, at)) continue;
    if (kind === 'end' || lines[at]!.bullet !== undefined || !isTitle(lines[at]!, kind)) break;
    candidates.push(at);
  }
  const known = candidates.find(
    (at) =>
      isKnownLine(lines, repeats, lines[at]!.text) &&
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

/** Without a byline or date: the first long stretch of running text, under the short lines that belong to it. */
function fromProse(
  lines: readonly PlainLine[],
  kinds: readonly LineKind[],
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
  while (isField(lines, found.start - 1)) found.start -= 1;
  for (let at = found.start - 1; at >= 0 && above.length < 4; at -= 1) {
    if (isAbove(kinds[at]!)) continue;
    const repeated = (repeats.get(lines[at]!.text) ?? 0) > 3 && wordsIn(lines[at]!.text) < 4;
    if (kinds[at] !== 'short' || lines[at]!.bullet !== undefined || !isTitle(lines[at]!, 'short') || repeated) break;
    above.unshift(at);
    // Lines of a menu stand close together; a headline stands apart.
    if (!lines[at]!.apart && !isKnownLine(lines, repeats, lines[at]!.text) && closeAbove(lines, kinds, at) > 3) break;
  }
  const known = above.find((at) => isKnownLine(lines, repeats, lines[at]!.text));
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
function closeAbove(lines: readonly PlainLine[], kinds: readonly LineKind[], from: number): number {
  let count = 1;
  for (let at = from; at > 0 && !lines[at]!.apart && kinds[at - 1] === 'short'; at -= 1) count += 1;
  return count;
}
