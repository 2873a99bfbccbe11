/** Walks of a reader through faults: what can go wrong, what the reader does meanwhile, and what must be so all the time. */
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import type { Random } from '../random.ts';
import { deploy } from './other-build.ts';
import { followLink } from './reading.ts';
import type { UsedSite } from './site.ts';

type Rule = (path: string, response: ServerResponse) => boolean | Promise<boolean>;

export type Walk = {
  page: Page;
  site: UsedSite['site'];
  cdp: CDPSession;
  random: Random;
  /** What the network does to requests, before the host answers. */
  rules: Rule[];
  /** What is undone at the end. */
  heal: (() => unknown)[];
  /** What happened, for the one who reads of a fault. */
  told: string[];
  hasLine: boolean;
  /** How often somebody else has changed a document; it may have been before the app began. */
  changed: number;
};

export const addresses = [
  '/',
  '/articles/a-hill-in-pyongyang/',
  '/articles/one-sentence-many-scripts/',
  '/articles/footnotes-tables-and-code/',
  '/articles/how-must-read-is-ordered/',
  '/articles/nastaliq-screen-par/',
  '/authors/m-a-hossain/',
  '/sections/guide/',
  '/must-read/',
  '/glossary/',
];

/** The article whose data comes damaged. */
export const damaged = '/articles/footnotes-tables-and-code/';

const end = (response: ServerResponse, status: number, type: string, text: string): true => {
  response.writeHead(status, { 'content-type': type }).end(text);
  return true;
};
const isData = (path: string): boolean => path.endsWith('/page.json');
const isLatePart = (path: string): boolean => /^\/assets\/(?!index-).*\.(?:js|css)$/.test(path);

const rule =
  (made: Rule) =>
  ({ rules }: Walk): void =>
    void rules.push(made);

