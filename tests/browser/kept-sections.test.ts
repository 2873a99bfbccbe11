/** A section kept whole: what it is said to be, asked for once, stopped and gone on with at any time, and gone without a rest. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { staticHost } from '../../src/press/static-host.ts';
import type { SectionList } from '../../src/publication/keeping.ts';
import {
  articlesOf,
  buildKeptArchive,
  control,
  keepSection,
  keptOf,
  sectionIsKept,
  sectionOf,
  writeKeptArchive,
} from './kept-archive.ts';
import { keptRecords } from './kept.ts';
import { focused } from './reading.ts';
import { deleteProfile, launchMortal, newProfile } from './mortal-browser.ts';
import { closeAll, expectErrors, hydrated, launch, openPage, serve, type Site } from './site.ts';

const count = 60;
const articles = articlesOf('long', count).map(({ path }) => path);
let folder: string;
let site: Site;
let browser: Browser;
let opened: Page[] = [];

const rebuild = () => buildKeptArchive(join(folder, 'data'), join(folder, 'site'));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-sections-'));
  writeKeptArchive(join(folder, 'data'), { long: count, short: 10 });
  rebuild();
  [site, browser] = await Promise.all([serve(staticHost(join(folder, 'site'))), launch()]);
});

beforeEach(() => {
  site.intercept = undefined;
  site.requests.length = 0;
});

afterEach(() => closeAll(opened.splice(0)));

afterAll(async () => {
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The page of the section, by a reader who wants nothing fetched that was not asked for. */
async function openSection(): Promise<Page> {
  const page = await openPage(browser, site, { path: sectionOf('long'), worker: true, savesData: true });
  opened.push(page);
  await control(page).waitFor();
  return page;
}

const asked = (): string[] =>
  site.requests.filter((path) => path.endsWith('/page.json')).map((path) => path.replace('page.json', ''));

/** From the article with this number on, nothing is answered before it is let go. */
function holdFrom(number: number): () => void {
  let letGo = () => {};
  const gone = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const order = new Map<string, number>();
  site.intercept = async ({ url = '' }) => {
    if (/^\/articles\/.*page\.json$/.test(url)) {
      order.set(url, order.get(url) ?? order.size);
      if (order.get(url)! >= number) await gone;
    }
    return false;
  };
  return letGo;
}

const progress = (page: Page) => control(page).getByRole('progressbar');
const button = (page: Page, name: string) => control(page).getByRole('button', { name, exact: true });

test('is as large as is said before, and nothing is asked for twice', async () => {
  const page = await openSection();
  await button(page, 'Keep this section on this device').press('Enter');
  const said = await control(page).getByRole('status').innerText();
  // The answer is at hand for the key that comes next, and says what it is to.
  const yes = button(page, 'Keep it').and(focused(page));
  await yes.waitFor();
  expect(await page.locator(`[id="${await yes.getAttribute('aria-describedby')}"]`).innerText()).toBe(said);
  await yes.press('Enter');
  await sectionIsKept(page, 'long', count);
  expect(asked().toSorted()).toEqual(articles.toSorted());
  expect(site.requests.filter((path) => path.endsWith('/offline.json'))).toHaveLength(1);
  expect(site.requests.filter((path) => path === '/images/portrait.svg')).toHaveLength(1);
  const list = (await (await fetch(`${site.url}${sectionOf('long')}offline.json`)).json()) as SectionList;
  const texts = (await keptRecords(page, 'data')) as string[];
  const files = (await keptRecords(page, 'files')) as { size: number }[];
  const stored = Buffer.byteLength(texts.join('')) + files.reduce((sum, { size }) => sum + size, 0);
  expect(stored / list.bytes).toBeGreaterThan(0.95);
  expect(stored / list.bytes).toBeLessThan(1.05);
  expect(said).toBe(`60 articles, about ${Math.round(list.bytes / 1000)} kB.`);
});

test('is paused and gone on with: what is here is not asked for again', async () => {
  const page = await openSection();
  const letGo = holdFrom(20);
  await keepSection(page);
  await expect.poll(() => progress(page).getAttribute('value')).toBe('16');
  await expect.poll(() => asked().length).toBe(24);
  await button(page, 'Pause').click();
  await control(page).getByText('Paused.').waitFor();
  letGo();
  await expect.poll(() => keptOf(page, 'long')).toHaveLength(24);
  await page.waitForLoadState('networkidle');
  expect(asked()).toHaveLength(24);
  await button(page, 'Go on').click();
  await sectionIsKept(page, 'long', count);
  expect(asked().toSorted()).toEqual(articles.toSorted());
});

