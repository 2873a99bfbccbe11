/** Where a reader's marks begin and end: never inside of what is read as one sign (Unicode UAX 29), nor in mere space. */
import type { Span } from './text-of-body.ts';

/** The part without the spaces at its ends and with whole signs; nothing where only space is in it. */
export function wholeSigns(text: string, { start, end }: Span): Span | undefined {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const to = start + words.trimEnd().length;
  return from < to ? { start: borderAt(text, from).start, end: borderAt(text, to).end } : undefined;
}

/** The sign around a position; where that is a border of signs, both ends are it. */
function borderAt(text: string, position: number): Span {
  // No sign that people write is longer; the segmenter of a long text is slow.
  const from = Math.max(0, text.lastIndexOf('\n', position - 1) + 1, position - 200);
  const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text.slice(from, position + 64));
  const sign = segments.containing(position - from);
  if (!sign || sign.index === position - from) return { start: position, end: position };
  return { start: from + sign.index, end: from + sign.index + sign.segment.length };
}
