/** The reader's store in a real browser: two windows, a browser that is killed, and every way in which storage fails. */
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deleteProfile, launchMortal, newProfile } from './mortal-browser.ts';
import { lead, refuseStorage } from './reading.ts';
import type { Action } from './reader-store-parts.ts';
import { blankPath, bundleStore, inStore, serveStore } from './reader-store-page.ts';
import { useSite } from './site.ts';

const used = useSite();
let script = '';

beforeAll(async () => {
  script = await bundleStore();
});
beforeEach(() => serveStore(used.site, script));

/** A window with nothing in it but the store; another one of the same reader if `beside` is given. */
const openBlank = (beside?: Page) => used.open({ path: blankPath, ...(beside && { context: beside.context() }) });

describe('two windows', () => {
  test('play 1,000 schedules against each other: nothing is lost, nothing comes back', async () => {
    const here = await openBlank();
    const there = await openBlank(here);
    const schedules = 1000;
    const play = (page: Page, window: number) =>
      inStore(
        page,
        async ({ playSchedule }, { schedules, window }) => {
          const done: Action[][] = [];
          const next = Array.from({ length: schedules }, (_, at) => at).values();
          // Several at a time, as a browser has several things to do.
          const turns = Array.from({ length: 8 }, async () => {
            for (const at of next) done[at] = await playSchedule(`schedule-${at}`, at * 2 + window, 4);
          });
          await Promise.all(turns);
          return done;
        },
        { schedules, window },
      );
    const [mine, theirs] = await Promise.all([play(here, 0), play(there, 1)]);
    const { responses, flips } = await inStore(
      here,
      ({ store }) =>
        store().read(['responses', 'saved'], async ({ all }) => ({
          responses: await all('responses'),
          flips: await all('saved'),
        })),
      undefined,
    );
    const kept = new Map(responses.map((record) => [record.id, record]));
    const flipped = new Map(flips.map(({ article, revision }) => [article, revision]));
    const wrong: string[] = [];
    const count = { posted: 0, edited: 0, removed: 0, flipped: 0 };
    for (let at = 0; at < schedules; at += 1) {
      const actions = [...mine[at]!, ...theirs[at]!];
      for (const { what } of actions) count[what] += 1;
      const flips = actions.filter(({ what }) => what === 'flipped').length;
      if ((flipped.get(`schedule-${at}`) ?? 0) !== flips) wrong.push(`${at}: a change of the shelf is lost`);
      for (const post of actions.filter((action) => action.what === 'posted')) {
        const record = kept.get(post.id);
        const edits = actions.filter((action) => action.what === 'edited').filter(({ id }) => id === post.id);
        const isRemoved = actions.some((action) => action.what === 'removed' && action.id === post.id);
        const last = edits.toSorted((a, b) => b.revision - a.revision)[0] ?? post;
        if (!record) wrong.push(`${at}: ${post.id} is lost`);
        else if (isRemoved !== (record.deleted !== undefined)) wrong.push(`${at}: ${post.id} came back, or went`);
        else if (record.deleted === undefined && record.text !== last.text) wrong.push(`${at}: ${last.text} is lost`);
        else if (record.deleted === undefined && record.revision !== edits.length + 1)
          wrong.push(`${at}: an edit is lost`);
      }
    }
    expect(wrong).toEqual([]);
    expect(kept.size).toBe(count.posted);
    expect(Math.min(count.edited, count.removed, count.flipped)).toBeGreaterThan(100);
  });

  test('of an older version that holds the storage: said in two seconds, then all is brought over', async () => {
    const old = await openBlank();
    await old.evaluate(makeVersion1, 300);
    const page = await openBlank(old);
    const began = Date.now();
    expect(await inStore(page, ({ articles, kindOf }) => kindOf(articles()), undefined)).toBe('blocked');
    expect(Date.now() - began).toBeLessThan(10_000);
    await old.evaluate(() => (window as unknown as { held: IDBDatabase }).held.close());
    await expect
      .poll(() => inStore(page, countsAfterUpgrade, undefined))
      .toEqual({
        version: 2,
        shown: 300,
        saved: 0,
        drafts: 1,
        aside: 3,
        problem: undefined,
      });
  });

  test('of a newer version: this one reads, writes nothing, and says so', async () => {
    const page = await openBlank();
    await inStore(page, ({ put, saved }) => put(saved('before')), undefined);
    const newer = await openBlank(page);
    // Our own window lets it through.
    await newer.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open('broadsheet:/test/', 99);
          request.addEventListener('success', () => resolve(request.result.close()));
          request.addEventListener('error', () => reject(new Error(String(request.error))));
        }),
    );
    expect(await inStore(page, ({ articles }) => articles(), undefined)).toEqual(['before']);
    expect(await inStore(page, ({ kindOf, put, saved }) => kindOf(put(saved('after'))), undefined)).toBe('newer');
    expect(await inStore(page, ({ articles }) => articles(), undefined)).toEqual(['before']);
  });

  test('one of which deletes everything: the other keeps nothing anew', async () => {
    const page = await openBlank();
    const other = await openBlank(page);
    await inStore(page, ({ put, saved }) => put(saved('a')), undefined);
    expect(await inStore(other, ({ articles }) => articles(), undefined)).toEqual(['a']);
    await inStore(page, ({ store }) => store().deleteAll(), undefined);
    await expect
      .poll(() => inStore(other, ({ kindOf, put, saved }) => kindOf(put(saved('b'))), undefined))
      .toBe('deleted');
    expect(await inStore(page, ({ kindOf, put, saved }) => kindOf(put(saved('c'))), undefined)).toBe('deleted');
    expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([]);
  });
});

