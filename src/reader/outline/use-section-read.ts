/** Which section of the outline is being read: the last whose heading has come to where the eye is. */
import { useEffect, useState } from 'react';
import type { ArticlePageData } from '../../publication/page.ts';
import { firstThat } from '../../publication/first-that.ts';
import { endsBelow } from '../../text/blocks.ts';
import { followText } from '../../text/follow-text.ts';
import { eyeLevel } from '../../text/lines.ts';
import { bodyShown } from '../place/body-shown.ts';

/** The id of its heading; nothing before the first. */
export function useSectionRead(outline: ArticlePageData['outline']): string | undefined {
  const [read, setRead] = useState<string>();
  useEffect(() => {
    const body = bodyShown();
    if (!body || outline.length === 0) return undefined;
    const { stop } = followText(body, () => {
      const isAhead = (index: number) => {
        const heading = document.getElementById(outline[index]!.id);
        return heading === null || endsBelow(heading, innerHeight * eyeLevel);
      };
      setRead(outline[firstThat(0, outline.length, isAhead) - 1]?.id);
    });
    return stop;
  }, [outline]);
  return read;
}
