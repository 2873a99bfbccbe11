/** Tables: those that only lay out a page are taken apart, those that hold figures become Markdown tables. */
import type { PageElement } from './dom.ts';
import { attribute, isElement } from './dom.ts';
import { oneLine } from '../wording/one-line.ts';

export type Cell = { element: PageElement | undefined; align: string; header: boolean };

const widest = 100;
const longest = 5000;

/** The rows of the table itself, not of tables inside it. */
export function rowsOf(table: PageElement): PageElement[] {
  const rows: PageElement[] = [];
  for (const child of Array.from(table.children)) {
    if (child.localName === 'tr') rows.push(child);
    else if (child.localName === 'tbody' || child.localName === 'thead' || child.localName === 'tfoot')
      rows.push(...Array.from(child.children).filter((row) => row.localName === 'tr'));
  }
  return rows;
}

const cellsOf = (row: PageElement): PageElement[] =>
  Array.from(row.children).filter(({ localName }) => localName === 'td' || localName === 'th');

/** Blocks that a cell of a Markdown table cannot hold. */
const blocks = 'table, h1, h2, h3, h4, h5, h6, blockquote, pre, figure, hr, p + p, div + div, ul, ol, iframe, video';

/** Whether the table is a way to place things on a page (WAI-ARIA "presentation"; one column; blocks in its cells). */
export function isLayout(table: PageElement): boolean {
  if (/^(?:presentation|none)$/.test(attribute(table, 'role'))) return true;
  const rows = rowsOf(table);
  const widths = rows.map((row) => cellsOf(row).length);
  if (Math.max(0, ...widths) < 2) return true;
  if (rows.length > longest || Math.max(...widths) > widest) return true;
  if (table.querySelector('table')) return true;
  if (table.querySelector('th') || table.querySelector('caption')) return false;
  if (rows.length === 1) return true;
  const cells = rows.flatMap(cellsOf);
  const large = cells.filter((cell) => cell.querySelector(blocks) || oneLine(cell.textContent).length > 600);
  return large.length * 4 >= cells.length;
}

/** Rows of equal length; a cell over several columns or rows stands in the first of them. */
export function gridOf(table: PageElement): Cell[][] {
  const grid: Cell[][] = [];
  for (const [y, row] of rowsOf(table).entries()) {
    const line = (grid[y] ??= []);
    let x = 0;
    for (const cell of cellsOf(row)) {
      while (line[x]) x += 1;
      const [columns, below] = [spanOf(cell, 'colspan', widest), spanOf(cell, 'rowspan', 200)];
      for (let down = 0; down < below; down += 1) {
        if (y + down >= longest) break;
        const target = (grid[y + down] ??= []);
        for (let across = 0; across < columns && x + across < widest; across += 1) {
          const isFirst = down === 0 && across === 0;
          target[x + across] = {
            element: isFirst ? cell : undefined,
            align: alignOf(cell),
            header: cell.localName === 'th',
          };
        }
      }
      x += columns;
    }
  }
  const rows = grid.slice(0, rowsOf(table).length);
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) =>
    Array.from({ length: width }, (_, x) => row[x] ?? { element: undefined, align: '', header: false }),
  );
}

function spanOf(cell: PageElement, name: string, most: number): number {
  const span = Number.parseInt(attribute(cell, name), 10);
  return span >= 1 ? Math.min(span, most) : 1;
}

const alignOf = (cell: PageElement): string =>
  /text-align\s*:\s*(left|center|right)/i.exec(attribute(cell, 'style'))?.[1]?.toLowerCase() ??
  /^(?:left|center|right)$/i.exec(attribute(cell, 'align'))?.[0].toLowerCase() ??
  '';

/** Markdown of a grid whose cells are written already. Empty rows and columns are left out. */
export function tableMarkdown(grid: readonly (readonly { text: string; align: string }[])[]): string {
  const rows = grid.filter((row) => row.some(({ text }) => text !== ''));
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, x) => x).filter((x) => rows.some((row) => row[x]!.text !== ''));
  const first = rows[0];
  if (!first || columns.length === 0) return '';
  const line = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`;
  const ruler = columns.map((x) => rulers[commonAlign(rows, x)] ?? '---');
  return [
    line(columns.map((x) => first[x]!.text)),
    line(ruler),
    ...rows.slice(1).map((row) => line(columns.map((x) => row[x]!.text))),
  ].join('\n');
}

const rulers: Record<string, string> = { left: ':---', center: ':---:', right: '---:' };

/** Of the cells below the header, all of which agree. */
function commonAlign(rows: readonly (readonly { text: string; align: string }[])[], x: number): string {
  const aligns = new Set(rows.slice(1).map((row) => row[x]!.align));
  return aligns.size === 1 ? Array.from(aligns)[0]! : '';
}

/** A caption is a line of its own above the table. */
export const captionOf = (table: PageElement): PageElement | undefined =>
  Array.from(table.children).find((child) => isElement(child) && child.localName === 'caption');
