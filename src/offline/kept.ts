/**
 * What of the paper is on this device to be read without a line: pages as data, with the files they show, and why each
 * is kept. It is a database of its own, beside that of the reader's things: it may go at any time, and only has to be
 * fetched again. One transaction puts a page with its files, or nothing; a page is found by its address, however many
 * there are (in a Cache of thousands, `match` takes seconds).
 */
import { type DBSchema, deleteDB, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import { endWhenLeft, wasLeft } from './end-when-left.ts';

/** Why a page is kept. `paper`: one of those that every visit keeps, such as the front page. */
export type Reason = 'paper' | 'saved' | 'must-read' | 'read' | `section ${string}`;

/** What is known of a kept page without its data. */
export type KeptPage = {
  address: string;
  title: string;
  lang?: string;
  dir?: 'ltr' | 'rtl';
  reasons: Reason[];
  /** URLs of its pictures, as the page has them. */
  files: string[];
  /** Of data and files, as they are stored. */
  bytes: number;
  /** Of the data: what the list of a section says of it. */
  hash: string;
  /** ISO 8601: when the publication last had the data as it is. */
  kept: string;
};

export type KeptFile = { url: string; type: string; bytes: ArrayBuffer };

/** A section that the reader asked to keep whole. It is done when as many pages are here as its list has. */
export type KeptSection = {
  /** Its address. */
  section: string;
  title: string;
  state: 'fetching' | 'paused' | 'kept';
  pages: number;
  done: number;
  bytes: number;
};

type SectionChange = (record: KeptSection) => Partial<KeptSection> | undefined;

interface Schema extends DBSchema {
  pages: { key: string; value: KeptPage; indexes: { files: string; reasons: string } };
  /** JSON, as the publication wrote it. */
  data: { key: string; value: string };
  files: { key: string; value: KeptFile };
  sections: { key: string; value: KeptSection };
}

/** There is no room for it on the device, whatever may make way. */
export class NoRoom extends Error {
  constructor(
    readonly needed: number,
    readonly free: number,
  ) {
    super(`${needed} bytes are needed, ${free} are free`);
  }
}

export type NewPage = Omit<KeptPage, 'files' | 'bytes' | 'reasons'> & { data: string; files: KeptFile[] };

export type Kept = Awaited<ReturnType<typeof openKept>>;

export const keptName = (base: string): string => `broadsheet:${base}:kept`;

type Opening = {
  /** It makes no database: the reader may have deleted it. */
  onlyReads?: boolean;
  /** Hears that the browser has ended the connection. */
  dropped?: () => void;
};

/** Rejects where the browser has no database for us. */
export async function openKept(base: string, { onlyReads, dropped }: Opening = {}) {
  const database = await openDB<Schema>(keptName(base), 1, {
    upgrade(made, _before, _after, transaction) {
      endWhenLeft(transaction);
      if (onlyReads) {
        transaction.abort();
        return;
      }
      const pages = made.createObjectStore('pages', { keyPath: 'address' });
      pages.createIndex('files', 'files', { multiEntry: true });
      pages.createIndex('reasons', 'reasons', { multiEntry: true });
      made.createObjectStore('data');
      made.createObjectStore('files', { keyPath: 'url' });
      made.createObjectStore('sections', { keyPath: 'section' });
    },
    // Another window, or the worker, is deleting it.
    blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
    terminated: dropped,
  });

  const reading = <Name extends StoreNames<Schema>>(name: Name) => begin(database, [name], 'readonly').store;

  return {
    page: async (address: string) => reading('pages').get(address),
    data: async (address: string) => reading('data').get(address),
    file: async (url: string) => reading('files').get(url),
    pages: async () => reading('pages').getAll(),
    pagesFor: async (reason: Reason) => reading('pages').index('reasons').getAll(reason),
    sections: async () => reading('sections').getAll(),
    section: async (section: string) => reading('sections').get(section),

    async putSection(section: KeptSection): Promise<void> {
      const { store, done } = begin(database, ['sections'], 'readwrite');
      await Promise.all([store.put(section), done]);
    },

    async deleteSection(section: string): Promise<void> {
      const { store, done } = begin(database, ['sections'], 'readwrite');
      await Promise.all([store.delete(section), done]);
    },

    /** Changes what is noted of a section, unless it is gone or `change` wants nothing; answers whether it did. */
    async changeSection(section: string, change: SectionChange): Promise<boolean> {
      const { store, done } = begin(database, ['sections'], 'readwrite');
      const record = await store.get(section);
      const changed = record && change(record);
      if (changed) await store.put({ ...record, ...changed });
      await done;
      return changed !== undefined;
    },

    /** Keeps pages for a reason, all of them or none. What matters less makes way; where that is not enough, `NoRoom`. */
    async keep(pages: readonly NewPage[], reason: Reason): Promise<void> {
      const bytes = pages.reduce((sum, page) => sum + bytesOf(page), 0);
      const room = await freeRoom();
      if (room < bytes && (await makeRoom(database, bytes - room, worthOf([reason]))) < bytes - room) {
        throw new NoRoom(bytes, room);
      }
      try {
        await put(database, pages, reason);
      } catch (error) {
        if ((error as Error).name !== 'QuotaExceededError') throw error;
        // Whatever it had estimated, the browser gives no more.
        throw new NoRoom(bytes, 0);
      }
    },

    /** Keeps a page that is here for this reason too; `seen`: when the publication had it as it is. Answers whether it is here. */
    async addReason(address: string, reason: Reason, seen?: string): Promise<boolean> {
      const { store, done } = begin(database, ['pages'], 'readwrite');
      const page = await store.get(address);
      if (page) {
        const reasons = [...new Set([...page.reasons, reason])];
        await store.put({ ...page, reasons, kept: seen ?? page.kept });
      }
      await done;
      return page !== undefined;
    },

    /** Keeps pages for this reason no longer; those without another go, or all where none is named. */
    async release(addresses: readonly string[], reason?: Reason): Promise<void> {
      await release(database, addresses, (page) => page.reasons.filter((other) => reason && other !== reason));
    },

    close: () => database.close(),
  };
}

/** Where another window holds it, it goes when that has let it go. */
export const deleteKept = (base: string): Promise<void> => deleteDB(keptName(base));

const bytesOf = ({ data, files }: NewPage): number =>
  new Blob([data]).size + files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);

