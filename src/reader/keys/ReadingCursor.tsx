/** The line beside the paragraph that a reader with a keyboard is at, and its number for those who do not see it. */
import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import type { KeysWords } from '../../words/words.ts';
import { focusFromCursor, hideCursor, moveCursor, readingCursor, subscribeToCursor } from './reading-cursor.ts';
import { useKeyAction } from './use-key-action.ts';

export function ReadingCursor({ words }: { words: KeysWords }) {
  const cursor = useSyncExternalStore(subscribeToCursor, readingCursor, () => undefined);
  const [line, setLine] = useState<HTMLElement | null>(null);
  useKeyAction('next-paragraph', () => moveCursor(1));
  useKeyAction('previous-paragraph', () => moveCursor(-1));

  // Who takes the mouse or leaves the article has no more use for it.
  useEffect(() => {
    const onTab = (event: KeyboardEvent) => {
      if (event.key === 'Tab' && !event.defaultPrevented && focusFromCursor(event.shiftKey)) event.preventDefault();
    };
    addEventListener('pointerdown', hideCursor);
    addEventListener('keydown', onTab);
    return () => {
      removeEventListener('pointerdown', hideCursor);
      removeEventListener('keydown', onTab);
      hideCursor();
    };
  }, []);

  useLayoutEffect(() => {
    const block = cursor?.block;
    if (!line || !block?.parentElement) return undefined;
    const follow = () => {
      const { top, height, left, right } = block.getBoundingClientRect();
      const side = getComputedStyle(block).direction === 'rtl' ? right + 10 : left - 13;
      line.style.setProperty('inset', `${top + scrollY}px auto auto ${side + scrollX}px`);
      line.style.setProperty('block-size', `${height}px`);
    };
    follow();
    const growing = new ResizeObserver(follow);
    growing.observe(block.parentElement);
    return () => growing.disconnect();
  }, [cursor, line]);

  return (
    <>
      {cursor ? <div className="reading-cursor" ref={setLine} /> : null}
      <p className="visually-hidden" role="status">
        {cursor ? words.paragraph(cursor.number, cursor.count) : ''}
      </p>
    </>
  );
}
