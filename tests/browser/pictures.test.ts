/** Pictures looked at closely: opened from the text, gone through in its direction, enlarged, and closed without a trace. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFaults, axeFaultsOnPapers } from './axe.ts';
import { markOf, note } from './noted.ts';
import { buildPictured, dialog, dialogOf, fileWidth, picture, pictured, pictureLink } from './pictured.ts';
import { arrived, focused, leftToBrowser, scrolled } from './reading.ts';
import { presetSettings } from './setting.ts';
import { hydrated, type OpenOptions, useSite } from './site.ts';

const used = useSite(buildPictured);

async function open(path = pictured(), options: OpenOptions = {}): Promise<Page> {
  const page = await used.open({ path, plainFaces: true, ...options });
  if (options.script !== false) await hydrated(page);
  return page;
}

/** The dialog with a picture of the article. */
async function look(number: number, options: OpenOptions & { lang?: 'en' | 'ur' } = {}): Promise<Page> {
  const { lang = 'en' } = options;
  const page = await open(pictured(lang), options);
  await press(page, number, lang);
  return page;
}

async function press(page: Page, number: number, lang: 'en' | 'ur' = 'en'): Promise<void> {
  await pictureLink(page, number, lang).click();
  await dialogOf(page, number, lang).waitFor();
}

const closed = (page: Page) => dialog(page).waitFor({ state: 'detached' });
const hash = (page: Page) => page.evaluate(() => location.hash);
const entries = (page: Page) => page.evaluate(() => history.length);
const tool = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true });
const says = (page: Page, position: string) => dialog(page).getByText(position, { exact: false }).first().waitFor();

/** Where the picture that is shown stands in the window, once it is there. */
async function box(page: Page) {
  await expect.poll(async () => (await picture(page).boundingBox())?.width ?? 0).toBeGreaterThan(10);
  return (await picture(page).boundingBox())!;
}

const centre = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) =>
  [x + width / 2, y + height / 2] as const;

describe('without script', () => {
  test('a picture is a link to its file, or to where its writer wants', async () => {
    const page = await open(pictured(), { script: false });
    await pictureLink(page, 7).click();
    await arrived(page, 'About Broadsheet');
    await page.goBack();
    await pictureLink(page, 2).click();
    expect(new URL(page.url()).pathname).toBe('/images/quay-2.svg');
  });

  test('a picture that says nothing leads nowhere', async () => {
    const page = await open('/articles/a-picture-in-words/', { script: false });
    const main = page.getByRole('figure').first();
    expect(await main.locator('img').count()).toBe(1);
    expect(await main.getByRole('link').count()).toBe(0);
  });
});

