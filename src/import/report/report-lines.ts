/** The report as text, for people: by file, what became of each item and why; then the sums. */
import { inForm, printable } from '../../press/content/problems.ts';
import type { FinishResult } from '../finish.ts';
import type { ReportedItem, FileReport, ImportReport, Sum } from './report.ts';
import { counted } from '../codes.ts';

/** The most items that are listed; the rest is counted, and `--json` has all of them. */
const mostItems = 300;
const mostNotes = 8;
const nameWidth = 48;
const mostKindWidth = 20;

/** The whole report, ending in a line end. */
export function reportLines(report: ImportReport, finish: FinishResult, dryRun: boolean): string {
  const byFile = new Map<string, ReportedItem[]>();
  const listed = listedOf(report.items);
  for (const item of listed) {
    const list = byFile.get(item.file);
    if (list) list.push(item);
    else byFile.set(item.file, [item]);
  }
  const lines = report.files.flatMap((file) => fileLines(file, byFile.get(file.file) ?? []));
  const more = report.items.length - listed.length;
  if (more > 0) lines.push('', `… and ${counted(more, 'item')} more; --json lists them all`);
  const notes = report.notes.map(({ code, message }) => `${code}  ${printable(message)}`);
  if (notes.length > 0) lines.push('', ...notes);
  lines.push('', ...sumLines(report.sums()), '', ...endLines(report, finish, dryRun));
  return `${lines.join('\n').replace(/^\n+/, '')}\n`;
}

/** All items of a short run; of a long one, first those that were not taken as they are, in their order. */
function listedOf(items: readonly ReportedItem[]): readonly ReportedItem[] {
  if (items.length <= mostItems) return items;
  const telling = items.filter(({ column }) => column !== 'taken');
  const plain = items.filter(({ column }) => column === 'taken');
  const chosen = new Set([...telling, ...plain].slice(0, mostItems));
  return items.filter((item) => chosen.has(item));
}

function fileLines(report: FileReport, items: readonly ReportedItem[]): string[] {
  const { file, kind, encoding, notes, refused } = report;
  if (items.length === 0 && notes.length === 0 && !refused && report.found > 0) return [];
  const what = [kind, encoding === 'utf-8' ? 'UTF-8' : encoding].filter(Boolean).join(', ');
  const lines = ['', `${printable(file)}${what ? `  (${what})` : ''}`];
  if (refused) lines.push(`  ${refusalLine(report)}`);
  for (const { code, message } of notes) lines.push(`  ${code}  ${printable(message)}`);
  const width = Math.max(...items.map(({ of }) => Math.min(of.length, mostKindWidth)), 0);
  return [...lines, ...items.flatMap((item) => itemLines(item, width))];
}

/** "feed.xml:12:5  I101  …", as problems of content are written. */
function refusalLine({ file, refused }: FileReport): string {
  const { code = '', message = '', line = 1, column = 1 } = refused ?? {};
  return inForm({
    file,
    line,
    column,
    code,
    message: message.endsWith('.') ? message : `${message}.`,
    severity: 'error',
  });
}

function itemLines({ column, of, name, to, notes, line }: ReportedItem, width: number): string[] {
  const place = line === undefined ? '' : ` (line ${line})`;
  const shown = cell(`${printable(name)}${place}`, nameWidth);
  const [only] = notes;
  const brief = column === 'left out' && notes.length === 1 && only;
  const end = brief ? `${only.code}  ${printable(only.message)}` : to === undefined ? '' : `→ ${to}`;
  const first = `  ${cell(column ?? '', 8)}  ${cell(of, width)}  ${shown}  ${end}`.trimEnd();
  if (brief) return [first];
  const told = notes
    .slice(0, mostNotes)
    .map(
      ({ code, message, line: at }) =>
        `            ${code}  ${printable(message)}${at === undefined ? '' : ` (line ${at})`}`,
    );
  if (notes.length > mostNotes) told.push(`            … and ${counted(notes.length - mostNotes, 'note')} more`);
  return [first, ...told];
}

function sumLines(sums: readonly Sum[]): string[] {
  const total: Sum = { of: 'in all', found: 0, taken: 0, changed: 0, leftOut: 0 };
  for (const sum of sums) for (const key of columns) total[key] += sum[key];
  const rows = [...sums, ...(sums.length > 1 ? [total] : [])];
  const width = Math.max(8, ...rows.map(({ of }) => of.length));
  const heading = `${' '.repeat(width)}  ${['found', 'taken', 'changed', 'left out'].map((name) => name.padStart(9)).join('')}`;
  return [
    heading,
    ...rows.map(
      (row) => `${row.of.padEnd(width)}  ${columns.map((key) => row[key].toLocaleString('en').padStart(9)).join('')}`,
    ),
  ];
}

const columns = ['found', 'taken', 'changed', 'leftOut'] as const;

function endLines(report: ImportReport, { written, stopped }: FinishResult, dryRun: boolean): string[] {
  const refused = report.files.filter((file) => file.refused);
  const lines =
    refused.length > 0
      ? [`${counted(refused.length, 'file')} refused:`, ...refused.map((file) => `  ${refusalLine(file)}`)]
      : [];
  if (stopped) {
    const files = stopped.files.slice(0, 50).map((path) => `  ${path}`);
    if (stopped.files.length > 50) files.push(`  … and ${stopped.files.length - 50} more`);
    return [
      ...lines,
      `Nothing was written. ${stopped.code === 'strict' ? '' : `${stopped.code}  `}${stopped.message}.`,
      ...files,
    ];
  }
  if (report.sums().every(({ found }) => found === 0))
    return [...lines, 'Nothing was written. I108  Nothing to import was found.'];
  if (written.length === 0) return [...lines, 'Nothing to write: 0 changes.'];
  const would = dryRun ? 'would be written; nothing was (--dry-run)' : 'written';
  return [...lines, `${counted(written.length, 'file')} ${would}.`];
}

const cell = (text: string, width: number): string => {
  const short = text.length > width ? `${text.slice(0, width - 1)}…` : text;
  return short.padEnd(width);
};
