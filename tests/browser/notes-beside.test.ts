/** Notes beside the text: in any window, size and face none stands over another, and each is level with its mark. */
import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Settings } from '../../src/reader/settings/settings.ts';
import { staticHost } from '../../src/press/static-host.ts';
import { axeFaults, axeFaultsOnPapers } from './axe.ts';
import { beside, buildNoted, markOf, note, noted, overlaps } from './noted.ts';
import { focused, layoutShift, watchLayoutShift } from './reading.ts';
import { presetSettings } from './setting.ts';
import { closeAll, hydrated, launch, openPage, type OpenOptions, serve, type Site } from './site.ts';

const counts = [3, 12, 60];

let folder: string;
let browser: Browser;
let site: Site;
let pages: Page[] = [];

beforeAll(async () => {
  const built = buildNoted(counts);
  folder = built.folder;
  [site, browser] = await Promise.all([serve(staticHost(built.site)), launch()]);
});

afterEach(async () => {
  const opened = pages;
  pages = [];
  await closeAll(opened);
});

afterAll(async () => {
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(path: string, options: OpenOptions = {}, chosen: Partial<Settings> = {}): Promise<Page> {
  const page = await openPage(browser, site, { path: '', width: 1440, height: 900, ...options });
  pages.push(page);
  await presetSettings(page.context(), { notes: 'beside', ...chosen });
  await watchLayoutShift(page);
  await page.goto(site.url + path);
  await hydrated(page);
  return page;
}

const inSight = (page: Page, number: number) =>
  markOf(page, number).evaluate((mark) => mark.scrollIntoView({ block: 'center', behavior: 'instant' }));

/** Sets the text as the settings do, and waits until what stands beside it has followed. */
const setSize = (page: Page, size: number) =>
  page.evaluate(async (to) => {
    document.documentElement.style.setProperty('--set-size', String(to));
    // The observer of sizes answers after the first, and moves the notes before the second.
    for (let frame = 0; frame < 3; frame += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one frame after another
      await new Promise(requestAnimationFrame);
    }
  }, size);

describe('none stands over another or over the text, in windows of 1200 to 2560 pixels and at three sizes', () => {
  const widths = [1200, 1440, 2560];
  const sizes = [0.8, 1, 1.4];
  const faces = [
    ...(['literata', 'sans', 'legible'] as const).map((face) => ['en', { face }] as const),
    ...(['nastaliq', 'naskh'] as const).map((urdu) => ['ur', { urdu }] as const),
  ];

  test.each(faces)('60 notes (%s) in %o', async (lang, chosen) => {
    // So high that most of the notes are near.
    const page = await open(noted(60, lang), { height: 3000 }, chosen);
    await beside(page).getByRole('note').first().waitFor();
    const over: unknown[] = [];
    let shown = 0;
    for (const width of widths) {
      // oxlint-disable-next-line no-await-in-loop -- one window after another
      await page.setViewportSize({ width, height: 3000 });
      for (const size of sizes) {
        // oxlint-disable-next-line no-await-in-loop
        await setSize(page, size);
        // oxlint-disable-next-line no-await-in-loop
        const found = await overlaps(page);
        shown += found.shown;
        if (found.each + found.text + found.outside > 0) over.push({ width, size, ...found });
      }
    }
    expect(over).toEqual([]);
    expect(shown).toBeGreaterThan(100);
  });
});

describe('beside the text', () => {
  test.each([noted(60), noted(60, 'ur')])('nothing of %s that is read moves when they come', async (path) => {
    const page = await open(path, { plainFaces: true });
    await beside(page).getByRole('note').first().waitFor();
    expect(await layoutShift(page)).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

  test('the first line of a note is level with the line of its mark', async () => {
    const page = await open(noted(3));
    await beside(page).getByRole('note', { name: 'Note 1', exact: true }).waitFor();
    const apart = await page.evaluate(() => {
      const mark = document.querySelector('[data-text="body"] sup')!;
      const range = document.createRange();
      range.selectNode(mark.previousSibling!);
      const line = [...range.getClientRects()].at(-1)!;
      const first = document.querySelector('.aside a')!.getBoundingClientRect();
      return Math.abs((line.top + line.bottom) / 2 - (first.top + first.bottom) / 2);
    });
    expect(apart).toBeLessThan(4);
  });

  test('a mark leads to its note and Escape back; where there is no room, the note opens in its place', async () => {
    const page = await open(noted(12));
    await beside(page).getByRole('note').first().waitFor();
    await inSight(page, 2);
    await markOf(page, 2).click();
    await expect.poll(() => focused(page).getAttribute('role')).toBe('note');
    await expect.poll(() => focused(page).getAttribute('aria-label')).toBe('Note 2');
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page).getAttribute('role')).toBe('doc-noteref');
    await page.setViewportSize({ width: 1000, height: 900 });
    await expect.poll(() => beside(page).getByRole('note').count()).toBe(0);
    await inSight(page, 2);
    await markOf(page, 2).click();
    await note(page, 2).waitFor();
  });

  test('axe finds nothing on any paper', async () => {
    const page = await open(noted(12));
    await beside(page).getByRole('note').first().waitFor();
    expect(await axeFaultsOnPapers(page, 'notes beside the text')).toEqual([]);
    expect(await axeFaults(page, 'notes beside the text', '.asides')).toEqual([]);
  });
});
