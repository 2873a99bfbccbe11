/** The page holds together: narrow, with large letters, with loose letters, in the colours of the system, at rest. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { lead, movedOn, pagesOfAllKinds } from './reading.ts';
import { expectErrors, hydrated, useSite } from './site.ts';

const used = useSite();

const paths = [
  ...pagesOfAllKinds.map(({ path }) => path),
  '/articles/what-makes-a-page-readable/',
  '/articles/one-sentence-many-scripts/',
  '/articles/nowhere/',
];
const urdu = '/articles/nastaliq-screen-par/';

/** By how much the page is wider than the window. */
const tooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** Adds rules as a reader's own style sheet does. */
const restyle = (page: Page, rules: string) =>
  page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }, rules);

/** Text that is cut off, but for what is meant for the ear only and what is clamped and stands in the document whole. */
const cutOff = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => {
        const { overflowX, overflowY, clipPath, webkitLineClamp } = getComputedStyle(element);
        if (!(element instanceof HTMLElement) || !element.checkVisibility() || clipPath !== 'none') return false;
        if (webkitLineClamp !== 'none') return false;
        const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
        return (
          (hides(overflowY) && element.scrollHeight > element.clientHeight) ||
          (hides(overflowX) && element.scrollWidth > element.clientWidth)
        );
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );

describe.each(paths)('%s', (path) => {
  test('needs no scrolling sideways at 320, with loose letters and with letters twice as large', async () => {
    const page = await used.open({ path: '', width: 320 });
    expectErrors(page, /404/);
    await page.goto(used.site.url + path);
    await hydrated(page);
    expect(await tooWide(page)).toBeLessThanOrEqual(0);

    // WCAG 1.4.12. Nastaliq has its height already.
    await restyle(
      page,
      `:not(:lang(ur)) { line-height: 1.5 !important }
       * { letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
       p { margin-block-end: 2em !important }`,
    );
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await cutOff(page), `${width}`).toEqual([]);
      expect(await tooWide(page), `${width}`).toBeLessThanOrEqual(0);
    }

    await page.evaluate(() => (document.adoptedStyleSheets = []));
    await restyle(page, 'html { font-size: 200% !important }');
    for (const width of [768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await cutOff(page), `${width}`).toEqual([]);
      expect(await tooWide(page), `${width}`).toBeLessThanOrEqual(0);
    }
  });
});

test('a headline that is clamped stands in the document whole', async () => {
  const page = await used.open({ width: 320 });
  await restyle(page, 'aside h3 { -webkit-line-clamp: 1 !important }');
  const feed = page.getByRole('complementary', { name: 'Must Read' });
  const name = 'China ready to work with Pakistan on Global South development initiative';
  expect(await feed.getByRole('heading', { name, exact: true }).count()).toBe(1);
});

test('a table that is too wide scrolls in its own frame, by keyboard too', async () => {
  const page = await used.open({ path: '/articles/footnotes-tables-and-code/', width: 320 });
  const table = page.getByRole('region', { name: /Leaf/ });
  await restyle(page, 'td { min-inline-size: 20rem !important }');
  await table.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => table.evaluate((frame) => frame.scrollLeft)).toBeGreaterThan(0);
  expect(await tooWide(page)).toBeLessThanOrEqual(0);
});

test('the lines of the text are 60 to 70 letters long where there is room', async () => {
  const page = await used.open({ path: lead.path });
  const letters = await page.getByText('From there he moves to the year 2000').evaluate((paragraph) => {
    const range = document.createRange();
    range.selectNodeContents(paragraph);
    const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
    // The last line ends where the text does.
    return (paragraph.textContent ?? '').length / (lines.size - 0.5);
  });
  expect(letters).toBeGreaterThan(55);
  expect(letters).toBeLessThan(72);
});

