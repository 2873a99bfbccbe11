/**
 * What happens when a page has come: the head is set, then the reader is put where they belong. After a link that is
 * the new h1; on Back it is the place they left, with the focus on the link they left by. It happens when the page
 * commits, not when its address changes, so a page that comes late still lands right.
 */
import { useLayoutEffect, useRef } from 'react';
import { useLocation, useNavigationType, type Location } from 'react-router';
import { showHead } from './document-head.ts';
import type { Page } from './publication/page.ts';

type Place = { y: number; leftBy?: string };

const storageKey = `broadsheet:${import.meta.env.BASE_URL}:places`;
const placesKept = 60;

const idOf = ({ key, pathname, hash }: Location): string => `${key} ${pathname}${hash}`;

/** Call where the page is rendered. */
export function useArrival(page: Page): void {
  const location = useLocation();
  const kind = useNavigationType();
  const shown = useRef<{ page: Page; id: string } | undefined>(undefined);

  useLayoutEffect(() => rememberPlaces(() => shown.current?.id), []);

  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = { page, id: idOf(location) };
    if (!before || before.page !== page) showHead(page.head);
    if (!before) {
      // The browser itself restores the first document; only one that was rendered late needs help with its #part.
      if (location.hash && scrollY === 0) partOf(location.hash)?.scrollIntoView();
      return;
    }
    const place = kind === 'POP' ? places().get(idOf(location)) : undefined;
    if (place) scrollTo({ top: place.y, behavior: 'instant' });
    else if (location.hash) partOf(location.hash)?.scrollIntoView();
    else if (before.page !== page) scrollTo({ top: 0, behavior: 'instant' });
    if (before.page !== page) focusOn(place?.leftBy);
  }, [page, location, kind]);
}

function focusOn(leftBy: string | undefined): void {
  const links = leftBy === undefined ? [] : [...document.querySelectorAll<HTMLElement>('#root a[href]')];
  const link = links.find((candidate) => candidate.getAttribute('href') === leftBy);
  (link ?? document.querySelector<HTMLElement>('h1'))?.focus({ preventScroll: true });
}

/** The element of a #part; whatever the part holds, nothing is thrown. */
function partOf(hash: string): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null;
  }
}

let known: Map<string, Place> | undefined;

function places(): Map<string, Place> {
  known ??= stored();
  return known;
}

function stored(): Map<string, Place> {
  try {
    const entries: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? '[]');
    if (!Array.isArray(entries)) return new Map();
    return new Map(entries.filter(isEntry));
  } catch {
    return new Map();
  }
}

function isEntry(entry: unknown): entry is [string, Place] {
  return Array.isArray(entry) && typeof entry[0] === 'string' && Number.isFinite((entry[1] as Place | null)?.y);
}

/** Keeps the scroll of every entry of the history, and the link it was left by, until the tab is closed. */
function rememberPlaces(current: () => string | undefined): () => void {
  history.scrollRestoration = 'manual';
  let frame = 0;
  const remember = (more?: Partial<Place>) => {
    const id = current();
    if (id !== undefined) places().set(id, { ...places().get(id), y: scrollY, ...more });
  };
  const onScroll = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => remember());
  };
  const onClick = ({ target }: MouseEvent) => {
    const link = target instanceof Element ? target.closest('a[href]') : null;
    if (link) remember({ leftBy: link.getAttribute('href') ?? undefined });
  };
  const onLeave = () => {
    remember();
    // The browser restores the document itself when it comes back to it or loads it again.
    history.scrollRestoration = 'auto';
    try {
      sessionStorage.setItem(storageKey, JSON.stringify([...places()].slice(-placesKept)));
    } catch {
      // Storage is blocked or full: only this tab's own memory is lost.
    }
  };
  const onReturn = () => {
    history.scrollRestoration = 'manual';
  };
  addEventListener('scroll', onScroll, { passive: true });
  document.addEventListener('click', onClick, true);
  addEventListener('pagehide', onLeave);
  addEventListener('pageshow', onReturn);
  return () => {
    cancelAnimationFrame(frame);
    removeEventListener('scroll', onScroll);
    document.removeEventListener('click', onClick, true);
    removeEventListener('pagehide', onLeave);
    removeEventListener('pageshow', onReturn);
  };
}
