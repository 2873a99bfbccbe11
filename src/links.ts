/**
 * Links, wherever they stand, in compiled texts too: they are followed without loading a document, and every page is
 * fetched when the reader is about to want it (hover, focus, touch), into memory.
 */
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { dataUrl, isKept, prefetch } from './page-store.ts';
import { addressOf } from './publication/addresses.ts';
import type { Page } from './publication/page.ts';
import { readerPartsTried } from './components/reader-parts.ts';
import { savesData } from './components/saves-data.ts';
import { whenIdle } from './components/when-idle.ts';

const base = import.meta.env.BASE_URL;
const idleBudget = 25_000;

/** The path below the base of a link that leads to another page of this site. */
function pathOf(link: HTMLAnchorElement): string | undefined {
  const leavesHere = link.origin !== location.origin || !link.pathname.startsWith(base);
  if (leavesHere || link.target || link.hasAttribute('download')) return undefined;
  const path = link.pathname.slice(base.length - 1);
  // Files (pictures, feeds) are not pages.
  return /\.[a-z0-9]+$/i.test(path) ? undefined : path;
}

function linkOf(event: Event): HTMLAnchorElement | null {
  return event.target instanceof Element ? event.target.closest('a[href]') : null;
}

/** Follows every link to a page of the site, in whatever part of the page it stands. */
export function useLinks(): void {
  const navigate = useNavigate();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
      const link = linkOf(event);
      if (!plain || event.defaultPrevented || !link) return;
      const path = pathOf(link);
      // A link within the page is the browser's: it moves the focus and marks the target.
      if (path === undefined || (link.hash && link.pathname === location.pathname)) return;
      event.preventDefault();
      // As browsers do it: the address that is shown already is no step of its own in the history.
      void navigate(path + link.search + link.hash, { replace: link.href === location.href });
    };
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, [navigate]);
}

/** Fetches what the reader is about to want. */
export function prefetchOnIntent(): void {
  const onIntent = (event: Event) => {
    const link = linkOf(event);
    const path = link && pathOf(link);
    if (path && !savesData()) void prefetch(addressOf(path));
  };
  for (const intent of ['pointerover', 'focusin', 'touchstart']) {
    document.addEventListener(intent, onIntent, { passive: true });
  }
}

/** When the page is idle and the reader's parts are here: the writers and the Must Read list, in order, while they cost no more than 25 kB. */
export function useIdlePrefetch(page: Page): void {
  useEffect(() => {
    if (savesData()) return undefined;
    let current = true;
    const fetchAll = async () => {
      await readerPartsTried;
      let spent = 0;
      let largest = 0;
      for (const address of likelyNext(page)) {
        if (isKept(address)) continue;
        // The next one may be as large as any before it.
        if (!current || spent + largest > idleBudget) return;
        const fetched = await prefetch(address);
        if (fetched?.kind === 'failed') return;
        spent += bytesOf(address);
        largest = Math.max(largest, bytesOf(address));
      }
    };
    // From data that came damaged nothing can be guessed; the page itself says what is wrong with it.
    const cancel = whenIdle(() => void fetchAll().catch(() => undefined), 4000);
    return () => {
      current = false;
      cancel();
    };
  }, [page]);
}

function likelyNext(page: Page): string[] {
  const byline = page.kind === 'article' ? page.byline : [];
  const writers = byline.flatMap((part) => (typeof part === 'string' ? [] : [part.href]));
  return [...writers, ...page.frame.mustRead.flatMap((entry) => (entry.kind === 'article' ? [entry.href] : []))];
}

/** What a page cost on the wire; where the browser does not say, what an article usually does. */
function bytesOf(address: string): number {
  const url = new URL(dataUrl(address), location.href).href;
  const [timing] = performance.getEntriesByName(url, 'resource') as PerformanceResourceTiming[];
  return timing?.encodedBodySize || 4000;
}
