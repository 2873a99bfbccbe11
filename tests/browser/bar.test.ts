/** The bar of tools in the middle of an article, in a narrow window: when it is there, and that it covers nothing. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFaults, axeFaultsOnPapers } from './axe.ts';
import { highlight, list, select } from './marking.ts';
import { focused, layoutShift, scrollDown, scrolled, watchLayoutShift } from './reading.ts';
import { hydrated, type OpenOptions, useSite } from './site.ts';

const used = useSite();

const long = '/articles/what-makes-a-page-readable/';

const bar = (page: Page) => page.getByRole('group', { name: 'Tools for reading' });

const tool = (page: Page, name: string) => bar(page).getByRole('button', { name });

async function opened(options: OpenOptions = {}): Promise<Page> {
  const page = await used.open({ path: long, width: 390, ...options });
  await hydrated(page);
  return page;
}

/** As a hand scrolls: in small steps. */
async function scrollBy(page: Page, distance: number): Promise<void> {
  const start = await scrolled(page);
  for (let step = 1; step <= 4; step += 1) await scrollDown(page, start + (distance * step) / 4);
}

/** In the middle of the article, and a little back. */
async function called(options?: OpenOptions): Promise<Page> {
  const page = await opened(options);
  await scrollDown(page, 3000);
  expect(await bar(page).count()).toBe(0);
  await scrollBy(page, -80);
  await bar(page).waitFor();
  return page;
}

describe('the bar', () => {
  test.each([320, 390, 768])(
    'comes at %i with the first scrolling back, and goes when the reader goes on',
    async (width) => {
      const page = await called({ width });
      await scrollBy(page, 40);
      await bar(page).waitFor({ state: 'detached' });
      await scrollBy(page, -40);
      await bar(page).waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    },
  );

  test('comes neither above nor after the text, nor after a leap, nor in a wide window', async () => {
    const page = await opened();
    await scrollDown(page, 300);
    await scrollBy(page, -80);
    expect(await bar(page).count()).toBe(0);
    await scrollDown(page, 6000);
    await scrollDown(page, 3000);
    expect(await bar(page).count()).toBe(0);
    await scrollDown(page, 1e6);
    await scrollBy(page, -80);
    expect(await bar(page).count()).toBe(0);
    await page.setViewportSize({ width: 1280, height: 800 });
    await scrollDown(page, 3000);
    await scrollBy(page, -80);
    expect(await bar(page).count()).toBe(0);
  });

  test('has buttons of 44 pixels and more, each with a name of its own', async () => {
    const page = await called({ width: 320 });
    const names: (string | null)[] = [];
    for (const button of await bar(page).getByRole('button').all()) {
      const { width, height } = (await button.boundingBox())!;
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
      names.push(await button.getAttribute('aria-label'));
    }
    expect(names).toEqual(['Where you are', 'Save to your shelf', 'Reading settings']);
  });

  test('makes way for whatever takes the focus', async () => {
    const page = await called({ path: '/articles/footnotes-tables-and-code/', height: 500 });
    await page.locator('[data-text="body"] [role=doc-noteref]').last().focus();
    await bar(page).waitFor({ state: 'detached' });
    const { top, bottom } = await focused(page).evaluate((element) => element.getBoundingClientRect());
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(500);
  });

  test('moves nothing when it comes and goes', async () => {
    const page = await used.open({ path: '', width: 390 });
    await watchLayoutShift(page);
    await page.goto(used.site.url + long);
    await hydrated(page);
    await scrollDown(page, 3000);
    await scrollBy(page, -80);
    await bar(page).waitFor();
    await scrollBy(page, 40);
    await bar(page).waitFor({ state: 'detached' });
    expect(await layoutShift(page)).toBe(0);
  });

  test('is not on paper', async () => {
    const page = await called();
    await page.emulateMedia({ media: 'print' });
    expect(await bar(page).count()).toBe(0);
  });
});

