/** Reading many records: by page through an index, all of them, counted, and numbered for the next. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { RecordsPage } from '../../../src/reader/store/transaction.ts';
import { limits, type Place, type Saved, type SavedRecord } from '../../../src/reader/store/records.ts';
import type { Store } from '../../../src/reader/store/store.ts';
import { mark, place, removed, saved } from '../records-of-readers.ts';
import { freshWindow, openDatabase } from '../windows.ts';

let store: Store;

beforeEach(() => {
  store = freshWindow();
});

const keep = (records: SavedRecord[]) =>
  store.change(['saved'], async ({ put }) => records.forEach((record) => put('saved', record)));
const many = (count: number) => Array.from({ length: count }, (_, at) => saved(`s${at}`, { order: at + 1 }));
const isThere = (record: SavedRecord): record is Saved => record.deleted === undefined;

async function walk(read: (from?: RecordsPage<Saved>['rest']) => Promise<RecordsPage<Saved>>) {
  const pages = [];
  let at = await read();
  pages.push(at.records.map(({ article }) => article));
  while (at.rest) {
    at = await read(at.rest);
    pages.push(at.records.map(({ article }) => article));
  }
  return pages;
}

const walkSaved = (direction: 'next' | 'prev', count: number, range?: IDBKeyRange) =>
  walk((from) =>
    store.read(['saved'], ({ page }) =>
      page('saved', 'order', { count, direction, from, suits: isThere, ...(range && { range }) }),
    ),
  );

describe('a list by page', () => {
  test('has every record once, in both directions, and says which page is the last', async () => {
    await keep(many(6));
    expect(await walkSaved('prev', 2)).toEqual([
      ['s5', 's4'],
      ['s3', 's2'],
      ['s1', 's0'],
    ]);
    expect(await walkSaved('next', 4)).toEqual([
      ['s0', 's1', 's2', 's3'],
      ['s4', 's5'],
    ]);
    expect(await walkSaved('next', 9)).toHaveLength(1);
  });

  test('has every record once where several have the same place in the order', async () => {
    await keep(many(7).map((record) => ({ ...record, order: Math.ceil(record.order / 3) })));
    expect((await walkSaved('prev', 2)).flat().sort()).toEqual(['s0', 's1', 's2', 's3', 's4', 's5', 's6']);
    expect((await walkSaved('next', 2)).flat().sort()).toEqual(['s0', 's1', 's2', 's3', 's4', 's5', 's6']);
  });

  test('passes over what does not suit, and does not promise a page of nothing', async () => {
    await keep([
      ...many(4),
      removed({ article: 'gone' }, { order: 5 }),
      removed({ article: 's0' }, { order: 6 }),
      removed({ article: 's1' }, { order: 0 }),
    ]);
    expect(await walkSaved('prev', 2)).toEqual([['s3', 's2']]);
    expect(await walkSaved('next', 1)).toEqual([['s2'], ['s3']]);
  });

  test('goes on where it was when records before it have gone or come meanwhile', async () => {
    await keep(many(5));
    const first = await store.read(['saved'], ({ page }) => page('saved', 'order', { count: 2, direction: 'prev' }));
    await keep([removed({ article: 's4' }, { order: 7 }), saved('s3', { order: 8 }), saved('new', { order: 9 })]);
    const second = await store.read(['saved'], ({ page }) =>
      page('saved', 'order', { count: 2, direction: 'prev', from: first.rest }),
    );
    expect(second.records.map(({ article }) => article)).toEqual(['s2', 's1']);
  });

  test('stays within a range of keys, on every page', async () => {
    await keep(many(9));
    const range = IDBKeyRange.bound(2, 7, true, false);
    expect(await walkSaved('next', 2, range)).toEqual([['s2', 's3'], ['s4', 's5'], ['s6']]);
    expect(await walkSaved('prev', 2, range)).toEqual([['s6', 's5'], ['s4', 's3'], ['s2']]);
  });

  test('reads places by their state', async () => {
    const places: Place[] = [
      place('a', { order: 1 }),
      place('b', { order: 2, state: 'finished' }),
      place('c', { order: 3 }),
    ];
    await store.change(['places'], async ({ put }) => places.forEach((record) => put('places', record)));
    const range = IDBKeyRange.bound(['reading'], ['reading', []]);
    const { records } = await store.read(['places'], ({ page }) =>
      page('places', 'state', { count: 5, direction: 'prev', range }),
    );
    expect(records.map(({ article }) => article)).toEqual(['c', 'a']);
  });

  test('puts an unsound record aside and goes on', async () => {
    await keep(many(3));
    const database = await openDatabase();
    await database.put('saved', { ...saved('s1', { order: 2 }), about: 'everything' });
    expect(await walkSaved('prev', 1)).toEqual([['s2'], ['s0']]);
    expect(await database.count('quarantine')).toBe(1);
    database.close();
    expect(await store.countUnsound()).toBe(1);
  });
});

test('all records are read, in the order of their keys, however many', async () => {
  await keep(many(2500));
  const all = await store.read(['saved'], (records) => records.all('saved'));
  expect(all.map(({ article }) => article)).toEqual(
    many(2500)
      .map(({ article }) => article)
      .sort(),
  );
});

test('records are counted: all, those of a key, those removed', async () => {
  await keep([...many(3), removed({ article: 'gone' })]);
  await store.change(['marks'], async ({ put }) => put('marks', mark('m')));
  expect(
    await store.read(['saved', 'marks'], ({ count }) =>
      Promise.all([
        count('saved'),
        count('saved', 'deleted'),
        count('marks', 'article', 'unity'),
        count('marks', 'article', 'other'),
      ]),
    ),
  ).toEqual([4, 1, 1, 0]);
});

describe('the next order', () => {
  const next = () => store.change(['saved'], ({ nextOrder }) => nextOrder('saved'));

  test('is one more than the highest, removed records included', async () => {
    expect(await next()).toBe(1);
    await keep([saved('a', { order: 4 }), removed({ article: 'b' }, { order: 9 })]);
    expect(await next()).toBe(10);
  });

  test('is given once to changes at the same moment', async () => {
    const take = (article: string) =>
      store.change(['saved'], async ({ nextOrder, put }) => {
        const order = await nextOrder('saved');
        put('saved', saved(article, { order }));
        return order;
      });
    expect(new Set(await Promise.all(['a', 'b', 'c', 'd'].map(take)))).toEqual(new Set([1, 2, 3, 4]));
  });

  test('is not led astray by unsound records, and stays where it can grow no more', async () => {
    await keep([saved('a', { order: 3 })]);
    const database = await openDatabase();
    await database.put('saved', { ...saved('b'), order: 'zzz' });
    await database.put('saved', { ...saved('c'), order: Infinity });
    expect(await next()).toBe(4);
    await database.put('saved', { ...saved('d'), order: 3.5 });
    expect(await next()).toBe(4);
    database.close();
    await keep([saved('e', { order: limits.counter })]);
    expect(await next()).toBe(limits.counter);
    await keep([saved('f', { order: await next() })]);
  });
});
