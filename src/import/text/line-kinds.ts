/** What each line of a page of plain text is, by itself and among the others. */
import { isBareLead, startsAsByline } from '../wording/bylines.ts';
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
} from '../wording/page-words.ts';
import { isDateLine } from '../wording/visible-dates.ts';
import type { PlainLine } from './plain-lines.ts';

export type LineKind = 'sharing' | 'date' | 'byline' | 'number' | 'end' | 'soft' | 'prose' | 'short';

export const sentenceEnd = /[.!?…。！？۔।]["”’»')\]]*$/u;

const han = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;

/** Running text: long enough, or a whole sentence. */
export function isProse({ text, bullet }: PlainLine): boolean {
  if (bullet !== undefined && text.length < 160) return false;
  const length = text.length + (text.match(han)?.length ?? 0) * 2;
  return length >= 90 || (length >= 50 && sentenceEnd.test(text));
}

/** A line behind which no article goes on. */
const isEnd = ({ text }: PlainLine): boolean =>
  isCommenting(text) ||
  listKindOf(text) !== undefined ||
  isPaging(text) ||
  isRights(text) ||
  isTagging(text) ||
  isAccount(text) ||
  isFooting(text) ||
  (contactLine.test(text) && text.length < 160);

export function kindOf(line: PlainLine): LineKind {
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

export const isAbove = (kind: LineKind): boolean =>
  kind === 'sharing' || kind === 'date' || kind === 'byline' || kind === 'number' || kind === 'soft';

const field = /^\p{Lu}[\p{L}\p{M}]*(?: [\p{L}\p{M}]+){0,2}: \S/u;
/** "When: …" over or under "Where: …": what a text says of its matter, and no headline. */
export const isField = (lines: readonly PlainLine[], at: number): boolean =>
  field.test(lines[at]?.text ?? '') &&
  [at - 1, at + 1].some((one) => field.test(lines[one]?.text ?? '') && !lines[Math.max(one, at)]!.apart);

export const isTitle = (line: PlainLine, kind: LineKind): boolean => {
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

/** Of each line; crumbs and long headlines that lists repeat are no running text. */
export function kindsOf(lines: readonly PlainLine[], repeats = repeatsOf(lines)): LineKind[] {
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
export function repeatsOf(lines: readonly PlainLine[]): Map<string, number> {
  const repeats = new Map<string, number>();
  for (const { text } of lines) repeats.set(text, (repeats.get(text) ?? 0) + 1);
  return repeats;
}

/** Said again elsewhere: at the end of crumbs, or in a list. */
export const isKnownLine = (lines: readonly PlainLine[], repeats: ReadonlyMap<string, number>, text: string): boolean =>
  text.length >= 15 && ((repeats.get(text) ?? 0) > 1 || crumbsOf(lines, text) !== undefined);

export function crumbsOf(lines: readonly PlainLine[], headline: string): string | undefined {
  return lines.find(
    ({ text }) =>
      text.length > headline.length &&
      text.length < headline.length + 80 &&
      homeWords.test(text) &&
      text.endsWith(headline),
  )?.text;
}

export const wordsIn = (text: string): number =>
  text.split(' ').length + Math.floor((text.match(han)?.length ?? 0) / 2);

export const credits =
  /^(?:photo(?:graph)?s?|image|picture|credit|foto|bild|copyright|©|imagen|fotografía|crédito|source|via)\b.{0,80}$|\b(?:photo|image|picture|foto|bild) ?(?:by|credit|courtesy|:|von|de)\b|\((?:file photo|ap|afp|reuters|dpa)\)$/i;

/** "Home Issues Headline" says the section. */
export function sectionOf(lines: readonly PlainLine[], headline: string): string | undefined {
  const crumbs = crumbsOf(lines, headline);
  const middle = crumbs
    ?.slice(0, -headline.length)
    .replace(homeWords, '')
    .replace(/[\s|›»>/:→·-]+$/u, '')
    .trim();
  return middle && middle.length <= 40 ? middle : undefined;
}
