/** What of the text is under a point of the window. */
import { type BodyText, placeOf, rangeOf, type Span } from './text-of-body.ts';

/** The innermost of the parts that are painted under a point; nothing between lines or beside the text. */
export function partAt<Part extends Span>(
  body: BodyText,
  parts: readonly Part[],
  x: number,
  y: number,
): Part | undefined {
  const place = placeAt(body, x, y);
  if (place === undefined) return undefined;
  const [part] = parts
    .filter(({ start, end }) => start <= place && place <= end)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start));
  if (!part) return undefined;
  const rects = rangeOf(body, part.start, part.end)?.getClientRects() ?? [];
  return Array.from(rects).some(({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom)
    ? part
    : undefined;
}

function placeAt(body: BodyText, x: number, y: number): number | undefined {
  if ('caretPositionFromPoint' in document) {
    const caret = document.caretPositionFromPoint(x, y);
    return caret ? placeOf(body, caret.offsetNode, caret.offset) : undefined;
  }
  // Safari before 26.2.
  const older: { caretRangeFromPoint?: (x: number, y: number) => Range | null } = document;
  const range = older.caretRangeFromPoint?.(x, y);
  return range ? placeOf(body, range.startContainer, range.startOffset) : undefined;
}
