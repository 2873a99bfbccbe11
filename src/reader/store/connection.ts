/**
 * One connection to the reader's database. It never waits for ever, lets a newer version of this app through, reads
 * but does not write what a newer version has made, and is opened again once when the browser has dropped it.
 */
import { deleteDB, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { endWhenLeft, wasLeft } from '../../offline/end-when-left.ts';
import { keyPaths } from './records.ts';

const version = 2;

/** Where unsound records are put aside, each with the store it comes from. */
export const quarantine = 'quarantine';

export type ProblemKind = 'blocked' | 'newer' | 'full' | 'unavailable' | 'lost' | 'deleted';

/** Why the device keeps or shows nothing. */
export class StoreProblem extends Error {
  override readonly name = 'StoreProblem';
  readonly kind: ProblemKind;

  constructor(kind: ProblemKind, cause?: unknown) {
    super(`The storage of this device: ${kind}`, { cause });
    this.kind = kind;
  }
}

/** What to tell the reader after any failure of the store. */
export const problemKind = (error: unknown): ProblemKind => (error instanceof StoreProblem ? error.kind : 'lost');

export type Connection = {
  /**
   * Runs one transaction and resolves when it is complete; when `run` fails, nothing of it is kept. `run` may be
   * called a second time, on a new connection, if the first was dropped.
   */
  transact<Mode extends IDBTransactionMode, Result>(
    stores: string[],
    mode: Mode,
    run: (transaction: IDBPTransaction<unknown, string[], Mode>) => Promise<Result>,
  ): Promise<Result>;
  close(): void;
  /** Deletes the database. Fails as `blocked` if another window holds it; then it goes when that window is closed. */
  destroy(): Promise<void>;
};

/**
 * A connection that is made by its first use, and given up by each use after `timeout` milliseconds. `dropped` hears
 * when the browser has ended it.
 */
export function connectionTo(name: string, timeout: number, dropped: () => void): Connection {
  let opening: Promise<IDBPDatabase> | undefined;
  let blocked = false;
  const forget = () => {
    opening = undefined;
  };

  async function open(): Promise<IDBPDatabase> {
    blocked = false;
    const callbacks = {
      upgrade: makeStores,
      blocked: () => {
        blocked = true;
      },
      blocking: (_current: number, _wanted: number | null, event: IDBVersionChangeEvent) => {
        if (event.target instanceof IDBDatabase) event.target.close();
        forget();
      },
      terminated: () => {
        forget();
        dropped();
      },
    };
    try {
      return await openDB(name, version, callbacks);
    } catch (error) {
      // The browser is just throwing the old database away.
      if (nameOf(error) === 'AbortError') return await openDB(name, version, callbacks);
      if (nameOf(error) !== 'VersionError') throw error;
      // Whatever version there is. Should it be deleted at this very moment, this makes ours.
      return await openDB(name, undefined, callbacks);
    }
  }

  async function opened(): Promise<IDBPDatabase> {
    if (!opening) {
      opening = open();
      opening.catch(forget);
    }
    return inTime(opening);
  }

  async function inTime<Result>(answer: Promise<Result>): Promise<Result> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const timedOut = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new StoreProblem(blocked ? 'blocked' : 'unavailable')), timeout);
    });
    try {
      return await Promise.race([answer, timedOut]);
    } catch (error) {
      if (error instanceof StoreProblem) throw error;
      throw new StoreProblem(nameOf(error) === 'QuotaExceededError' ? 'full' : 'unavailable', error);
    } finally {
      clearTimeout(timer);
    }
  }

  const attempt: Connection['transact'] = async (stores, mode, run) => {
    const database = await opened();
    const newer = database.version > version;
    if (newer && mode !== 'readonly') throw new StoreProblem('newer');
    try {
      return await settled(database.transaction(stores, mode), run);
    } catch (error) {
      if (newer && nameOf(error) === 'NotFoundError') throw new StoreProblem('newer', error);
      throw error;
    }
  };

  const transact: Connection['transact'] = async (stores, mode, run) => {
    try {
      return await attempt(stores, mode, run);
    } catch (error) {
      if (!deadConnection.has(nameOf(error))) throw problemBehind(error);
      forget();
    }
    try {
      return await attempt(stores, mode, run);
    } catch (error) {
      throw problemBehind(error);
    }
  };

  const close = () => {
    void opening?.then((database) => database.close()).catch(() => undefined);
    forget();
  };

  return {
    transact,
    close,
    async destroy() {
      close();
      blocked = false;
      await inTime(
        deleteDB(name, {
          blocked: () => {
            blocked = true;
          },
        }),
      );
    },
  };
}

