/**
 * Makes Markdown of any making pass the press: what it refuses is put right where there is one right way, and else
 * shown as text. Nothing that was written is lost, and everything that was changed is told.
 */
import { compile, type TextProblem } from '../../press/markdown/markdown.ts';
import type { Picture } from '../../publication/content.ts';
import type { Note } from '../item.ts';
import { counted } from '../codes.ts';
import { type Edit, type LinkTargets, linkEdit } from './link-repair.ts';
import { completedTable, levelled, loweredHeading, withFenceClosed } from './structure-repair.ts';
import { asPlainText } from './markdown-words.ts';

export type RepairOptions = LinkTargets & {
  language: string;
  /** A picture that was given its place in images/ already. */
  placed: (source: string) => Picture | undefined;
  unturned: (text: string) => string;
};

export type Repaired = { blocks: string[]; notes: Note[] };

/** A text beyond the limit of the press. */
export const tooLong = 'tooLong';

const mostPasses = 8;
const shape = { owner: 'import', base: '/' };

/** The blocks as they may stand; `tooLong` for a text above 2 MB. */
export function repaired(written: readonly string[], options: RepairOptions): Repaired | typeof tooLong {
  const counts = new Counts();
  let blocks = levelled(written, counts);
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const problems = faultsOf(blocks, options);
    if (problems.length === 0) return { blocks, notes: counts.notes() };
    if (problems.some(({ code }) => code === 'A215')) return tooLong;
    blocks = mended(blocks, problems, options, counts);
  }
  return { blocks: lastResort(blocks, options, counts), notes: counts.notes() };
}

/** One round of repairs for problems that are known already, such as links that lead nowhere. */
export function repairedAt(
  blocks: readonly string[],
  problems: readonly TextProblem[],
  options: RepairOptions,
): Repaired {
  const counts = new Counts();
  return { blocks: mended(blocks, problems, options, counts), notes: counts.notes() };
}

function faultsOf(blocks: readonly string[], { language, placed }: RepairOptions): TextProblem[] {
  const { problems } = compile(blocks, { ...shape, language, picture: placed });
  return problems.filter((problem) => !problem.warning || losesText(problem));
}

/** Warnings of the press that mean text would not be shown. */
const losesText = ({ code, data: { cells = 0, columns = 0 } = {} }: TextProblem): boolean =>
  code === 'W507' || (code === 'W508' && cells > columns);

function mended(
  blocks: readonly string[],
  problems: readonly TextProblem[],
  options: RepairOptions,
  counts: Counts,
): string[] {
  const byBlock = new Map<number, TextProblem[]>();
  for (const problem of problems) byBlock.set(problem.block, [...(byBlock.get(problem.block) ?? []), problem]);
  return blocks.flatMap((block, index) => {
    const found = byBlock.get(index);
    if (!found) return [block];
    const mendedBlock = mendedText(block, found, { ...options, definitions: blocks }, counts);
    return mendedBlock.trim() === '' ? [] : [mendedBlock];
  });
}

/** Places first, from the last to the first, so that each stays where it was found; then what concerns whole lines. */
function mendedText(
  block: string,
  problems: readonly TextProblem[],
  options: RepairOptions & { definitions: readonly string[] },
  counts: Counts,
): string {
  const lines = block.split('\n');
  const edits: Edit[] = [];
  for (const problem of problems) {
    const offset = offsetOf(lines, problem);
    const edit = editFor(block, offset, problem, options, counts);
    if (edit === 'plain') return plain(block, counts);
    if (edit) edits.push(edit);
  }
  if (edits.length > 0) return edited(block, edits);
  const [first] = problems;
  return first ? restructured(block, first, options, counts) : block;
}

const offsetOf = (lines: readonly string[], { line, column }: TextProblem): number =>
  lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0) + column - 1;

const linkCodes = new Set('A401 A316 A406 A314 A315 A309 A310 A311 A312 A313 A213 A214'.split(' '));