describe('a picture', () => {
  test('opens over the page, under the name of its caption, says what it is, and has the focus', async () => {
    const page = await look(2);
    expect(await hash(page)).toBe('#picture-2');
    await says(page, '2 of 6');
    expect(await picture(page).getAttribute('alt')).toBe('A quay with boats, number 2');
    expect(await focused(page).evaluate(({ tagName }) => tagName)).toBe('DIALOG');
    expect(await pictureLink(page, 2).getAttribute('aria-haspopup')).toBe('dialog');
    await page.keyboard.press('Home');
    await dialogOf(page, 1).getByText('Jane Doe').waitFor();
  });

  test.each([
    ['Escape', (page: Page) => page.keyboard.press('Escape')],
    ['Back', (page: Page) => page.goBack()],
    ['its button', (page: Page) => tool(page, 'Close').click()],
    ['a tap beside it', (page: Page) => page.mouse.click(12, 400)],
  ])('is closed by %s, and the page is as it was', async (_, close) => {
    const page = await open();
    await pictureLink(page, 4).evaluate((shown) => shown.scrollIntoView({ block: 'center', behavior: 'instant' }));
    const [before, length] = [await scrolled(page), await entries(page)];
    await press(page, 4);
    await page.keyboard.press('ArrowRight');
    await dialogOf(page, 5).waitFor();
    // Whoever turns a wheel over the picture does not move the page.
    await page.mouse.wheel(0, 600);
    await close(page);
    await closed(page);
    expect(await hash(page)).toBe('');
    expect(await focused(page).locator('img').getAttribute('alt')).toBe('A quay with boats, number 4');
    expect(await scrolled(page)).toBe(before);
    expect(await entries(page)).toBe(length + 1);
  });

  test('of a gallery is called by the caption of all, and the next is of the same row', async () => {
    const page = await open('/articles/footnotes-tables-and-code/');
    const gallery = page.getByRole('figure', { name: 'The signs of our three desks.' });
    await gallery.getByRole('link').first().click();
    const opened = page.getByRole('dialog', { name: 'The signs of our three desks.' });
    await opened.getByText('2 of 4').waitFor();
    await page.keyboard.press('ArrowRight');
    await opened.getByText('3 of 4').waitFor();
    expect(await picture(page).getAttribute('alt')).toMatch(/^An open book/);
    await page.keyboard.press('Escape');
    await closed(page);
    expect(await focused(page).evaluate((link) => link.closest('.gallery-row') !== null)).toBe(true);
  });

  test('opens with Enter, and Tab stays in the dialog', async () => {
    const page = await open();
    await pictureLink(page, 2).focus();
    await page.keyboard.press('Enter');
    await dialogOf(page, 2).waitFor();
    const passed: (string | null)[] = [];
    for (let time = 0; time < 12; time += 1) {
      await page.keyboard.press('Tab');
      // Where the browser has controls of its own the focus may go to them, but never into the page.
      passed.push(
        await page.evaluate(() => {
          const { activeElement: focus, body } = document;
          if (focus === null || focus === body) return null;
          return focus.closest('dialog') ? focus.getAttribute('aria-label') : 'the page';
        }),
      );
    }
    expect(passed).toEqual(expect.arrayContaining(['Previous picture', 'Next picture', 'Enlarge', 'Close', '2 of 6']));
    expect(passed).not.toContain('the page');
    await page.keyboard.press('Escape');
    await closed(page);
    await page.keyboard.press('Enter');
    await dialogOf(page, 2).waitFor();
  });

  test('leaves the history as it was, however often it is opened', async () => {
    const page = await open('/');
    await page.goto(used.site.url + pictured());
    await hydrated(page);
    const length = await entries(page);
    for (let time = 0; time < 50; time += 1) {
      await press(page, 1 + (time % 2));
      await page.keyboard.press('Escape');
      await closed(page);
    }
    expect(await entries(page)).toBeLessThanOrEqual(length + 1);
    await page.goBack();
    await arrived(page, 'Broadsheet');
  });

  test('two presses of Escape close the picture, and leave the article alone', async () => {
    const page = await open('/');
    await page.goto(used.site.url + pictured());
    await hydrated(page);
    await press(page, 2);
    await page.evaluate(() => {
      const shown = document.querySelector('dialog[open]')!;
      for (let time = 0; time < 2; time += 1) shown.dispatchEvent(new Event('cancel', { cancelable: true }));
    });
    await closed(page);
    await arrived(page, 'Six pictures');
    expect(page.url()).toBe(used.site.url + pictured());
  });

  test('is there again with Forward, and after the page is loaded anew', async () => {
    const page = await look(2);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => hash(page)).toBe('#picture-3');
    await page.goBack();
    await closed(page);
    await page.goForward();
    await dialogOf(page, 3).waitFor();
    await page.reload();
    await dialogOf(page, 3).waitFor();
    await page.keyboard.press('Escape');
    await closed(page);
    await page.goBack();
    await expect.poll(() => page.url()).toBe('about:blank');
  });

  test('opens by an address that was shared, and is in sight in the text when it is closed', async () => {
    const page = await open(`${pictured()}#picture-5`);
    await dialogOf(page, 5).waitFor();
    const length = await entries(page);
    await page.keyboard.press('Escape');
    await closed(page);
    expect(page.url()).toBe(used.site.url + pictured());
    expect(await entries(page)).toBe(length);
    expect(await focused(page).locator('img').getAttribute('alt')).toBe('A quay with boats, number 5');
    const { y } = (await pictureLink(page, 5).boundingBox())!;
    expect(y).toBeGreaterThan(-200);
    expect(y).toBeLessThan(800);
  });

  test.each(['#picture-7', '#picture-0', '#picture-02', '#picture-x'])('%s opens nothing', async (part) => {
    const page = await open(pictured() + part);
    await pictureLink(page, 1).waitFor();
    await expect.poll(() => pictureLink(page, 1).getAttribute('aria-haspopup')).toBe('dialog');
    expect(await dialog(page).count()).toBe(0);
    expect(await hash(page)).toBe(part);
  });

  test.each(['ControlOrMeta', 'Shift'] as const)('is the browser’s link for whoever holds %s', async (key) => {
    const page = await open();
    const left = leftToBrowser(page);
    await pictureLink(page, 2).click({ modifiers: [key] });
    expect(await left).toBe(true);
    expect(await dialog(page).count()).toBe(0);
    expect(await hash(page)).toBe('');
  });

  test('opens while a note is open, which closes', async () => {
    const page = await open();
    await markOf(page, 1).click();
    await note(page, 1).waitFor();
    await expect.poll(() => page.evaluate(() => history.state.isOpen)).toBe(true);
    await pictureLink(page, 1).evaluate((shown) => (shown as HTMLElement).click());
    await dialogOf(page, 1).waitFor();
    expect(await dialog(page).count()).toBe(1);
    await page.keyboard.press('Escape');
    await closed(page);
    expect(page.url()).toBe(used.site.url + pictured());
  });

  test('is not on paper, where the article is as always', async () => {
    const page = await look(2);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('dialog').isVisible()).toBe(false);
    expect(await page.getByRole('heading', { level: 1, includeHidden: true }).isVisible()).toBe(true);
  });
});

