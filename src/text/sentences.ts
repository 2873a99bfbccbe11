/** Sentences, for those who choose what to mark without a pointer. */
import type { Span } from './text-of-body.ts';

/** The sentences of a part of a text, without the spaces between them; a sentence ends with its line. */
export function sentencesIn(text: string, { start, end }: Span, language?: string): Span[] {
  const segments = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text.slice(start, end));
  return [...segments].flatMap(({ index, segment }) => {
    const from = start + index + (segment.length - segment.trimStart().length);
    const to = start + index + segment.trimEnd().length;
    return from < to ? [{ start: from, end: to }] : [];
  });
}
