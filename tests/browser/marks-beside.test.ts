/** The reader's marks beside the text: level with their words, in one column with the notes, opened by a press. */
import { expect, test } from 'vitest';
import { axeFaultsOnPapers } from './axe.ts';
import { drag, manual, mark, note, openArticle, panel } from './marking.ts';
import { overlaps } from './noted.ts';
import { presetSettings } from './setting.ts';
import { hydrated, useSite } from './site.ts';
import type { Page } from 'playwright-core';

const used = useSite();

const urdu = '/articles/aap-ka-likha-aap-ke-paas/';
const wide = { width: 1440, height: 900 };

const beside = (page: Page) => page.getByRole('group', { name: 'Your marks beside the text' });

const strokes = (page: Page) => beside(page).getByRole('button');

/** Marks words and writes to it what is given, as a reader with a mouse does. */
async function markWithNote(page: Page, words: string, text: string): Promise<void> {
  await drag(page, words);
  await page.getByRole('button', { name: 'Add a note' }).click();
  await note(page).fill(text);
  await page.getByRole('button', { name: 'Save note' }).click();
  await panel(page).getByRole('button', { name: 'Close' }).click();
}

/** How far the first line of each is from the line of the marked words, in pixels. */
const apart = (page: Page, words: string) =>
  page.evaluate((wanted) => {
    const range = [...CSS.highlights.values()]
      .flatMap((highlight) => [...highlight] as Range[])
      .find((one) => one.toString() === wanted)!;
    const line = range.getClientRects()[0]!;
    const aside = document.querySelector<HTMLElement>('.mark-aside')!;
    const height = Number.parseFloat(getComputedStyle(aside).lineHeight);
    return Math.abs((line.top + line.bottom) / 2 - (aside.getBoundingClientRect().top + height / 2));
  }, words);

test('what was written stands level with its words, follows a change, and goes with the mark', async () => {
  const page = await openArticle(used, manual, wide);
  await markWithNote(page, 'careful person’s', 'Ask the desk about this.');
  await expect.poll(() => strokes(page).allInnerTexts()).toEqual(['Ask the desk about this.']);
  await expect.poll(() => apart(page, 'careful person’s')).toBeLessThan(4);
  await strokes(page).click();
  await note(page).fill('Asked.');
  await page.getByRole('button', { name: 'Save note' }).click();
  await expect.poll(() => strokes(page).allInnerTexts()).toEqual(['Asked.']);
  await panel(page).getByRole('button', { name: 'Remove' }).click();
  await expect.poll(() => beside(page).count()).toBe(0);
});

test('a mark without a note is a stroke that says its words and opens it', async () => {
  const page = await openArticle(used, manual, wide);
  await mark(page, 'careful person’s', undefined, 'blue');
  await beside(page).getByRole('button', { name: 'careful person’s' }).click();
  await expect.poll(() => panel(page).count()).toBe(1);
});

test('marks and notes share the column, and nothing stands over anything', async () => {
  // So high that all three are near.
  const page = await used.open({ path: '', width: 1440, height: 3200 });
  await presetSettings(page.context(), { notes: 'beside' });
  await page.goto(used.site.url + manual);
  await hydrated(page);
  for (const words of ['careful person’s', 'two halves', 'Three hyphens']) {
    // oxlint-disable-next-line no-await-in-loop -- one mark after another
    await markWithNote(page, words, 'A note that is long enough to fill several lines of a narrow column. '.repeat(4));
  }
  await expect.poll(() => strokes(page).count()).toBe(3);
  await page.getByRole('note').first().waitFor();
  const { shown, ...over } = await overlaps(page);
  expect(shown).toBeGreaterThan(3);
  expect(over).toEqual({ each: 0, text: 0, outside: 0 });
  expect(await axeFaultsOnPapers(page, 'marks beside the text')).toEqual([]);
});

test('beside Urdu they stand in the margin that is free; in a narrow window there are none', async () => {
  const page = await openArticle(used, urdu, wide);
  await mark(page, 'آپ');
  await expect.poll(() => strokes(page).count()).toBe(1);
  const [stroke, text] = await Promise.all([
    strokes(page).boundingBox(),
    page.locator('main [data-text="body"]').boundingBox(),
  ]);
  expect(stroke!.x + stroke!.width).toBeLessThan(text!.x);
  expect(stroke!.x).toBeGreaterThanOrEqual(0);
  await page.setViewportSize({ width: 1000, height: 900 });
  await expect.poll(() => strokes(page).count()).toBe(0);
});
