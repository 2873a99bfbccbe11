/**
 * Keeps what is being typed: throttled to once in half a second, and at once when the page is hidden, closed or left for
 * another.
 */
import { useCallback, useEffect, useRef } from 'react';
import type { Draft } from './records.ts';

/** `told` hears how each keeping went: the error, or nothing. */
export function useDraft(keep: (draft: Draft) => Promise<void>, told: (error?: unknown) => void) {
  const unkept = useRef<Draft>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const now = useRef({ keep, told });
  useEffect(() => {
    now.current = { keep, told };
  });

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const draft = unkept.current;
    if (!draft) return;
    unkept.current = undefined;
    const { keep, told } = now.current;
    keep(draft).then(
      () => told(),
      (error) => {
        unkept.current ??= draft;
        told(error);
      },
    );
  }, []);

  function typed(draft: Draft) {
    unkept.current = draft;
    timer.current ??= setTimeout(flush, 500);
  }

  /** Nothing of this draft is to be kept any more; without a draft, nothing at all. */
  function forget(draft?: Draft) {
    if (!draft || unkept.current === draft) unkept.current = undefined;
  }

  useEffect(() => {
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('pagehide', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);

  return { typed, flush, forget };
}
