/** A paragraph on its way from HTML: stretches of text with their marks, and what stands between them. */
import { asParagraph, escapedText, titleText } from '../markdown-text.ts';
import { inBrackets } from './web-links.ts';

export type Marks = { strong?: boolean; em?: boolean; struck?: boolean; code?: boolean; href?: string };

export type TextRun = { is: 'text'; text: string; marks: Marks };
export type PictureRun = { is: 'picture'; src: string; alt: string; caption?: string };
export type Run =
  | TextRun
  | PictureRun
  | { is: 'break' }
  | { is: 'note'; label: string }
  | { is: 'address'; href: string };

/** One paragraph as Markdown; line breaks are hard breaks. */
export const paragraphMarkdown = (runs: readonly Run[]): string => asParagraph(inlineMarkdown(runs));

/** One line, as in a heading or a cell of a table. */
export const lineMarkdown = (runs: readonly Run[]): string =>
  inlineMarkdown(runs.map((run): Run => (run.is === 'break' ? { is: 'text', text: ' ', marks: {} } : run)));

export const pictureMarkdown = ({ src, alt, caption }: PictureRun): string => {
  const title = caption ? ` "${titleText(caption)}"` : '';
  return `![${escapedText(alt, { inLink: true })}](${inBrackets(src)}${title})`;
};

/** Whether there is nothing to see. */
export const isBlank = (runs: readonly Run[]): boolean =>
  runs.every((run) => run.is === 'break' || (run.is === 'text' && !/[^\s\u200b\ufeff\u00ad]/.test(run.text)));

/** Runs that begin and end with something, cut where two or more breaks stand together. */
export function paragraphsIn(runs: readonly Run[]): Run[][] {
  const paragraphs: Run[][] = [];
  let paragraph: Run[] = [];
  let breaks = 0;
  for (const run of runs) {
    if (run.is === 'break') breaks += 1;
    else if (breaks > 0 && isBlank([run])) continue;
    else {
      if (breaks > 1) {
        paragraphs.push(paragraph);
        paragraph = [];
      } else if (breaks === 1 && paragraph.length > 0) paragraph.push({ is: 'break' });
      breaks = 0;
      paragraph.push(run);
    }
  }
  paragraphs.push(paragraph);
  return paragraphs.filter((some) => !isBlank(some));
}

function inlineMarkdown(runs: readonly Run[]): string {
  return write(tidied(runs), undefined, '', '');
}

/**
 * Text with white space as it is shown: runs of it are one space, a single non-breaking space stays, floods of them do
 * not; none at the ends of lines. Spaces at the edge of a mark stand outside it, or it would not be read as one.
 */
function tidied(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  let spaceBefore = true;
  for (const run of joined(runs)) {
    if (run.is !== 'text') {
      if (run.is === 'break') trimEnd(result);
      result.push(run);
      spaceBefore = run.is === 'break';
      continue;
    }
    // Code is set apart already; bold code beside plain code would run together.
    const marks: Marks = run.marks.code ? { code: true, href: run.marks.href } : run.marks;
    let text = run.text
      .replace(/[\u200b\ufeff]/g, '')
      .replace(/\s+/g, (spaces) => (spaces === '\u00a0' || spaces === '\u202f' ? spaces : ' '));
    if (spaceBefore) text = text.replace(/^\s+/, '');
    if (text === '') continue;
    spaceBefore = /\s$/.test(text);
    if (isPlain(marks)) result.push({ ...run, text });
    else {
      const [, before = '', inside = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
      for (const [part, own] of [
        [before, {}],
        [inside, marks],
        [after, {}],
      ] as const) {
        if (part !== '') result.push({ is: 'text', text: part, marks: own });
      }
    }
  }
  trimEnd(result);
  return bridged(joined(result));
}

function trimEnd(runs: Run[]): void {
  for (let last = runs.at(-1); last?.is === 'text'; last = runs.at(-1)) {
    const text = last.text.trimEnd();
    runs.pop();
    if (text === '') continue;
    runs.push({ ...last, text });
    return;
  }
}

const isPlain = (marks: Marks): boolean =>
  !marks.strong && !marks.em && !marks.struck && !marks.code && marks.href === undefined;

const sameMarks = (a: Marks, b: Marks): boolean =>
  !a.strong === !b.strong && !a.em === !b.em && !a.struck === !b.struck && !a.code === !b.code && a.href === b.href;

function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (run.is === 'text' && last?.is === 'text' && sameMarks(run.marks, last.marks)) {
      result[result.length - 1] = { ...last, text: last.text + run.text };
    } else result.push(run);
  }
  return result;
}

/** A space between two runs that share marks takes them on, so that "**a** **b**" is "**a b**". */
function bridged(runs: readonly Run[]): Run[] {
  const result = runs.map((run, index): Run => {
    const before = runs[index - 1];
    const after = runs[index + 1];
    if (run.is !== 'text' || run.text.trim() !== '' || before?.is !== 'text' || after?.is !== 'text') return run;
    const [a, b] = [before.marks, after.marks];
    const href = a.href !== undefined && a.href === b.href ? a.href : undefined;
    const code = false;
    return {
      ...run,
      marks: { strong: a.strong && b.strong, em: a.em && b.em, struck: a.struck && b.struck, code, href },
    };
  });
  return joined(result);
}

