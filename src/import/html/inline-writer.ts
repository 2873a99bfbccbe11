/** Runs of a paragraph as Markdown. */
import { asParagraph, escapedText, titleText } from '../wording/markdown-text.ts';
import { letter, withFlanks, longestMark, firstSign, type MarkName, signs } from './emphasis.ts';
import type { TextRun, PictureRun, InlineRun } from './runs.ts';
import { tidied } from './tidy-runs.ts';
import { inBrackets } from './web-links.ts';

/** One paragraph as Markdown; line breaks are hard breaks. */
export const paragraphMarkdown = (runs: readonly InlineRun[]): string => asParagraph(inlineMarkdown(runs));

/** One line, as in a heading or a cell of a table. */
export const lineMarkdown = (runs: readonly InlineRun[]): string =>
  inlineMarkdown(runs.map((run): InlineRun => (run.is === 'break' ? { is: 'text', text: ' ', marks: {} } : run)));

export const pictureMarkdown = ({ src, alt, caption }: PictureRun): string => {
  const title = caption ? ` "${titleText(caption)}"` : '';
  return `![${escapedText(alt, { inLink: true })}](${inBrackets(src)}${title})`;
};

function inlineMarkdown(runs: readonly InlineRun[]): string {
  return write(tidied(runs), undefined, '', '');
}

/**
 * Writes runs that are inside the marks that `done` names; `before` and `after` are the characters around them. Where all of
 * them share one more mark, its stars join those outside, and what counts for both is what is `beyond`.
 */
function write(
  runs: readonly InlineRun[],
  done: ReadonlySet<MarkName> | undefined,
  before: string,
  after: string,
  beyond: [string, string] = [before, after],
): string {
  let out = '';
  let index = 0;
  const rest = Array.from(runs);
  while (index < rest.length) {
    const run = rest[index]!;
    const previous = out === '' ? before : out.at(-1)!;
    if (run.is !== 'text') {
      out += signOf(run);
      index += 1;
      continue;
    }
    const { mark, end } = longestMark(rest, index, done);
    const next = end < rest.length ? firstSign(rest[end]!, done) : after;
    if (mark === undefined) {
      out += run.marks.code
        ? codeMarkdown(run.text)
        : escapedText(run.text, { before: previous, after: next, inLink: done?.has('href') });
      index += 1;
    } else if (mark === 'href') {
      out += linkMarkdown(rest.slice(index, end) as TextRun[], done);
      index = end;
    } else {
      const isWhole = out === '' && end === rest.length;
      const near: [string, string] = isWhole ? beyond : [previous, next];
      const changed = withFlanks(rest, index, end, mark, done, near);
      if (changed) {
        rest.splice(index, end - index, ...changed);
        continue;
      }
      const inside = new Set(done).add(mark);
      const sign = signs[mark]!;
      const further = near.map((one) => (mark === 'struck' || letter.test(one) ? sign[0]! : one)) as [string, string];
      out += `${sign}${write(rest.slice(index, end), inside, sign[0]!, sign[0]!, further)}${sign}`;
      index = end;
    }
  }
  return out;
}

function signOf(run: Exclude<InlineRun, TextRun>): string {
  if (run.is === 'break') return '\\\n';
  if (run.is === 'note') return `[^${run.label}]`;
  if (run.is === 'address') return `<${inBrackets(run.href)}>`;
  return pictureMarkdown(run);
}

/** An address that is its own text stands alone. */
function linkMarkdown(runs: readonly TextRun[], done: ReadonlySet<MarkName> | undefined): string {
  const href = runs[0]!.marks.href!;
  const text = runs.map((run) => run.text).join('');
  if (text === href && /^(?:https?|mailto):[^\s<>]+$/i.test(href)) return `<${href}>`;
  if (`mailto:${text}` === href && /^[\w.+-]+@[\w.-]+$/.test(text)) return `<${text}>`;
  return `[${write(runs, new Set(done).add('href'), '[', ']')}](${inBrackets(href)})`;
}

function codeMarkdown(text: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .* $/s.test(text) ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}
