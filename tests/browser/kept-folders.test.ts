/**
 * Two sites of one origin, each with a worker; a site that is built without reading offline, in the place of one that
 * had it; and everything deleted. What is kept of the one goes whole, and nothing of the other.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { staticHost, type Host } from '../../src/press/static-host.ts';
import { restorePart } from './backing-up.ts';
import { build } from './built-site.ts';
import { articleOf, buildKeptArchive, writeKeptArchive } from './kept-archive.ts';
import { cutLine, keptPages } from './kept.ts';
import { arrived } from './reading.ts';
import { closeAll, expectErrors, hydrated, launch, openPage, serve, type Site } from './site.ts';

let folder: string;
let site: Site;
let browser: Browser;
/** What stands at the root. */
let atRoot: Host;
let opened: Page[] = [];
const article = articleOf('long', 0);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-folders-'));
  const data = join(folder, 'data');
  writeKeptArchive(data, { long: 3 });
  buildKeptArchive(data, join(folder, 'root'));
  buildKeptArchive(data, join(folder, 'below'), '/folder/');
  build(join(folder, 'without'), { data, arguments: ['--no-offline'], env: { BROADSHEET_SHARE_IMAGES: 'off' } });
  const below = staticHost(join(folder, 'below'), '/folder/');
  site = await serve((request, response) => (request.url?.startsWith('/folder/') ? below : atRoot)(request, response));
  browser = await launch();
});

beforeEach(() => {
  site.intercept = undefined;
  atRoot = staticHost(join(folder, 'root'));
});

afterEach(() => closeAll(opened.splice(0)));

afterAll(async () => {
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(path: string, from?: Page): Promise<Page> {
  const context = from?.context();
  const page = await openPage(browser, site, { path: '', worker: true, ...(context && { context }) });
  expectErrors(page, /ERR_|Failed to fetch/);
  opened.push(page);
  await page.goto(site.url + path);
  await hydrated(page);
  return page;
}

/** The paper with its three articles, all of which are in Must Read. */
async function paperIsHere(page: Page, base: string): Promise<void> {
  const picks = async () => (await keptPages(page, base)).filter(({ reasons }) => reasons.includes('must-read'));
  await expect.poll(picks).toHaveLength(3);
}

/** By name, all that the origin keeps. */
const things = (page: Page) =>
  page.evaluate(async () => ({
    workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname).toSorted(),
    caches: (await caches.keys()).map((name) => name.replace(/[^:]*$/, '')).toSorted(),
    kept: (await indexedDB.databases()).flatMap(({ name }) => (name?.endsWith(':kept') ? [name] : [])).toSorted(),
  }));

/** All records of a reader's database, as text. */
const readersThings = (page: Page, base: string) =>
  page.evaluate(
    (name) =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open(name);
        opening.addEventListener('success', () => {
          const database = opening.result;
          const stores = [...database.objectStoreNames];
          const transaction = database.transaction(stores);
          const all = stores.map(
            (store) =>
              new Promise((got) => {
                const asking = transaction.objectStore(store).getAll();
                asking.addEventListener('success', () => got([store, asking.result]));
              }),
          );
          void Promise.all(all).then((records) => {
            database.close();
            resolve(JSON.stringify(records));
          });
        });
      }),
    `broadsheet:${base}`,
  );

const save = async (page: Page) => {
  await page.getByRole('button', { name: 'Save to your shelf' }).click();
  await page
    .getByRole('button', { name: 'Remove from your shelf' })
    .or(page.locator('[aria-pressed=true]'))
    .first()
    .waitFor();
};

async function deleteEverything(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Delete everything on this device…' }).click();
  await page.getByRole('button', { name: 'Delete everything', exact: true }).click();
  await page.getByText('Everything that was yours is deleted on this device.').waitFor();
}

test('neither touches what is of the other, also where everything of one is deleted', async () => {
  const root = await open(article.path);
  await paperIsHere(root, '/');
  const below = await open(`/folder${article.path}`, root);
  await save(below);
  await paperIsHere(below, '/folder/');
  expect(await things(root)).toEqual({
    workers: ['/', '/folder/'],
    caches: ['broadsheet:/:shell:', 'broadsheet:/folder/:shell:'],
    kept: ['broadsheet:/:kept', 'broadsheet:/folder/:kept'],
  });
  const before = { kept: await keptPages(below, '/folder/'), reader: await readersThings(below, '/folder/') };

  await root.goto(`${site.url}/shelf/`);
  await restorePart(root).waitFor();
  await deleteEverything(root);
  expect(await things(below)).toEqual({
    workers: ['/folder/'],
    caches: ['broadsheet:/folder/:shell:'],
    kept: ['broadsheet:/folder/:kept'],
  });
  expect({ kept: await keptPages(below, '/folder/'), reader: await readersThings(below, '/folder/') }).toEqual(before);
  await cutLine(below, site);
  await below.goto(`${site.url}/folder${article.path}`);
  await arrived(below, article.title);
  await below.getByText('There is no connection. This is the copy of').waitFor();
});

test('what was deleted does not come again by a window that is still open', async () => {
  const page = await open(article.path);
  await paperIsHere(page, '/');
  const other = await open(article.path, page);
  await page.goto(`${site.url}/shelf/`);
  await restorePart(page).waitFor();
  await deleteEverything(page);
  await other.getByRole('contentinfo').getByRole('link', { name: 'About' }).press('Enter');
  await arrived(other, 'About');
  expect(await things(page)).toEqual({ workers: [], caches: [], kept: [] });
});

test('a browser that does not let go of the worker holds up nothing of it', async () => {
  const page = await open(article.path);
  await paperIsHere(page, '/');
  await page.addInitScript(() => {
    ServiceWorkerRegistration.prototype.unregister = () => new Promise<boolean>(() => {});
  });
  await page.goto(`${site.url}/shelf/`);
  await restorePart(page).waitFor();
  await deleteEverything(page);
  expect(await things(page)).toEqual({ workers: ['/'], caches: [], kept: [] });
});

test('deleting everything of the one below leaves the one above its worker and all that it keeps', async () => {
  const root = await open(article.path);
  await paperIsHere(root, '/');
  const below = await open('/folder/shelf/', root);
  await paperIsHere(below, '/folder/');
  await restorePart(below).waitFor();
  await deleteEverything(below);
  expect(await things(root)).toEqual({
    workers: ['/'],
    caches: ['broadsheet:/:shell:'],
    kept: ['broadsheet:/:kept'],
  });
  expect(
    await below.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('broadsheet:/folder/'))),
  ).toEqual([]);
});

test('a site built without it takes worker and caches away within one navigation, and leaves what is the reader’s', async () => {
  const page = await open(article.path);
  await save(page);
  await paperIsHere(page, '/');
  const before = await readersThings(page, '/');
  expect(before).toContain(article.slug);
  atRoot = staticHost(join(folder, 'without'));
  await page.goto(`${site.url}${article.path}`);
  await hydrated(page);
  await expect.poll(() => things(page)).toEqual({ workers: [], caches: [], kept: [] });
  expect(await readersThings(page, '/')).toBe(before);

  site.requests.length = 0;
  await page.goto(`${site.url}/shelf/`);
  await restorePart(page).waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.getByRole('heading', { name: 'Without a connection' }).count()).toBe(0);
  expect(await things(page)).toEqual({ workers: [], caches: [], kept: [] });
  expect(site.requests).not.toContain('/sw.js');
});
