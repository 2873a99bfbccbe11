/** The outline while reading: the section that is read is marked in it, and beside the text it follows. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFaultsOnPapers } from './axe.ts';
import { lead, scrollDown, scrolled } from './reading.ts';
import { hydrated, type OpenOptions, useSite } from './site.ts';

const used = useSite();

const long = '/articles/what-makes-a-page-readable/';

const beside = (page: Page) => page.getByRole('navigation', { name: 'Where you are' });

const current = (page: Page) => beside(page).locator('[aria-current]').allInnerTexts();

async function opened(options: OpenOptions = {}): Promise<Page> {
  const page = await used.open({ path: long, ...options });
  await hydrated(page);
  return page;
}

/** Brings a heading to a height of the window. */
async function read(page: Page, heading: string, height = 100): Promise<void> {
  const top = await page
    .locator('[data-text="body"]')
    .getByRole('heading', { name: heading, exact: true })
    .evaluate((found) => found.getBoundingClientRect().top + scrollY);
  await scrollDown(page, top - height);
}

const box = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    return { top, bottom, left, right };
  });

describe('the outline beside the text', () => {
  test('marks the section that is read, and so does the outline before the text', async () => {
    const page = await opened();
    await beside(page).waitFor();
    expect(await current(page)).toEqual([]);
    for (const heading of ['The measure', 'Leading', 'Why count characters?']) {
      await read(page, heading);
      await expect.poll(() => current(page)).toEqual([heading]);
      await expect
        .poll(() => page.locator('details.outline [aria-current=location]').allTextContents())
        .toEqual([heading]);
    }
    // What has only come into sight is not read yet.
    await read(page, 'Leading', 500);
    await expect.poll(() => current(page)).toEqual(['Why count characters?']);
  });

  test('says how long each section takes, as the one before the text does', async () => {
    const page = await opened();
    const minutes = (list: ReturnType<Page['locator']>) => list.locator('.meta').allTextContents();
    const printed = (await minutes(page.locator('details.outline'))).map((text) => text.trim());
    expect(printed.length).toBeGreaterThan(4);
    await expect.poll(() => minutes(beside(page))).toEqual(printed);
  });

  test('stands under Must Read, stays in sight while the text goes by, and ends with the page', async () => {
    const page = await opened();
    await beside(page).waitFor();
    const [first, mustRead] = [await box(page, '.outline-beside'), await box(page, '#must-read')];
    expect(first.top).toBeGreaterThan(mustRead.bottom);
    expect([first.left, first.right]).toEqual([mustRead.left, mustRead.right]);
    await read(page, 'Contrast');
    await expect.poll(async () => (await box(page, '.outline-beside')).top).toBe(24);
    await scrollDown(page, 1e6);
    const [last, layout] = [await box(page, '.outline-beside'), await box(page, '.layout')];
    expect(last.bottom).toBeLessThanOrEqual(layout.bottom);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  test('leaves the links of Must Read to be pressed, and the page as high as it was', async () => {
    const page = await used.open({ path: '' });
    // The reader's parts wait here until somebody reaches for them.
    await page.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }));
    await page.goto(used.site.url + long);
    await page.getByRole('button', { name: 'Copy the link' }).waitFor();
    const height = () => page.evaluate(() => document.documentElement.scrollHeight);
    const before = await height();
    await page.keyboard.press('Shift');
    await beside(page).waitFor();
    expect(await height()).toBe(before);
    await page.getByRole('complementary', { name: 'Must Read' }).getByRole('link').last().click();
    await page.waitForURL((url) => url.pathname !== long);
    await expect.poll(() => page.locator('.outline-column').count()).toBe(0);
  });

  test('leads to a section', async () => {
    const page = await opened();
    await beside(page).getByRole('link', { name: 'Contrast' }).click();
    await expect.poll(() => current(page)).toEqual(['Contrast']);
    expect(await scrolled(page)).toBeGreaterThan(1000);
  });

  test.each([
    ['in a narrow window', { width: 960 }],
    ['beside a text without an outline', { path: '/articles/nastaliq-screen-par/' }],
  ])('is not there %s', async (_, options) => {
    const page = await opened(options);
    await page.getByRole('button', { name: 'Save to your shelf' }).waitFor();
    expect(await page.locator('.outline-column').count()).toBe(0);
  });

  test('is not there where Must Read is nearly as long as the text', async () => {
    const page = await opened({ path: lead.path });
    await page.locator('.outline-column').waitFor({ state: 'attached' });
    await page.getByRole('main').evaluate(({ style }) => Object.assign(style, { blockSize: '0', overflow: 'hidden' }));
    await expect.poll(() => beside(page).count()).toBe(0);
    expect(await page.locator('.outline-column').count()).toBe(1);
  });

  test('is not on paper', async () => {
    const page = await opened();
    await beside(page).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await beside(page).count()).toBe(0);
  });

  test('has no fault that axe finds, on any paper', async () => {
    const page = await opened();
    await read(page, 'Leading');
    await expect.poll(() => current(page)).toEqual(['Leading']);
    expect(await axeFaultsOnPapers(page, 'beside')).toEqual([]);
  });
});
