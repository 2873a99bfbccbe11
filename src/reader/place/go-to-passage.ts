/** Brings a passage to the top of the window at once, and the focus to the block it is in. */
import { readingLine } from '../../text/lines.ts';

type Found = { top: number; block: Element };

/** Blocks that come near may turn out to be of another height than was thought; then it is looked for again. */
const tries = 4;

export function goTo(find: () => Found | undefined, attempt = 1): void {
  const found = find();
  if (!found) return;
  const away = found.top - readingLine;
  if (Math.abs(away) >= 1) scrollBy({ top: away, behavior: 'instant' });
  if (attempt === 1) focusOn(found.block);
  if (attempt < tries) requestAnimationFrame(() => goTo(find, attempt + 1));
}

/** For as long as it has the focus, and no longer: the text is as it was printed. */
function focusOn(block: Element): void {
  if (!(block instanceof HTMLElement)) return;
  if (!block.hasAttribute('tabindex')) {
    block.tabIndex = -1;
    block.addEventListener('blur', () => block.removeAttribute('tabindex'), { once: true });
  }
  block.focus({ preventScroll: true });
}