describe('the next picture', () => {
  test.each([
    ['en', 'ArrowRight', 'ArrowLeft'],
    ['ur', 'ArrowLeft', 'ArrowRight'],
  ] as const)('comes by arrow in the direction of a text in %s, from the first to the last', async (lang, on, back) => {
    const page = await look(2, { lang });
    const length = await entries(page);
    for (const [key, number] of [
      [on, 3],
      [on, 4],
      [back, 3],
      ['End', 6],
      [on, 6],
      ['Home', 1],
      [back, 1],
    ] as const) {
      await page.keyboard.press(key);
      await dialogOf(page, number, lang).waitFor();
      await expect.poll(() => hash(page)).toBe(`#picture-${number}`);
      const [x] = centre(await box(page));
      expect(Math.abs(x - 640)).toBeLessThan(10);
    }
    expect(await entries(page)).toBe(length);
  });

  test.each(['en', 'ur'] as const)('comes by buttons that point to it, in %s', async (lang) => {
    const page = await look(5, { lang });
    const [previous, next] = [tool(page, 'Previous picture'), tool(page, 'Next picture')];
    const [one, other] = [(await previous.boundingBox())!, (await next.boundingBox())!];
    expect(lang === 'en' ? one.x < other.x : one.x > other.x).toBe(true);
    // Where one is stands at the other end, in words that are read from their own side.
    const position = dialog(page).getByRole('status');
    const side = await position.evaluate((said) => {
      const range = document.createRange();
      range.selectNode(said.firstChild!);
      return range.getBoundingClientRect().left < innerWidth / 2 ? 'left' : 'right';
    });
    expect(side).toBe(lang === 'en' ? 'left' : 'right');
    expect(await position.getAttribute('dir')).toBe('ltr');
    await next.click();
    await dialogOf(page, 6, lang).waitFor();
    expect(await next.getAttribute('aria-disabled')).toBe('true');
    await next.press('Enter');
    expect(await focused(page).getAttribute('aria-label')).toBe('Next picture');
    await previous.click();
    await dialogOf(page, 5, lang).waitFor();
  });

  test.each([
    ['en', 1],
    ['ur', -1],
  ] as const)('comes by swipe, in %s', async (lang, way) => {
    const page = await look(2, { lang, width: 390, height: 844 });
    await page.mouse.move(195, 400);
    await page.mouse.wheel(way * 300, 0);
    await dialogOf(page, 3, lang).waitFor();
    await expect.poll(() => hash(page)).toBe('#picture-3');
    await expect.poll(async () => Math.abs(centre(await box(page))[0] - 195)).toBeLessThan(10);
  });

  test('is fetched with the one before it when a picture is opened, and no other', async () => {
    const page = await look(4);
    const shown = () =>
      dialog(page)
        .locator('img')
        .evaluateAll((all) => all.map((one) => (one as HTMLImageElement).alt.slice(-1)));
    expect(await shown()).toEqual(['3', '4', '5']);
    await page.keyboard.press('End');
    await expect.poll(shown).toEqual(['5', '6']);
  });

  test('stays where it is when the window is turned', async () => {
    const page = await look(4, { width: 390, height: 844 });
    await page.setViewportSize({ width: 844, height: 390 });
    await expect.poll(async () => Math.abs(centre(await box(page))[0] - 422)).toBeLessThan(10);
    await dialogOf(page, 4).waitFor();
  });
});

