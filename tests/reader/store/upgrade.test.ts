/** A database of the first version, brought to the present one. */
import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import type { Store } from '../../../src/reader/store/store.ts';
import { response } from '../records-of-readers.ts';
import { freshPublication, freshWindow, openDatabase, openWindow } from '../windows.ts';
import { keepResponses, listResponses } from './kept-responses.ts';

describe('a database of the first version', () => {
  const written = '2026-05-03T09:00:00.000Z';

  /** As the first released version made it. */
  async function makeVersion1() {
    freshPublication();
    const database = await openDatabase(1, {
      upgrade(database) {
        database.createObjectStore('drafts', { keyPath: 'article' });
        database.createObjectStore('quarantine', { autoIncrement: true });
        const responses = database.createObjectStore('responses', { keyPath: 'id' });
        responses.createIndex('article', 'article');
        responses.createIndex('written', 'written');
      },
    });
    await database.put('responses', response('a'));
    await database.put('responses', { id: 'gone', article: 'unity', order: 2, revision: 2, written, deleted: written });
    await database.put('responses', { id: 'bad', article: 'unity', deleted: { at: 'once' } });
    await database.put('drafts', { article: 'unity', name: 'Amna', text: 'half a' });
    await database.put('drafts', { article: 'bad', name: 5 });
    database.close();
  }

  const found = (store: Store) =>
    store.read(['responses', 'drafts', 'saved'], async ({ all, count }) => ({
      responses: (await all('responses')).map(({ id }) => id),
      removed: await count('responses', 'deleted'),
      drafts: (await all('drafts')).map(({ text }) => text),
      saved: await all('saved'),
    }));

  test('is brought to the present one with every record; the unsound are put aside and counted', async () => {
    await makeVersion1();
    const store = openWindow();
    expect(await found(store)).toEqual({ responses: ['a', 'gone'], removed: 1, drafts: ['half a'], saved: [] });
    expect(await store.countUnsound()).toBe(2);
    await keepResponses(store, response('b'));
    expect(await listResponses(openWindow())).toHaveLength(3);
  });

  test('whose upgrade dies half-way stays as it was, and is upgraded the next time', async () => {
    await makeVersion1();
    vi.spyOn(IDBDatabase.prototype, 'createObjectStore').mockImplementation(() => {
      throw new DOMException('The page was closed', 'AbortError');
    });
    await expect(listResponses(openWindow())).rejects.toMatchObject({ kind: 'unavailable' });
    vi.restoreAllMocks();
    const database = await openDatabase();
    expect([database.version, await database.count('responses'), await database.count('drafts')]).toEqual([1, 3, 2]);
    database.close();
    expect(await found(openWindow())).toEqual({ responses: ['a', 'gone'], removed: 1, drafts: ['half a'], saved: [] });
  });

  test('is the same after the upgrade as one made anew', async () => {
    await makeVersion1();
    await listResponses(openWindow());
    const upgraded = await describeStores();
    await listResponses(freshWindow());
    expect(await describeStores()).toEqual(upgraded);
  });

  async function describeStores() {
    const database = await openDatabase();
    const stores = [...database.objectStoreNames].map((name) => {
      const store = database.transaction(name).store;
      return [name, store.keyPath, [...store.indexNames].map((index) => [index, store.index(index).keyPath])];
    });
    const { version } = database;
    database.close();
    return { version, stores };
  }
});
