/** What stands outside the database, and how a reader whose database is gone is told from a new one. */
import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type KeptWatch, watchKept } from '../../../src/reader/store/loss-watch.ts';
import type { Store } from '../../../src/reader/store/store.ts';
import { mark, place, removed, response, saved } from '../records-of-readers.ts';
import { basePath, closeWindows, freshPublication, openDatabase, openWindow } from '../windows.ts';

let outside: Map<string, string>;

beforeEach(() => {
  freshPublication();
  outside = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => outside.get(key) ?? null,
    setItem: (key: string, value: string) => outside.set(key, value),
    removeItem: (key: string) => outside.delete(key),
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A window of the publication. */
async function open(): Promise<{ store: Store; kept: KeptWatch }> {
  const store = openWindow();
  const kept = watchKept(store, basePath());
  await kept.lost();
  return { store, kept };
}

const keepSome = ({ store }: { store: Store }) =>
  store.change(['saved', 'marks', 'responses', 'places'], async ({ put }) => {
    put('saved', saved('a'));
    put('saved', removed({ article: 'b' }));
    put('marks', mark('m'));
    put('responses', response('r'));
    put('places', place('a'));
  });
const countOutside = () =>
  JSON.parse(outside.get(`broadsheet:${basePath()}:kept`) ?? 'null') as { count: number } | null;
const counts = async (count: number | undefined) => {
  await expect.poll(() => countOutside()?.count).toBe(count);
};

async function closeAndDelete() {
  closeWindows();
  await deleteDB(`broadsheet:${basePath()}`);
}

test('a count outside the database says how much is kept on purpose, after every change', async () => {
  const { store } = await open();
  expect(countOutside()).toBeNull();
  await keepSome({ store });
  await counts(3);
  await store.change(['saved'], async ({ put }) => put('saved', removed({ article: 'a' })));
  await counts(2);
  await store.change(['marks', 'responses'], async (records) => {
    records.put('marks', removed({ id: 'm', article: 'unity' }));
    records.delete('responses', 'r');
  });
  await counts(undefined);
});

describe('a database that is gone', () => {
  beforeEach(async () => {
    await keepSome(await open());
    await counts(3);
    await closeAndDelete();
  });

  test('is told from that of a new reader, until the reader knows', async () => {
    const { kept } = await open();
    expect(await kept.lost()).toMatchObject({ count: 3, date: expect.any(String) });
    kept.told();
    expect(await (await open()).kept.lost()).toMatchObject({ count: 3, told: true });
    kept.acknowledge();
    expect(await kept.lost()).toBeUndefined();
    expect(await (await open()).kept.lost()).toBeUndefined();
  });

  test('is not forgotten because something new is kept', async () => {
    const { store, kept } = await open();
    await store.change(['saved'], async ({ put }) => put('saved', saved('new')));
    await counts(1);
    expect(await kept.lost()).toMatchObject({ count: 3 });
    expect(await (await open()).kept.lost()).toMatchObject({ count: 3 });
  });

  test('and cannot be opened either is not called lost', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const { kept } = await open();
    expect(await kept.lost()).toBeUndefined();
    expect(countOutside()).toMatchObject({ count: 3 });
  });
});

describe('nothing is called lost', () => {
  test('of a new reader', async () => {
    expect(await (await open()).kept.lost()).toBeUndefined();
  });

  test('where the reader has removed everything', async () => {
    const { store } = await open();
    await store.change(['saved'], async ({ put }) => put('saved', removed({ article: 'a' })));
    outside.set(`broadsheet:${basePath()}:kept`, JSON.stringify({ count: 5, date: '2026-05-03T09:00:00.000Z' }));
    expect(await (await open()).kept.lost()).toBeUndefined();
  });

  test('where a damaged record was put aside', async () => {
    const { store } = await open();
    const raw = await openDatabase();
    await raw.put('saved', { article: 'x', order: 'first' });
    raw.close();
    await store.read(['saved'], ({ all }) => all('saved'));
    outside.set(`broadsheet:${basePath()}:kept`, JSON.stringify({ count: 1, date: '2026-05-03T09:00:00.000Z' }));
    expect(await (await open()).kept.lost()).toBeUndefined();
  });

  test.each(['', 'null', '{}', '{"count":"many","date":"2026-05-03"}', '{"count":3,"date":"never"}', '[3]'])(
    'where the count outside is %j',
    async (text) => {
      outside.set(`broadsheet:${basePath()}:kept`, text);
      expect(await (await open()).kept.lost()).toBeUndefined();
    },
  );

  test('where storage is blocked', async () => {
    const denied = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    vi.stubGlobal('localStorage', { getItem: denied, setItem: denied, removeItem: denied });
    const { store, kept } = await open();
    await keepSome({ store });
    expect(await kept.lost()).toBeUndefined();
  });
});

describe('the browser is asked to keep it for good', () => {
  const persist = vi.fn<() => Promise<boolean>>();

  beforeEach(() => {
    persist.mockReset();
    vi.stubGlobal('navigator', { storage: { persist } });
  });

  test('once, when the reader first keeps something, whatever it answers', async () => {
    persist.mockRejectedValue(new Error('refused'));
    const { store } = await open();
    await store.change(['places'], async ({ put }) => put('places', place('a')));
    expect(persist).not.toHaveBeenCalled();
    await keepSome({ store });
    await keepSome({ store });
    await keepSome(await open());
    expect(persist).toHaveBeenCalledOnce();
    await counts(3);
  });
});
