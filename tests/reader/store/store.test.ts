/** The reader's store: what is kept, what other windows hear, what is put aside, and how all of it is deleted. */
import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import type { Change, Store } from '../../../src/reader/store/store.ts';
import { response } from '../records-of-readers.ts';
import { basePath, freshPublication, freshWindow, openDatabase, openWindow } from '../windows.ts';
import { keepResponses, listResponses } from './kept-responses.ts';

describe('what is kept', () => {
  test('is there when the database is opened again', async () => {
    const before = freshWindow();
    await keepResponses(before, response('a'));
    before.close();
    expect(await listResponses(openWindow())).toEqual([response('a')]);
  });

  test('is another publication’s own on the same origin', async () => {
    await keepResponses(freshWindow(), response('a'));
    expect(await listResponses(freshWindow())).toEqual([]);
  });

  test('is all of a change or nothing of it, and nobody hears of nothing', async () => {
    const store = freshWindow();
    const heard = vi.fn<(change: Change) => void>();
    store.subscribe(heard);
    const change = store.change(['responses'], async ({ put }) => {
      put('responses', response('a'));
      throw new Error('second thoughts');
    });
    await expect(change).rejects.toThrow('second thoughts');
    expect(await listResponses(store)).toEqual([]);
    expect(heard).not.toHaveBeenCalled();
  });

  test('is only what a guard would let be read again', async () => {
    await expect(keepResponses(freshWindow(), response('a', { text: 'x'.repeat(20_001) }))).rejects.toThrow(TypeError);
  });

  test('survives 200 changes by two windows at once', async () => {
    const windows = [freshWindow(), openWindow()];
    await keepResponses(openWindow(), response('a', { revision: 0 }));
    const counted = (store: Store) =>
      store.change(['responses'], async ({ get, put }) => {
        const before = await get('responses', 'a');
        put('responses', response('a', { revision: (before?.revision ?? 0) + 1 }));
      });
    await Promise.all(Array.from({ length: 100 }, () => windows.map(counted)).flat());
    expect(await listResponses(openWindow())).toEqual([response('a', { revision: 200 })]);
  });
});

describe('other windows', () => {
  test('hear of a change with the record itself', async () => {
    freshPublication();
    const told = new Promise<Change>((resolve) => openWindow().subscribe(resolve));
    await keepResponses(openWindow(), response('a'));
    expect(await told).toEqual({ store: 'responses', key: 'a', record: response('a') });
  });

  test('take no notice of messages that are none of ours', async () => {
    freshPublication();
    const heard: Change[] = [];
    const last = new Promise<void>((resolve) =>
      openWindow().subscribe((change) => {
        heard.push(change);
        if (change.key === 'a') resolve();
      }),
    );
    const stranger = new BroadcastChannel(`broadsheet:${basePath()}`);
    for (const message of [null, 'hello', { store: 'toString', key: 'b' }, { store: 'responses', key: 5 }]) {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none to name
      stranger.postMessage(message);
    }
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none to name
    stranger.postMessage({ store: 'responses', key: 'a' });
    await last;
    stranger.close();
    expect(heard.map(({ key }) => key)).toEqual(['a']);
  });

  test('with a newer version are let through, and this one then only reads', async () => {
    const store = freshWindow();
    await keepResponses(store, response('a'));
    (await openDatabase(3)).close();
    expect(await listResponses(store)).toEqual([response('a')]);
    await expect(keepResponses(store, response('b'))).rejects.toMatchObject({ kind: 'newer' });
    expect(await listResponses(store)).toEqual([response('a')]);
  });
});

describe('a record that is not sound', () => {
  const { name: _, ...nameless } = response('x');
  const cases: [string, object][] = [
    ['has a field of another type', { ...response('x'), text: 5 }],
    ['lacks a field', nameless],
    ['has a number that is none', { ...response('x'), order: Number.NaN }],
    ['has a time that is none', { ...response('x'), written: 'yesterday' }],
    ['is far too long', { ...response('x'), text: 'x'.repeat(10_000_000) }],
    ['has a key of another type', { ...response('x'), id: 7 }],
    ['brings its own prototype', JSON.parse('{"id":"x","article":"unity","__proto__":{"name":"Eve"}}')],
  ];

  test.each(cases)('because it %s is put aside and the others are read', async (_, bad) => {
    const store = freshWindow();
    await keepResponses(store, response('a'), response('b'));
    const database = await openDatabase();
    await database.put('responses', bad);
    expect(await listResponses(store)).toEqual([response('a'), response('b')]);
    expect(await database.count('responses')).toBe(2);
    expect(await database.getAll('quarantine')).toEqual([
      { store: 'responses', record: bad, since: expect.any(String) },
    ]);
    database.close();
  });

  test('met within a change is put aside there', async () => {
    const store = freshWindow();
    await keepResponses(store, response('a'));
    const database = await openDatabase();
    await database.put('responses', { id: 'a', article: 'unity' });
    const found = await store.change(['responses'], ({ get }) => get('responses', 'a'));
    expect(found).toBeUndefined();
    expect([await database.count('responses'), await database.count('quarantine')]).toEqual([0, 1]);
    database.close();
  });
});

describe('deleting everything', () => {
  test('leaves no database, and no window keeps anything anew', async () => {
    const [here, there] = [freshWindow(), openWindow()];
    await keepResponses(here, response('a'));
    expect(await listResponses(there)).toHaveLength(1);
    const heard = new Promise<void>((resolve) => there.subscribeToDeletion(resolve));
    await here.deleteAll();
    await heard;
    await expect(keepResponses(here, response('b'))).rejects.toMatchObject({ kind: 'deleted' });
    await expect(keepResponses(there, response('c'))).rejects.toMatchObject({ kind: 'deleted' });
    await expect(listResponses(there)).rejects.toMatchObject({ kind: 'deleted' });
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(`broadsheet:${basePath()}`);
    expect(await listResponses(openWindow())).toEqual([]);
  });

  test('is refused while an older window holds the storage', async () => {
    freshPublication();
    const store = openWindow(50);
    await keepResponses(store, response('a'));
    const old = await openDatabase();
    await expect(store.deleteAll()).rejects.toMatchObject({ kind: 'blocked' });
    old.close();
  });
});
