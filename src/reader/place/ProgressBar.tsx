/** How much of the text is read, as a thin bar at the top of the window. It is for the eye only: minutes are said in words. */
import { useEffect, useRef } from 'react';
import type { LanguageOf } from '../../publication/page.ts';
import { followText } from '../../text/follow-text.ts';
import { readingLine } from '../../text/lines.ts';
import { bodyShown } from './body-shown.ts';

/** It grows in the direction of the text. */
export function ProgressBar({ dir }: { dir: LanguageOf['dir'] }) {
  const bar = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const body = bodyShown();
    if (!body) return undefined;
    const { stop } = followText(body, () => {
      if (bar.current) bar.current.style.inlineSize = `${100 * progressIn(body)}%`;
    });
    return stop;
  }, []);

  return <div className="place-bar" dir={dir} aria-hidden="true" ref={bar} />;
}

/** 0 until the text begins to leave the window, 1 when its end is in it; a text that never leaves it has no progress. */
function progressIn(body: Element): number {
  const { top, bottom } = body.getBoundingClientRect();
  const notes = body.querySelector('[role=doc-endnotes]')?.getBoundingClientRect();
  const way = (notes?.top ?? bottom) - top - (innerHeight - readingLine);
  return way <= 0 ? 0 : Math.min(1, Math.max(0, (readingLine - top) / way));
}
