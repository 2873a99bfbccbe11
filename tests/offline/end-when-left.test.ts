/** A page that is left holds up nobody: what it was doing in a database ends there, and goes on where the page is shown again. */
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { endAllUnderWay, endWhenLeft, wasLeft } from '../../src/offline/end-when-left.ts';
import { openKept } from '../../src/offline/kept.ts';
import { basePath, freshPublication, freshWindow } from '../reader/windows.ts';
import { response } from '../reader/records-of-readers.ts';

beforeEach(() => void vi.stubGlobal('navigator', {}));

afterEach(() => vi.unstubAllGlobals());

async function openStrange(name: string) {
  const database = await openDB(name, 1, { upgrade: (made) => void made.createObjectStore('things') });
  onTestFinished(() => database.close());
  return database;
}

test('a transaction that is under way ends, and who waits for its store goes on', async () => {
  const [mine, other] = [await openStrange('left'), await openStrange('left')];
  const transaction = mine.transaction('things', 'readwrite');
  endWhenLeft(transaction);
  const asking = (async () => {
    await transaction.store.put('half', 'mine');
    for (;;) await transaction.store.get('mine');
  })();
  asking.catch(() => undefined);
  const writing = other.put('things', 'whole', 'other');
  await transaction.store.get('mine');
  endAllUnderWay();
  await writing;
  await expect(asking).rejects.toThrow(/abort/i);
  expect(await other.getAllKeys('things')).toEqual(['other']);
});

test('what was committed just then stays', async () => {
  const database = await openStrange('committed');
  const transaction = database.transaction('things', 'readwrite');
  endWhenLeft(transaction);
  const writing = transaction.store.put('last words', 'mine');
  transaction.commit();
  endAllUnderWay();
  await writing;
  await transaction.done;
  expect(wasLeft(transaction)).toBe(false);
  expect(await database.get('things', 'mine')).toBe('last words');
});

test('what the reader was keeping is kept when the page is shown again', async () => {
  const store = freshWindow();
  let times = 0;
  await store.change(['responses'], async ({ get, put }) => {
    times += 1;
    await get('responses', 'a');
    if (times === 1) endAllUnderWay();
    put('responses', response('a'));
  });
  expect(times).toBe(2);
  expect(await store.read(['responses'], ({ all }) => all('responses'))).toEqual([response('a')]);
});

test('a page that is being kept is not kept by halves', async () => {
  freshPublication();
  const kept = await openKept(basePath());
  onTestFinished(() => kept.close());
  const added = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(function putLast(
    this: IDBObjectStore,
    ...record: Parameters<IDBObjectStore['put']>
  ) {
    const request = this.put(...record);
    request.addEventListener('success', endAllUnderWay);
    return request;
  });
  const fresh = { address: '/a/', title: 'A', hash: 'one', kept: '2026-11-30T08:00:00.000Z', data: '{}', files: [] };
  await expect(kept.keep([fresh], 'read')).rejects.toThrow(/abort/i);
  expect(added).toHaveBeenCalled();
  expect(await kept.pages()).toEqual([]);
  await kept.keep([fresh], 'read');
  expect(await kept.data('/a/')).toBe('{}');
});