describe('a browser that is killed', () => {
  test('50 times right after "Saved" has lost nothing', async () => {
    /** A reader with a profile of their own: each saving is followed by the end of the browser. */
    async function savings(reader: string, times: number) {
      const profile = newProfile();
      try {
        for (let time = 0; time <= times; time += 1) {
          const browser = await launchMortal(profile);
          try {
            const page = browser.context.pages()[0] ?? (await browser.context.newPage());
            await page.goto(used.site.url + blankPath);
            const kept = await inStore(page, ({ articles }) => articles(), undefined);
            expect(kept.length, `${reader} after ${time} savings`).toBe(time);
            await inStore(
              page,
              ({ put, saved }, time) => put(saved(`saved-${String(time).padStart(2, '0')}`, time)),
              time,
            );
          } finally {
            await browser.kill();
          }
        }
      } finally {
        deleteProfile(profile);
      }
    }
    await Promise.all([savings('one reader', 25), savings('another', 25)]);
  });

  test('in the middle of an upgrade completes it the next time, with every record', async () => {
    const profile = newProfile();
    try {
      const first = await launchMortal(profile);
      const page = first.context.pages()[0] ?? (await first.context.newPage());
      await page.goto(used.site.url + blankPath);
      await page.evaluate(makeVersion1, 500);
      await page.evaluate(() => (window as unknown as { held: IDBDatabase }).held.close());
      const halfWay = page.waitForEvent('console', (message) => message.text() === 'half-way');
      await page.evaluate(() => {
        // oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below
        const make = IDBDatabase.prototype.createObjectStore;
        IDBDatabase.prototype.createObjectStore = function createAndHang(name, options) {
          const made = make.call(this, name, options);
          if (name === 'places') {
            console.log('half-way');
            for (const began = Date.now(); Date.now() - began < 60_000;);
          }
          return made;
        };
      });
      // Nobody waits for it: it never comes to an end.
      const upgrading = inStore(page, ({ articles }) => articles(), undefined).catch(() => 'ended');
      await halfWay;
      await first.kill();
      expect(await upgrading).toBe('ended');

      const second = await launchMortal(profile);
      try {
        const again = second.context.pages()[0] ?? (await second.context.newPage());
        await again.goto(used.site.url + blankPath);
        expect(await inStore(again, countsAfterUpgrade, undefined)).toEqual({
          version: 2,
          shown: 500,
          saved: 0,
          drafts: 1,
          aside: 3,
          problem: undefined,
        });
      } finally {
        await second.kill();
      }
    } finally {
      deleteProfile(profile);
    }
  });
});

describe('storage that fails', () => {
  test('for want of room keeps nothing half, reads on, and keeps once there is room', async () => {
    const page = await openBlank();
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
    const page = await openBlank();
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
    const page = await openBlank();
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
    const page = await openBlank();
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
      const page = await openBlank();
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
    await page.goto(`${used.site.url}/shelf/`);
    await page
      .getByText(/This browser lets the page keep nothing/)
      .first()
      .waitFor();
  });

  test('is read where all storage is refused, and the shelf says so', async () => {
    refuseStorage(used.site);
    const page = await used.open({ path: lead.path });
    expect(await page.evaluate(refusals)).toEqual(['SecurityError', 'SecurityError', 'SecurityError']);
    expect(await lengthOfText(page)).toBeGreaterThan(500);
    await page.goto(`${used.site.url}/shelf/`);
    await page
      .getByText(/This browser lets the page keep nothing/)
      .first()
      .waitFor();
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

/** A database as the first released version made it, with responses of which some are unsound, held open. */
async function makeVersion1(count: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open('broadsheet:/test/', 1);
    request.addEventListener('error', () => reject(new Error(String(request.error))));
    request.addEventListener('upgradeneeded', () => {
      const database = request.result;
      database.createObjectStore('drafts', { keyPath: 'article' });
      database.createObjectStore('quarantine', { autoIncrement: true });
      const responses = database.createObjectStore('responses', { keyPath: 'id' });
      responses.createIndex('article', 'article');
      responses.createIndex('written', 'written');
      const sound = {
        article: 'unity',
        revision: 1,
        name: 'Amna',
        text: 'Well said.',
        written: '2026-05-03T09:00:00.000Z',
      };
      for (let at = 0; at < count; at += 1) responses.put({ ...sound, id: `r${at}`, order: at });
      responses.put({ ...sound, id: 'bad1', order: 'first' });
      responses.put({ id: 'bad2', article: 'unity', deleted: { at: 'some time' } });
      responses.put({ ...sound, id: 'bad3', order: 1, text: 5 });
      request.transaction?.objectStore('drafts').put({ article: 'unity', name: 'Amna', text: 'half a th' });
    });
    request.addEventListener('success', () => {
      Object.assign(window, { held: request.result });
      resolve();
    });
  });
}

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

async function countsAfterUpgrade({ articles, responsesIn, kindOf, store }: typeof import('./reader-store-parts.ts')) {
  const kept = responsesIn(store());
  const problem = await kindOf(kept.list('unity'));
  if (problem) return { version: 0, shown: 0, saved: 0, drafts: 0, aside: 0, problem };
  const shown = (await kept.list('unity')).length;
  const drafts = await store().read(['drafts'], ({ count }) => count('drafts'));
  const aside = await store().countUnsound();
  const version = (await indexedDB.databases())[0]?.version;
  return { version, shown, saved: (await articles()).length, drafts, aside, problem };
}
