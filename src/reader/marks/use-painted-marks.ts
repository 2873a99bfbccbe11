/** Paints the marks of an article in its text. A click or a tap on one of them opens it. */
import { useEffect, useMemo } from 'react';
import { partAt } from '../../text/at-point.ts';
import { rangeOf, type Span } from '../../text/text-of-body.ts';
import type { Mark } from '../store/records.ts';
import { paint, type Painted } from './paint.ts';
import type { PlacedMark } from './placed-marks.ts';
import type { ShownBody } from './use-body.ts';

export type PaintedMark = Painted & Span & { mark: Mark };

export function usePaintedMarks(
  { reader, body }: ShownBody,
  placed: readonly PlacedMark[],
  open: (mark: Mark) => void,
): PaintedMark[] {
  const painted = useMemo(
    () =>
      placed.flatMap((placedMark) => {
        if (!body || placedMark.fate !== 'here') return [];
        const { mark, span } = placedMark;
        const range = rangeOf(body, span.start, span.end);
        return range ? [{ ...span, mark, colour: mark.colour, range }] : [];
      }),
    [placed, body],
  );
  useEffect(() => paint(painted), [painted]);
  useEffect(() => () => paint([]), []);

  useEffect(() => {
    if (!reader || !body) return undefined;
    const look = (event: Event) => {
      const isLink = event.target instanceof Element && event.target.closest('a, button, summary') !== null;
      if (!(event instanceof MouseEvent) || isLink || getSelection()?.isCollapsed === false) return;
      const part = partAt(body, painted, event.clientX, event.clientY);
      if (part) open(part.mark);
    };
    reader.element.addEventListener('click', look);
    return () => reader.element.removeEventListener('click', look);
  }, [reader, body, painted, open]);

  return painted;
}
