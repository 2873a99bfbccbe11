/** How letters are set: their size in any face, the breaking of words, and the size of text that the system asks for. */
import { describe, expect, test } from 'vitest';
import { lead } from './reading.ts';
import { hydrated, useSite } from './site.ts';
import { openPanel } from './setting.ts';

const used = useSite();

const urdu = '/articles/nastaliq-screen-par/';
const guide = '/articles/footnotes-tables-and-code/';

test.each([
  ['Sans serif', 'Inter'],
  ['For dyslexia', 'Atkinson Hyperlegible Next'],
])('small letters are as high in %s as in the face of the publication', async (choice, family) => {
  const page = await used.open({ path: lead.path });
  await openPanel(page);
  await page.getByRole('radio', { name: choice }).check();
  const height = () =>
    page.evaluate(async (name) => {
      await document.fonts.load(`1000px "${name}"`, 'x');
      const context = document.createElement('canvas').getContext('2d')!;
      context.font = `1000px "${name}"`;
      return context.measureText('x').actualBoundingBoxAscent;
    }, family);
  // Literata's are 507 high.
  await expect.poll(async () => Math.abs((await height()) - 507)).toBeLessThan(5);
});

describe('words are broken', () => {
  const hyphens = async (path: string, selector: string) => {
    const page = await used.open({ path });
    return page
      .locator(selector)
      .evaluateAll((found) => [...new Set(found.map((one) => getComputedStyle(one).hyphens))]);
  };

  test('in the lines of a text', async () => {
    expect(await hyphens(guide, '.prose > p')).toEqual(['auto']);
  });

  test.each([
    ['headlines', 'h1'],
    ['headings of the text', '.prose :is(h2, h3)'],
    ['names', '.byline-names a'],
    ['code', '.prose code'],
    ['tables', '.prose td'],
  ])('but not in %s', async (_, selector) => {
    const found = await hyphens(guide, selector);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/manual|none/);
  });

  test('nor in Urdu', async () => {
    expect(await hyphens(urdu, '.prose > p')).toEqual(['manual']);
  });

  test('with seven letters and more, four before the break and three after it', async () => {
    const page = await used.open({ path: guide });
    const limits = await page.locator('.prose').evaluate((text) => getComputedStyle(text).hyphenateLimitChars);
    expect(limits).toBe('7 4 3');
  });
});

test.each([1.3, 2])('text is %f times as large where the system asks for it, and nothing is cut', async (scale) => {
  const page = await used.open({ path: guide, width: 320 });
  await hydrated(page);
  const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
  const before = await size();
  const session = await page.context().newCDPSession(page);
  // Playwright's types are older than the command.
  await session.send('Emulation.setEmulatedOSTextScale' as never, { scale } as never);
  await expect.poll(size).toBeCloseTo(before * scale, 0);
  const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(inner).toBeLessThanOrEqual(outer);
});