describe('its tools', () => {
  test('save the article, and say so', async () => {
    const page = await called();
    await tool(page, 'Save to your shelf').click();
    await expect.poll(() => tool(page, 'Save to your shelf').getAttribute('aria-pressed')).toBe('true');
    expect(await bar(page).getByRole('status').innerText()).toBe('Saved on this device.');
  });

  test('open the settings, which stay while the text is scrolled; Escape gives the focus back', async () => {
    const page = await called();
    await tool(page, 'Reading settings').click();
    const settings = page.getByRole('dialog', { name: 'Reading settings' });
    await settings.waitFor();
    await scrollBy(page, 200);
    expect(await settings.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await settings.waitFor({ state: 'hidden' });
    expect(await focused(page).getAttribute('aria-label')).toBe('Reading settings');
    expect(await bar(page).isVisible()).toBe(true);
  });

  test('list the keys from the settings', async () => {
    const page = await called();
    await tool(page, 'Reading settings').click();
    await page.getByRole('button', { name: 'Show the keys' }).click();
    const keys = page.getByRole('dialog', { name: 'Keys' }).getByRole('term');
    await expect.poll(() => keys.allInnerTexts()).toContain('j');
  });

  test('show where the reader is, by keyboard alone, and lead to a section that nothing covers', async () => {
    const page = await called();
    await tool(page, 'Where you are').focus();
    await page.keyboard.press('Enter');
    const sections = page.getByRole('navigation', { name: 'Where you are' });
    await expect.poll(() => sections.locator('[aria-current=location]').count()).toBe(1);
    await page.keyboard.press('Escape');
    await sections.waitFor({ state: 'hidden' });
    expect(await focused(page).getAttribute('aria-label')).toBe('Where you are');
    await page.keyboard.press('Enter');
    await sections.getByRole('link', { name: 'Contrast', exact: true }).focus();
    await page.keyboard.press('Enter');
    await sections.waitFor({ state: 'hidden' });
    await bar(page).waitFor({ state: 'detached' });
    expect(new URL(page.url()).hash).toBe('#h-contrast');
    const heading = page.getByRole('heading', { name: 'Contrast', exact: true });
    const top = () => heading.evaluate((found) => found.getBoundingClientRect().top);
    await expect.poll(top).toBeGreaterThanOrEqual(0);
    expect(await top()).toBeLessThan(100);
  });

  test('lead to the marks, where there are any', async () => {
    const page = await opened({ width: 900 });
    await select(page, 'They are a place to begin', 'They are a place to begin');
    await highlight(page, 'green').click();
    await list(page).waitFor();
    await page.keyboard.press('Escape');
    await scrollDown(page, 3000);
    await scrollBy(page, -80);
    await tool(page, 'Your marks').click();
    expect(await focused(page).innerText()).toBe('Your marks');
    await bar(page).waitFor({ state: 'detached' });
  });

  test('are where the focus is when it comes from the end of the text, and the first stop is the outline', async () => {
    const page = await called();
    await tool(page, 'Where you are').focus();
    await page.keyboard.press('Tab');
    expect(await focused(page).getAttribute('aria-label')).toBe('Save to your shelf');
    await page.keyboard.press('Tab');
    expect(await focused(page).getAttribute('aria-label')).toBe('Reading settings');
    // Who reads on with the arrow keys keeps the focus.
    await scrollBy(page, 60);
    expect(await focused(page).getAttribute('aria-label')).toBe('Reading settings');
    await page.keyboard.press('Tab');
    await bar(page).waitFor({ state: 'detached' });
  });
});

test.each([
  ['in English at 390', long, 390],
  ['in English at 320', long, 320],
  ['beside Urdu at 768', '/articles/nastaliq-screen-par/', 768],
])('has no fault that axe finds, on any paper, closed and open: %s', async (_, path, width) => {
  const page = await opened({ path, width, height: 600 });
  await scrollDown(page, 1500);
  await scrollBy(page, -80);
  await bar(page).waitFor();
  const found = await axeFaultsOnPapers(page, 'the bar', '.article-bar');
  const outline = tool(page, 'Where you are');
  if ((await outline.count()) > 0) {
    await outline.click();
    found.push(...(await axeFaultsOnPapers(page, 'its outline', '.article-bar')));
    await page.keyboard.press('Escape');
  }
  await tool(page, 'Reading settings').click();
  await page.getByRole('dialog', { name: 'Reading settings' }).waitFor();
  found.push(...(await axeFaults(page, 'its settings')));
  expect(found).toEqual([]);
});
