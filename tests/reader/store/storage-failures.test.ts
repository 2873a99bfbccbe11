/** Every way in which storage fails: what is said of it, and what is tried again. */
import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Change } from '../../../src/reader/store/store.ts';
import { response } from '../records-of-readers.ts';
import { freshPublication, freshWindow, openDatabase, openWindow } from '../windows.ts';
import { keepResponses, listResponses } from './kept-responses.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('storage that fails', () => {
  const failing = (kind: string) => expect.objectContaining({ name: 'StoreProblem', kind });

  test.each([
    ['never answers', 'unavailable', []],
    ['is held by an older window', 'blocked', ['blocked']],
  ])('because it %s is given up in two seconds, and opened anew when that has failed', async (_, kind, events) => {
    freshPublication();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const request = new IDBOpenDBRequest();
    const opening = vi.spyOn(indexedDB, 'open').mockReturnValueOnce(request);
    const store = openWindow();
    const answered = vi.fn<() => void>();
    const answer = listResponses(store).catch((error: unknown) => error);
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
    expect(await listResponses(store)).toEqual([]);
  });

  test('by not being there is unavailable, and works once it is', async () => {
    const store = freshWindow();
    vi.stubGlobal('indexedDB', undefined);
    await expect(listResponses(store)).rejects.toEqual(failing('unavailable'));
    vi.unstubAllGlobals();
    expect(await listResponses(store)).toEqual([]);
  });

  test('with an error when opened is unavailable', async () => {
    freshPublication();
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Denied', 'SecurityError');
    });
    await expect(listResponses(openWindow())).rejects.toEqual(failing('unavailable'));
  });

  test('for want of room says so and keeps nothing', async () => {
    const store = freshWindow();
    await listResponses(store);
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      throw new DOMException('No room', 'QuotaExceededError');
    });
    await expect(keepResponses(store, response('a'))).rejects.toEqual(failing('full'));
    expect(await listResponses(store)).toEqual([]);
  });

  test('at the last moment keeps nothing, and nobody hears of it', async () => {
    const store = freshWindow();
    const heard = vi.fn<(change: Change) => void>();
    store.subscribe(heard);
    vi.spyOn(IDBTransaction.prototype, 'commit').mockImplementationOnce(function abort(this: IDBTransaction) {
      this.abort();
    });
    await expect(keepResponses(store, response('a'))).rejects.toEqual(failing('lost'));
    expect(heard).not.toHaveBeenCalled();
    expect(await listResponses(store)).toEqual([]);
  });

  test('by dropping the connection is opened again', async () => {
    const store = freshWindow();
    const opening = vi.spyOn(indexedDB, 'open');
    await keepResponses(store, response('a'));
    forceCloseDatabase(opening.mock.results[0]?.value.result);
    await keepResponses(store, response('b'));
    expect(await listResponses(store)).toEqual([response('a'), response('b')]);
  });

  const dies = () => {
    throw new DOMException('The connection is closing', 'InvalidStateError');
  };

  test('by a connection that died unnoticed is tried once more', async () => {
    const store = freshWindow();
    await listResponses(store);
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(dies);
    await keepResponses(store, response('a'));
    expect(await listResponses(store)).toEqual([response('a')]);
  });

  test('by a connection that always dies is lost', async () => {
    const store = freshWindow();
    await listResponses(store);
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(dies);
    await expect(keepResponses(store, response('a'))).rejects.toEqual(failing('lost'));
  });

  test('of a newer version that is deleted just then begins anew', async () => {
    freshPublication();
    vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      throw new DOMException('There is version 2', 'VersionError');
    });
    const store = openWindow();
    await keepResponses(store, response('a'));
    expect(await listResponses(store)).toEqual([response('a')]);
  });

  test('because a newer version has other stores is told as such', async () => {
    freshPublication();
    const newer = await openDatabase(3, {
      upgrade: (database) => database.createObjectStore('other'),
    });
    newer.close();
    await expect(listResponses(openWindow())).rejects.toEqual(failing('newer'));
  });
});
