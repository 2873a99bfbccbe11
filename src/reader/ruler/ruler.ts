/**
 * The reading ruler: some lines of a text in full ink, painted by the CSS Custom Highlight API while the sheet makes the
 * rest paler; the document is not changed. The lines are those at the height of the pointer, or where the eye is while
 * the text is scrolled; a reader with a keyboard has the paragraph of the reading cursor.
 */
import { followText } from '../../text/follow-text.ts';
import { eyeLevel, linesOf } from '../../text/lines.ts';
import { readingCursor, subscribeToCursor } from '../keys/reading-cursor.ts';

const name = 'ruler';

/** So many lines stand out. */
const lineCount = 3;

/** Answers how to take the ruler away. */
export function layRuler(body: Element): () => void {
  const lit = new Highlight();
  // Marks and what the reader is led to keep their own colours.
  lit.priority = -1;
  CSS.highlights.set(name, lit);
  let lines = linesOf(body);
  // Until a pointer says otherwise.
  let height = innerHeight * eyeLevel;

  function draw(): void {
    const range = cursorInSight() ?? linesAround();
    lit.clear();
    if (range) lit.add(range);
  }

  function linesAround(): Range | undefined {
    if (!lines.isCurrent()) lines = linesOf(body);
    const reach = (Number.parseFloat(getComputedStyle(body).lineHeight) * lineCount) / 2;
    const { top, bottom } = body.getBoundingClientRect();
    const end = body.querySelector('[role=doc-endnotes]')?.getBoundingClientRect().top ?? bottom;
    const middle = Math.max(top + reach, Math.min(end - reach, height));
    return lines.rangeOf(lines.between(middle - reach, middle + reach));
  }

  const { lookSoon, stop } = followText(body, draw);
  const point = (event: PointerEvent) => {
    // A finger that moves scrolls; where it is put down, the lines are wanted.
    const isWanted = event.type === 'pointerdown' || event.pointerType !== 'touch';
    if (!isWanted || !(event.target instanceof Node) || !body.contains(event.target)) return;
    height = event.clientY;
    lookSoon();
  };
  const unsubscribe = subscribeToCursor(lookSoon);
  addEventListener('pointermove', point, { passive: true });
  addEventListener('pointerdown', point, { passive: true });
  return () => {
    stop();
    unsubscribe();
    removeEventListener('pointermove', point);
    removeEventListener('pointerdown', point);
    CSS.highlights.delete(name);
  };
}

function cursorInSight(): Range | undefined {
  const block = readingCursor()?.block;
  if (!block?.isConnected) return undefined;
  const { top, bottom } = block.getBoundingClientRect();
  if (bottom <= 0 || top >= innerHeight) return undefined;
  const range = document.createRange();
  range.selectNodeContents(block);
  return range;
}
