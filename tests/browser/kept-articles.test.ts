/**
 * Two hundred kept articles without a line, at the root and in a folder, whatever way the reader takes to them; and what
 * is not kept. At the root the browser knows that there is no line, in the folder the server is gone.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { staticHost } from '../../src/press/static-host.ts';
import {
  articlesOf,
  buildKeptArchive,
  control,
  isWhole,
  keepSection,
  sectionOf,
  writeKeptArchive,
} from './kept-archive.ts';
import { cutLine, keptPages, mendLine } from './kept.ts';
import { arrived, followLink } from './reading.ts';
import { closeAll, expectErrors, hydrated, launch, openPage, serve, type Site } from './site.ts';

const articles = articlesOf('long', 200);
const notKept = articlesOf('other', 1)[0]!;
const lines = [
  { base: '/', cut: cutLine },
  { base: '/folder/', cut: (_: Page, site: Site) => site.close() },
];

const siteAt = (base: string) => join(folder, `site-${base.length}`);

let folder: string;
let browser: Browser;
let opened: Page[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-kept-'));
  writeKeptArchive(join(folder, 'data'), { long: articles.length, other: 1 });
  for (const { base } of lines) buildKeptArchive(join(folder, 'data'), siteAt(base), base);
  browser = await launch();
});

afterEach(() => closeAll(opened.splice(0)));

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

const offlineErrors = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_CONNECTION|Failed to fetch/;

/** A browser with all of the section kept, and the paper. */
async function readerOf(site: Site, base: string): Promise<Page> {
  const page = await openPage(browser, site, { path: '', worker: true });
  opened.push(page);
  expectErrors(page, offlineErrors);
  await page.goto(site.url + base.slice(0, -1) + sectionOf('long'));
  await hydrated(page);
  await control(page).waitFor();
  await keepSection(page);
  await isWhole(page);
  await expect
    .poll(async () => (await keptPages(page, base)).some(({ address }) => address === '/404.html'))
    .toBe(true);
  return page;
}

describe.each(lines)('at $base', ({ base, cut }) => {
  let site: Site;

  beforeAll(async () => {
    site = await serve(staticHost(siteAt(base), base));
  });

  afterAll(() => site.close());

  test('all of them open, from the address bar, by a link, by Back and again, with their text', async () => {
    const page = await readerOf(site, base);
    await cut(page, site);
    const url = (path: string) => site.url + base.slice(0, -1) + path;
    const isShown = async ({ title }: { title: string }) => {
      await arrived(page, title);
      expect(await page.locator('.prose').textContent()).toContain(`This is the text of ${title}.`);
    };
    for (let next = 0; next < articles.length; next += 20) {
      const [typed, ...linked] = articles.slice(next, next + 20);
      await page.goto(url(typed!.path));
      await isShown(typed!);
      await hydrated(page);
      for (const article of linked) {
        await followLink(page, url(article.path));
        await isShown(article);
      }
      await page.reload();
      await isShown(linked.at(-1)!);
      await page.goBack();
      await isShown(linked.at(-2)!);
    }
  });
});

describe('an article that is not kept', () => {
  let site: Site;

  beforeAll(async () => {
    site = await serve(staticHost(siteAt('/')));
  });

  afterAll(() => site.close());

  test('says so, names what there is, keeps its address, and opens as soon as there is a line', async () => {
    const page = await readerOf(site, '/');
    await cutLine(page, site);
    await page.goto(site.url + notKept.path);
    await page.getByRole('heading', { name: 'What you can read here without a connection' }).waitFor();
    expect(
      await page
        .getByRole('main')
        .getByRole('link', { name: /^Number \d+ of long$/ })
        .count(),
    ).toBe(20);
    expect(new URL(page.url()).pathname).toBe(notKept.path);
    await mendLine(page, site);
    await arrived(page, notKept.title);
    expect(new URL(page.url()).pathname).toBe(notKept.path);
  });

  test('opens so too where a link led to it', async () => {
    const page = await readerOf(site, '/');
    await cutLine(page, site);
    await followLink(page, notKept.path);
    await page.getByRole('heading', { name: 'What you can read here without a connection' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(notKept.path);
    await mendLine(page, site);
    await arrived(page, notKept.title);
  });
});

/** What waits for an answer; a browser that changes its network lets go of it. */
const hung: ServerResponse[] = [];

function takeAndAnswerNothing(site: Site): void {
  site.intercept = (_, response) => {
    hung.push(response);
    return true;
  };
}

describe('a line that takes everything and answers nothing', () => {
  let site: Site;

  beforeEach(() => {
    site.intercept = undefined;
  });

  beforeAll(async () => {
    site = await serve(staticHost(siteAt('/')));
  });

  afterAll(() => site.close());

  test('is not waited for: what is kept is shown, by document, by link and with its pictures', async () => {
    const page = await readerOf(site, '/');
    const [first, second] = articles;
    takeAndAnswerNothing(site);
    await page.goto(site.url + first!.path);
    await arrived(page, first!.title);
    await hydrated(page);
    const loaded = () =>
      page
        .locator('article img')
        .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth > 0));
    await expect.poll(loaded).not.toContain(false);
    expect(await loaded()).not.toEqual([]);
    await followLink(page, second!.path);
    await arrived(page, second!.title);
    // What came from here holds no connection: there are six, and what is asked for next is to have one.
    const isKept = /\/page\.json$|^\/images\//;
    const asked = hung.filter(({ req }) => isKept.test(req.url!));
    expect(asked.length).toBeGreaterThan(0);
    await expect.poll(() => asked.filter(({ closed }) => !closed).map(({ req }) => req.url)).toEqual([]);
  });

  test('an article that is not kept says so in the end, and opens when it is asked for again', async () => {
    const page = await readerOf(site, '/');
    takeAndAnswerNothing(site);
    await page.goto(site.url + notKept.path, { waitUntil: 'commit', timeout: 60_000 });
    await page
      .getByRole('heading', { name: 'What you can read here without a connection' })
      .waitFor({ timeout: 60_000 });
    // While it is asked for again, of itself, the reader may go elsewhere.
    const tried = hung.length;
    await expect.poll(() => hung.length).toBeGreaterThan(tried);
    await followLink(page, articles[0]!.path);
    await arrived(page, articles[0]!.title);
    await page.goBack();
    await page.getByRole('main').getByRole('button', { name: 'Try again' }).waitFor();
    hung.splice(0).forEach((response) => response.destroy());
    site.intercept = undefined;
    await page.getByRole('main').getByRole('button', { name: 'Try again' }).click();
    await arrived(page, notKept.title);
    expect(new URL(page.url()).pathname).toBe(notKept.path);
  });
});
