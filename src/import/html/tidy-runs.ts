/** White space as a browser shows it, and neighbouring runs with the same marks joined. */
import type { RunMarks, InlineRun } from './runs.ts';

/**
 * Text with white space as it is shown: runs of it are one space, a single non-breaking space stays, floods of them do
 * not; none at the ends of lines. Spaces at the edge of a mark stand outside it, or it would not be read as one.
 */
export function tidied(runs: readonly InlineRun[]): InlineRun[] {
  const result: InlineRun[] = [];
  let spaceBefore = true;
  for (const run of joined(runs)) {
    if (run.is !== 'text') {
      if (run.is === 'break') trimEnd(result);
      result.push(run);
      spaceBefore = run.is === 'break';
      continue;
    }
    // Code is set apart already; bold code beside plain code would run together.
    const marks: RunMarks = run.marks.code ? { code: true, href: run.marks.href } : run.marks;
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

function trimEnd(runs: InlineRun[]): void {
  for (let last = runs.at(-1); last?.is === 'text'; last = runs.at(-1)) {
    const text = last.text.trimEnd();
    runs.pop();
    if (text === '') continue;
    runs.push({ ...last, text });
    return;
  }
}

const isPlain = (marks: RunMarks): boolean =>
  !marks.strong && !marks.em && !marks.struck && !marks.code && marks.href === undefined;

const sameMarks = (a: RunMarks, b: RunMarks): boolean =>
  !a.strong === !b.strong && !a.em === !b.em && !a.struck === !b.struck && !a.code === !b.code && a.href === b.href;

function joined(runs: readonly InlineRun[]): InlineRun[] {
  const result: InlineRun[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (run.is === 'text' && last?.is === 'text' && sameMarks(run.marks, last.marks)) {
      result[result.length - 1] = { ...last, text: last.text + run.text };
    } else result.push(run);
  }
  return result;
}

/** A space between two runs that share marks takes them on, so that "**a** **b**" is "**a b**". */
function bridged(runs: readonly InlineRun[]): InlineRun[] {
  const result = runs.map((run, index): InlineRun => {
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
