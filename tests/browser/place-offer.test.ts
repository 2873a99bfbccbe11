/** The offer to go on where the reader was: taken, passed over, never forced. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { needs } from './abilities.ts';
import { arrived, focused, lead, scrollDown, scrolled } from './reading.ts';
import { type OpenOptions, useSite } from './site.ts';
import { pass, placeRecord, putInto, read, slugOf } from './shelved.ts';
import { again, kept, offer, offers, opened } from './placing.ts';

const used = useSite();

const long = '/articles/what-makes-a-page-readable/';

describe('the offer', () => {
  /** An article that was read for some screens, opened again. */
  async function returned(path = long, options: OpenOptions = {}): Promise<Page> {
    const page = await opened(used, path, options);
    await read(page, 6);
    await kept(page, path);
    await page.close();
    return again(used, page, path, options);
  }

  test('moves nothing by itself, is said once, and is taken by keyboard', async () => {
    const page = await returned();
    await offer(page).waitFor();
    expect(await scrolled(page)).toBe(0);
    expect(await page.getByText(/^You have read \d+% of this article\./).getAttribute('role')).toBe('status');
    await page.getByRole('button', { name: 'Save to your shelf' }).focus();
    await page.keyboard.press('Tab');
    expect(await focused(page).innerText()).toContain('Continue where you were');
    await page.keyboard.press('Enter');
    await expect.poll(() => scrolled(page)).toBeGreaterThan(800);
    expect(await offer(page).count()).toBe(0);
    // From there the next stop is further on in the text, not at the top of the page.
    await page.keyboard.press('Tab');
    expect(await scrolled(page)).toBeGreaterThan(800);
    expect(await page.evaluate(() => document.querySelectorAll('[data-text="body"] [tabindex="-1"]').length)).toBe(0);
  });

  test('goes when it is put off, and the focus stays in the article', async () => {
    const page = await returned();
    await page.getByRole('button', { name: 'Not now' }).click();
    expect(await offers(page)).toBe(0);
    expect(await focused(page).evaluate((element) => element.tagName)).toBe('H1');
    expect(await scrolled(page)).toBe(0);
  });

  test('goes when the reader has scrolled past it', async () => {
    const page = await returned();
    await offer(page).waitFor();
    await scrollDown(page, 600);
    await pass(page, 1);
    expect(await offer(page).count()).toBe(1);
    await page.evaluate(() => document.querySelector('.article-footer')?.scrollIntoView());
    await pass(page, 1);
    await expect.poll(() => offer(page).count()).toBe(0);
  });

  test('covers nothing that has the focus', async () => {
    const page = await returned(long, { width: 390, height: 700 });
    await offer(page).waitFor();
    let looked = 0;
    for (let stop = 0; stop < 40; stop += 1) {
      await page.keyboard.press('Tab');
      const hidden = await page.evaluate(() => {
        const bar = document.querySelector('.place-offer')?.getBoundingClientRect();
        const element = document.activeElement;
        if (!bar || !element || element.closest('.place-offer')) return undefined;
        const { top, bottom } = element.getBoundingClientRect();
        return top < bar.bottom && bottom > bar.top ? element.outerHTML.slice(0, 80) : '';
      });
      if (hidden === undefined) continue;
      looked += 1;
      expect(hidden).toBe('');
    }
    expect(looked).toBeGreaterThan(5);
  });

  test('is not made where a link leads to a part of the article', async () => {
    const page = await returned();
    await offer(page).waitFor();
    const heading = (await page.locator('[data-text="body"] h2[id]').first().getAttribute('id'))!;
    expect(await offers(await again(used, page, `${long}#${heading}`))).toBe(0);
  });

  test('is not made where a link leads to words of the article', async (context) => {
    await needs(context, 'text fragments');
    const page = await returned();
    await offer(page).waitFor();
    const words = (await page.locator('[data-text="body"] > p').nth(4).innerText()).split(' ').slice(0, 5).join(' ');
    expect(await offers(await again(used, page, `${long}#:~:text=${encodeURIComponent(words)}`))).toBe(0);
  });

  test('is not made to one who comes back to where they were', async () => {
    const page = await returned(long, { savesData: true });
    await offer(page).waitFor();
    await scrollDown(page, 500);
    await page.evaluate(() => document.querySelector<HTMLElement>('footer a[href="/privacy/"]')?.click());
    await arrived(page, 'Privacy');
    await page.goBack();
    await page.getByRole('button', { name: 'Save to your shelf' }).waitFor();
    await expect.poll(() => scrolled(page)).toBe(500);
    expect(await offers(page)).toBe(0);
  });

  test('is not made for an article whose place is in sight', async () => {
    const page = await opened(used, lead.path);
    await putInto(page, 'places', [placeRecord(slugOf(lead.path), 1, { fraction: 0.1 })]);
    expect(await offers(await again(used, page, lead.path))).toBe(0);
  });
});
