/** Which section of the outline is being read: the last whose heading has come to where the eye is. */
import { useEffect, useState } from 'react';
import type { ArticlePageData } from '../../publication/page.ts';
import { firstThat } from '../../publication/first-that.ts';
import { endsBelow } from '../../text/blocks.ts';
import { bodyShown } from '../place/body-shown.ts';

/** Where the eye is, as a share of the window's height. */
const eyeLevel = 0.3;

/** The id of its heading; nothing before the first. */
export function useSectionRead(outline: ArticlePageData['outline']): string | undefined {
  const [read, setRead] = useState<string>();
  useEffect(() => {
    const body = bodyShown();
    if (!body || outline.length === 0) return undefined;
    let frame = 0;
    const look = () => {
      frame = 0;
      const isAhead = (index: number) => {
        const heading = document.getElementById(outline[index]!.id);
        return heading === null || endsBelow(heading, innerHeight * eyeLevel);
      };
      setRead(outline[firstThat(0, outline.length, isAhead) - 1]?.id);
    };
    const lookSoon = () => {
      frame ||= requestAnimationFrame(look);
    };
    const resized = new ResizeObserver(lookSoon);
    resized.observe(body);
    addEventListener('scroll', lookSoon, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      resized.disconnect();
      removeEventListener('scroll', lookSoon);
    };
  }, [outline]);
  return read;
}
