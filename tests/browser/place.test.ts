/** The reader's place: kept in words, found again at any size, and shown as progress. */
import type { Page } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { readingLine } from '../../src/text/lines.ts';
import { answer, focused, lead } from './reading.ts';
import { hydrated, useSite } from './site.ts';
import { holdClock, type Kept, keptIn, pass, read, topParagraph } from './shelved.ts';
import { again, kept, offer, offers, opened, placeIn } from './placing.ts';

const used = useSite();

const long = '/articles/what-makes-a-page-readable/';

const urdu = '/articles/nastaliq-screen-par/';

/** Where a place of the device begins. */
const wordsOf = (place: Kept | undefined) => (place as { passage: { exact: string } } | undefined)?.passage.exact ?? '';

describe('a place', () => {
  test.each([
    [long, 2],
    [long, 5],
    [lead.path, 4],
    ['/articles/footnotes-tables-and-code/', 3],
    [urdu, 3],
  ])(
    '%s, left after %i screens of a phone, opens at the same paragraph on a large screen in large type',
    async (path, screens) => {
      const page = await opened(used, path, { width: 390, height: 844 });
      await page.evaluate(() => (document.documentElement.style.fontSize = '16px'));
      await page
        .locator('[data-text="body"] > *')
        .first()
        .evaluate((block) => block.scrollIntoView());
      await read(page, screens);
      await kept(page, path);
      const paragraph = await topParagraph(page);
      await page.close();

      const large = await again(used, page, path, { width: 1440, height: 900 });
      await large.setViewportSize({ width: 1440, height: 900 });
      await large.evaluate(() => (document.documentElement.style.fontSize = '28px'));
      await offer(large).click();
      await expect.poll(() => topParagraph(large)).toBe(paragraph);
      expect(await focused(large).textContent()).toContain(paragraph);
      expect(await offers(large)).toBe(0);
    },
  );

  test('is kept also when the window is closed right after the last line was reached', async () => {
    const page = await opened(used, long);
    await read(page, 4);
    await kept(page, long);
    await pass(page, 25);
    const paragraph = await page.evaluate(() => {
      const blocks = [...document.querySelectorAll('[data-text="body"] > p')];
      const next = blocks.find((block) => block.getBoundingClientRect().top > 30);
      next?.scrollIntoView();
      return next?.textContent ?? '';
    });
    await page.goto(`${used.site.url}/about/`);
    await hydrated(page);
    expect(wordsOf(await placeIn(page, long)).slice(0, 40)).toBe(paragraph.slice(0, 40));
  });

  test('between two paragraphs is the beginning of the second', async () => {
    const page = await opened(used, long, { width: 390, height: 844 });
    await read(page, 2);
    await pass(page, 25);
    const next = await page.evaluate((height) => {
      const blocks = [...document.querySelectorAll('[data-text="body"] > p + p')];
      const second = blocks.find((block) => block.getBoundingClientRect().top > innerHeight / 3)!;
      const { bottom } = second.previousElementSibling!.getBoundingClientRect();
      // The last line has been read, and some of the leading under it is still in the window.
      scrollBy({ top: bottom - height - 2, behavior: 'instant' });
      return second.textContent ?? '';
    }, readingLine);
    await pass(page, 2);
    await expect.poll(async () => wordsOf(await placeIn(page, long)).slice(0, 40)).toBe(next.slice(0, 40));
  });

  test('is written at most once a second, and not while the page stands still', async () => {
    const page = await opened(used, long);
    await read(page, 3);
    await kept(page, long);
    const revision = async () => Number((await placeIn(page, long))?.['revision']);
    const before = await revision();
    await pass(page, 60);
    expect(await revision()).toBe(before);
    for (let step = 0; step < 20; step += 1) {
      await page.evaluate(() => scrollBy({ top: 8, behavior: 'instant' }));
      await pass(page, 0.5);
    }
    await expect.poll(revision).toBeGreaterThan(before);
    expect(await revision()).toBeLessThanOrEqual(before + 11);
  });

  test('is not kept of a glance, nor of a look at the end', async () => {
    const page = await opened(used, long);
    await pass(page, 6);
    await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
    await pass(page, 60);
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await pass(page, 6);
    await page.goto(`${used.site.url}/about/`);
    await hydrated(page);
    expect(await keptIn(page, 'places')).toEqual([]);
  });

  test('is where the reader reads again from the start, not the furthest', async () => {
    const page = await opened(used, long);
    await read(page, 6);
    const far = Number((await kept(page, long))['fraction']);
    const restarted = await again(used, page, long);
    await offer(restarted).waitFor();
    await read(restarted, 2);
    await expect.poll(async () => Number((await placeIn(restarted, long))?.['fraction'])).toBeLessThan(far / 2);
    expect(await offer(restarted).count()).toBe(0);
  });

  test('is found again on the words, or on the nearest before them, after the text was edited', async () => {
    const page = await opened(used, lead.path, { width: 390 });
    await read(page, 5);
    await kept(page, lead.path);
    const paragraph = (await topParagraph(page))!;
    const printed = readFileSync(join(inject('shippedSite'), lead.path, 'index.html'), 'utf8');
    const [, start = ''] = /data-text="body"[^>]*>(<p>)/.exec(printed) ?? [];
    expect(start).toBe('<p>');
    const serve = (html: string) =>
      answer(
        used.site,
        (path) => path === lead.path,
        (response) => {
          response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
          response.end(html);
        },
      );

    const added = '<p>A paragraph that was added on top of it all.</p>'.repeat(4);
    serve(printed.replace(/(data-text="body"[^>]*>)/, `$1${added}`));
    const longer = await again(used, page, lead.path);
    await offer(longer).click();
    await expect.poll(() => topParagraph(longer)).toBe(paragraph);

    const blocks = [...printed.matchAll(/<(p|h2)[ >][\s\S]*?<\/\1>/g)].map(([block]) => block);
    const plain = (html: string) => html.replace(/<sup[\s\S]*?<\/sup>|<[^>]+>/g, '').trim();
    const here = blocks.findIndex((block) => plain(block).startsWith(paragraph.slice(0, 20)));
    expect(here).toBeGreaterThan(3);
    serve(printed.replace(blocks[here]!, ''));
    const shorter = await again(used, page, lead.path);
    await offer(shorter).click();
    const nearest = new Set([here - 1, here - 2].map((index) => plain(blocks[index]!).slice(0, 20)));
    await expect.poll(async () => nearest.has((await topParagraph(shorter))!.slice(0, 20))).toBe(true);
  });
});

