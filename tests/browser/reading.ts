/** What tests of reading share: the pages of the shipped content, and small questions to a page. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Page } from 'playwright-core';
import type { Site } from './site.ts';

/** One page of every kind: its address, its h1, and words that stand in its main part. */
export const pagesOfAllKinds = [
  { path: '/', title: 'Broadsheet', words: 'One sentence, many scripts' },
  {
    path: '/articles/a-hill-in-pyongyang/',
    title: 'A hill in Pyongyang, and the case for an old alliance',
    words: 'Mr Hossain begins with a war.',
  },
  { path: '/articles/nastaliq-screen-par/', title: 'اسکرین پر نستعلیق', words: 'اردو کا حُسن اس کے خط میں ہے' },
  { path: '/articles/footnotes-tables-and-code/', title: 'Footnotes, tables and code', words: 'Infusion of mint' },
  { path: '/authors/', title: 'Authors', words: 'M A Hossain' },
  { path: '/authors/m-a-hossain/', title: 'M A Hossain', words: 'The writer’s address is withheld.' },
  { path: '/must-read/', title: 'Must Read', words: 'Age is just a number' },
  { path: '/sections/guide/', title: 'How it works', words: 'How to add an article' },
  { path: '/tags/making/', title: 'Making', words: 'How to publish' },
  { path: '/series/making-a-broadsheet/', title: 'Making a broadsheet', words: 'How to publish' },
  { path: '/archive/', title: 'Archive', words: 'November' },
  { path: '/archive/2026/', title: '2026', words: 'November' },
  { path: '/archive/2026/11/', title: 'November 2026', words: 'A hill in Pyongyang' },
  { path: '/glossary/', title: 'Glossary', words: 'Used in' },
  { path: '/search/', title: 'Search', words: 'Search' },
  { path: '/about/', title: 'About Broadsheet', words: 'Broadsheet' },
  { path: '/privacy/', title: 'Privacy', words: 'device' },
  { path: '/shelf/', title: 'Your shelf', words: 'It is kept on this device and nowhere else.' },
];

export const lead = pagesOfAllKinds[1]!;

/** The heading of the page, once it is this one. */
export async function arrived(page: Page, title: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
}

export const link = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('link', { name }).first();

export const headline = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();

export const focused = (page: Page) => page.locator(':focus');

export const scrolled = (page: Page) => page.evaluate(() => scrollY);

/** Scrolls, and waits until the page has seen it; where it stands there already, there is nothing to wait for. */
export async function scrollDown(page: Page, top: number): Promise<void> {
  await page.evaluate(
    (to) =>
      new Promise<void>((resolve) => {
        const before = scrollY;
        addEventListener('scroll', () => requestAnimationFrame(() => requestAnimationFrame(() => resolve())), {
          once: true,
        });
        scrollTo(0, to);
        if (scrollY === before) resolve();
      }),
    top,
  );
}

/** Follows a link in the document, as one that content brings along. */
export async function followLink(page: Page, href: string): Promise<void> {
  await page.evaluate((to) => {
    const link = Object.assign(document.createElement('a'), { href: to, textContent: 'onwards' });
    document.body.append(link);
    link.click();
    link.remove();
  }, href);
}

/** Counts from the next page on how much moves that the reader did not move. */
export async function watchLayoutShift(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        (window as unknown as { shift: number }).shift += (entry as unknown as { value: number }).value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

export const layoutShift = (page: Page) => page.evaluate(() => (window as unknown as { shift: number }).shift);

/** What has moved so far that the reader did not move, each with how much; not what is in an element of `leftOut`. */
export const movedOn = (page: Page, leftOut?: string): Promise<string[]> =>
  page.evaluate(
    (leftOut) =>
      new Promise<string[]>((resolve) => {
        type Shift = PerformanceEntry & { value: number; sources: { node?: Node }[] };
        const shifts: string[] = [];
        new PerformanceObserver((list) => {
          for (const { value, sources } of list.getEntries() as Shift[]) {
            const elements = sources.map(({ node }) => (node instanceof Element ? node : node?.parentElement));
            const left = elements.filter((one) => !leftOut || !one?.closest(leftOut));
            if (left.length > 0 || sources.length === 0) {
              shifts.push(`${value}: ${left.map((one) => one?.outerHTML.slice(0, 80)).join(', ')}`);
            }
          }
        }).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => setTimeout(() => resolve(shifts)));
      }),
    leftOut,
  );

/** Leaves a mark that is lost when a document is loaded. */
export async function markDocument(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
}

export const isSameDocument = (page: Page) => page.evaluate(() => 'sameDocument' in window);

export const isPageData = (path: string): boolean => path.endsWith('/page.json');

type Held = { /** Until something asks. */ asked: Promise<void>; letGo: () => void };

/** Answers of these paths are kept back until they are let go. */
export function hold(site: Site, paths: (path: string) => boolean = isPageData): Held {
  let letGo = () => {};
  let ask = () => {};
  const gone = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const asked = new Promise<void>((resolve) => {
    ask = resolve;
  });
  site.intercept = async ({ url = '' }) => {
    if (paths(url)) {
      ask();
      await gone;
    }
    return false;
  };
  return { asked, letGo };
}

/** Answers these paths in a way of the test's own. */
export function answer(
  site: Site,
  paths: (path: string) => boolean,
  how: (response: ServerResponse, request: IncomingMessage) => void,
): void {
  site.intercept = (request, response) => {
    if (!paths(request.url ?? '')) return false;
    how(response, request);
    return true;
  };
}

/**
 * The page comes as of no origin, which every engine knows (HTML, sandboxing): it has no storage. What it asks for is
 * then asked by a stranger, who is let in.
 */
export function giveNoOrigin(response: ServerResponse): void {
  response.setHeader('content-security-policy', 'sandbox allow-scripts');
  response.setHeader('access-control-allow-origin', '*');
}

/** Every kind of storage is refused, as by a browser in which it is switched off. */
export function refuseStorage(site: Site): void {
  site.intercept = (_, response) => {
    giveNoOrigin(response);
    return false;
  };
}

/** Nothing that was started is still under way, and the browser has had a moment of rest. */
export async function atRest(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
}

/**
 * Whether the next click is left to the browser. It is looked at last of all, and goes no further: a headless browser may
 * not survive what it would do.
 */
export const leftToBrowser = (page: Page): Promise<boolean> =>
  page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        const last = (event: Event) => {
          resolve(!event.defaultPrevented);
          event.preventDefault();
        };
        addEventListener('click', last, { once: true });
      }),
  );
