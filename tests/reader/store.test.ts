/** The reader's store: what is kept, what other windows hear, and every way in which storage fails. */
import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Response } from '../../src/reader/records.ts';
import { type Change, openStore, type Store } from '../../src/reader/store.ts';

let bases = 0;
let base = '';
const opened: Store[] = [];

/** A window of the same publication; `freshBase` makes the next publication. */
function open() {
  const store = openStore(base);
  opened.push(store);
  return store;
}

function freshBase() {
  bases += 1;
  base = `/paper-${bases}/`;
}

afterEach(() => {
  for (const store of opened.splice(0)) store.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const response = (id: string, more: Partial<Response> = {}): Response => ({
  id,
  article: 'unity',
  order: 1,
  revision: 1,
  name: 'Amna',
  text: 'Well said.',
  written: '2026-05-03T09:00:00.000Z',
  ...more,
});

const keep = (store: Store, ...records: Response[]) =>
  store.change(['responses'], async ({ put }) => records.forEach((record) => put('responses', record)));
const listed = (store: Store) => store.read(['responses'], ({ list }) => list('responses', 'article', 'unity'));
const raw = () => openDB(`broadsheet:${base}`);

describe('what is kept', () => {
  test('is there when the database is opened again', async () => {
    freshBase();
    const before = open();
    await keep(before, response('a'));
    before.close();
    expect(await listed(open())).toEqual([response('a')]);
  });

  test('is another publication’s own on the same origin', async () => {
    freshBase();
    await keep(open(), response('a'));
    freshBase();
    expect(await listed(open())).toEqual([]);
  });

  test('is all of a change or nothing of it, and nobody hears of nothing', async () => {
    freshBase();
    const store = open();
    const heard = vi.fn<(change: Change) => void>();
    store.subscribe(heard);
    const change = store.change(['responses'], async ({ put }) => {
      put('responses', response('a'));
      throw new Error('second thoughts');
    });
    await expect(change).rejects.toThrow('second thoughts');
    expect(await listed(store)).toEqual([]);
    expect(heard).not.toHaveBeenCalled();
  });

  test('is only what a guard would let be read again', async () => {
    freshBase();
    await expect(keep(open(), response('a', { text: 'x'.repeat(20_001) }))).rejects.toThrow(TypeError);
  });

  test('survives 200 changes by two windows at once', async () => {
    freshBase();
    const windows = [open(), open()];
    await keep(open(), response('a', { revision: 0 }));
    const counted = (store: Store) =>
      store.change(['responses'], async ({ get, put }) => {
        const before = await get('responses', 'a');
        put('responses', response('a', { revision: (before?.revision ?? 0) + 1 }));
      });
    await Promise.all(Array.from({ length: 100 }, () => windows.map(counted)).flat());
    expect(await listed(open())).toEqual([response('a', { revision: 200 })]);
  });
});

describe('other windows', () => {
  test('hear of a change with the record itself', async () => {
    freshBase();
    const told = new Promise<Change>((resolve) => open().subscribe(resolve));
    await keep(open(), response('a'));
    expect(await told).toEqual({ store: 'responses', key: 'a', record: response('a') });
  });

  test('take no notice of messages that are none of ours', async () => {
    freshBase();
    const heard: Change[] = [];
    const last = new Promise<void>((resolve) =>
      open().subscribe((change) => {
        heard.push(change);
        if (change.key === 'a') resolve();
      }),
    );
    const stranger = new BroadcastChannel(`broadsheet:${base}`);
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
    freshBase();
    const store = open();
    await keep(store, response('a'));
    (await openDB(`broadsheet:${base}`, 3)).close();
    expect(await listed(store)).toEqual([response('a')]);
    await expect(keep(store, response('b'))).rejects.toMatchObject({ kind: 'newer' });
    expect(await listed(store)).toEqual([response('a')]);
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
    freshBase();
    const store = open();
    await keep(store, response('a'), response('b'));
    const database = await raw();
    await database.put('responses', bad);
    expect(await listed(store)).toEqual([response('a'), response('b')]);
    expect(await database.count('responses')).toBe(2);
    expect(await database.getAll('quarantine')).toEqual([
      { store: 'responses', record: bad, since: expect.any(String) },
    ]);
    database.close();
  });

  test('met within a change is put aside there', async () => {
    freshBase();
    const store = open();
    await keep(store, response('a'));
    const database = await raw();
    await database.put('responses', { id: 'a', article: 'unity' });
    const found = await store.change(['responses'], ({ get }) => get('responses', 'a'));
    expect(found).toBeUndefined();
    expect([await database.count('responses'), await database.count('quarantine')]).toEqual([0, 1]);
    database.close();
  });
});

describe('storage that fails', () => {
  const failing = (kind: string) => expect.objectContaining({ name: 'StoreProblem', kind });

  test.each([
    ['never answers', 'unavailable', []],
    ['is held by an older window', 'blocked', ['blocked']],
  ])('because it %s is given up in two seconds, and opened anew when that has failed', async (_, kind, events) => {
    freshBase();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const request = new IDBOpenDBRequest();
    const opening = vi.spyOn(indexedDB, 'open').mockReturnValueOnce(request);
    const store = open();
    const answered = vi.fn<() => void>();
    const answer = listed(store).catch((error: unknown) => error);
    void answer.then(answered);
    expect(opening).toHaveBeenCalled();
    for (const event of events) request.dispatchEvent(new IDBVersionChangeEvent(event));
    await vi.advanceTimersByTimeAsync(1990);
    expect(answered).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(10);
    expect(await answer).toEqual(failing(kind));
    Object.assign(request, { readyState: 'done', error: new DOMException('Broken', 'UnknownError') });
    request.dispatchEvent(new IDBVersionChangeEvent('error'));
    await vi.advanceTimersByTimeAsync(0);
    expect(await listed(store)).toEqual([]);
  });

  test('by not being there is unavailable, and works once it is', async () => {
    freshBase();
    const store = open();
    vi.stubGlobal('indexedDB', undefined);
    await expect(listed(store)).rejects.toEqual(failing('unavailable'));
    vi.unstubAllGlobals();
    expect(await listed(store)).toEqual([]);
  });

  test('with an error when opened is unavailable', async () => {
    freshBase();
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Denied', 'SecurityError');
    });
    await expect(listed(open())).rejects.toEqual(failing('unavailable'));
  });

  test('for want of room says so and keeps nothing', async () => {
    freshBase();
    const store = open();
    await listed(store);
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      throw new DOMException('No room', 'QuotaExceededError');
    });
    await expect(keep(store, response('a'))).rejects.toEqual(failing('full'));
    expect(await listed(store)).toEqual([]);
  });

  test('at the last moment keeps nothing, and nobody hears of it', async () => {
    freshBase();
    const store = open();
    const heard = vi.fn<(change: Change) => void>();
    store.subscribe(heard);
    vi.spyOn(IDBTransaction.prototype, 'commit').mockImplementationOnce(function abort(this: IDBTransaction) {
      this.abort();
    });
    await expect(keep(store, response('a'))).rejects.toEqual(failing('lost'));
    expect(heard).not.toHaveBeenCalled();
    expect(await listed(store)).toEqual([]);
  });

  test('by dropping the connection is opened again', async () => {
    freshBase();
    const store = open();
    const opening = vi.spyOn(indexedDB, 'open');
    await keep(store, response('a'));
    forceCloseDatabase(opening.mock.results[0]?.value.result);
    await keep(store, response('b'));
    expect(await listed(store)).toEqual([response('a'), response('b')]);
  });

  const dies = () => {
    throw new DOMException('The connection is closing', 'InvalidStateError');
  };

  test('by a connection that died unnoticed is tried once more', async () => {
    freshBase();
    const store = open();
    await listed(store);
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(dies);
    await keep(store, response('a'));
    expect(await listed(store)).toEqual([response('a')]);
  });

  test('by a connection that always dies is lost', async () => {
    freshBase();
    const store = open();
    await listed(store);
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(dies);
    await expect(keep(store, response('a'))).rejects.toEqual(failing('lost'));
  });

  test('of a newer version that is deleted just then begins anew', async () => {
    freshBase();
    vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      throw new DOMException('There is version 2', 'VersionError');
    });
    const store = open();
    await keep(store, response('a'));
    expect(await listed(store)).toEqual([response('a')]);
  });

  test('because a newer version has other stores is told as such', async () => {
    freshBase();
    const newer = await openDB(`broadsheet:${base}`, 3, { upgrade: (database) => database.createObjectStore('other') });
    newer.close();
    await expect(listed(open())).rejects.toEqual(failing('newer'));
  });
});