describe('a finished article', () => {
  test('is finished when it was read to its end, offers nothing, and is begun again by reading it again', async () => {
    const page = await opened(used, lead.path);
    await read(page, 14);
    await kept(page, lead.path, 'finished');
    const reopened = await again(used, page, lead.path);
    expect(await offers(reopened)).toBe(0);
    // The text begins below a picture, more than a screen down.
    await read(reopened, 3);
    await kept(reopened, lead.path);
    const third = await again(used, page, lead.path);
    await offer(third).waitFor();
  });
});

describe('progress', () => {
  const bar = (page: Page) =>
    page.locator('.place-bar').evaluate((element) => {
      const { left, right } = element.getBoundingClientRect();
      return { left: Math.round(left), right: Math.round(innerWidth - right), width: right - left };
    });
  const widest = (page: Page) => page.evaluate(() => document.documentElement.clientWidth);

  test('grows with what is read, is full at the end, and is nothing to a screen reader', async () => {
    const page = await opened(used, long);
    expect((await bar(page)).width).toBe(0);
    await page.locator('[data-text="body"] > :nth-child(8)').evaluate((block) => block.scrollIntoView());
    await expect.poll(async () => (await bar(page)).width).toBeGreaterThan(50);
    expect((await bar(page)).left).toBe(0);
    await page.evaluate(() => document.querySelector('.article-footer')?.scrollIntoView());
    await expect.poll(async () => (await bar(page)).width).toBeGreaterThan((await widest(page)) * 0.97);
    expect(await page.locator('.place-bar').getAttribute('aria-hidden')).toBe('true');
  });

  test('grows from the right in Urdu', async () => {
    const page = await opened(used, urdu, { width: 390 });
    await page.locator('[data-text="body"] > :nth-child(4)').evaluate((block) => block.scrollIntoView());
    await expect.poll(async () => (await bar(page)).width).toBeGreaterThan(20);
    const { left, right } = await bar(page);
    expect(left).toBeGreaterThan(right);
    expect(right).toBeLessThanOrEqual(16);
  });

  test('says the minutes that are left while there are some, in no live region', async () => {
    const page = await opened(used, long);
    const left = page.getByText(/^\d+ minutes? left$/);
    await pass(page, 2);
    expect(await left.count()).toBe(0);
    await read(page, 2);
    const minutes = async () => Number.parseInt(await left.innerText(), 10);
    const before = await minutes();
    expect(before).toBeGreaterThan(2);
    expect(await left.evaluate((element) => element.closest('[role=status], [aria-live]'))).toBeNull();
    await read(page, 3);
    expect(await minutes()).toBeLessThan(before);
    await page.evaluate(() => document.querySelector('.article-footer')?.scrollIntoView());
    await pass(page, 1);
    expect(await left.count()).toBe(0);
  });
});

test('where the device keeps nothing, an article is read as ever', async () => {
  const page = await used.open({ path: '' });
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  });
  await holdClock(page);
  await page.goto(used.site.url + long);
  await hydrated(page);
  await read(page, 3);
  await page.getByText(/minutes? left$/).waitFor();
  await page.keyboard.press('s');
  const alert = page.getByRole('alert').filter({ hasText: 'This article is not saved.' });
  expect(await alert.innerText()).toContain('storage is switched off, or this is a private window');
  expect(await page.getByRole('button', { name: 'Save to your shelf' }).getAttribute('aria-pressed')).toBe('false');
});
