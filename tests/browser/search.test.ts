/** Search in the built site: what is fetched and when, the address and Back, the keyboard, faults of the line and of the host. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { hostRules } from '../../src/press/hosting/host-rules.ts';
import { staticHost } from '../../src/press/static-host.ts';
import { axeFaultsOnPapers } from './axe.ts';
import { build } from './built-site.ts';
import { answer, arrived, focused, lead } from './reading.ts';
import { closeAll, errorsOf, expectErrors, hydrated, launch, openPage, serve, type Site, useSite } from './site.ts';
import { resultsAtFirst } from '../../src/publication/search/search.ts';

const used = useSite();

const field = (page: Page) => page.getByRole('searchbox');
const results = (page: Page) => page.getByRole('region', { name: 'Results' });
const headlines = (page: Page) => results(page).getByRole('heading', { level: 2 }).allInnerTexts();

/** A busy machine is slow, not wrong. */
const patience = { timeout: 40_000 };

async function shows(page: Page, expected: string[]): Promise<void> {
  await expect.poll(() => headlines(page), patience).toEqual(expected);
}

const isOfIndex = (path: string) => /^\/(?:assets\/search|search\/texts)\//.test(path);
const fetched = () => used.site.requests.filter(isOfIndex);

const query = 'moranbong';

/** The search page, ready to answer. */
async function openSearch(path = '/search/', options: Parameters<typeof used.open>[0] = {}): Promise<Page> {
  const page = await used.open({ path, ...options });
  await results(page).waitFor();
  return page;
}

describe('what is fetched', () => {
  test('nothing of the index before something is asked', async () => {
    const page = await used.open();
    await hydrated(page);
    await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
    await arrived(page, 'Search');
    await results(page).waitFor();
    await page.waitForLoadState('networkidle');
    expect(fetched()).toEqual([]);
  });

  test('a first query asks for borders, for words, for passages: three turns, a file each', async () => {
    const page = await openSearch();
    let held: (() => void)[] = [];
    const turns: string[][] = [];
    used.site.intercept = ({ url = '' }) =>
      isOfIndex(url) &&
      new Promise((resolve) => {
        held.push(() => resolve(false));
        turns.at(-1)?.push(url);
      });
    for (let turn = 0; turn < 3; turn += 1) {
      turns.push([]);
      if (turn === 0) await field(page).fill(`${query} `);
      await expect.poll(() => held.length, patience).toBe(1);
      const [letGo] = held;
      held = [];
      if (turn < 2) turns.push([]);
      letGo?.();
    }
    await shows(page, [lead.title]);
    const kinds = turns.flat().map((path) => path.split('/').slice(1, -1).join('/'));
    expect(kinds).toEqual([
      'assets/search/borders',
      'assets/search/terms',
      expect.stringMatching(/^search\/texts\/\w+$/),
    ]);
  });

  test('the same query is fetched once', async () => {
    const page = await openSearch(`/search/?q=${query}`);
    await shows(page, [lead.title]);
    const before = fetched().length;
    await field(page).fill('');
    await page.getByText('Every word of every article').waitFor();
    await field(page).fill(query);
    await shows(page, [lead.title]);
    expect(fetched().length).toBe(before);
  });
});

describe('the address', () => {
  test('follows what is typed, and Back leads through what was submitted', async () => {
    const page = await openSearch();
    await field(page).pressSequentially(query);
    await shows(page, [lead.title]);
    expect(new URL(page.url()).search).toBe(`?q=${query}`);
    await field(page).press('Enter');
    await field(page).fill('broadside');
    await shows(page, ['The word “broadsheet”']);
    await page.goBack();
    await shows(page, [lead.title]);
    expect(await field(page).inputValue()).toBe(query);
    await page.goForward();
    await shows(page, ['The word “broadsheet”']);
  });

  test('brings everything back after an article was read, and after a reload', async () => {
    const page = await openSearch('/search/?q=page&sort=date');
    // More than those that came with the answer.
    await expect.poll(async () => (await headlines(page)).length, patience).toBeGreaterThan(resultsAtFirst);
    const before = await headlines(page);
    await results(page).getByRole('link').nth(4).click();
    await expect.poll(() => page.url(), patience).toContain('/articles/');
    await page.goBack();
    await shows(page, before);
    await expect.poll(() => focused(page).textContent(), patience).toBe(before[4]);
    expect(await field(page).inputValue()).toBe('page');
    await page.reload();
    await shows(page, before);
    expect(await page.getByLabel('Order').inputValue()).toBe('date');
  });
});

describe('by keyboard alone', () => {
  test('from the field to a result and into it', async () => {
    const page = await openSearch();
    await field(page).focus();
    await page.keyboard.type('pyongyang');
    await shows(page, [lead.title]);
    await page.keyboard.press('ArrowDown');
    expect(await focused(page).innerText()).toBe(lead.title);
    await page.keyboard.press('Enter');
    await arrived(page, lead.title);
  });
});

