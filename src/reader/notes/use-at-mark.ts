/** Keeps the window of a note at its mark, by measuring; it goes when the mark has left the screen. */
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

const gap = 8;

export function useAtMark(
  element: RefObject<HTMLElement | null>,
  mark: HTMLElement | undefined,
  leave: () => void,
): void {
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });

  useLayoutEffect(() => {
    const shown = element.current;
    if (!mark || !shown) return undefined;
    mark.setAttribute('aria-expanded', 'true');
    const watching = new IntersectionObserver((entries) => {
      if (entries.at(-1)?.isIntersecting === false) latest.current();
    });
    watching.observe(mark);
    const release = placed(shown, mark);
    return () => {
      mark.removeAttribute('aria-expanded');
      watching.disconnect();
      release();
    };
  }, [element, mark]);
}

/** Below the mark, above it where there is more room; at offsets from the corner of the document. */
function placed(shown: HTMLElement, mark: HTMLElement): () => void {
  const follow = () => {
    const { top, bottom, left, right } = mark.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = shown;
    const isBelow = bottom + gap + height <= innerHeight || innerHeight - bottom >= top;
    const most = document.documentElement.clientWidth - width - gap;
    const x = Math.max(gap, Math.min(most, (left + right - width) / 2));
    shown.style.left = `${x + scrollX}px`;
    shown.style.top = `${(isBelow ? bottom + gap : top - gap - height) + scrollY}px`;
  };
  // At once: a focus that moves into what is not placed yet would take the page along.
  follow();
  const growing = new ResizeObserver(follow);
  growing.observe(document.body);
  growing.observe(shown);
  return () => growing.disconnect();
}
