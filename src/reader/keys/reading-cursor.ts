/**
 * The paragraph that a reader with a keyboard is at. The text itself is not touched: where the cursor is, is only
 * known here, and what shows it stands beside the text.
 */
import { blockBelow, blocksOfText } from '../../text/same-place.ts';

export type Cursor = { block: Element; number: number; count: number };

let cursor: Cursor | undefined;
const listeners = new Set<() => void>();

/** Where the cursor is, if the reader has called it up. */
export const readingCursor = (): Cursor | undefined => cursor;

export function subscribeToCursor(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function hideCursor(): void {
  if (cursor) become(undefined);
}

/** How far below the top of the window a paragraph is brought, as a share of its height. */
const cursorLevel = 0.2;

/** To the next paragraph (1) or the one before (-1); from where the reader has scrolled to, if the cursor is not in sight. */
export function moveCursor(step: 1 | -1): void {
  const blocks = blocksOfText();
  const here = cursor && isInSight(cursor.block) ? blocks.indexOf(cursor.block) : -1;
  if (here >= 0 && step === 1 && cursor && goesOn(cursor.block)) {
    scrollBy({ top: innerHeight * 0.7, behavior: behaviour() });
    return;
  }
  const top = blockBelow(blocks, innerHeight * cursorLevel);
  const number = here >= 0 ? here + step : Math.max(0, step === 1 ? top : top - 1);
  const block = blocks[number];
  if (!block) return;
  become({ block, number: number + 1, count: blocks.length });
  isFresh = true;
  const { top: blockTop } = block.getBoundingClientRect();
  scrollBy({ top: blockTop - innerHeight * cursorLevel, behavior: behaviour() });
}

/** Whether the cursor has been moved since the focus was. */
let isFresh = false;

const stops = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

/**
 * Tab goes on from where the cursor is, and not from where the focus was left behind. Answers whether it was taken there;
 * after that the browser knows the way.
 */
export function focusFromCursor(backwards: boolean): boolean {
  if (!cursor || !isFresh) return false;
  const { block } = cursor;
  const isThere = (stop: HTMLElement) => stop.tabIndex >= 0 && stop.checkVisibility();
  const follows = (stop: Element) =>
    block.contains(stop) || (block.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const all = Array.from(document.querySelectorAll<HTMLElement>(stops)).filter(isThere);
  const stop = backwards ? all.findLast((one) => !follows(one)) : all.find(follows);
  isFresh = false;
  stop?.focus();
  return stop !== undefined;
}

const behaviour = (): ScrollBehavior => (wantsLessMotion() ? 'instant' : 'smooth');

function isInSight(block: Element): boolean {
  const { top, bottom } = block.getBoundingClientRect();
  return block.isConnected && bottom > 0 && top < innerHeight;
}

/** Whether a paragraph longer than the window has words that were not in it yet. */
const goesOn = (block: Element): boolean => block.getBoundingClientRect().bottom > innerHeight;

function become(next: Cursor | undefined): void {
  cursor = next;
  listeners.forEach((listener) => listener());
}

/** Whether what moves by script does it at once: the system asks for less motion, or the reader's settings do. */
const wantsLessMotion = (): boolean =>
  document.documentElement.dataset['motion'] === 'reduced' || matchMedia('(prefers-reduced-motion: reduce)').matches;