describe('enlarged', () => {
  test('by key, a picture has the pixels of its file, moves by arrows, and is whole again', async () => {
    const page = await look(2);
    const whole = await box(page);
    expect(whole.width).toBeLessThan(1280);
    await page.keyboard.press('+');
    await expect.poll(async () => (await box(page)).width).toBe(fileWidth);
    expect(await picture(page).getAttribute('src')).toMatch(/\/images\/quay-2\.svg$/);
    const before = await box(page);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await expect.poll(async () => (await box(page)).x).toBe(before.x - 80);
    expect((await box(page)).y).toBe(before.y - 80);
    await dialogOf(page, 2).waitFor();
    await page.keyboard.press('0');
    await expect.poll(async () => (await box(page)).width).toBe(whole.width);
  });

  test.each(['en', 'ur'] as const)('by two taps, it stays under the finger, and is dragged (%s)', async (lang) => {
    const page = await look(2, { lang });
    const whole = await box(page);
    const [x, y] = [whole.x + whole.width * 0.25, whole.y + whole.height * 0.75];
    await page.mouse.dblclick(x, y);
    await expect.poll(async () => (await box(page)).width).toBe(fileWidth);
    const large = await box(page);
    expect(Math.abs(large.x + large.width * 0.25 - x)).toBeLessThan(2);
    expect(Math.abs(large.y + large.height * 0.75 - y)).toBeLessThan(2);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 60, y - 30, { steps: 4 });
    await page.mouse.up();
    const moved = await box(page);
    expect([Math.round(moved.x - large.x), Math.round(moved.y - large.y)]).toEqual([-60, -30]);
    await page.mouse.dblclick(640, 400);
    await expect.poll(async () => (await box(page)).width).toBe(whole.width);
    expect(Math.abs(centre(await box(page))[0] - 640)).toBeLessThan(10);
  });

  test('by its button, a small picture is twice as large, and the next one is whole', async () => {
    const page = await look(6);
    const whole = await box(page);
    await tool(page, 'Enlarge').click();
    await expect.poll(async () => (await box(page)).width).toBe(whole.width * 2);
    expect(await focused(page).getAttribute('aria-label')).toBe('Whole picture');
    await page.keyboard.press('Home');
    await dialogOf(page, 1).waitFor();
    await tool(page, 'Enlarge').waitFor();
    await page.keyboard.press('End');
    await dialogOf(page, 6).waitFor();
    expect((await box(page)).width).toBe(whole.width);
  });

  test('not by a single key where the reader has switched those off', async () => {
    const page = await open();
    await presetSettings(page.context(), { keys: false });
    await page.reload();
    await hydrated(page);
    await press(page, 2);
    await page.keyboard.press('+');
    await page.keyboard.press('ArrowRight');
    await dialogOf(page, 3).waitFor();
    expect((await box(page)).width).toBeLessThan(1280);
    await tool(page, 'Enlarge').waitFor();
  });
});

