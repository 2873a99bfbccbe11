/** What can go wrong on a walk, by the numbers in the list of faults that every reader meets in time. */
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { inject } from 'vitest';
import type { Random } from '../random.ts';
import { deploy } from './other-build.ts';
import type { UsedSite } from './site.ts';
import { extend, translate } from './strangers.ts';

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

export const faults: Record<string, (walk: Walk) => unknown> = {
  'F2 the line is cut': async (walk) => {
    walk.hasLine = false;
    await walk.page.context().setOffline(true);
  },
  'F4 the line dies on the way': (walk) => {
    walk.hasLine = false;
    walk.rules.push((path, response) => {
      if (!isData(path)) return Boolean(response.destroy());
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"shape":1,');
      return held(response, 200);
    });
  },
  'F6 the server is dead': (walk) => {
    walk.hasLine = false;
    walk.rules.push((_, response) => Boolean(response.destroy()));
  },
  'F7 the line is slow': rule(async () => {
    await new Promise((go) => setTimeout(go, 300));
    return false;
  }),
  'F8 one request of ten is dropped': ({ rules, random }) =>
    rules.push((path, response) => !path.endsWith('/') && random.whole(10) === 0 && Boolean(response.destroy())),
  'F9 data is cut in half': rule(
    (path, response) => isData(path) && end(response, 200, 'application/json', '{"shape":1,"kind":"article","fra'),
  ),
  'F10 a deploy took the files away': (walk) => deployed(walk, walk.random.one([2, 3])),
  'F11 a deploy took the files away, and the line is cut': (walk) => {
    deployed(walk, walk.random.one([2, 3]));
    walk.hasLine = false;
    walk.rules.push((_, response) => Boolean(response.destroy()));
  },
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
  'F18 a deploy while a worker is installed': async (walk) => {
    deployed(walk, 2);
    walk.rules.push((path) => {
      if (path.startsWith('/assets/')) deployed(walk, 3);
      return false;
    });
    await walk.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      void registration?.update().catch(() => undefined);
    });
  },
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
  'F32 a newer version was here': ({ page, heal }) => {
    heal.push(() => page.evaluate(() => void indexedDB.deleteDatabase('broadsheet:/:kept')).catch(() => undefined));
    return page.evaluate(() => void indexedDB.open('broadsheet:/:kept', 1000));
  },
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
  'F53 scripts stall': rule((path, response) => path.endsWith('.js') && path !== '/sw.js' && held(response, 500)),
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
    return walk.page.evaluate(translate);
  },
  'F58 an extension adds to the page': (walk) => {
    walk.changed += 1;
    return walk.page.evaluate(extend);
  },
  'F63 an address leads to nothing in the page': ({ page, random }) =>
    page.evaluate((hash) => void (location.hash = hash), random.one(['#%E0%A4%A', '#<svg>', '#fn-99', '#:~:text=no'])),
};

/** For so many milliseconds nothing more is said, then the answer is broken off. A browser has six lines to a host. */
function held(response: ServerResponse, milliseconds = 2000): true {
  response.setTimeout(milliseconds, () => response.destroy());
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