describe('any keyboard, any script', () => {
  test.each([
    ['Urdu with the letters of Arabic', 'اسكرين نستعليق', 'اسکرین پر نستعلیق'],
    ['a term of the glossary, before the articles', 'نستعليق', 'نستعلیق'],
    ['a slip of the hand', 'pyongynag', lead.title],
    ['a phrase', '“masters in their own house”', lead.title],
  ])('%s', async (_, text, headline) => {
    const page = await openSearch();
    await field(page).fill(text);
    await expect.poll(async () => (await headlines(page))[0], patience).toBe(headline);
    expect(await results(page).locator('mark').count()).toBeGreaterThan(0);
  });

  test('an article in Urdu is set from right to left, as what is typed in Urdu is', async () => {
    const page = await openSearch('/search/?q=%D9%86%D8%B3%D8%AA%D8%B9%D9%84%DB%8C%D9%82');
    const heading = results(page).getByRole('heading', { name: 'اسکرین پر نستعلیق' });
    expect(await heading.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
    expect(await field(page).evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  });
});

describe('problems', () => {
  test('a line that is gone: the words stay, and trying again helps', async () => {
    const page = await openSearch();
    expectErrors(page, /Failed to load resource|ERR_/);
    answer(used.site, isOfIndex, (response) => response.destroy());
    await field(page).fill(query);
    await page.getByRole('alert').getByText('could not be fetched').waitFor();
    expect(await field(page).inputValue()).toBe(query);
    used.site.intercept = undefined;
    await page.getByRole('button', { name: 'Try again' }).click();
    await shows(page, [lead.title]);
  });

  test.each([
    [
      'are not there',
      (response: Parameters<Parameters<typeof answer>[2]>[0]) => response.writeHead(404).end('Not found'),
    ],
    [
      'are answered with a page',
      (response: Parameters<Parameters<typeof answer>[2]>[0]) =>
        response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Front page</h1>'),
    ],
  ])('files of an index that %s: the publication has changed, and the page can be loaded again', async (_, how) => {
    const page = await openSearch();
    expectErrors(page, /404/);
    answer(used.site, isOfIndex, how);
    await field(page).fill(query);
    await page.getByRole('alert').getByText('has changed since the page was loaded').waitFor();
    used.site.intercept = undefined;
    await page.getByRole('button', { name: 'Load again' }).click();
    await shows(page, [lead.title]);
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('what cannot be loaded at all leaves a form that works when it is sent', async () => {
    const page = await used.open({ path: '' });
    expectErrors(page, /Failed to load|ERR_FAILED|import/);
    await page.route(/\/Search-/, (route) => route.abort());
    await page.goto(`${used.site.url}/search/`);
    await page.getByRole('alert').waitFor();
    await page.unroute(/\/Search-/);
    await field(page).fill(query);
    await field(page).press('Enter');
    await shows(page, [lead.title]);
    expect(new URL(page.url()).search).toBe(`?q=${query}`);
  });
});

test('without script the page says so and leads to the archive', async () => {
  const page = await used.open({ path: '/search/', script: false });
  expect(await page.getByRole('main').getByRole('link', { name: 'Archive' }).getAttribute('href')).toBe('/archive/');
  expect(await page.getByRole('main').innerText()).toContain('Searching needs JavaScript.');
});

describe('on every paper, at every width', () => {
  test.each([
    '',
    '?q=page',
    '?q=lampozzz&year=2026',
    '?q=%D9%86%D8%B3%D8%AA%D8%B9%D9%84%DB%8C%D9%82',
    '?q=x',
    '?q=pyongynag',
  ])('axe finds nothing, and nothing is wider than the window: %s', async (search) => {
    const page = await openSearch(`/search/${search}`);
    await page.waitForLoadState('networkidle');
    const found: string[] = [];
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      found.push(...(await axeFaultsOnPapers(page, String(width))));
    }
    expect(found).toEqual([]);
  });
});

describe('below a folder, with the headers of the host', () => {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-search-'));
  let site: Site;
  let browser: Browser;
  let opened: Page[] = [];
  beforeAll(async () => {
    const out = join(folder, 'site');
    build(out, { arguments: ['--base', '/folder/'], env: { BROADSHEET_SHARE_IMAGES: 'off' } });
    [site, browser] = await Promise.all([serve(staticHost(out, '/folder/', hostRules(out))), launch()]);
  });
  afterEach(async () => {
    await closeAll(opened);
    opened = [];
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('search works, under the strict policy, and its files may be kept for ever', async () => {
    const page = await openPage(browser, site, { path: '/folder/search/' });
    opened.push(page);
    await results(page).waitFor();
    const kept = page.waitForResponse((response) => response.url().includes('/folder/assets/search/'));
    await field(page).fill(query);
    await shows(page, [lead.title]);
    expect((await kept).headers()['cache-control']).toContain('immutable');
    await results(page).getByRole('link').first().click();
    await arrived(page, lead.title);
    expect(new URL(page.url()).pathname).toBe(`/folder${lead.path}`);
    expect(errorsOf(page)).toEqual([]);
  });
});

test('the built site tells browsers how to search it', () => {
  const site = inject('shippedSite');
  expect(readFileSync(join(site, 'opensearch.xml'), 'utf8')).toContain('/search/?q={searchTerms}');
  expect(readFileSync(join(site, 'index.html'), 'utf8')).toContain('rel="search"');
});
