/** The reader's store: what is kept, what other windows hear, and every way in which storage fails. */
import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Response } from '../../../src/reader/store/records.ts';
import { type Change, openStore, type Store } from '../../../src/reader/store/store.ts';
import { response } from '../records-of-readers.ts';

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

describe('a database of the first version', () => {
  const written = '2026-05-03T09:00:00.000Z';

  /** As the first released version made it. */
  async function makeVersion1() {
    freshBase();
    const database = await openDB(`broadsheet:${base}`, 1, {
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
    const store = open();
    expect(await found(store)).toEqual({ responses: ['a', 'gone'], removed: 1, drafts: ['half a'], saved: [] });
    expect(await store.countUnsound()).toBe(2);
    await keep(store, response('b'));
    expect(await listed(open())).toHaveLength(3);
  });

  test('whose upgrade dies half-way stays as it was, and is upgraded the next time', async () => {
    await makeVersion1();
    vi.spyOn(IDBDatabase.prototype, 'createObjectStore').mockImplementation(() => {
      throw new DOMException('The page was closed', 'AbortError');
    });
    await expect(listed(open())).rejects.toMatchObject({ kind: 'unavailable' });
    vi.restoreAllMocks();
    const database = await openDB(`broadsheet:${base}`);
    expect([database.version, await database.count('responses'), await database.count('drafts')]).toEqual([1, 3, 2]);
    database.close();
    expect(await found(open())).toEqual({ responses: ['a', 'gone'], removed: 1, drafts: ['half a'], saved: [] });
  });

  test('is the same after the upgrade as one made anew', async () => {
    await makeVersion1();
    await listed(open());
    const upgraded = await describeStores();
    freshBase();
    await listed(open());
    expect(await describeStores()).toEqual(upgraded);
  });

  async function describeStores() {
    const database = await raw();
    const stores = [...database.objectStoreNames].map((name) => {
      const store = database.transaction(name).store;
      return [name, store.keyPath, [...store.indexNames].map((index) => [index, store.index(index).keyPath])];
    });
    const { version } = database;
    database.close();
    return { version, stores };
  }
});

describe('deleting everything', () => {
  test('leaves no database, and no window keeps anything anew', async () => {
    freshBase();
    const [here, there] = [open(), open()];
    await keep(here, response('a'));
    expect(await listed(there)).toHaveLength(1);
    const heard = new Promise<void>((resolve) => there.subscribeToDeletion(resolve));
    await here.deleteAll();
    await heard;
    await expect(keep(here, response('b'))).rejects.toMatchObject({ kind: 'deleted' });
    await expect(keep(there, response('c'))).rejects.toMatchObject({ kind: 'deleted' });
    await expect(listed(there)).rejects.toMatchObject({ kind: 'deleted' });
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(`broadsheet:${base}`);
    expect(await listed(open())).toEqual([]);
  });

  test('is refused while an older window holds the storage', async () => {
    freshBase();
    const store = openStore(base, 50);
    opened.push(store);
    await keep(store, response('a'));
    const old = await raw();
    await expect(store.deleteAll()).rejects.toMatchObject({ kind: 'blocked' });
    old.close();
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
