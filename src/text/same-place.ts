/** The paragraphs of the article that is shown, where the reader is among them, and scroll anchoring to them. */
import { blocksOf, endsBelow } from './blocks.ts';
import { firstThat } from '../publication/first-that.ts';

/** Paragraphs, headings, lists and figures of the text, as they follow each other. */
export function blocksOfText(): Element[] {
  const body = document.querySelector('main [data-text="body"]');
  return body ? blocksOf(body).filter(({ tagName }) => tagName !== 'HR') : [];
}

/** The number of the first block that ends below a height of the window, in pixels. */
export function blockBelow(blocks: readonly Element[], height: number): number {
  return firstThat(0, blocks.length, (index) => endsBelow(blocks[index]!, height));
}

type Anchor = { block: Element; top: number; height: number };

/** What the scroll position is tied to, until the next frame has restored it. */
let anchor: Anchor | undefined;
let returning = 0;

/** Makes a change that moves the text, and restores the words at the top of the window before the next paint. */
export function atSamePlace(change: () => void): void {
  anchor ??= anchorInText();
  change();
  if (!anchor) return;
  cancelAnimationFrame(returning);
  returning = requestAnimationFrame(bringBack);
}

let waiting: (() => void) | undefined;

/**
 * The same for changes that follow each other quickly, as those of a slider: only the last counts. In a very long text it
 * runs in a task of its own, in which the styles are computed; the frame that follows does the layout. So the slider
 * never waits for both.
 */
export function soonAtSamePlace(change: () => void): void {
  if (!document.querySelector('.stretch')) {
    atSamePlace(change);
    return;
  }
  if (!waiting) setTimeout(changeNow);
  waiting = change;
}

function changeNow(): void {
  if (waiting) atSamePlace(waiting);
  waiting = undefined;
  // Asking for a style has the styles computed, and nothing laid out.
  void getComputedStyle(document.body).fontSize;
}

/** Undefined above the text, and where nothing has been laid out. */
function anchorInText(): Anchor | undefined {
  const blocks = scrollY > 0 ? blocksOfText() : [];
  const block = blocks[blockBelow(blocks, 0)];
  if (!block) return undefined;
  const { top, height } = block.getBoundingClientRect();
  return height > 0 && top <= innerHeight ? { block, top, height } : undefined;
}

function bringBack(): void {
  if (!anchor) return;
  const { block, top, height } = anchor;
  anchor = undefined;
  const after = block.getBoundingClientRect();
  const passed = Math.min(0, top) / height;
  const moved = after.top - (Math.max(0, top) + passed * after.height);
  if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' });
}
