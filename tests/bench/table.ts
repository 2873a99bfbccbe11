/** What was measured, as rows beside their targets: for people as a table in Markdown, for programs as data. */

export type Row = {
  group: string;
  what: string;
  value: number;
  unit: '' | 's' | 'CPU s' | 'ms' | 'MB' | 'B' | 'kB' | '%' | '×' | 'files';
  /** What the value was made from, such as "430 / 520 ms". */
  from?: string;
  /** The most that is allowed, or the least; a row with neither only informs. */
  atMost?: number;
  atLeast?: number;
};

export const isMet = ({ value, atMost, atLeast }: Row): boolean | undefined => {
  if (atMost !== undefined) return value <= atMost;
  return atLeast === undefined ? undefined : value >= atLeast;
};

const heading = ['what', 'measured', 'target', 'met'];

/** A pipe table for each group. A value that was not measured is NaN and never meets its target. */
export function tableOf(rows: readonly Row[]): string {
  const groups = [...new Set(rows.map(({ group }) => group))];
  return groups
    .map((group) => {
      const cells = rows.filter((row) => row.group === group).map(cellsOf);
      return `### ${group}\n\n${pipes([heading, ...cells])}\n`;
    })
    .join('\n');
}

/** The same as data. */
export const dataOf = (rows: readonly Row[]): string =>
  `${JSON.stringify(
    rows.map((row) => ({ ...row, met: isMet(row) })),
    undefined,
    2,
  )}\n`;

function cellsOf(row: Row): string[] {
  const { what, value, unit, from } = row;
  const met = isMet(row);
  return [
    what,
    `${numbered(value, unit)}${from ? ` (${from})` : ''}`,
    targetOf(row),
    met === undefined ? '' : met ? 'yes' : 'NO',
  ];
}

function targetOf({ unit, atMost, atLeast }: Row): string {
  if (atMost !== undefined) return atMost === 0 ? '0' : `≤ ${numbered(atMost, unit)}`;
  return atLeast === undefined ? '' : `≥ ${numbered(atLeast, unit)}`;
}

function numbered(value: number, unit: Row['unit']): string {
  if (Number.isNaN(value)) return 'not measured';
  const places = unit === '×' ? 2 : Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : unit === '%' ? 2 : 1;
  return `${value.toLocaleString('en', { minimumFractionDigits: unit === '×' ? 2 : 0, maximumFractionDigits: places })} ${unit}`.trim();
}

function pipes(lines: readonly string[][]): string {
  const widths = heading.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  const written = lines.map((line) => `| ${line.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`);
  written.splice(1, 0, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`);
  return written.join('\n');
}

/** The middle one, or the mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((one, other) => one - other);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
