/** A front page that an editor has laid out, as it is built: its order, its headings, without script, and in narrow windows. */
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFaultsOnPapers } from './axe.ts';
import { build } from './built-site.ts';
import { arrived } from './reading.ts';
import { hydrated, useSite } from './site.ts';

const blocks = [
  { lead: true },
  { text: ['Read [about us](/about/) first.', '- One\n- Two'], title: 'From the editor' },
  { section: 'reading', count: 3 },
  { mustRead: true },
  { series: 'making-a-broadsheet', count: 2, title: 'Make your own' },
  { text: ['یہ اردو میں ایک مختصر نوٹ ہے۔'], title: 'مدیر کی طرف سے', language: 'ur' },
  { latest: 5 },
];

/** The shipped content with that front page; links of its text carry the folder of the site. */
const used = useSite(() => {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-front-'));
  const data = join(folder, 'data');
  cpSync('src/data', data, { recursive: true });
  writeFileSync(join(data, 'front.json'), JSON.stringify({ blocks }));
  build(join(folder, 'site'), { data, env: { BROADSHEET_SHARE_IMAGES: 'off', BROADSHEET_PICTURES: 'off' } });
  return { folder, site: join(folder, 'site') };
});

const names = ['The lead', 'From the editor', 'Reading', 'Must Read', 'Make your own', 'مدیر کی طرف سے', 'Latest'];

const regions = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('region')
    .evaluateAll((all) =>
      all.map((each) => {
        const heading = document.getElementById(each.getAttribute('aria-labelledby') ?? '');
        return heading?.textContent ?? each.getAttribute('aria-label');
      }),
    );

const articlesOf = (page: Page) =>
  page
    .locator('main :is(h2, h3) a[href^="/articles/"]')
    .evaluateAll((all) => all.map((each) => each.getAttribute('href')));

test('its blocks stand in their order, each with its name, and no article twice', async () => {
  const page = await used.open();
  await hydrated(page);
  expect(await regions(page)).toEqual(names);
  const articles = await articlesOf(page);
  expect(articles.length).toBeGreaterThan(10);
  expect(new Set(articles).size).toBe(articles.length);
  const levels = await page
    .locator('main :is(h1, h2, h3, h4)')
    .evaluateAll((all) => all.map((each) => Number(each.tagName.slice(1))));
  expect(levels[0]).toBe(1);
  expect(levels.every((level, index) => index === 0 || level - levels[index - 1]! <= 1)).toBe(true);
});

test('Must Read is in the page and not beside it, and what a reader asks of it is there', async () => {
  const page = await used.open();
  await hydrated(page);
  expect(await page.getByRole('complementary', { name: 'Must Read' }).count()).toBe(0);
  expect(await page.locator('#must-read').count()).toBe(1);
  expect(await page.getByRole('region', { name: 'Must Read' }).innerText()).toContain('Age is just a number');
  await page.getByRole('link', { name: 'Reading', exact: true }).last().click();
  await arrived(page, 'Reading');
  expect(await page.getByRole('complementary', { name: 'Must Read' }).count()).toBe(1);
  await page.goBack();
  expect(await page.getByRole('complementary', { name: 'Must Read' }).count()).toBe(0);
  await page.getByRole('link', { name: 'about us' }).click();
  await arrived(page, 'About Broadsheet');
});

test('a text is in its own language and direction', async () => {
  const page = await used.open();
  const text = page.getByRole('region', { name: 'مدیر کی طرف سے' });
  expect([await text.getAttribute('lang'), await text.getAttribute('dir')]).toEqual(['ur', 'rtl']);
  const sides = await text.evaluate((element) =>
    ['h2', 'p'].map((name) => getComputedStyle(element.querySelector(name)!).direction),
  );
  expect(sides).toEqual(['rtl', 'rtl']);
});

test('without script it is whole', async () => {
  const page = await used.open({ script: false });
  expect(await regions(page)).toEqual(names);
  expect(await page.getByRole('main').innerText()).toContain('Read about us first.');
  expect(used.site.requests.filter((path) => /\.(?:js|json)$/.test(path))).toEqual([]);
});

test('it needs no scrolling sideways in any window, and uses a wide one', async () => {
  for (const width of [320, 768, 1280]) {
    const page = await used.open({ width });
    await hydrated(page);
    expect([width, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)]).toEqual([
      width,
      expect.toSatisfy((more: number) => more <= 0),
    ]);
    const main = await page.getByRole('main').evaluate((element) => element.getBoundingClientRect().width);
    expect(main / width).toBeGreaterThan(0.8);
  }
});

test('it has no faults that axe knows of, on any paper, wide and narrow', async () => {
  for (const width of [1280, 320]) {
    const page = await used.open({ width });
    await hydrated(page);
    expect(await axeFaultsOnPapers(page, `front page at ${width}`)).toEqual([]);
  }
});
