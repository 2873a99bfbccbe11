/**
 * Scrolls to a mark and points at its words, until the reader goes on. The mark that a link from the shelf names is shown
 * as soon as it is painted.
 */
import { useCallback, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { blockAround } from '../../text/blocks.ts';
import { goTo } from '../place/go-to-passage.ts';
import { markOfHash } from './mark-hash.ts';
import { point } from './paint.ts';
import type { PaintedMark } from './use-painted-marks.ts';

export function useShowMark(
  body: Element | undefined,
  painted: readonly PaintedMark[],
): (mark: { id: string }) => void {
  const { hash, key } = useLocation();

  const show = useCallback(
    ({ id }: { id: string }) => {
      const range = painted.find(({ mark }) => mark.id === id)?.range;
      if (!range) return;
      const block = body && blockAround(body, range.startContainer);
      goTo(() => block && { top: range.getBoundingClientRect().top, block });
      point(range);
    },
    [painted, body],
  );

  const arrived = useRef('');
  useEffect(() => {
    const id = markOfHash(hash);
    if (!id || arrived.current === key || !painted.some(({ mark }) => mark.id === id)) return;
    arrived.current = key;
    show({ id });
  }, [hash, key, painted, show]);

  useEffect(() => {
    const done = () => point();
    document.addEventListener('pointerdown', done);
    return () => {
      document.removeEventListener('pointerdown', done);
      done();
    };
  }, []);

  return show;
}