type MarkName = keyof Marks;
const markNames: readonly MarkName[] = ['href', 'struck', 'strong', 'em'];
const signs: Partial<Record<MarkName, string>> = { struck: '~~', strong: '**', em: '*' };

/**
 * Writes runs that are inside the marks that `done` names; `before` and `after` are the characters around them. Where all of
 * them share one more mark, its stars join those outside, and what counts for both is what is `beyond`.
 */
function write(
  runs: readonly Run[],
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

/** The mark that begins here and lasts longest, and where it ends; without one, the end of this run. */
function longestMark(
  runs: readonly Run[],
  start: number,
  done: ReadonlySet<MarkName> | undefined,
): { mark?: MarkName; end: number } {
  let best: { mark?: MarkName; end: number } = { end: start + 1 };
  let longest = 0;
  const first = runs[start] as TextRun;
  for (const mark of markNames) {
    const value = first.marks[mark];
    if (done?.has(mark) || value === undefined || value === false) continue;
    let end = start + 1;
    for (let run = runs[end]; run?.is === 'text' && run.marks[mark] === value; run = runs[end]) end += 1;
    if (end - start > longest) {
      longest = end - start;
      best = { mark, end };
    }
  }
  return best;
}

function firstSign(run: Run, done: ReadonlySet<MarkName> | undefined): string {
  if (run.is === 'break') return '\\';
  if (run.is === 'picture') return '!';
  if (run.is === 'note') return '[';
  if (run.is === 'address') return '<';
  if (run.marks.code && !done?.has('code')) return '`';
  if (run.marks.href !== undefined && !done?.has('href')) return '[';
  return run.text[0] ?? '';
}

const letter = /[\p{L}\p{N}\p{M}]/u;
const punctuation = /[\p{P}\p{S}]/u;

/**
 * CommonMark 6.2: a sign of emphasis next to punctuation is only read as one when white space or punctuation is on its
 * other side. Runs without the mark on their outermost punctuation, link or code where it would not be read, else nothing.
 */
function withFlanks(
  runs: readonly Run[],
  start: number,
  end: number,
  mark: MarkName,
  done: ReadonlySet<MarkName> | undefined,
  [previous, next]: readonly [string, string],
): Run[] | undefined {
  const some = runs.slice(start, end) as TextRun[];
  const text = some.map((run) => run.text).join('');
  const sign = signs[mark]![0]!;
  if (!/[\p{L}\p{N}\p{M}]/u.test(text) || previous === sign || next === sign)
    return some.map((run) => without(run, mark));
  const isOpen = (character: string): boolean =>
    character === '' || /\s/.test(character) || punctuation.test(character);
  const first = some[0]!;
  const last = some.at(-1)!;
  if (!isOpen(previous) && isSet(first, mark, done)) return [without(first, mark), ...some.slice(1)];
  if (!isOpen(next) && isSet(last, mark, done)) return [...some.slice(0, -1), without(last, mark)];
  const lead = (isOpen(previous) ? /^\s+/ : /^[\p{P}\p{S}\s]+/u).exec(first.text)?.[0] ?? '';
  if (lead !== '') return split(some, 0, lead.length, mark);
  const tail = (isOpen(next) ? /\s+$/ : /[\p{P}\p{S}\s]+$/u).exec(last.text)?.[0] ?? '';
  if (tail !== '') return split(some, some.length - 1, last.text.length - tail.length, mark);
  return undefined;
}

/** Whether a run is written with signs of its own around it, other than stars beside stars. */
const isSet = ({ marks, text }: TextRun, mark: MarkName, done: ReadonlySet<MarkName> | undefined): boolean =>
  Boolean(marks.code) ||
  /:\/\/|www\./i.test(text) ||
  (marks.href !== undefined && !done?.has('href')) ||
  (Boolean(marks.struck) && mark !== 'struck' && !done?.has('struck')) ||
  (mark === 'struck' && Boolean((marks.strong && !done?.has('strong')) || (marks.em && !done?.has('em'))));

/** The run at `index` in two, the outer one without the mark. */
function split(runs: readonly TextRun[], index: number, at: number, mark: MarkName): TextRun[] {
  const run = runs[index]!;
  const parts = [
    { ...run, text: run.text.slice(0, at) },
    { ...run, text: run.text.slice(at) },
  ];
  const outer = index === 0 && parts[0]!.text.search(/[\p{L}\p{N}\p{M}]/u) < 0 ? 0 : 1;
  parts[outer] = without(parts[outer]!, mark);
  return [...runs.slice(0, index), ...parts, ...runs.slice(index + 1)].filter(({ text }) => text !== '');
}

const without = (run: TextRun, mark: MarkName): TextRun => ({ ...run, marks: { ...run.marks, [mark]: undefined } });

function signOf(run: Exclude<Run, TextRun>): string {
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