describe('the dialog', () => {
  test.each([
    [320, 480],
    [320, 200],
    [844, 390],
  ])('can be used at %i × %i', async (width, height) => {
    const page = await look(2, { width, height });
    for (const name of ['Previous picture', 'Next picture', 'Enlarge', 'Close']) {
      const { x, y, width: wide, height: high } = (await tool(page, name).boundingBox())!;
      expect(Math.min(wide, high)).toBeGreaterThanOrEqual(44);
      expect(x >= 0 && y >= 0 && x + wide <= width && y + high <= height).toBe(true);
    }
    const shown = await box(page);
    expect(shown.width).toBeGreaterThan(150);
    expect(shown.y + shown.height).toBeLessThanOrEqual(height);
    const caption = dialog(page).getByText('The quay at noon, number 2.');
    await caption.scrollIntoViewIfNeeded();
    const { y, height: high } = (await caption.boundingBox())!;
    expect(y + high).toBeLessThanOrEqual(height);
    expect(await page.locator('dialog').evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
  });

  test('holds nothing that axe finds, on any paper, in a narrow window, enlarged', async () => {
    const page = await look(1);
    const found = await axeFaultsOnPapers(page, 'a picture', 'dialog');
    await page.setViewportSize({ width: 320, height: 480 });
    found.push(...(await axeFaults(page, '320', 'dialog')));
    await page.keyboard.press('+');
    await tool(page, 'Whole picture').waitFor();
    found.push(...(await axeFaults(page, 'enlarged', 'dialog')));
    expect(found).toEqual([]);
  });

  test('holds nothing that axe finds in Urdu, and cuts nothing off a caption in Nastaliq', async () => {
    const page = await look(2, { lang: 'ur', plainFaces: false, width: 768, height: 900 });
    await page.evaluate(() => document.fonts.ready);
    expect(await axeFaults(page, 'ur', 'dialog')).toEqual([]);
    const caption = dialogOf(page, 2, 'ur').locator('.pictures-caption');
    expect(await caption.evaluate((one) => one.scrollHeight - one.clientHeight)).toBeLessThanOrEqual(0);
    const { lineHeight, size } = await caption.evaluate((one) => {
      const { lineHeight, fontSize } = getComputedStyle(one);
      return { lineHeight: parseFloat(lineHeight), size: parseFloat(fontSize) };
    });
    expect(lineHeight / size).toBeGreaterThanOrEqual(2);
  });

  test('has controls that are seen in forced colours', async () => {
    const page = await look(2);
    await page.emulateMedia({ forcedColors: 'active' });
    const colours = await tool(page, 'Close').evaluate((button) => [
      getComputedStyle(button.querySelector('svg')!).stroke,
      getComputedStyle(button.closest('dialog')!).backgroundColor,
    ]);
    expect(colours[0]).not.toBe(colours[1]);
  });

  test('has its keys in the list of keys, which opens over it', async () => {
    const page = await look(2);
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: 'Keys' });
    await keys.getByRole('heading', { name: 'With a picture open' }).waitFor();
    await keys.getByText('First or last picture').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => keys.count()).toBe(0);
    await dialogOf(page, 2).waitFor();
    await page.keyboard.press('ArrowRight');
    await dialogOf(page, 3).waitFor();
  });

  test('costs nothing before a picture is touched, and 5,000 bytes then', async () => {
    const page = await open('/about/');
    await page.goto(used.site.url + pictured());
    await hydrated(page);
    await page.waitForLoadState('networkidle');
    await pictureLink(page, 2).hover();
    used.site.requests.length = 0;
    const isCode = (path: string) => /\.(?:js|css)$/.test(path);
    await press(page, 2);
    const asked = [...new Set(used.site.requests.filter(isCode))];
    expect(asked.some((path) => path.includes('/PictureDialog-'))).toBe(true);
    const all = readdirSync(join(used.built, 'assets')).filter((file) => file.startsWith('PictureDialog-'));
    expect(asked.map((path) => path.replace('/assets/', '')).sort()).toEqual(all.sort());
    const bytes = all.map((file) => gzipSync(readFileSync(join(used.built, 'assets', file)), { level: 9 }).length);
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(5_000);
  });
});
