/** Lists what a page of text holds beside the article: forms line by line, menus and lists as one. */
import type { LeftOut } from '../item.ts';
import {
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
import { isProse } from './line-kinds.ts';
import type { PlainLine } from './plain-lines.ts';

const why: Record<string, string> = {
  'comment-form line': 'belongs to the form for comments',
  'account form': 'belongs to a form for logging in',
  'row of buttons': 'buttons for sharing',
  list: 'a list of other articles',
  tags: 'tags',
  advertisement: 'an advertisement or a call to subscribe',
  'foot of the page': 'stands at the foot of every page',
  'link to the article before or after': 'leads to another article',
  'text beside the article': 'stands outside the article, such as comments or a text about the site',
  caption: 'the caption of a picture that a plain text cannot hold',
  menu: 'a menu, or other lines beside the article',
};

export function leftOut(of: string, line: PlainLine, more = 0): LeftOut {
  const name = line.text.length > 80 ? `${line.text.slice(0, 80)}…` : line.text;
  const message = `${more > 0 ? `${more + 1} lines` : 'one line'}: ${why[of] ?? of}.`;
  return { is: 'left-out', of, name, line: line.number, why: { code: 'I520', message, line: line.number } };
}

/** One entry for each stretch of lines of one sort; lines of a comment form one by one. */
export function leftOutsOf(
  lines: readonly PlainLine[],
  taken: ReadonlySet<number>,
  captions: ReadonlySet<number>,
): LeftOut[] {
  const found: LeftOut[] = [];
  let run: { of: string; first: PlainLine; count: number } | undefined;
  const endRun = () => {
    if (run) found.push(leftOut(run.of, run.first, run.count - 1));
    run = undefined;
  };
  let list = false;
  for (const [index, line] of lines.entries()) {
    if (taken.has(index)) {
      endRun();
      list = false;
      continue;
    }
    const sort = captions.has(index) ? 'caption' : sortOf(line);
    if (sort === 'list') list = true;
    else if (sort !== 'menu') list = false;
    const of = sort === 'menu' && list ? 'list' : sort;
    if (of === 'comment-form line') {
      endRun();
      found.push(leftOut(of, line));
    } else if (run?.of === of) run.count += 1;
    else {
      endRun();
      run = { of, first: line, count: 1 };
    }
  }
  endRun();
  return found;
}

function sortOf(line: PlainLine): string {
  const { text } = line;
  if (isSharing(text)) return 'row of buttons';
  if (isCommenting(text)) return 'comment-form line';
  if (isAccount(text)) return 'account form';
  if (listKindOf(text) !== undefined) return 'list';
  if (isTagging(text)) return 'tags';
  if (isPaging(text)) return 'link to the article before or after';
  if (isAdvertising(text) || isPleading(text)) return 'advertisement';
  if (isRights(text) || isFooting(text)) return 'foot of the page';
  return isProse(line) ? 'text beside the article' : 'menu';
}
