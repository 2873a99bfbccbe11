/**
 * The row of pictures that is swiped: the one that is shown stands in the window, also when the window is turned, and the
 * one that the reader's hand brings there is shown.
 */
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** The part of a picture's place that is in the window when it counts as seen. */
const seen = 0.6;

export function useTrack(
  track: RefObject<HTMLElement | null>,
  number: number,
  isEnlarged: boolean,
  show: (number: number) => void,
): void {
  const latest = useRef({ number, isEnlarged, show });
  /** The picture that a hand has brought: the row is on its way there, and is left alone. */
  const brought = useRef(0);

  useLayoutEffect(() => {
    latest.current = { number, isEnlarged, show };
  });

  useLayoutEffect(() => {
    if (!isEnlarged && track.current && brought.current !== number) bring(track.current, number);
    brought.current = 0;
  }, [track, number, isEnlarged]);

  useEffect(() => {
    const row = track.current;
    if (!row) return undefined;
    const look = () => {
      const { number, isEnlarged, show } = latest.current;
      // As it lies now: a key may have brought another one since the browser looked.
      const shown = numberSeen(row);
      if (isEnlarged || shown === 0 || shown === number) return;
      brought.current = shown;
      show(shown);
    };
    const seeing = new IntersectionObserver(look, { root: row, threshold: seen });
    const turning = new ResizeObserver(() => {
      if (!latest.current.isEnlarged) bring(row, latest.current.number);
    });
    for (const place of row.children) seeing.observe(place);
    turning.observe(row);
    return () => {
      seeing.disconnect();
      turning.disconnect();
    };
  }, [track]);
}

/** The picture of which enough is in the window, or 0 between two of them. */
function numberSeen(row: HTMLElement): number {
  const { left, width } = row.getBoundingClientRect();
  const isSeen = (place: Element) => Math.abs(place.getBoundingClientRect().left - left) <= width * (1 - seen);
  return Array.from(row.children).findIndex(isSeen) + 1;
}

function bring(row: HTMLElement, number: number): void {
  const [first, place] = [row.children[0], row.children[number - 1]] as (HTMLElement | undefined)[];
  if (first && place) row.scrollTo({ left: place.offsetLeft - first.offsetLeft, behavior: 'instant' });
}
