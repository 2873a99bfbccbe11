/**
 * The scroll position in a very long text. Only what has been in sight of it is laid out (`blocks.ts`), so its height is
 * an estimate, and another when the page is loaded again: the position is a block and how much of it has passed.
 */
import { blockBelow, blocksOfText } from './same-place.ts';

export type ScrollPosition = { block: number; passed: number };

/** Undefined where the text is not that long. */
export function scrollPositionOfReader(): ScrollPosition | undefined {
  if (scrollY === 0 || !document.querySelector('.stretch')) return undefined;
  const blocks = blocksOfText();
  const block = blockBelow(blocks, 0);
  const { top = 0, height = 0 } = blocks[block]?.getBoundingClientRect() ?? {};
  return { block, passed: top / (height || 1) };
}

/** Answers whether there is such a block. */
export function scrollToPosition({ block, passed }: ScrollPosition): boolean {
  const box = blocksOfText()[block]?.getBoundingClientRect();
  if (!box || !Number.isFinite(passed)) return false;
  scrollBy({ top: box.top - passed * box.height, behavior: 'instant' });
  return true;
}
