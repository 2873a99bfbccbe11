/**
 * The reader's own database on this device. A change is one transaction and its promise resolves only when that is
 * complete, so "kept" may be said then and not before; whatever goes wrong is a `StoreProblem`. Every change is told
 * to the other windows together with the record itself. An unsound record is put aside, never shown, never deleted.
 */
import type { IDBPTransaction } from 'idb';
import { connectionTo, quarantine } from './connection.ts';
import { isSound, isStoreName, keyOf, type Records, type StoreName } from './records.ts';

/** A record that was put, or deleted when there is none. It may come from another version of this app: guard it. */
export type Change = { store: StoreName; key: string; record?: unknown };

/** What can be done inside a transaction. It ends by itself if anything but these is awaited in it. */
export type Reading = {
  get: <Name extends StoreName>(name: Name, key: IDBValidKey) => Promise<Records[Name] | undefined>;
  /** All records with this key in an index. */
  list: <Name extends StoreName>(name: Name, index: string, key: string) => Promise<Records[Name][]>;
  /** The last record in the order of an index that suits. */
  last: <Name extends StoreName, Found extends Records[Name]>(
    name: Name,
    index: string,
    suits: (record: Records[Name]) => record is Found,
  ) => Promise<Found | undefined>;
};

/** Failures of `put` and `delete` are those of the transaction. */
export type Changing = Reading & {
  put: <Name extends StoreName>(name: Name, record: Records[Name]) => void;
  delete: (name: StoreName, key: string) => void;
};

export type Store = {
  read<Result>(names: StoreName[], run: (records: Reading) => Promise<Result>): Promise<Result>;
  change<Result>(names: StoreName[], run: (records: Changing) => Promise<Result>): Promise<Result>;
  /** Hears of every change, of this window and of others. */
  subscribe(listener: (change: Change) => void): () => void;
  close(): void;
};

/**
 * The store of the publication at a base path: one origin may hold several. The database is opened by the first use;
 * what needs it gives up after `patience` milliseconds.
 */
export function openStore(base: string, patience = 2000): Store {
  const name = `broadsheet:${base}`;
  const connection = connectionTo(name, patience);
  const listeners = new Set<(change: Change) => void>();
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name);
  const tell = (change: Change) => listeners.forEach((listener) => listener(change));
  channel?.addEventListener('message', ({ data }) => {
    if (isChange(data)) tell(data);
  });

  async function read<Result>(names: StoreName[], run: (records: Reading) => Promise<Result>) {
    const unsound: Unsound[] = [];
    const result = await connection.transact(names, 'readonly', (transaction) =>
      run(readingIn(transaction, (found) => unsound.push(found))),
    );
    // A record that cannot be put aside now is met again by the next read; what was read is good either way.
    if (unsound.length > 0) await putAside(unsound).catch(() => undefined);
    return result;
  }

  function putAside(unsound: Unsound[]) {
    const names = [...new Set(unsound.map(({ store }) => store))];
    return change(names, (records) => Promise.all(unsound.map(({ store, key }) => records.get(store, key))));
  }

  async function change<Result>(names: StoreName[], run: (records: Changing) => Promise<Result>) {
    let changes: Change[] = [];
    const result = await connection.transact([...names, quarantine], 'readwrite', (transaction) => {
      changes = [];
      return run(changingIn(transaction, changes));
    });
    for (const change of changes) {
      tell(change);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none to name
      channel?.postMessage(change);
    }
    return result;
  }

  return {
    read,
    change,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      channel?.close();
      connection.close();
    },
  };
}

type ReadTransaction = IDBPTransaction<unknown, string[], 'readonly' | 'readwrite'>;
type WriteTransaction = IDBPTransaction<unknown, string[], 'readwrite'>;

type Unsound = { store: StoreName; key: IDBValidKey; record: unknown };

function readingIn(transaction: ReadTransaction, aside: (found: Unsound) => void): Reading {
  const isGood = <Name extends StoreName>(store: Name, key: IDBValidKey, record: unknown): record is Records[Name] => {
    const good = isSound(store, record);
    if (!good && record !== undefined) aside({ store, key, record });
    return good;
  };
  return {
    async get(name, key) {
      const record: unknown = await transaction.objectStore(name).get(key);
      return isGood(name, key, record) ? record : undefined;
    },
    async list(name, indexName, key) {
      const index = transaction.objectStore(name).index(indexName);
      const [keys, records]: [IDBValidKey[], unknown[]] = await Promise.all([index.getAllKeys(key), index.getAll(key)]);
      return keys.flatMap((key, place) => {
        const record = records[place];
        return isGood(name, key, record) ? [record] : [];
      });
    },
    async last(name, index, suits) {
      let cursor = await transaction.objectStore(name).index(index).openCursor(null, 'prev');
      for (; cursor; cursor = await cursor.continue()) {
        const record: unknown = cursor.value;
        if (isGood(name, cursor.primaryKey, record) && suits(record)) return record;
      }
      return undefined;
    },
  };
}

function changingIn(transaction: WriteTransaction, changes: Change[]): Changing {
  // Not awaited, so that a page being closed can still commit; the transaction itself reports what fails.
  const request = (asked: Promise<unknown>) => void asked.catch(() => undefined);
  const reading = readingIn(transaction, ({ store, key, record }) => {
    request(transaction.objectStore(quarantine).add({ store, record, since: new Date().toISOString() }));
    request(transaction.objectStore(store).delete(key));
  });
  return {
    ...reading,
    put(store, record) {
      if (!isSound(store, record)) throw new TypeError(`Not a record of "${store}"`);
      request(transaction.objectStore(store).put(record));
      changes.push({ store, key: keyOf[store](record), record });
    },
    delete(store, key) {
      request(transaction.objectStore(store).delete(key));
      changes.push({ store, key });
    },
  };
}

const isChange = (value: unknown): value is Change =>
  typeof value === 'object' &&
  value !== null &&
  'store' in value &&
  'key' in value &&
  isStoreName(value.store) &&
  typeof value.key === 'string';