function editFor(
  block: string,
  offset: number,
  { code, data }: TextProblem,
  options: RepairOptions & { definitions: readonly string[] },
  counts: Counts,
): Edit | 'plain' | undefined {
  if (linkCodes.has(code)) return linkEdit(block, offset, code, options, counts) ?? 'plain';
  if (code === 'A402' || (code === 'A403' && data?.open === 'comment')) {
    return escapedAt(block, offset, '<', 'I212', counts);
  }
  if (code === 'A407' || code === 'A408' || code === 'W507') return escapedAt(block, offset, '[', 'I215', counts);
  return undefined;
}

function escapedAt(block: string, offset: number, sign: string, code: string, counts: Counts): Edit | 'plain' {
  if (block[offset] !== sign) return 'plain';
  counts.add(code);
  return { start: offset, end: offset, text: '\\' };
}

function restructured(block: string, problem: TextProblem, options: RepairOptions, counts: Counts): string {
  switch (problem.code) {
    case 'A403':
      counts.add('I220');
      return withFenceClosed(block, problem.line) ?? plain(block, counts);
    case 'A404':
    case 'A405':
      counts.add('I214');
      return loweredHeading(block, problem) ?? plain(block, counts);
    case 'A409':
    case 'W508':
      counts.add('I216');
      return completedTable(block, problem) ?? plain(block, counts);
    case 'A216': {
      const unturned = options.unturned(block);
      return unturned === block ? plain(block, counts) : unturned;
    }
    default:
      return plain(block, counts);
  }
}

function edited(block: string, edits: readonly Edit[]): string {
  const ordered = edits.toSorted((one, other) => other.start - one.start || other.end - one.end);
  let [text, before] = [block, Infinity];
  for (const { start, end, text: put } of ordered) {
    if (end > before || (start === before && start === end)) continue;
    text = text.slice(0, start) + put + text.slice(end);
    before = start;
  }
  return text;
}

function plain(block: string, counts: Counts): string {
  counts.add('I217');
  return asPlainText(block);
}

/** What is still refused is shown as it is written. */
function lastResort(blocks: readonly string[], options: RepairOptions, counts: Counts): string[] {
  const faulty = new Set(faultsOf(blocks, options).map(({ block }) => block));
  return blocks.map((block, index) => (faulty.has(index) ? plain(options.unturned(block), counts) : block));
}

const messages: Readonly<Record<string, (number: number) => string>> = {
  I107: (number) =>
    `${counted(number, 'relative address', 'relative addresses')} with nothing to be relative to, shown as text`,
  I206: (number) => `${counted(number, 'picture')} on another site became a link`,
  I207: (number) =>
    `${counted(number, 'picture')} not there or not fit to show; what it was called stands in its place`,
  I208: (number) => `${counted(number, 'picture')} copied into images/`,
  I209: (number) =>
    `${counted(number, 'picture')} without a description: the name of the file stands for it; say what it shows`,
  I212: (number) => `${counted(number, 'HTML tag')} shown as text`,
  I213: (number) => `${counted(number, 'link')} that may not stand, or leads nowhere here, shown as text`,
  I214: (number) => `the levels of ${counted(number, 'heading')} changed: the highest below the headline is ##`,
  I215: (number) => `${counted(number, 'footnote mark')} without its other half shown as text`,
  I216: (number) => `the head of ${counted(number, 'table')} completed`,
  I217: (number) => `${counted(number, 'block')} that cannot be set shown as plain text`,
  I220: (number) => `${counted(number, 'block')} of code that never ended was ended`,
  I218: (number) => `${counted(number, 'link')} to what came along leads to it here`,
};

/** How often each kind of repair was made, and what else is to be told. */
export class Counts {
  readonly #counts = new Map<string, number>();
  readonly #told = new Map<string, Note>();

  add(code: string, number = 1): void {
    this.#counts.set(code, (this.#counts.get(code) ?? 0) + number);
  }

  tell(code: string, message: string): void {
    this.#told.set(`${code} ${message}`, { code, message });
  }

  notes(): Note[] {
    const sums = Array.from(this.#counts, ([code, number]) => ({ code, message: messages[code]?.(number) ?? '' }));
    return [...sums, ...this.#told.values()];
  }
}