/** Brings a database of any released version to the present one; an unfinished upgrade leaves the old version. */
function makeStores(
  database: IDBPDatabase,
  from: number,
  _to: number | null,
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
) {
  // An upgrade that fails is told by the opening itself.
  endWhenLeft(transaction);
  if (from < 1) {
    database.createObjectStore('drafts', { keyPath: keyPaths.drafts });
    database.createObjectStore(quarantine, { autoIncrement: true });
    const responses = database.createObjectStore('responses', { keyPath: keyPaths.responses });
    responses.createIndex('article', 'article');
    responses.createIndex('written', 'written');
  }
  if (from < 2) {
    database.createObjectStore('settings', { keyPath: keyPaths.settings });
    database.createObjectStore('snapshots', { keyPath: keyPaths.snapshots });
    database.createObjectStore('saved', { keyPath: keyPaths.saved }).createIndex('order', 'order');
    const places = database.createObjectStore('places', { keyPath: keyPaths.places });
    places.createIndex('order', 'order');
    places.createIndex('state', ['state', 'order']);
    const marks = database.createObjectStore('marks', { keyPath: keyPaths.marks });
    marks.createIndex('article', 'article');
    marks.createIndex('order', 'order');
    database.createObjectStore('upkeep', { keyPath: keyPaths.upkeep });
    // Only what has the field is in an index: these hold what was removed.
    for (const name of ['responses', 'saved', 'places', 'marks']) {
      transaction.objectStore(name).createIndex('deleted', 'deleted');
    }
  }
}

async function settled<Mode extends IDBTransactionMode, Result>(
  transaction: IDBPTransaction<unknown, string[], Mode>,
  run: (transaction: IDBPTransaction<unknown, string[], Mode>) => Promise<Result>,
): Promise<Result> {
  endWhenLeft(transaction);
  const running = run(transaction).then(
    (result) => {
      // Without this a page being closed would not live to see its last change committed.
      endBy(() => transaction.commit());
      return result;
    },
    (error) => {
      endBy(() => transaction.abort());
      throw error;
    },
  );
  const [result, done] = await Promise.allSettled([running, transaction.done]);
  // The page is shown again: it goes on as with a connection that was dropped.
  if (wasLeft(transaction)) throw new DOMException('The page was left', 'InvalidStateError');
  // The transaction knows best: a request that fails for want of room says only "aborted".
  if (result.status === 'rejected') throw transaction.error ?? result.reason;
  if (done.status === 'rejected') throw transaction.error ?? done.reason;
  return result.value;
}

/** A transaction that has ended by itself cannot be ended again; how it ended is told by `done`. */
function endBy(end: () => void) {
  try {
    end();
  } catch (error) {
    if (nameOf(error) !== 'InvalidStateError') throw error;
  }
}

const nameOf = (error: unknown) => (error instanceof Error || error instanceof DOMException ? error.name : '');

/** What a dropped connection throws; the second is WebKit's "connection to the server lost". */
const deadConnection = new Set(['InvalidStateError', 'UnknownError']);

/** Errors of the database become problems; what `run` throws of its own stays what it is. */
function problemBehind(error: unknown): unknown {
  if (nameOf(error) === 'QuotaExceededError') return new StoreProblem('full', error);
  return error instanceof DOMException ? new StoreProblem('lost', error) : error;
}