describe('nothing jumps', () => {
  /** Goes to the page and reads down to its end; answers what moved that the reader did not move. */
  async function shifts(page: Page, path: string): Promise<string[]> {
    await page.goto(used.site.url + path);
    await hydrated(page);
    await page.evaluate(async () => {
      await document.fonts.ready;
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      // Where the end is, in parts of a pixel, only the browser knows.
      for (let before = -1; scrollY > before;) {
        before = scrollY;
        scrollBy(0, 200);
        await frame();
      }
      while ([...document.images].some((image) => image.checkVisibility() && !image.complete)) await frame();
    });
    const form = page.getByRole('button', { name: 'Keep on this device' });
    if (path.startsWith('/articles/')) await form.waitFor();
    return movedOn(page);
  }

  test.each([
    ['/', 320],
    ['/', 1280],
    [lead.path, 320],
    [lead.path, 768],
    [lead.path, 1280],
    ['/articles/footnotes-tables-and-code/', 320],
    ['/articles/footnotes-tables-and-code/', 1280],
  ])('on %s at %i: not for fonts, pictures, controls or the form', async (path, width) => {
    const page = await used.open({ path: '', width });
    expect(await shifts(page, path)).toEqual([]);
  });

  // The Naskh that stands there until the face has come is as wide.
  test.each([360, 768, 1280])('in Urdu at %i: its face moves no line', async (width) => {
    const page = await used.open({ path: '', width });
    const moved = await shifts(page, urdu);
    // Within a line a word may give way by a hair.
    expect(moved.filter((one) => Number.parseFloat(one) > 0.001)).toEqual([]);
  });
});

test('nothing is animated for a reader who wants rest', async () => {
  const page = await used.open({ path: lead.path });
  await hydrated(page);
  const moving = () =>
    page.evaluate(() => ({
      animations: document.getAnimations().length,
      slow: [...document.querySelectorAll('*')].filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element);
        return animationName !== 'none' || /[1-9]/.test(transitionDuration);
      }).length,
      scroll: getComputedStyle(document.documentElement).scrollBehavior,
    }));
  await page.getByRole('link', { name: 'The Broadsheet Desk' }).first().hover();
  await page.getByRole('button', { name: 'Reading settings' }).click();
  expect(await moving()).toEqual({ animations: 0, slow: 0, scroll: 'auto' });
});

describe('in the colours of the system', () => {
  /** How many colours an element has on the screen. */
  async function colours(page: Page, what: ReturnType<Page['locator']>): Promise<number> {
    const picture = (await what.screenshot()).toString('base64');
    const blank = await page.context().newPage();
    return blank.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
      canvas.drawImage(image, 0, 0);
      return new Set(new Uint32Array(canvas.getImageData(0, 0, image.width, image.height).data.buffer)).size;
    }, picture);
  }

  test('links, icons, rules and fields can be told from the paper', async () => {
    const page = await used.open({ path: lead.path });
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    await hydrated(page);
    await page.getByRole('heading', { name: 'Responses' }).scrollIntoViewIfNeeded();
    for (const what of [
      page.getByRole('link', { name: 'Opinion', exact: true }),
      page.getByRole('button', { name: 'Reading settings' }),
      page.getByRole('link', { name: 'the desk of this publication' }),
      page.getByRole('textbox', { name: 'Name' }),
      page.getByRole('button', { name: 'Keep on this device' }),
    ]) {
      expect(await colours(page, what), what.toString()).toBeGreaterThan(1);
    }
    const colourOf = (what: ReturnType<Page['locator']>) => what.evaluate((element) => getComputedStyle(element).color);
    expect(await colourOf(page.getByRole('link', { name: 'the desk of this publication' }))).not.toBe(
      await colourOf(page.getByText('Mr Hossain begins with a war.')),
    );
  });

  test('a reader who asks for more contrast gets ink for every word, on every paper', async () => {
    const page = await used.open({ path: lead.path, theme: 'sepia' });
    await page.emulateMedia({ contrast: 'more' });
    const inks = await page.evaluate(() => {
      const inkOf = (selector: string) => getComputedStyle(document.querySelector(selector)!).color;
      return [inkOf('h1'), inkOf('header time'), inkOf('figcaption')];
    });
    expect(new Set(inks).size).toBe(1);
  });
});
