/**
 * The reader's own database on this device. A change is one transaction and its promise resolves only when that is
 * complete, so "kept" may be said then and not before; whatever goes wrong is a `StoreProblem`. Every change is told
 * to the other windows together with the record itself. An unsound record is put aside, never shown, never deleted.
 */
import type { IDBPTransaction } from 'idb';
import { connectionTo, quarantine, StoreProblem } from './connection.ts';
import { type Transaction, recordsIn, type Unsound } from './transaction.ts';
import { isSound, isStoreName, keyOf, type Records, type StoreName } from './records.ts';

/** A record that was put, or deleted when there is none. It may come from another version of this app: guard it. */
export type Change = { store: StoreName; key: string; record?: unknown };

/** Failures of `put` and `delete` are those of the transaction. */
export type Changing = Transaction & {
  put: <Name extends StoreName>(name: Name, record: Records[Name]) => void;
  delete: (name: StoreName, key: string) => void;
};

export type Store = {
  read<Result>(names: StoreName[], run: (records: Transaction) => Promise<Result>): Promise<Result>;
  change<Result>(names: StoreName[], run: (records: Changing) => Promise<Result>): Promise<Result>;
  /** Hears of every change, of this window and of others. */
  subscribe(listener: (change: Change) => void): () => void;
  /** How many unsound records were put aside. */
  countUnsound(): Promise<number>;
  /**
   * Deletes the database. No window keeps or reads anything from then on until it is loaded again, so that nothing of
   * what it shows is kept anew.
   */
  deleteAll(): Promise<void>;
  /** Hears that the browser has ended the connection: it does so when it throws the database away. */
  subscribeToDrop(listener: () => void): () => void;
  /** Hears that the database was deleted by a reader's wish, here or in another window. */
  subscribeToDeletion(listener: () => void): () => void;
  close(): void;
};

const deletion = 'deleted';

/**
 * The store of the publication at a base path: one origin may hold several. The database is opened by the first use;
 * what needs it gives up after `timeout` milliseconds.
 */
export function openStore(base: string, timeout = 2000): Store {
  const name = `broadsheet:${base}`;
  const dropListeners = new Set<() => void>();
  const connection = connectionTo(name, timeout, () => dropListeners.forEach((listener) => listener()));
  const listeners = new Set<(change: Change) => void>();
  const deletionListeners = new Set<() => void>();
  let deleted = false;
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name);
  const tellOthers = (message: Change[] | typeof deletion) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none to name
    channel?.postMessage(message);
  };
  const tell = (changes: readonly Change[]) => {
    for (const change of changes) for (const listener of listeners) listener(change);
  };
  channel?.addEventListener('message', ({ data }) => {
    if (data === deletion) markDeleted();
    else tell([data].flat().filter(isChange));
  });

  function markDeleted() {
    deleted = true;
    connection.close();
    for (const listener of deletionListeners) listener();
  }

  const transact: typeof connection.transact = async (...asked) => {
    if (deleted) throw new StoreProblem('deleted');
    return connection.transact(...asked);
  };

  async function read<Result>(names: StoreName[], run: (records: Transaction) => Promise<Result>) {
    let unsound: Unsound[] = [];
    const result = await transact(names, 'readonly', (transaction) => {
      unsound = [];
      return run(recordsIn(transaction, (found) => unsound.push(found)));
    });
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
    const result = await transact([...names, quarantine], 'readwrite', (transaction) => {
      changes = [];
      return run(changingIn(transaction, changes));
    });
    if (changes.length > 0) {
      tellOthers(changes);
      tell(changes);
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
    countUnsound: () =>
      transact([quarantine], 'readonly', (transaction) => transaction.objectStore(quarantine).count()),
    async deleteAll() {
      await connection.destroy();
      tellOthers(deletion);
      markDeleted();
      // A window that had not heard of it may have made the database anew in between.
      await connection.destroy();
    },
    subscribeToDrop(listener) {
      dropListeners.add(listener);
      return () => dropListeners.delete(listener);
    },
    subscribeToDeletion(listener) {
      deletionListeners.add(listener);
      return () => deletionListeners.delete(listener);
    },
    close() {
      channel?.close();
      connection.close();
    },
  };
}

type WriteTransaction = IDBPTransaction<unknown, string[], 'readwrite'>;

function changingIn(transaction: WriteTransaction, changes: Change[]): Changing {
  // Not awaited, so that a page being closed can still commit; the transaction itself reports what fails.
  const request = (asked: Promise<unknown>) => void asked.catch(() => undefined);
  const records = recordsIn(transaction, ({ store, key, record }) => {
    request(transaction.objectStore(quarantine).add({ store, record, since: new Date().toISOString() }));
    request(transaction.objectStore(store).delete(key));
  });
  return {
    ...records,
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
