/** An article as long as a book: only what is near the reader is laid out, and nobody notices. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildLongArticle } from '../bench/long-article.ts';
import { staticHost } from '../../src/press/static-host.ts';
import { needs } from './abilities.ts';
import { closeContext, hydrated, launch, openPage, serve, type Site } from './site.ts';

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-long-'));
let browser: Browser;
let site: Site;
let address: string;
let page: Page;

beforeAll(async () => {
  const built = await buildLongArticle(folder, 30_000);
  address = built.address;
  [site, browser] = await Promise.all([serve(staticHost(built.site)), launch()]);
  page = await openPage(browser, site, { path: address, plainFaces: true });
  await hydrated(page);
});

afterAll(async () => {
  await closeContext(page);
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The block at the top of the window, and how much of it has passed, in pixels. */
const place = () =>
  page.evaluate(() => {
    const blocks = [...document.querySelectorAll('[data-text="body"] .stretch > *')];
    // What is passed over has no place: its text may be longer than the room that is kept for it.
    const isShown = (one: Element) => one.checkVisibility({ contentVisibilityAuto: true });
    const block = blocks.findIndex((one) => isShown(one) && one.getBoundingClientRect().bottom > 0);
    return { block, passed: Math.round(blocks[block]?.getBoundingClientRect().top ?? 0) };
  });

/** Scrolls to a share of the text and waits until what is there has been laid out and lies still. */
async function goTo(share: number): Promise<void> {
  await page.evaluate(async (to) => {
    const height = () => document.documentElement.scrollHeight;
    scrollTo(0, height() * to);
    let before = '';
    for (let same = 0; same < 8;) {
      // oxlint-disable-next-line no-await-in-loop -- one frame after another
      await new Promise(requestAnimationFrame);
      const now = `${scrollY} ${height()}`;
      same = now === before ? same + 1 : 0;
      before = now;
    }
  }, share);
}

test('is set in stretches, of which those out of sight are passed over', async () => {
  await goTo(0);
  const laidOut = await page.evaluate(() =>
    [...document.querySelectorAll('.stretch')].map(
      (stretch) => stretch.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }) ?? false,
    ),
  );
  expect(laidOut.length).toBeGreaterThan(15);
  expect(laidOut[0]).toBe(true);
  expect(laidOut.at(-1)).toBe(false);
});

test('comes back to the same words after a reload, and on Back', async () => {
  await goTo(0.6);
  const before = await place();
  const isThere = async () => {
    const { block, passed } = await place();
    return block === before.block && Math.abs(passed - before.passed) <= 2;
  };
  expect(before.block).toBeGreaterThan(100);
  await page.reload();
  await hydrated(page);
  await expect.poll(isThere).toBe(true);
  // Without scrolling there, as a reader with two columns does.
  await page
    .getByRole('complementary')
    .getByRole('link')
    .nth(1)
    .evaluate((link) => (link as HTMLElement).click());
  await page.waitForURL((url) => url.pathname !== address);
  await page.goBack();
  await page.waitForURL((url) => url.pathname === address);
  await expect.poll(isThere).toBe(true);
});

test('leads to each of its parts, and is not called back to where the reader came back to before', async () => {
  await page.reload();
  await hydrated(page);
  const last = page.locator('[data-text="body"] h2').last();
  const id = await last.getAttribute('id');
  await page.evaluate((part) => {
    location.hash = `#${part}`;
  }, id);
  const top = () => last.evaluate((heading) => Math.round(heading.getBoundingClientRect().top));
  await expect.poll(top).toBeLessThan(60);
  expect(await top()).toBeGreaterThanOrEqual(0);
  // The section is marked, by which it is also seen that nothing was laid out for that above the leap.
  await expect.poll(() => page.locator('details.outline [aria-current]').getAttribute('href')).toBe(`#${id}`);
  expect(await top()).toBeLessThan(60);
});

test('is found in by the browser’s own search, also far out of sight', async (context) => {
  await needs(context, 'search of its own (window.find)');
  await goTo(0);
  const words = await page
    .locator('[data-text="body"] .stretch')
    .last()
    .evaluate((stretch) => stretch.textContent.trim().slice(-60));
  const found = await page.evaluate(
    (wanted) => {
      const { find } = window as unknown as { find: (text: string) => boolean };
      return find(wanted) && String(getSelection());
    },
    words.slice(0, 40),
  );
  expect(found).toBe(words.slice(0, 40));
  const isInSight = () =>
    page.evaluate(() => {
      const { top = -1, bottom = Infinity } = getSelection()?.getRangeAt(0).getBoundingClientRect() ?? {};
      return top >= 0 && bottom <= innerHeight;
    });
  await expect.poll(isInSight).toBe(true);
  await page.evaluate(() => getSelection()?.removeAllRanges());
});

test('keeps the reader at the same words when the size of the type changes', async () => {
  await goTo(0.4);
  const { block } = await place();
  await page.keyboard.press(',');
  const size = page.getByRole('slider', { name: 'Size' });
  for (const percent of ['150', '80', '200']) {
    // oxlint-disable-next-line no-await-in-loop -- one size after another
    await size.fill(percent);
    // oxlint-disable-next-line no-await-in-loop
    await expect.poll(async () => (await place()).block).toBe(block);
  }
  await page.keyboard.press('Escape');
});

test('has its text whole in its document, as any other', () => {
  const html = readFileSync(join(folder, 'site-long-30000', address, 'index.html'), 'utf8');
  const text = html.slice(html.indexOf('data-text="body"'));
  expect(text.match(/<p>/g)!.length).toBeGreaterThan(400);
});
