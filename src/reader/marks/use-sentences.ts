/**
 * Choosing by sentences, for those who cannot select words with what they have: the key for marking selects the first
 * sentence of the paragraph the reader is at, and the toolbar then leads on from there. With something selected it only
 * leads to the toolbar.
 */
import { useCallback, useEffect, useState } from 'react';
import { blocksOf, endsBelow } from '../../text/blocks.ts';
import type { BodyReader } from '../../text/body-reader.ts';
import { sentencesIn } from '../../text/sentences.ts';
import { rangeOf, type Span, spanOf } from '../../text/text-of-body.ts';
import { readingCursor } from '../keys/reading-cursor.ts';
import type { SentenceSteps } from './MarkToolbar.tsx';

type Sentences = { asked: number; steps: SentenceSteps | undefined; leave: () => void };

export function useSentences(
  reader: BodyReader | undefined,
  selected: Span | undefined,
  asked: number,
  language: string | undefined,
): Sentences {
  /** The choice that goes on, by the number of the request it began with. */
  const [choosing, setChoosing] = useState(0);
  const [heard, setHeard] = useState(0);
  /** Requests up to this one are over: the words they were about were let go. */
  const [over, setOver] = useState(0);
  const [wasSelected, setWasSelected] = useState(false);

  const select = useCallback(
    (span: Span | undefined) => {
      const range = reader && span && rangeOf(reader.text(), span.start, span.end);
      if (!range) return;
      getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
      const { top, bottom } = range.getBoundingClientRect();
      if (top < 0 || bottom > innerHeight) scrollBy({ top: top - innerHeight * 0.3, behavior: 'instant' });
    },
    [reader],
  );

  if (reader && asked !== heard) {
    setHeard(asked);
    if (!selected) setChoosing(asked);
  }
  if (wasSelected !== (selected !== undefined)) {
    setWasSelected(!wasSelected);
    if (wasSelected) {
      setOver(asked);
      setChoosing(0);
    }
  }
  useEffect(() => {
    if (!reader || choosing === 0) return;
    const { text } = reader.text();
    const at = startOfParagraph(reader);
    select(sentencesIn(text, { start: at, end: lineEnd(text, at) }, language)[0]);
  }, [reader, choosing, select, language]);

  const step = (from: Span, by: 1 | -1, keepsStart: boolean) => {
    const text = reader?.text().text ?? '';
    const around = { start: Math.max(0, from.start - 4000), end: Math.min(text.length, from.end + 4000) };
    const all = sentencesIn(text, around, language);
    const next = by === 1 ? all.find(({ start }) => start >= from.end) : all.findLast(({ end }) => end <= from.start);
    if (next) select(keepsStart ? { start: from.start, end: next.end } : next);
  };

  return {
    asked: selected ? asked - over : 0,
    steps:
      choosing > 0 && selected
        ? {
            back: () => step(selected, -1, false),
            on: () => step(selected, 1, false),
            longer: () => step(selected, 1, true),
          }
        : undefined,
    leave: () => {
      setOver(asked);
      setChoosing(0);
    },
  };
}

const lineEnd = (text: string, at: number) => {
  const end = text.indexOf('\n\n', at);
  return end === -1 ? text.length : end;
};

/** Where the reader's cursor is, or the focus, or else the first paragraph in sight. */
function startOfParagraph(reader: BodyReader): number {
  const { element } = reader;
  const blocks = blocksOf(element);
  const focused = document.activeElement;
  const block =
    readingCursor()?.block ??
    (focused && element.contains(focused) ? focused : undefined) ??
    blocks.find((child) => endsBelow(child, 0));
  const range = document.createRange();
  range.selectNodeContents(block ?? element);
  return spanOf(reader.text(), range)?.start ?? 0;
}
