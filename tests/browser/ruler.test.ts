/** The reading ruler in a real browser: what stands out, what it follows, and that the rest can be read. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFaultsOnPapers } from './axe.ts';
import { bodyHtml, painted } from './marking.ts';
import { lead, scrollDown } from './reading.ts';
import { openPanel, presetSettings } from './setting.ts';
import { hydrated, useSite } from './site.ts';

const used = useSite();

const long = '/articles/what-makes-a-page-readable/';

const urdu = '/articles/nastaliq-screen-par/';

async function ruled(path = long, width = 1280): Promise<Page> {
  const page = await used.open({ path: '', width });
  await presetSettings(page.context(), { ruler: 'lines' });
  await page.goto(used.site.url + path);
  await hydrated(page);
  await expect.poll(() => painted(page)).toHaveProperty('ruler');
  return page;
}

/** The lines that stand out: the height of each, and how many pixels they take. */
const litLines = (page: Page) =>
  page.evaluate(() => {
    const [range] = (CSS.highlights.get('ruler') ?? []) as unknown as Range[];
    const rects = Array.from(range?.getClientRects() ?? []).filter(({ width }) => width > 1);
    const lines = new Map(rects.map(({ bottom, top }) => [Math.round(bottom / 12), (top + bottom) / 2]));
    return [...lines.values()];
  });

const words = async (page: Page) => (await painted(page))['ruler']?.join('') ?? '';

const ink = (page: Page) =>
  page
    .locator('[data-text="body"] > p')
    .first()
    .evaluate((text) => getComputedStyle(text).color);

test('is off until it is switched on; then it lays itself on the open page, and off it goes again', async () => {
  const page = await used.open({ path: long });
  await hydrated(page);
  const plain = await ink(page);
  const html = await bodyHtml(page);
  expect(await painted(page)).toEqual({});
  await openPanel(page);
  await page.getByRole('checkbox', { name: 'Reading ruler' }).check();
  await expect.poll(() => words(page)).not.toBe('');
  expect(await ink(page)).not.toBe(plain);
  expect(await bodyHtml(page)).toBe(html);
  await page.getByRole('checkbox', { name: 'Reading ruler' }).uncheck();
  await expect.poll(() => painted(page)).toEqual({});
  expect(await ink(page)).toBe(plain);
});

describe('what stands out', () => {
  test.each([
    [long, 1280],
    [long, 320],
    [urdu, 768],
  ])(
    'of %s at %i are a few whole lines where the eye is, and others when the text is scrolled',
    async (path, width) => {
      const page = await ruled(path, width);
      const seen = new Set<string>();
      for (const top of [900, 1100, 1300]) {
        await scrollDown(page, top);
        await expect.poll(async () => !seen.has(await words(page))).toBe(true);
        const lines = await litLines(page);
        expect(lines.length).toBeGreaterThan(0);
        expect(lines.length).toBeLessThanOrEqual(4);
        for (const middle of lines) expect(Math.abs(middle - 0.3 * 800)).toBeLessThan(90);
        seen.add(await words(page));
      }
    },
  );

  test('are the first lines before the text is reached', async () => {
    const page = await ruled(lead.path);
    await expect.poll(() => words(page)).toMatch(/^T?he friendship between Russia and North Korea/);
  });

  test('are those under the pointer', async () => {
    const page = await ruled();
    await scrollDown(page, 1200);
    await page.mouse.move(300, 600);
    await expect.poll(async () => Math.abs(((await litLines(page)).at(0) ?? 0) - 600)).toBeLessThan(60);
    // Beside the text it points at nothing.
    await page.mouse.move(1270, 100);
    await page.mouse.move(300, 500);
    await expect.poll(async () => Math.abs(((await litLines(page)).at(0) ?? 0) - 500)).toBeLessThan(60);
  });

  test('is the paragraph of the reading cursor for those who read by key', async () => {
    const page = await ruled();
    for (const number of [0, 1]) {
      await page.keyboard.press('j');
      const paragraph = await page.locator('[data-text="body"] > p').nth(number).textContent();
      await expect.poll(async () => (await words(page)).slice(0, 60)).toBe(paragraph?.slice(0, 60));
      expect((await words(page)).length).toBe(paragraph?.length);
    }
  });
});

test.each([long, urdu, '/articles/footnotes-tables-and-code/'])(
  'what is paler in %s can be read on every paper: axe finds nothing',
  async (path) => {
    const page = await ruled(path);
    expect(await axeFaultsOnPapers(page, 'ruled')).toEqual([]);
    const found = await page.evaluate(() => {
      const body = document.querySelector('[data-text="body"]')!;
      return getComputedStyle(body).color !== getComputedStyle(document.body).color;
    });
    expect(found).toBe(true);
  },
);

test('nothing is paler on paper and in the colours of the system', async () => {
  const page = await ruled();
  const full = () => page.evaluate(() => getComputedStyle(document.body).color);
  expect(await ink(page)).not.toBe(await full());
  await page.emulateMedia({ media: 'print' });
  expect(await ink(page)).toBe(await full());
  await page.emulateMedia({ media: 'screen', forcedColors: 'active' });
  expect(await ink(page)).toBe(await full());
});
