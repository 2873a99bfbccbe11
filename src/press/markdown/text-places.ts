/** Where a piece of Markdown stands in its block. markdown-it knows only lines; columns are found again in the source. */
import type { Token } from 'markdown-it';
import type { Compiling, PlaceInMarkdown } from './compiling.ts';

/** Set on every inline token by the parser: its block, its first line (from 0) and, in a table, its cell. */
export type Origin = { block: number; line: number; cell?: number; inHead?: boolean; starts?: LineStart[] };

/** Where a line of an inline token's content begins: in the content, and as a column (from 0) of the source. */
type LineStart = { offset: number; column: number };

/** What may stand before the text of a line: quote marks, list markers, the label of a footnote. */
const container = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\]\s]+\]:))*[ \t]*/;
/** Before a row of a table's body there can be no marker: it would end the table. */
const quoteOrIndent = /^[ \t>]*/;

export const originInText = (inline: Token): Origin => inline.meta as Origin;

/** The place of a line's first character after its quote marks and list markers. `line` counts from 0. */
export function placeOfLine(compiling: Compiling, block: number, line: number): PlaceInMarkdown {
  const prefix = container.exec(lineOf(compiling, block, line))?.[0] ?? '';
  return { block, line: line + 1, column: prefix.length + 1 };
}

/** The place of the character at `offset` of an inline token's content. */
export function placeInBlocks(compiling: Compiling, inline: Token, offset: number): PlaceInMarkdown {
  const origin = originInText(inline);
  const starts = (origin.starts ??= lineStarts(compiling, inline));
  let index = 0;
  for (let step = starts.length; step > 0; step = Math.floor(step / 2)) {
    while ((starts[index + step]?.offset ?? Infinity) <= offset) index += step;
  }
  const start = starts[index] ?? { offset: 0, column: 0 };
  const escapes = origin.cell === undefined ? 0 : pipesBefore(inline.content, offset);
  return {
    block: origin.block,
    line: origin.line + index + 1,
    column: start.column + offset - start.offset + escapes + 1,
  };
}

/** Where the cells of a table's row begin and end in its line, as markdown-it divides them. */
export function cellsOf(line: string, inHead: boolean): { start: number; end: number }[] {
  const text = line.trimEnd();
  const cells: { start: number; end: number }[] = [];
  const first = (inHead ? container : quoteOrIndent).exec(line)?.[0].length ?? 0;
  let start = first;
  for (let at = first; at <= text.length; at += 1) {
    if (at < text.length && (text[at] !== '|' || text[at - 1] === '\\')) continue;
    const atEdge = at === start && (at === first || at === text.length);
    if (!atEdge) cells.push({ start, end: at });
    start = at + 1;
  }
  return cells;
}

export const markdownLinesOf = (compiling: Compiling, block: number): string[] =>
  (compiling.lines[block] ??= (compiling.blocks[block] ?? '').split('\n'));

export const lineOf = (compiling: Compiling, block: number, line: number): string =>
  markdownLinesOf(compiling, block)[line] ?? '';

function lineStarts(compiling: Compiling, inline: Token): LineStart[] {
  const { block, line, cell, inHead } = originInText(inline);
  if (cell !== undefined) {
    const row = lineOf(compiling, block, line);
    const start = cellsOf(row, inHead === true)[cell]?.start ?? 0;
    return [{ offset: 0, column: start + leadingSpace(row.slice(start)) }];
  }
  const source = markdownLinesOf(compiling, block);
  let offset = 0;
  return inline.content.split('\n').map((text, index) => {
    const indent = leadingSpace(text);
    const found = (source[line + index] ?? '').lastIndexOf(text.trim());
    const start = { offset, column: found - indent };
    offset += text.length + 1;
    return start;
  });
}

const leadingSpace = (text: string): number => text.length - text.trimStart().length;

/** markdown-it takes the backslash from `\|` in a cell, so the content is shorter than the source. */
const pipesBefore = (content: string, offset: number): number => content.slice(0, offset).split('|').length - 1;
