/** A place where blocks are gathered while a tree is walked: the body, an entry of a list, a quote. */
import type { Changes } from './changes.ts';
import type { PageElement, PageNode } from './dom.ts';
import { isBlank, type RunMarks, paragraphsIn, type PictureRun, type InlineRun } from './runs.ts';
import { paragraphMarkdown, pictureMarkdown } from './inline-writer.ts';

export type PlaceInPage = { blocks: string[]; runs: InlineRun[]; marks: RunMarks; depth: number };

export type PageSurroundings = {
  base: string | undefined;
  language: string | undefined;
  changes: Changes;
  levels: ReadonlyMap<PageElement, number>;
  /** Writes a node into a place; it is passed on, so that lists and tables can hold any block. */
  walk: (node: PageNode, place: PlaceInPage, around: PageSurroundings) => void;
};

/** Lists and quotes inside each other; beyond it they are written flat. */
export const deepestPlace = 12;

export const placeAt = (depth: number, marks: RunMarks = {}): PlaceInPage => ({ blocks: [], runs: [], marks, depth });

export function walkChildren(element: PageElement, place: PlaceInPage, around: PageSurroundings): void {
  for (let node: PageNode | null = element.firstChild; node; node = node.nextSibling) around.walk(node, place, around);
}

/** The blocks of an element by itself. */
export function blocksInside(element: PageElement, around: PageSurroundings, depth: number): string[] {
  const place = placeAt(depth);
  walkChildren(element, place, around);
  flush(place);
  return place.blocks;
}

/** Ends the paragraph. Pictures at its beginning and end are blocks of their own. */
export function flush(place: PlaceInPage): void {
  const runs = place.runs;
  if (runs.length === 0) return;
  place.runs = [];
  for (const paragraph of paragraphsIn(runs)) {
    const { before, between, after } = pictureEdges(paragraph);
    place.blocks.push(...before.map(pictureMarkdown));
    for (const part of paragraphsIn(between)) {
      const markdown = paragraphMarkdown(part);
      if (markdown.trim() !== '') place.blocks.push(markdown);
    }
    place.blocks.push(...after.map(pictureMarkdown));
  }
}

function pictureEdges(runs: readonly InlineRun[]): { before: PictureRun[]; between: InlineRun[]; after: PictureRun[] } {
  const isText = (run: InlineRun): boolean => run.is !== 'picture' && !isBlank([run]);
  const first = runs.findIndex(isText);
  const last = runs.findLastIndex(isText);
  const pictures = (some: readonly InlineRun[]): PictureRun[] => some.filter((run) => run.is === 'picture');
  if (first < 0) return { before: pictures(runs), between: [], after: [] };
  return {
    before: pictures(runs.slice(0, first)),
    between: runs.slice(first, last + 1),
    after: pictures(runs.slice(last + 1)),
  };
}

export function pushBlock(place: PlaceInPage, ...blocks: string[]): void {
  flush(place);
  place.blocks.push(...blocks.filter((block) => block.trim() !== ''));
}

/** Blocks of their own, in the same place. */
export function pushContainer(
  element: PageElement,
  marks: RunMarks,
  place: PlaceInPage,
  around: PageSurroundings,
): void {
  flush(place);
  const before = place.marks;
  place.marks = marks;
  walkChildren(element, place, around);
  flush(place);
  place.marks = before;
}
