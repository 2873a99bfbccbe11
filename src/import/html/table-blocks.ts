/** A table as a block; one that only lays out a page is taken apart. */
import { type PageElement, type PageNode, isElement } from './dom.ts';
import { containers } from './element-names.ts';
import { deepestPlace, type PlaceInPage, pushBlock, pushContainer, type PageSurroundings } from './place.ts';
import type { InlineRun } from './runs.ts';
import { lineMarkdown } from './inline-writer.ts';
import { captionOf, gridOf, isLayout, tableMarkdown } from './tables.ts';

export function pushTable(table: PageElement, place: PlaceInPage, around: PageSurroundings): void {
  const caption = captionOf(table);
  if (place.depth > 0 || isLayout(table)) {
    pushContainer(table, place.marks, place, around);
    return;
  }
  const grid = gridOf(table);
  const written = grid.map((row) =>
    row.map((cell) => ({ align: cell.align, text: cell.element ? cellText(cell.element, around) : '' })),
  );
  const lines = tableMarkdown(written);
  if (lines === '') return;
  if (caption) pushContainer(caption, { strong: true }, place, around);
  const head = grid.findIndex((_row, y) => written[y]!.some(({ text }) => text !== ''));
  if (!grid[head]!.some(({ header }) => header)) around.changes.count('header');
  pushBlock(place, lines);
}

/** A cell is one line; what were paragraphs or entries of a list follow each other. */
function cellText(cell: PageElement, around: PageSurroundings): string {
  const place: PlaceInPage = { blocks: [], runs: [], marks: {}, depth: deepestPlace };
  const runs: InlineRun[] = [];
  walkCell(cell, place, around, runs);
  return lineMarkdown(runs).replaceAll('|', '\\|').replace(/\n/g, ' ');
}

function walkCell(element: PageElement, place: PlaceInPage, around: PageSurroundings, runs: InlineRun[]): void {
  for (let node: PageNode | null = element.firstChild; node; node = node.nextSibling) {
    const isBlock =
      isElement(node) &&
      (containers.has(node.localName) || /^(?:ul|ol|li|h[1-6]|blockquote|pre|table|figure|dl)$/.test(node.localName));
    if (isBlock) {
      runs.push({ is: 'break' });
      walkCell(node as PageElement, place, around, runs);
      runs.push({ is: 'break' });
    } else {
      around.walk(node, place, around);
      runs.push(...place.runs.splice(0));
      place.blocks.length = 0;
    }
  }
}