/** By their numbers in the list of faults that every reader meets in time. */
export const faults: Record<string, (walk: Walk) => unknown> = {
  'F2 the line is cut': async (walk) => {
    walk.hasLine = false;
    await walk.page.context().setOffline(true);
  },
  'F6 the server is dead': (walk) => {
    walk.hasLine = false;
    walk.rules.push((_, response) => Boolean(response.destroy()));
  },
  'F8 one request of ten is dropped': ({ rules, random }) =>
    rules.push((path, response) => !path.endsWith('/') && random.whole(10) === 0 && Boolean(response.destroy())),
  'F9 data is cut in half': rule(
    (path, response) => isData(path) && end(response, 200, 'application/json', '{"shape":1,"kind":"article","fra'),
  ),
  'F10 a deploy took the files away': (walk) => deployed(walk, walk.random.one([2, 3])),
  'F12 a part is missing for good': rule(
    (path, response) => path.includes('/SettingsPanel-') && end(response, 404, 'text/plain', 'Not found'),
  ),
  'F13 parts are answered with a page': rule(
    (path, response) => isLatePart(path) && end(response, 200, 'text/html', '<h1>Paper</h1>'),
  ),
  'F14 the guard of reloads cannot be stored': ({ page }) =>
    page.evaluate(() => {
      Object.defineProperty(window, 'sessionStorage', {
        configurable: true,
        get: () => {
          throw new DOMException('Denied', 'SecurityError');
        },
      });
    }),
  'F15 the server is busy': rule(
    (path, response) => isData(path) && end(response, 503, 'application/json', '{"error":1}'),
  ),
  'F16 an article is removed': rule(
    (path, response) =>
      path.startsWith('/articles/one-sentence-many-scripts/') && isData(path) && end(response, 404, 'text/html', 'No'),
  ),
  'F17 an article has moved': rule((path, response) => {
    if (path !== '/articles/how-must-read-is-ordered/') return false;
    response.writeHead(301, { location: '/articles/footnotes-tables-and-code/' }).end();
    return true;
  }),
  'F19 a file of the shell fails': rule(
    (path, response) => path.includes('/KeysDialog-') && end(response, 500, 'text/html', 'Trouble'),
  ),
  'F23 part of a file is wanted': ({ page, hasLine }) =>
    hasLine &&
    page.evaluate(() =>
      fetch('/icon.svg', { headers: { range: 'bytes=0-9' } }).then(
        (response) => response.text(),
        () => '',
      ),
    ),
  'F24 a stranger answers for the data': rule(
    (path, response) => path.endsWith('.json') && end(response, 200, 'text/html', '<h1>Welcome to Wi-Fi</h1>'),
  ),
  'F24 data is damaged': rule(async (path, response) => {
    if (path !== `${damaged}page.json`) return false;
    const page = JSON.parse(await readFile(join(inject('shippedSite'), path), 'utf8')) as object;
    return end(response, 200, 'application/json', JSON.stringify({ ...page, byline: undefined }));
  }),
  'F28 there is no room': async ({ cdp, site, heal }) => {
    await cdp.send('Storage.overrideQuotaForOrigin', { origin: site.url, quotaSize: 1 });
    heal.push(() => cdp.send('Storage.overrideQuotaForOrigin', { origin: site.url }));
  },
  'F30 another filled the small storage': ({ page, heal }) => {
    heal.push(() => page.evaluate(() => localStorage.removeItem('full')).catch(() => undefined));
    return page.evaluate(() => {
      for (let size = 2 ** 22; size > 8; size /= 2) {
        try {
          localStorage.setItem('full', (localStorage.getItem('full') ?? '') + 'x'.repeat(size));
        } catch {
          // Now a smaller one.
        }
      }
    });
  },
  'F31 another window deletes what is kept': ({ page }) =>
    page.evaluate(() => void indexedDB.deleteDatabase('broadsheet:/:kept')),
  'F35 the browser throws the shells away': ({ page }) =>
    page.evaluate(async () => {
      await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
    }),
  'F36 the data of the site is cleared': ({ cdp, site }) =>
    cdp.send('Storage.clearDataForOrigin', { origin: site.url, storageTypes: 'indexeddb,local_storage,cache_storage' }),
  'F37 connections to the database die': ({ page }) =>
    page.evaluate(() => {
      IDBDatabase.prototype.transaction = () => {
        throw new DOMException('Connection to Indexed Database server lost.', 'UnknownError');
      };
    }),
  'F52 scripts are missing': rule(
    (path, response) => path.endsWith('.js') && path !== '/sw.js' && end(response, 404, 'text/plain', 'Not found'),
  ),
  'F54 sheets are missing': rule(
    (path, response) => path.endsWith('.css') && end(response, 404, 'text/plain', 'Not found'),
  ),
  'F55 pictures are missing': rule(
    (path, response) => path.startsWith('/images/') && end(response, 404, 'text/plain', 'Not found'),
  ),
  'F55 pictures never come': rule((path, response) => path.startsWith('/images/') && held(response)),
  'F56 faces never come': rule((path, response) => path.endsWith('.woff2') && held(response)),
  'F57 the page is translated': (walk) => {
    walk.changed += 1;
    return walk.page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) {
        const text = walker.currentNode as Text;
        if (text.data.trim() && !text.parentElement?.closest('script, style, font')) texts.push(text);
      }
      for (const text of texts) {
        const font = document.createElement('font');
        text.replaceWith(font);
        font.append(text);
      }
    });
  },
  'F58 an extension adds to the page': (walk) => {
    walk.changed += 1;
    return walk.page.evaluate(() => {
      for (const place of document.querySelectorAll('body, main, main p, #root > *')) {
        place.prepend(document.createElement('span'));
        place.append(Object.assign(document.createElement('span'), { textContent: '¶' }));
        place.setAttribute('data-extension', '');
      }
    });
  },
  'F63 an address leads to nothing in the page': ({ page, random }) =>
    page.evaluate((hash) => void (location.hash = hash), random.one(['#%E0%A4%A', '#<svg>', '#fn-99', '#:~:text=no'])),
};

/** Until the browser gives it up. */
function held(response: ServerResponse): true {
  response.setTimeout(2000, () => response.destroy());
  return true;
}

