/** Puts a small window beside words, where it covers none of them; where there is little room the sheet puts it below. */
import { type RefObject, useLayoutEffect } from 'react';

const gap = 10;

/** Brings both in sight, and the words from behind a sheet at the bottom of the window. */
function makeRoom(shown: HTMLElement, range: Range): void {
  const bottom = range.getBoundingClientRect().bottom;
  const { top } = shown.getBoundingClientRect();
  if (getComputedStyle(shown).position !== 'fixed') shown.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  else if (bottom > top - gap && bottom - top < innerHeight) {
    scrollBy({ top: bottom - top + 2 * gap, behavior: 'instant' });
  }
}

/** The offsets are in `--beside-x` and `--beside-y`, from the corner of what the element is placed in. */
export function useBeside(element: RefObject<HTMLElement | null>, range: Range | undefined): void {
  useLayoutEffect(() => {
    const shown = element.current;
    if (!shown || !range) return undefined;
    const follow = () => {
      const rects = Array.from(range.getClientRects()).filter(({ width }) => width > 0);
      const [first] = rects;
      const last = rects.at(-1);
      if (!first || !last) return;
      const { offsetWidth: width, offsetHeight: height } = shown;
      const origin = (shown.offsetParent ?? document.documentElement).getBoundingClientRect();
      const isRoomAbove = first.top - height - gap > 0;
      const top = isRoomAbove ? first.top - height - gap : last.bottom + gap;
      const middle = isRoomAbove ? (first.left + first.right) / 2 : (last.left + last.right) / 2;
      const most = document.documentElement.clientWidth - width - gap;
      const left = Math.max(gap, Math.min(most, middle - width / 2));
      shown.style.setProperty('--beside-x', `${left - origin.left}px`);
      shown.style.setProperty('--beside-y', `${top - origin.top}px`);
    };
    follow();
    makeRoom(shown, range);
    const growing = new ResizeObserver(follow);
    growing.observe(document.documentElement);
    growing.observe(shown);
    return () => growing.disconnect();
  }, [element, range]);
}
