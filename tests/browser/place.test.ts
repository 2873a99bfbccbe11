/** The reader's place: kept in words, found again at any size, offered and never forced. */
import type { Page } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { needs } from './abilities.ts';
import { answer, arrived, focused, lead, scrollDown, scrolled } from './reading.ts';
import { hydrated, type OpenOptions, useSite } from './site.ts';
import { holdClock, keptIn, pass, putInto, placeRecord, read, topParagraph } from './shelved.ts';

const used = useSite();

const long = '/articles/what-makes-a-page-readable/';
const urdu = '/articles/nastaliq-screen-par/';
const slugOf = (path: string) => path.split('/')[2]!;

const offer = (page: Page) => page.getByRole('button', { name: /^Continue where you were/ });

/** A page whose clock the test turns. */
async function opened(path: string, options: OpenOptions = {}): Promise<Page> {
  const page = await used.open({ ...options, path: '' });
  await holdClock(page);
  await page.goto(used.site.url + path);
  await hydrated(page);
  await page.getByRole('button', { name: 'Save to your shelf' }).waitFor();
  return page;
}

/** Another window of the same reader. */
const again = (page: Page, path: string, options: OpenOptions = {}) =>
  opened(path, { ...options, context: page.context() });

const placeIn = async (page: Page, path: string) =>
  (await keptIn(page, 'places')).find(({ article, deleted }) => article === slugOf(path) && !deleted);

/** Until the device has a place of this state. */
async function kept(page: Page, path: string, state = 'reading') {
  await expect.poll(async () => (await placeIn(page, path))?.['state'], { timeout: 15_000 }).toBe(state);
  return (await placeIn(page, path))!;
}

/** How many places are offered when everything has been looked at. */
async function offers(page: Page): Promise<number> {
  await pass(page, 3);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  return offer(page).count();
}

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
      const page = await opened(path, { width: 390, height: 844 });
      await page.evaluate(() => (document.documentElement.style.fontSize = '16px'));
      await page
        .locator('[data-text="body"] > *')
        .first()
        .evaluate((block) => block.scrollIntoView());
      await read(page, screens);
      await kept(page, path);
      const paragraph = await topParagraph(page);
      await page.close();

      const large = await again(page, path, { width: 1440, height: 900 });
      await large.setViewportSize({ width: 1440, height: 900 });
      await large.evaluate(() => (document.documentElement.style.fontSize = '28px'));
      await offer(large).click();
      await expect.poll(() => topParagraph(large)).toBe(paragraph);
      expect(await focused(large).textContent()).toContain(paragraph);
      expect(await offers(large)).toBe(0);
    },
  );

  test('is kept also when the window is closed right after the last line was reached', async () => {
    const page = await opened(long);
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
    const { passage } = (await placeIn(page, long)) as { passage: { exact: string } };
    expect(passage.exact.slice(0, 40)).toBe(paragraph.slice(0, 40));
  });

  test('is written at most once a second, and not while the page stands still', async () => {
    const page = await opened(long);
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
    const page = await opened(long);
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
    const page = await opened(long);
    await read(page, 6);
    const far = Number((await kept(page, long))['fraction']);
    const restarted = await again(page, long);
    await offer(restarted).waitFor();
    await read(restarted, 2);
    await expect.poll(async () => Number((await placeIn(restarted, long))?.['fraction'])).toBeLessThan(far / 2);
    expect(await offer(restarted).count()).toBe(0);
  });

  test('is found again on the words, or on the nearest before them, after the text was edited', async () => {
    const page = await opened(lead.path, { width: 390 });
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
    const longer = await again(page, lead.path);
    await offer(longer).click();
    await expect.poll(() => topParagraph(longer)).toBe(paragraph);

    const blocks = [...printed.matchAll(/<(p|h2)[ >][\s\S]*?<\/\1>/g)].map(([block]) => block);
    const plain = (html: string) => html.replace(/<sup[\s\S]*?<\/sup>|<[^>]+>/g, '').trim();
    const here = blocks.findIndex((block) => plain(block).startsWith(paragraph.slice(0, 20)));
    expect(here).toBeGreaterThan(3);
    serve(printed.replace(blocks[here]!, ''));
    const shorter = await again(page, lead.path);
    await offer(shorter).click();
    const nearest = new Set([here - 1, here - 2].map((index) => plain(blocks[index]!).slice(0, 20)));
    await expect.poll(async () => nearest.has((await topParagraph(shorter))!.slice(0, 20))).toBe(true);
  });
});

describe('a finished article', () => {
  test('is finished when it was read to its end, offers nothing, and is begun again by reading it again', async () => {
    const page = await opened(lead.path);
    await read(page, 14);
    await kept(page, lead.path, 'finished');
    const reopened = await again(page, lead.path);
    expect(await offers(reopened)).toBe(0);
    await read(reopened, 2);
    await kept(reopened, lead.path);
    const third = await again(page, lead.path);
    await offer(third).waitFor();
  });
});

describe('the offer', () => {
  /** An article that was read for some screens, opened again. */
  async function returned(path = long, options: OpenOptions = {}): Promise<Page> {
    const page = await opened(path, options);
    await read(page, 6);
    await kept(page, path);
    await page.close();
    return again(page, path, options);
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
    expect(await offers(await again(page, `${long}#${heading}`))).toBe(0);
  });

  test('is not made where a link leads to words of the article', async (context) => {
    await needs(context, 'text fragments');
    const page = await returned();
    await offer(page).waitFor();
    const words = (await page.locator('[data-text="body"] > p').nth(4).innerText()).split(' ').slice(0, 5).join(' ');
    expect(await offers(await again(page, `${long}#:~:text=${encodeURIComponent(words)}`))).toBe(0);
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
    const page = await opened(lead.path);
    await putInto(page, 'places', [placeRecord(slugOf(lead.path), 1, { fraction: 0.1 })]);
    expect(await offers(await again(page, lead.path))).toBe(0);
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
    const page = await opened(long);
    expect((await bar(page)).width).toBe(0);
    await page.locator('[data-text="body"] > :nth-child(8)').evaluate((block) => block.scrollIntoView());
    await expect.poll(async () => (await bar(page)).width).toBeGreaterThan(50);
    expect((await bar(page)).left).toBe(0);
    await page.evaluate(() => document.querySelector('.article-footer')?.scrollIntoView());
    await expect.poll(async () => (await bar(page)).width).toBeGreaterThan((await widest(page)) * 0.97);
    expect(await page.locator('.place-bar').getAttribute('aria-hidden')).toBe('true');
  });

  test('grows from the right in Urdu', async () => {
    const page = await opened(urdu, { width: 390 });
    await page.locator('[data-text="body"] > :nth-child(4)').evaluate((block) => block.scrollIntoView());
    await expect.poll(async () => (await bar(page)).width).toBeGreaterThan(20);
    const { left, right } = await bar(page);
    expect(left).toBeGreaterThan(right);
    expect(right).toBeLessThanOrEqual(16);
  });

  test('says the minutes that are left while there are some, in no live region', async () => {
    const page = await opened(long);
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
