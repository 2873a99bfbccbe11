/**
 * Back from an article leads to the result it was opened by. The results come a moment after the page, so the page
 * itself cannot put the focus there.
 */
import { type RefObject, useEffect } from 'react';

/** The entry of the history whose result was followed last, and where that led. */
let followed: { entry: unknown; href: string } | undefined;

const entry = (): unknown => (history.state as { key?: unknown } | null)?.key;

/** `shown` changes when there are results. */
export function useReturn(results: RefObject<HTMLElement | null>, shown: unknown): void {
  useEffect(() => {
    const element = results.current;
    const remember = ({ target }: MouseEvent) => {
      const href = target instanceof Element ? target.closest('.result a')?.getAttribute('href') : undefined;
      if (href) followed = { entry: entry(), href };
    };
    element?.addEventListener('click', remember);
    return () => element?.removeEventListener('click', remember);
  }, [results]);

  useEffect(() => {
    if (!shown || !followed || followed.entry !== entry()) return;
    const links = [...(results.current?.querySelectorAll<HTMLElement>('.result a') ?? [])];
    const link = links.find((each) => each.getAttribute('href') === followed?.href);
    // A reader who has gone elsewhere meanwhile stays there.
    const isFree = document.activeElement === document.body || document.activeElement?.tagName === 'H1';
    // It may be among the results that come next.
    if (!link) return;
    if (isFree) link.focus({ preventScroll: true });
    followed = undefined;
  }, [results, shown]);
}
