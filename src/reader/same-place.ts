/** The paragraphs of the article that is shown, and where the reader is among them. */
import { blocksOf, endsBelow } from './blocks.ts';

/** Paragraphs, headings, lists and figures of the text, as they follow each other. */
export function blocksOfText(): Element[] {
  const body = document.querySelector('main [data-text="body"]');
  return body ? blocksOf(body).filter(({ tagName }) => tagName !== 'HR') : [];
}

/** The number of the first block that ends below a height of the window, in pixels. */
export function blockBelow(blocks: readonly Element[], height: number): number {
  // They stand one under the other: looking in the middle of those that are left finds it.
  let [from, to] = [0, blocks.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const block = blocks[middle];
    if (block && endsBelow(block, height)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** Does what moves the text, and brings the words at the top of the window back there. */
export function atSamePlace(change: () => void): void {
  const blocks = scrollY > 0 ? blocksOfText() : [];
  const block = blocks[blockBelow(blocks, 0)];
  const before = block?.getBoundingClientRect();
  change();
  // Above the text, and where nothing has been laid out, there is no place to keep.
  if (!block || !before || before.height === 0 || before.top > innerHeight) return;
  const after = block.getBoundingClientRect();
  const passed = Math.min(0, before.top) / before.height;
  const moved = after.top - (Math.max(0, before.top) + passed * after.height);
  if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' });
}
