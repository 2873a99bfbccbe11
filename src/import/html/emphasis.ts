/** Where signs of emphasis can stand so that Markdown reads them as such. */
import type { RunMarks, TextRun, InlineRun } from './runs.ts';

export type MarkName = keyof RunMarks;

const markNames: readonly MarkName[] = ['href', 'struck', 'strong', 'em'];

export const signs: Partial<Record<MarkName, string>> = { struck: '~~', strong: '**', em: '*' };

/** The mark that begins here and ends last, and where it ends; without a mark, the end of this run. */
export function longestMark(
  runs: readonly InlineRun[],
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

export function firstSign(run: InlineRun, done: ReadonlySet<MarkName> | undefined): string {
  if (run.is === 'break') return '\\';
  if (run.is === 'picture') return '!';
  if (run.is === 'note') return '[';
  if (run.is === 'address') return '<';
  if (run.marks.code && !done?.has('code')) return '`';
  if (run.marks.href !== undefined && !done?.has('href')) return '[';
  return run.text[0] ?? '';
}

export const letter = /[\p{L}\p{N}\p{M}]/u;

const punctuation = /[\p{P}\p{S}]/u;

/**
 * CommonMark 6.2: a sign of emphasis next to punctuation is only read as one when white space or punctuation is on its
 * other side. Runs without the mark on their outermost punctuation, link or code where it would not be read, else nothing.
 */
export function withFlanks(
  runs: readonly InlineRun[],
  start: number,
  end: number,
  mark: MarkName,
  done: ReadonlySet<MarkName> | undefined,
  [previous, next]: readonly [string, string],
): InlineRun[] | undefined {
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