/** The end of a transaction is told to whoever waits for it: where the data of the site is cleared, it comes to all. */
function begin<const Names extends StoreNames<Schema>[], Mode extends 'readonly' | 'readwrite'>(
  database: IDBPDatabase<Schema>,
  names: Names,
  mode: Mode,
): IDBPTransaction<Schema, Names, Mode> {
  const transaction = database.transaction(names, mode);
  endWhenLeft(transaction);
  return transaction;
}

/** What goes first is worth least. What the reader has saved, and the paper itself, never makes way. */
const worths = ['section', 'read', 'must-read', 'saved', 'paper'];
const worthOf = (reasons: readonly Reason[]): number =>
  Math.max(...reasons.map((reason) => worths.indexOf(reason.split(' ')[0] ?? '')));

/** A quarter of what the browser allows is left to the reader's own things. */
async function freeRoom(): Promise<number> {
  const { quota = Infinity, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
  return quota * 0.75 - usage;
}

async function put(database: IDBPDatabase<Schema>, pages: readonly NewPage[], reason: Reason): Promise<void> {
  const transaction = begin(database, ['pages', 'data', 'files'], 'readwrite');
  const all = pages.map(async ({ data: text, files: shown, ...page }) => {
    const before = await transaction.objectStore('pages').get(page.address);
    const reasons = [...new Set([...(before?.reasons ?? []), reason])];
    const record = {
      ...page,
      reasons,
      files: shown.map(({ url }) => url),
      bytes: bytesOf({ ...page, data: text, files: shown }),
    };
    await Promise.all([
      transaction.objectStore('pages').put(record),
      transaction.objectStore('data').put(text, page.address),
      ...shown.map((file) => transaction.objectStore('files').put(file)),
    ]);
    return before?.files ?? [];
  });
  try {
    await deleteUnshown(transaction, (await Promise.all(all)).flat());
  } catch (error) {
    // One request that could not even be made leaves the others as they are.
    if (!transaction.error && !wasLeft(transaction)) transaction.abort();
    throw transaction.error ?? error;
  }
  await transaction.done;
}

type Change = IDBPTransaction<Schema, ('pages' | 'data' | 'files')[], 'readwrite'>;

/** Of these files, deletes those that no page shows. */
async function deleteUnshown(transaction: Change, files: readonly string[]): Promise<void> {
  const shown = transaction.objectStore('pages').index('files');
  for (const url of files) if ((await shown.count(url)) === 0) await transaction.objectStore('files').delete(url);
}

/** Lets what is worth less go until so many bytes are free; answers how many are. Of equals, the oldest goes first. */
async function makeRoom(database: IDBPDatabase<Schema>, wanted: number, worth: number): Promise<number> {
  const pages = (await begin(database, ['pages'], 'readonly').store.getAll())
    .map((page) => ({ ...page, worth: worthOf(page.reasons) }))
    .filter((page) => page.worth < Math.min(worth, worths.indexOf('saved')) || (page.worth === worth && worth === 1))
    .toSorted((one, other) => one.worth - other.worth || one.kept.localeCompare(other.kept));
  let freed = 0;
  const going: KeptPage[] = [];
  for (const page of pages) {
    if (freed >= wanted) break;
    going.push(page);
    freed += page.bytes;
  }
  if (freed < wanted) return freed;
  await release(
    database,
    going.map(({ address }) => address),
    () => [],
  );
  await noteMissing(database, going);
  return freed;
}

/** A section that had to make way is not whole any more; going on with it is for the reader to say. */
async function noteMissing(database: IDBPDatabase<Schema>, gone: readonly KeptPage[]): Promise<void> {
  const { store, done } = begin(database, ['sections'], 'readwrite');
  for (const reason of gone.flatMap(({ reasons }) => reasons)) {
    const record = await store.get(reason.replace(/^section /, ''));
    if (record) await store.put({ ...record, state: 'paused', done: record.done - 1 });
  }
  await done;
}

/** Gives pages the reasons that `left` answers; a page without one goes, with the files that no other shows. */
async function release(
  database: IDBPDatabase<Schema>,
  addresses: readonly string[],
  left: (page: KeptPage) => Reason[],
): Promise<void> {
  const transaction = begin(database, ['pages', 'data', 'files'], 'readwrite');
  const pages = transaction.objectStore('pages');
  for (const address of addresses) {
    const page = await pages.get(address);
    if (!page) continue;
    const reasons = left(page);
    if (reasons.length > 0) {
      await pages.put({ ...page, reasons });
      continue;
    }
    await Promise.all([pages.delete(address), transaction.objectStore('data').delete(address)]);
    await deleteUnshown(transaction, page.files);
  }
  await transaction.done;
}
