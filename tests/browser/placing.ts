/** What tests of the reader's place do on a page. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { hydrated, type OpenOptions, type UsedSite } from './site.ts';
import { holdClock, keptIn, pass, slugOf } from './shelved.ts';

export const offer = (page: Page) => page.getByRole('button', { name: /^Continue where you were/ });

/** A page whose clock the test turns. */
export async function opened(used: UsedSite, path: string, options: OpenOptions = {}): Promise<Page> {
  const page = await used.open({ ...options, path: '' });
  await holdClock(page);
  await page.goto(used.site.url + path);
  await hydrated(page);
  await page.getByRole('button', { name: 'Save to your shelf' }).waitFor();
  return page;
}

/** Another window of the same reader. */
export const again = (used: UsedSite, page: Page, path: string, options: OpenOptions = {}) =>
  opened(used, path, { ...options, context: page.context() });

export const placeIn = async (page: Page, path: string) =>
  (await keptIn(page, 'places')).find(({ article, deleted }) => article === slugOf(path) && !deleted);

/** Until the device has a place of this state. */
export async function kept(page: Page, path: string, state = 'reading') {
  await expect.poll(async () => (await placeIn(page, path))?.['state'], { timeout: 15_000 }).toBe(state);
  return (await placeIn(page, path))!;
}

/** How many places are offered when everything has been looked at. */
export async function offers(page: Page): Promise<number> {
  await pass(page, 3);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  return offer(page).count();
}