export function deployed(walk: Pick<Walk, 'site' | 'rules'>, build: number): void {
  const { site, rules } = walk;
  deploy({ site }, { build });
  const host = site.intercept!;
  site.intercept = async (request, response) => {
    const path = new URL(request.url ?? '', site.url).pathname;
    for (const made of rules) if (await made(path, response)) return true;
    return host(request, response);
  };
}

/** Without a line a document comes by a worker that has the shell, or from nowhere. */
async function documentsCome({ page, hasLine }: Walk): Promise<boolean> {
  return (
    hasLine ||
    page.evaluate(
      async () => navigator.serviceWorker.controller !== null && (await caches.match('/offline.html')) !== undefined,
    )
  );
}

const settled = { waitUntil: 'domcontentloaded' } as const;

const actions: [weight: number, name: string, act: (walk: Walk) => Promise<unknown>][] = [
  [
    8,
    'follows a link',
    async (walk) => {
      if (await documentsCome(walk)) await followLink(walk.page, walk.random.one(addresses));
    },
  ],
  [
    2,
    'goes back',
    async (walk) =>
      (await documentsCome(walk)) &&
      walk.page.evaluate(() => {
        // Not to what the tab was before it came here.
        if (navigation.currentEntry?.index) history.back();
      }),
  ],
  [
    2,
    'opens the settings',
    async ({ page }) => {
      const button = page.getByRole('button', { name: 'Reading settings' });
      if (await button.isVisible()) await button.click({ timeout: 2000 }).catch(() => undefined);
      await page.keyboard.press('Escape');
    },
  ],
  [1, 'scrolls', ({ page }) => page.evaluate(() => scrollTo(0, 900))],
  [1, 'reloads', async (walk) => (await documentsCome(walk)) && walk.page.reload(settled)],
  [
    1,
    'opens an address',
    async (walk) => (await documentsCome(walk)) && walk.page.goto(walk.site.url + walk.random.one(addresses), settled),
  ],
];

const drawn = actions.flatMap(([weight, ...action]) => Array.from({ length: weight }, () => action));

/** What is wrong with what the reader sees; nothing where there is something to read. */
export async function wrongWith(page: Page): Promise<string | undefined> {
  await page.waitForLoadState('domcontentloaded');
  return page.evaluate(() => {
    const seen = (element: HTMLElement | null) =>
      element?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ? element.innerText.trim() : '';
    if (!location.protocol.startsWith('http')) return 'the browser’s own page';
    if (document.querySelector('.crash')) return 'all of the page was replaced';
    if (seen(document.body).length < 100) return 'white';
    if (seen(document.querySelector('main')).length < 20) return 'nothing in the main part';
    return undefined;
  });
}

/** A page may be on its way, so it is asked until it is well; what was wrong to the last, where it does not become so. */
async function lastingFault(page: Page): Promise<string | undefined> {
  let wrong: string | undefined;
  const look = async () => (wrong = await wrongWith(page).catch(() => 'a document is on its way'));
  await expect
    .poll(look, { timeout: 5000 })
    .toBeUndefined()
    .catch(() => undefined);
  return wrong;
}

/** Walks through two to five faults; answers the first thing that was wrong, and heals everything. */
export async function walkThrough(walk: Walk): Promise<string | undefined> {
  const { page, random, told } = walk;
  const names = Object.keys(faults);
  for (let left = 2 + random.whole(4); left > 0; left -= 1) {
    const name = random.one(names);
    told.push(name);
    // What belongs to the page may go with it in the middle of a fault.
    await Promise.resolve(faults[name]?.(walk)).catch(() => undefined);
    const [does, act] = random.one(drawn);
    told.push(does);
    await act(walk).catch((error: unknown) => told.push(String(error).split('\n')[0]!));
    const wrong = await lastingFault(page);
    if (wrong !== undefined) return `${wrong}: ${told.join(', ')}`;
  }
  return undefined;
}

export async function healed(walk: Walk): Promise<void> {
  walk.rules.length = 0;
  walk.hasLine = true;
  await walk.page.context().setOffline(false);
  for (const heal of walk.heal.splice(0)) await heal();
}