test('is cancelled in the middle, or removed when it is whole, and nothing of it is left', async () => {
  const page = await openSection();
  const letGo = holdFrom(20);
  await keepSection(page);
  await expect.poll(() => progress(page).getAttribute('value')).toBe('16');
  await button(page, 'Cancel and remove').click();
  await button(page, 'Keep this section on this device').waitFor();
  letGo();
  const left = async () =>
    (
      await Promise.all((['pages', 'data', 'files', 'sections'] as const).map((store) => keptRecords(page, store)))
    ).flat();
  await page.waitForLoadState('networkidle');
  await expect.poll(left).toEqual([]);

  site.intercept = undefined;
  await keepSection(page);
  await sectionIsKept(page, 'long', count);
  await button(page, 'Remove it').click();
  await button(page, 'Keep this section on this device').waitFor();
  await expect.poll(left).toEqual([]);
});

test('goes on where the line was cut when it is back', async () => {
  const page = await openPage(browser, site, { path: sectionOf('long'), worker: true });
  opened.push(page);
  expectErrors(page, /ERR_/);
  await hydrated(page);
  await control(page).waitFor();
  let isCut = false;
  site.intercept = ({ url = '' }, response) => {
    if (isCut) response.destroy();
    isCut ||= url === `${articles[40]}page.json`;
    return isCut && response.destroyed;
  };
  await keepSection(page);
  await expect.poll(() => isCut).toBe(true);
  await page.context().setOffline(true);
  isCut = false;
  site.intercept = undefined;
  await page.context().setOffline(false);
  await sectionIsKept(page, 'long', count);
});

test('goes on after answers that broke off, of which the browser says nothing', async () => {
  const page = await openSection();
  expectErrors(page, /ERR_/);
  let left = 6;
  site.intercept = ({ url = '' }, response) => {
    if (left === 0 || url !== `${articles[40]}page.json`) return false;
    left -= 1;
    response.destroy();
    return true;
  };
  await keepSection(page);
  await sectionIsKept(page, 'long', count);
  expect(left).toBe(0);
});

test('after the browser was killed all that was wanted comes, and nothing twice', async () => {
  const profile = newProfile();
  let mortal = await launchMortal(profile);
  try {
    let page = await mortal.context.newPage();
    await page.goto(`${site.url}/shelf/`);
    await page.getByRole('button', { name: 'Keep the whole paper' }).click();
    holdFrom(40);
    await page.getByRole('button', { name: 'Keep it', exact: true }).click();
    await expect.poll(async () => (await keptOf(page, 'long')).length).toBeGreaterThan(31);
    const before = new Set((await keptOf(page, 'long')).map(({ address }) => address));
    await mortal.kill();

    site.intercept = undefined;
    site.requests.length = 0;
    mortal = await launchMortal(profile);
    page = await mortal.context.newPage();
    await page.goto(`${site.url}/about/`);
    await expect.poll(async () => (await keptOf(page, 'long')).length).toBe(count);
    await expect.poll(async () => (await keptOf(page, 'short')).length).toBe(10);
    // What is in Must Read as well is asked for again with it.
    const alone = (await keptOf(page, 'long')).filter(({ reasons }) => reasons.length === 1);
    const known = alone.filter(({ address }) => before.has(address));
    expect(known.length).toBeGreaterThan(10);
    expect(known.filter(({ address }) => asked().includes(address))).toEqual([]);
    expect(site.requests).not.toContain('/images/portrait.svg');
  } finally {
    await mortal.kill();
    deleteProfile(profile);
  }
});

test('a picture that could not be had comes with the next visit', async () => {
  const page = await openSection();
  const picture = '/images/long-10.svg';
  expectErrors(page, /ERR_/);
  site.intercept = ({ url }, response) => url === picture && Boolean(response.destroy());
  await keepSection(page);
  await sectionIsKept(page, 'long', count);
  const pictures = async () => ((await keptRecords(page, 'files')) as { url: string }[]).map(({ url }) => url);
  expect(await pictures()).not.toContain(picture);
  site.intercept = undefined;
  const next = await openPage(browser, site, { path: '/about/', context: page.context() });
  opened.push(next);
  await expect.poll(pictures).toContain(picture);
});

/** The last, since the site is another one afterwards. */
test('after an edit costs its list and what was edited, no more', async () => {
  const asker = await openSection();
  await keepSection(asker);
  await sectionIsKept(asker, 'long', count);
  const [, edited = ''] = articles;
  const file = join(folder, `data${edited.replace(/\/$/, '.json')}`);
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('at some length', 'in some words'));
  rebuild();
  site.requests.length = 0;
  const page = await openPage(browser, site, { path: '/about/', context: asker.context() });
  opened.push(page);
  const texts = async () =>
    ((await keptRecords(page, 'data')) as string[]).filter((text) => /in some words/.test(text));
  await expect.poll(texts).toHaveLength(1);
  await page.waitForLoadState('networkidle');
  // Before its list, pages were fetched that the reader may go to next.
  const list = `${sectionOf('long')}offline.json`;
  const forIt = site.requests
    .slice(site.requests.indexOf(list))
    .filter((path) => /offline\.json$|^\/articles\/.*page\.json$/.test(path));
  expect(forIt).toEqual([list, `${edited}page.json`]);
});
