/** What of the text is under a point of the window. */
import { type BodyText, positionOf, rangeOf, type Span } from './text-of-body.ts';

/** The innermost of the parts that are painted under a point; nothing between lines or beside the text. */
export function partAt<Part extends Span>(
  body: BodyText,
  parts: readonly Part[],
  x: number,
  y: number,
): Part | undefined {
  const position = positionAt(body, x, y);
  if (position === undefined) return undefined;
  const [part] = parts
    .filter(({ start, end }) => start <= position && position <= end)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start));
  if (!part) return undefined;
  const rects = rangeOf(body, part.start, part.end)?.getClientRects() ?? [];
  return Array.from(rects).some(({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom)
    ? part
    : undefined;
}

function positionAt(body: BodyText, x: number, y: number): number | undefined {
  if ('caretPositionFromPoint' in document) {
    const caret = document.caretPositionFromPoint(x, y);
    return caret ? positionOf(body, caret.offsetNode, caret.offset) : undefined;
  }
  // Safari before 26.2.
  const older: { caretRangeFromPoint?: (x: number, y: number) => Range | null } = document;
  const range = older.caretRangeFromPoint?.(x, y);
  return range ? positionOf(body, range.startContainer, range.startOffset) : undefined;
}
