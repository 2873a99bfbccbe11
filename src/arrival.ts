/**
 * Sets the head of a page and restores scroll and focus when the page commits. After a link the focus goes to the new h1;
 * on Back the scroll position is restored, and the focus goes to the link that the reader left by. It does not happen
 * when the address changes, so a page that is fetched for long still lands right.
 */
import { useLayoutEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { isPrinted, showHead } from './document-head.ts';
import type { Page } from './publication/page.ts';
import { scrollToPosition, type ScrollPosition, scrollPositionOfReader } from './text/scroll-position.ts';

/** The scroll position of an entry of the history when the reader left it. The names of the fields are stored. */
type Visit = { y: number; spot?: ScrollPosition; leftBy?: Way };

/** A link, and which of those that lead to the same address. */
type Way = { href: string; nth: number };

const storageKey = `broadsheet:${import.meta.env.BASE_URL}:places`;
const visitsKept = 60;

/** Call where the page is rendered. */
export function useArrival(page: Page): void {
  const { key, hash } = useLocation();
  const kind = useNavigationType();
  const shown = useRef<{ page: Page; key: string } | undefined>(undefined);

  useLayoutEffect(rememberVisits, []);

  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = { page, key };
    here = key;
    if (before ? before.page !== page : !isPrinted(page.head)) showHead(page.head);
    if (!before) {
      arriveFirst(hash);
      return;
    }
    // The page has new words (dev only): the reader stays.
    if (before.key === key && before.page.kind === page.kind) return;
    const returns = kind === 'POP';
    const visit = returns ? visits().get(key) : undefined;
    const part = partOf(hash);
    giveUp();
    if (visit) returnTo(visit);
    else if (part) part.scrollIntoView();
    else if (!returns || before.page !== page) scrollTo({ top: 0, behavior: 'instant' });
    if (before.page !== page || (!returns && !part)) focusOn(visit?.leftBy);
  }, [page, key, hash, kind]);
}

/**
 * The browser itself restores the first document, unless it was rendered late, or grows late, or was left for another
 * one by an entry of the history that we restore.
 */
function arriveFirst(hash: string): void {
  const [{ type } = {}] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const visit = type === 'reload' || type === 'back_forward' ? visits().get(here) : undefined;
  const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
  if (visit && (visit.spot || scrollY === 0 || (atEnd && scrollY < visit.y))) returnTo(visit);
  else if (!visit && scrollY === 0) partOf(hash)?.scrollIntoView();
}

const actsOfTheReader = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

let giveUp = () => {};

/** Restores a scroll position; where the page has not its full height yet, again when it grows, until the reader acts. */
function returnTo({ y, spot }: Visit): void {
  giveUp();
  /** Answers whether nothing that is laid out later can move the position. */
  const go = () => {
    if (spot && scrollToPosition(spot)) return false;
    scrollTo({ top: y, behavior: 'instant' });
    return Math.abs(scrollY - y) < 1;
  };
  if (go()) return;
  const growing = new ResizeObserver(() => {
    if (go()) giveUp();
  });
  growing.observe(document.body);
  giveUp = () => {
    growing.disconnect();
    for (const act of actsOfTheReader) removeEventListener(act, giveUp);
    giveUp = () => {};
  };
  for (const act of actsOfTheReader) addEventListener(act, giveUp, { passive: true });
}

function focusOn(leftBy: Way | undefined): void {
  const link = leftBy && linksTo(leftBy.href)[leftBy.nth];
  (link ?? document.querySelector<HTMLElement>('h1'))?.focus({ preventScroll: true });
}

const linksTo = (href: string): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('#root a[href]')].filter((link) => link.getAttribute('href') === href);

/** The element of a #part; whatever the part holds, nothing is thrown. */
function partOf(hash: string): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null;
  }
}

let known: Map<string, Visit> | undefined;

function visits(): Map<string, Visit> {
  known ??= stored();
  return known;
}

function stored(): Map<string, Visit> {
  try {
    const entries: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? '[]');
    if (!Array.isArray(entries)) return new Map();
    return new Map(entries.filter(isVisit));
  } catch {
    return new Map();
  }
}

function isVisit(entry: unknown): entry is [string, Visit] {
  return Array.isArray(entry) && typeof entry[0] === 'string' && Number.isFinite((entry[1] as Visit | null)?.y);
}

/** The entry of the history whose page is shown, by its key. */
let here = '';

/**
 * Gives the current entry of the history a key of its own. The router does so for those it makes; the first one, and
 * those that the browser makes for links within a page, would share one, and with it the position that is remembered.
 */
export function nameEntry(): void {
  const state = history.state as { key?: unknown } | null;
  if (typeof state?.key === 'string') return;
  history.replaceState({ ...state, key: Math.random().toString(36).slice(2) }, '');
}

/** Keeps the scroll of every entry of the history, and the link it was left by, until the tab is closed. */
function rememberVisits(): () => void {
  history.scrollRestoration = 'manual';
  let frame = 0;
  let { pathname } = location;
  const remember = (more?: Partial<Visit>) => {
    visits().set(here, { ...visits().get(here), y: scrollY, spot: scrollPositionOfReader(), ...more });
  };
  const onScroll = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => remember());
  };
  const onClick = ({ target }: MouseEvent) => {
    const link = target instanceof Element ? target.closest<HTMLElement>('a[href]') : null;
    const href = link?.getAttribute('href');
    // A link within the page is not a way to leave it by.
    if (link && href && href[0] !== '#') remember({ leftBy: { href, nth: linksTo(href).indexOf(link) } });
  };
  const onPop = () => {
    nameEntry();
    // Whoever goes elsewhere, by whatever means, is not to be called back.
    giveUp();
    // Within the page the entry is another at once: what is scrolled from now on belongs to it.
    if (pathname === location.pathname) here = (history.state as { key: string }).key;
    pathname = location.pathname;
  };
  const onLeave = () => {
    remember();
    // The browser restores the document itself when it comes back to it or loads it again.
    history.scrollRestoration = 'auto';
    try {
      sessionStorage.setItem(storageKey, JSON.stringify([...visits()].slice(-visitsKept)));
    } catch {
      // Storage is blocked or full: only this tab's own memory is lost.
    }
  };
  const onReturn = () => {
    history.scrollRestoration = 'manual';
  };
  addEventListener('scroll', onScroll, { passive: true });
  addEventListener('popstate', onPop);
  document.addEventListener('click', onClick, true);
  addEventListener('pagehide', onLeave);
  addEventListener('pageshow', onReturn);
  return () => {
    cancelAnimationFrame(frame);
    removeEventListener('scroll', onScroll);
    removeEventListener('popstate', onPop);
    document.removeEventListener('click', onClick, true);
    removeEventListener('pagehide', onLeave);
    removeEventListener('pageshow', onReturn);
  };
}
