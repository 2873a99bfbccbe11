/** Every way in which the reader's storage fails in a real browser, and articles that are read all the same. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { lead, refuseStorage } from './reading.ts';
import { inStore, openBlank, serveStoreOn } from './reader-store-page.ts';
import { useSite } from './site.ts';

const used = useSite();
serveStoreOn(used);

describe('storage that fails', () => {
  test('for want of room keeps nothing half, reads on, and keeps once there is room', async () => {
    const page = await openBlank(used);
    expect(await inStore(page, ({ articles }) => articles(), undefined)).toEqual([]);
    const session = await page.context().newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', { origin: used.site.url, quotaSize: 1 });
    expect(await inStore(page, ({ kindOf, put, saved }) => kindOf(put(saved('more'))), undefined)).toBe('full');
    expect(await inStore(page, ({ articles }) => articles(), undefined)).toEqual([]);
    await session.send('Storage.overrideQuotaForOrigin', { origin: used.site.url });
    await inStore(page, ({ put, saved }) => put(saved('more')), undefined);
    expect(await inStore(page, ({ articles }) => articles(), undefined)).toEqual(['more']);
  });

  test('because it was cleared under the page: said to be lost, and keeps again', async () => {
    const page = await openBlank(used);
    await inStore(
      page,
      ({ store, watchKept }) => void Object.assign(window, { kept: watchKept(store(), '/test/') }),
      undefined,
    );
    for (const article of ['a', 'b', 'c']) {
      await inStore(page, ({ put, saved }, article) => put(saved(article)), article);
    }
    await expect.poll(() => page.evaluate(() => localStorage.getItem('broadsheet:/test/:kept'))).toContain('"count":3');
    const session = await page.context().newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin: used.site.url, storageTypes: 'all' });
    const lost = () =>
      page.evaluate(() => (window as unknown as { kept: { lost(): Promise<{ count: number }> } }).kept.lost());
    await expect.poll(lost).toMatchObject({ count: 3 });
    await inStore(page, ({ put, saved }) => put(saved('after')), undefined);
    expect(await inStore(page, ({ articles }) => articles(), undefined)).toEqual(['after']);
    expect(await lost()).toMatchObject({ count: 3 });
  });

  test('because the connection died in the background is opened once more, and the change is made', async () => {
    const page = await openBlank(used);
    await inStore(page, ({ put, saved }) => put(saved('before')), undefined);
    await page.evaluate(() => {
      // oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below
      const real = IDBDatabase.prototype.transaction;
      IDBDatabase.prototype.transaction = function dieOnce() {
        IDBDatabase.prototype.transaction = real;
        throw new DOMException('Connection to Indexed Database server lost.', 'UnknownError');
      };
    });
    await inStore(page, ({ put, saved }) => put(saved('after')), undefined);
    expect(await inStore(page, ({ articles }) => articles(), undefined)).toEqual(['after', 'before']);
    await page.evaluate(() => {
      IDBDatabase.prototype.transaction = () => {
        throw new DOMException('Connection to Indexed Database server lost.', 'UnknownError');
      };
    });
    expect(await inStore(page, ({ articles, kindOf }) => kindOf(articles()), undefined)).toBe('lost');
  });

  test('at the last moment keeps nothing, and the page is told', async () => {
    const page = await openBlank(used);
    await page.evaluate(() => {
      // oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below
      const real = IDBDatabase.prototype.transaction;
      IDBDatabase.prototype.transaction = function abortAtTheEnd(...given) {
        const transaction = real.apply(this, given);
        if (given[1] === 'readwrite') transaction.commit = () => transaction.abort();
        return transaction;
      };
    });
    expect(await inStore(page, ({ kindOf, put, saved }) => kindOf(put(saved('a'))), undefined)).toBe('lost');
    expect(await inStore(page, ({ articles }) => articles(), undefined)).toEqual([]);
  });

  test.each(['1999-01-01', '2099-01-01'])(
    'never because the clock says %s: the order is what happened',
    async (date) => {
      const page = await openBlank(used);
      const saveNow = (article: string) =>
        inStore(page, ({ save, store }, article) => save(store(), article, { headline: article }), article);
      await saveNow('first');
      await inStore(
        page,
        ({ store, unsave, save }) => save(store(), 'gone', { headline: '' }).then(() => unsave(store(), 'gone')),
        undefined,
      );
      await page.clock.install({ time: new Date(date) });
      await saveNow('second');
      await inStore(page, ({ expireTombstones, store }) => expireTombstones(store()), undefined);
      await page.clock.setSystemTime(new Date());
      await saveNow('third');
      await inStore(page, ({ expireTombstones, store }) => expireTombstones(store()), undefined);
      const listed = await inStore(
        page,
        ({ store }) => store().read(['saved'], ({ page }) => page('saved', 'order', { count: 9, direction: 'prev' })),
        undefined,
      );
      expect(listed.records.map(({ article }) => article)).toEqual(['third', 'second', 'gone', 'first']);
      expect(listed.records.map(({ deleted }) => deleted !== undefined)).toEqual([false, false, true, false]);
    },
  );
});

describe('an article', () => {
  const lengthOfText = async (page: Page) => (await page.locator('.prose').innerText()).length;

  async function shelfSaysWhy(page: Page): Promise<void> {
    await page.goto(`${used.site.url}/shelf/`);
    await page
      .getByText(/This browser lets the page keep nothing/)
      .first()
      .waitFor();
  }

  test('is read where the database never answers, and the shelf says why it is empty', async () => {
    const page = await used.open({ path: '' });
    await page.addInitScript(() => {
      IDBFactory.prototype.open = function openForEver() {
        return Object.create(IDBOpenDBRequest.prototype, {
          addEventListener: { value: () => {} },
          removeEventListener: { value: () => {} },
        }) as IDBOpenDBRequest;
      };
    });
    await page.goto(used.site.url + lead.path);
    expect(await lengthOfText(page)).toBeGreaterThan(500);
    await shelfSaysWhy(page);
  });

  test('is read where all storage is refused, and the shelf says so', async () => {
    refuseStorage(used.site);
    const page = await used.open({ path: lead.path });
    expect(await page.evaluate(refusals)).toEqual(['SecurityError', 'SecurityError', 'SecurityError']);
    expect(await lengthOfText(page)).toBeGreaterThan(500);
    await shelfSaysWhy(page);
  });

  test('is read, and nothing pretends to be saved, where the database was damaged and opens empty', async () => {
    const page = await used.open({ path: lead.path });
    // Before anything of the next page runs: this one may still be counting, and would write what it found.
    await page.addInitScript(() =>
      localStorage.setItem('broadsheet:/:kept', JSON.stringify({ count: 12, date: '2026-05-03T09:00:00.000Z' })),
    );
    await page.reload();
    expect(await lengthOfText(page)).toBeGreaterThan(500);
    await page.getByText(/12 were here on May 3, 2026|12 were here on 3 May 2026/).waitFor();
  });
});

/** What every kind of storage says when it is asked for anything. */
function refusals(): string[] {
  const ask = [() => localStorage.length, () => sessionStorage.length, () => indexedDB.open('any')];
  return ask.map((of) => {
    try {
      of();
      return 'allowed';
    } catch (error) {
      return (error as DOMException).name;
    }
  });
}
