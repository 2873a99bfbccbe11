/** Must Read lists of a plain text: entries with a headline, perhaps a date or a section, perhaps an excerpt. */
import { briefOf } from '../wording/brief-lists.ts';
import type { ImportedBrief } from '../item.ts';
import { isCommenting, isFooting, isPaging, isRights, isSharing, listKindOf } from '../wording/page-words.ts';
import { isDateLine } from '../wording/visible-dates.ts';
import { isProse } from './line-kinds.ts';
import type { PlainLine } from './plain-lines.ts';

export type ListedBrief = { brief: ImportedBrief; line: number };

const most = 30;

/** Entries below the heading at `heading`, and the first line behind them. */
export function briefsBelow(lines: readonly PlainLine[], heading: number): { briefs: ListedBrief[]; end: number } {
  const briefs: ListedBrief[] = [];
  let at = heading + 1;
  while (at < lines.length && briefs.length < most) {
    const { text, number } = lines[at]!;
    if (endsList(text)) break;
    if (isDateLine(text) || !/\p{L}/u.test(text)) {
      at += 1;
      continue;
    }
    if (isMenuWord(lines, at)) break;
    const next = lines[at + 1];
    const isExcerpt =
      next !== undefined &&
      isProse(next) &&
      !endsList(next.text) &&
      !isDateLine(next.text) &&
      next.text.length > text.length;
    briefs.push({ brief: briefOf(text, isExcerpt ? next.text : undefined), line: number });
    at += isExcerpt ? 2 : 1;
  }
  return { briefs, end: at };
}

const endsList = (text: string): boolean =>
  listKindOf(text) !== undefined ||
  isCommenting(text) ||
  isFooting(text) ||
  isRights(text) ||
  isPaging(text) ||
  isSharing(text);

/** Single words close together are a menu and not headlines: "Sports", "Business". */
function isMenuWord(lines: readonly PlainLine[], at: number): boolean {
  const short = (line: PlainLine | undefined): boolean =>
    line !== undefined && line.text.split(' ').length <= 2 && line.text.length < 25 && !/[.!?…]$/.test(line.text);
  return short(lines[at]) && short(lines[at + 1]) && !lines[at + 1]!.apart;
}
