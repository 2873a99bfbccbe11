/** The reader's store in a real browser: two windows, and a browser that is killed. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { deleteProfile, launchMortal, newProfile } from './mortal-browser.ts';
import type { Action } from './reader-store-parts.ts';
import { blankPath, inStore, openBlank, serveStoreOn } from './reader-store-page.ts';
import { useSite } from './site.ts';

const used = useSite();
serveStoreOn(used);

describe('two windows', () => {
  test('play 1,000 schedules against each other: nothing is lost, nothing comes back', async () => {
    const here = await openBlank(used);
    const there = await openBlank(used, here);
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
    const old = await openBlank(used);
    await old.evaluate(makeVersion1, 300);
    const page = await openBlank(used, old);
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
    const page = await openBlank(used);
    await inStore(page, ({ put, saved }) => put(saved('before')), undefined);
    const newer = await openBlank(used, page);
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
    const page = await openBlank(used);
    const other = await openBlank(used, page);
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
