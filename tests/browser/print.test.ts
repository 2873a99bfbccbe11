/** On paper: the article whole, black on white, and nothing to click. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { inPixels, pagesOfPdf, type PdfPage } from './pdf-lines.ts';
import { lead } from './reading.ts';
import { hydrated, useSite } from './site.ts';

const used = useSite();

const urdu = '/articles/nastaliq-screen-par/';
const guide = '/articles/footnotes-tables-and-code/';
const long = '/articles/what-makes-a-page-readable/';

async function printed(path: string, theme: 'light' | 'sepia' | 'dark' = 'light'): Promise<Page> {
  const page = await used.open({ path, theme });
  await hydrated(page);
  await page.emulateMedia({ media: 'print' });
  return page;
}

test.each([lead.path, urdu, guide])('%s is there to its last word', async (path) => {
  const screen = await used.open({ path });
  const words = async (page: Page) =>
    page.locator('[data-text="body"]').evaluate((body) => {
      // The arrows back into the text lead nowhere on paper.
      for (const arrow of body.querySelectorAll('[role="doc-backlink"]')) arrow.remove();
      return (body as HTMLElement).innerText.replaceAll(/\s+/g, ' ').trim();
    });
  const page = await printed(path);
  const onPaper = await words(page);
  expect(onPaper).toBe(await words(screen));
  expect(onPaper.length).toBeGreaterThan(1000);
  for (const part of ['h1', 'figcaption', 'header time']) {
    expect(await page.locator(part).evaluateAll((found) => found.every((one) => one.checkVisibility())), part).toBe(
      true,
    );
  }
  expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
});

test('there is nothing to click, and no way to other pages', async () => {
  const page = await printed(lead.path);
  await page.getByRole('heading', { name: 'Responses', includeHidden: true }).waitFor({ state: 'hidden' });
  for (const role of ['navigation', 'button', 'textbox', 'complementary', 'group'] as const) {
    expect(await page.getByRole(role).count(), role).toBe(0);
  }
  expect(await page.getByRole('banner').innerText()).toBe('Broadsheet');
  expect(await page.getByText('By The Broadsheet Desk', { exact: true }).isVisible()).toBe(true);
  expect(await page.getByText('Text and pictures by the desks').first().isVisible()).toBe(true);
});

test('links to elsewhere say where', async () => {
  const page = await printed(guide);
  const after = await page
    .getByRole('main')
    .getByRole('link', { name: 'https://example.com/' })
    .first()
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(after).toContain('https://example.com/');
});

test.each(['dark', 'sepia', 'light'] as const)(
  'it is black on white, whatever the paper on the screen: %s',
  async (theme) => {
    const page = await printed(lead.path, theme);
    const colours = await page.evaluate(() => {
      const look = (element: Element) => getComputedStyle(element);
      return {
        paper: look(document.body).backgroundColor,
        headline: look(document.querySelector('h1')!).color,
        text: [...new Set([...document.querySelectorAll('[data-text="body"] p')].map((one) => look(one).color))],
      };
    });
    expect(colours.paper).toBe('rgb(255, 255, 255)');
    expect(colours.headline).toBe('rgb(0, 0, 0)');
    expect(colours.text.every((colour) => ['rgb(0, 0, 0)', 'rgb(34, 34, 34)'].includes(colour))).toBe(true);
  },
);

describe.each(['A4', 'Letter'] as const)('on %s', (format) => {
  test.each([lead.path, guide, urdu])('%s is pages as a magazine has', async (path) => {
    const { pdf, pages } = await pdfOf(path, format);
    expect(pdf.toString('latin1')).toContain('/StructTreeRoot');
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.length).toBeLessThan(7);
    // A page that says nothing but its title and number is an empty one.
    expect(Math.min(...pages.map(({ lines }) => lines.length))).toBeGreaterThan(8);
    expect(pages.map((page) => said(inFoot(page)))).toEqual(
      pages.map((_, index) => `Page ${index + 1} of ${pages.length}`),
    );
    expect(pages.flatMap(({ lines }) => said(lines.filter(({ text }) => text.startsWith('https://broad'))))).toContain(
      `https://broadsheet.example${path}`,
    );
  });

  test.each([lead.path, guide, long])('no heading of %s is the last of its column', async (path) => {
    const { pdf, pages } = await pdfOf(path, format);
    const followed = headingsOf(pdf).map(({ pageId, x, y }) => {
      const { height, lines } = pages.find(({ id }) => id === pageId)!;
      const top = height - inPixels(y);
      const isUnder = (line: { x: number; y: number }) =>
        line.x > inPixels(x) - 20 && line.x < inPixels(x) + 300 && line.y > top + 30 && line.y < height - 60;
      return lines.filter(isUnder).length > 1;
    });
    expect(followed.length).toBeGreaterThan(4);
    expect(followed).toEqual(followed.map(() => true));
  });

  test('a long text stands in two columns, an Urdu one in one', async () => {
    const starts = async (path: string) => {
      const { pages } = await pdfOf(path, format);
      const { width, lines } = pages[1]!;
      return lines.filter(({ x }) => Math.abs(x - width / 2 - 15) < 3).length;
    };
    expect(await starts(long)).toBeGreaterThan(15);
    expect(await starts(urdu)).toBeLessThan(5);
  });
});

test('title and number stand on the sides that belong to the direction of the text', async () => {
  const [, english] = (await pdfOf(lead.path, 'A4')).pages;
  expect(said(inHead(english!))).toBe('A hill in Pyongyang, and the case for an old alliance · Broadsheet');
  expect(inHead(english!)[0]!.x).toBeLessThan(100);
  expect(inFoot(english!)[0]!.x).toBeGreaterThan(english!.width / 2);
  const [opening, second] = (await pdfOf(urdu, 'A4')).pages;
  expect(inHead(opening!)).toEqual([]);
  expect(Math.min(...inHead(second!).map(({ x }) => x))).toBeGreaterThan(second!.width / 2);
  expect(inFoot(second!)[0]!.x).toBeLessThan(100);
});

test('a page on which the text has no room for two columns has one', async () => {
  const { pages } = await pdfOf(long, 'A5');
  const { width, lines } = pages[2]!;
  expect(lines.filter(({ x }) => Math.abs(x - width / 2 - 15) < 3).length).toBeLessThan(5);
});

test('without script the address and the numbers are there', async () => {
  const page = await used.open({ path: lead.path, script: false });
  const pages = pagesOfPdf(await page.pdf({ format: 'A4' }));
  expect(pages.map((one) => said(inFoot(one)))).toEqual(pages.map((_, index) => `${index + 1} / ${pages.length}`));
  expect(pages.flatMap(({ lines }) => lines.map(({ text }) => text))).toContain(
    `https://broadsheet.example${lead.path}`,
  );
});

test('the code of the address is on paper only', async () => {
  const page = await used.open({ path: lead.path });
  const code = page.locator('.printed-code');
  await printingBegins(page);
  expect(await code.isVisible()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  const [address, square] = await Promise.all([page.locator('.article-footer').boundingBox(), code.boundingBox()]);
  expect(square!.width).toBeCloseTo(inPixels(24 * (72 / 25.4)), 0);
  // It stands beside the address, not after it.
  expect(square!.y + square!.height).toBeLessThanOrEqual(address!.y + address!.height + 1);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await code.waitFor({ state: 'detached' });
});

/** As the browser says it; what draws the code comes when the page is idle. */
async function printingBegins(page: Page): Promise<void> {
  const codes = async () => {
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    return page.locator('.printed-code').count();
  };
  await expect.poll(codes).toBe(1);
}

async function pdfOf(path: string, format: 'A4' | 'Letter' | 'A5'): Promise<{ pdf: Buffer; pages: PdfPage[] }> {
  const page = await printed(path);
  await printingBegins(page);
  const pdf = await page.pdf({ format, tagged: true, outline: true });
  return { pdf, pages: pagesOfPdf(pdf) };
}

/** Where the headings stand, in points from below; the outline says it. */
const headingsOf = (pdf: Buffer) =>
  [...pdf.toString('latin1').matchAll(/\/Dest \[(\d+) 0 R \/XYZ ([\d.]+) ([\d.]+) 0\]\n\/Parent/g)].map(
    ([, pageId, x, y]) => ({ pageId, x: Number(x), y: Number(y) }),
  );

const inHead = ({ lines }: PdfPage) => lines.filter(({ y }) => y < 60);
const inFoot = ({ lines, height }: PdfPage) => lines.filter(({ y }) => y > height - 60);
const said = (lines: PdfPage['lines']) => lines.map(({ text }) => text).join('');
