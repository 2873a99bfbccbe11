/** An article that was read for a while is kept; and one that is shown from this device says so. */
import { useEffect } from 'react';
import { articleAddress } from '../../publication/addresses.ts';
import type { ArticlePageData } from '../../publication/page.ts';

/** Milliseconds in which it was to be seen: less is a glance. */
const aWhile = 10_000;

export function KeepsArticle({ page }: { page: ArticlePageData }) {
  const address = articleAddress(page.slug);
  useEffect(() => {
    if (!KEEPS_OFFLINE) return undefined;
    let seen = 0;
    let since = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      timer = undefined;
      document.removeEventListener('visibilitychange', look);
      import('./keep-the-paper.ts').then(({ keepRead }) => keepRead(address)).catch(() => undefined);
    };
    const look = () => {
      if (timer !== undefined) seen += Date.now() - since;
      clearTimeout(timer);
      since = Date.now();
      timer = document.visibilityState === 'visible' ? setTimeout(keep, aWhile - seen) : undefined;
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [address]);
  return null;
}
