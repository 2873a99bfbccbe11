/**
 * Reading from the store inside a transaction. Every record passes its guard; one that does not is handed to `aside`
 * and is never shown. The transaction ends by itself if anything but these functions is awaited in it.
 */
import type { IDBPTransaction } from 'idb';
import { isSound, nextCount, type Records, type StoreName } from './records.ts';

/** Where a page ended: the key of its last record in the index, and the record's own key. */
export type Position = { key: IDBValidKey; primaryKey: IDBValidKey };

export type PageOptions<Kept, Found extends Kept> = {
  /** The most records on a page. */
  count: number;
  /** `next` is the order of the index, `prev` the reverse: with an index over `order`, the last touched first. */
  direction?: 'next' | 'prev';
  /** The `rest` of the page before. */
  from?: Position | undefined;
  /** Keys of the index to stay within. */
  range?: IDBKeyRange;
  /** Records that do not suit are passed over and not counted. */
  suits?: (record: Kept) => record is Found;
};

export type RecordsPage<Found> = {
  records: Found[];
  /** Where the next page begins; absent when this is the last. */
  rest?: Position;
};

/** Stores whose `order` is one counter over the whole store. */
export type OrderedStore = 'saved' | 'places' | 'marks';

export type Transaction = {
  get: <Name extends StoreName>(name: Name, key: IDBValidKey) => Promise<Records[Name] | undefined>;
  /** All records with this key, or within this range of keys, in an index (or, without one, by their own key). */
  list: <Name extends StoreName>(
    name: Name,
    index: string | undefined,
    key: string | IDBKeyRange,
  ) => Promise<Records[Name][]>;
  /** All records, in the order of their keys. */
  all: <Name extends StoreName>(name: Name) => Promise<Records[Name][]>;
  /** Some records in the order of an index, from its beginning or from where another page ended. */
  page: <Name extends StoreName, Found extends Records[Name] = Records[Name]>(
    name: Name,
    index: string,
    options: PageOptions<Records[Name], Found>,
  ) => Promise<RecordsPage<Found>>;
  /** The last record in the order of an index that suits. */
  last: <Name extends StoreName, Found extends Records[Name]>(
    name: Name,
    index: string,
    suits: (record: Records[Name]) => record is Found,
  ) => Promise<Found | undefined>;
  /** How many there are, removed and unsound ones with them. Every removed one is in the index `deleted`. */
  count: (name: StoreName, index?: string, key?: IDBValidKey | IDBKeyRange) => Promise<number>;
  /** The `order` for the record about to be put: one more than the highest. */
  nextOrder: (name: OrderedStore) => Promise<number>;
};

export type ReadTransaction = IDBPTransaction<unknown, string[], 'readonly' | 'readwrite'>;

export type Unsound = { store: StoreName; key: IDBValidKey; record: unknown };

/** So many records are read at once where all are: few requests, and no list of everything twice. */
const batch = 1000;

export function recordsIn(transaction: ReadTransaction, aside: (found: Unsound) => void): Transaction {
  const isGood = <Name extends StoreName>(store: Name, key: IDBValidKey, record: unknown): record is Records[Name] => {
    const good = isSound(store, record);
    if (!good && record !== undefined) aside({ store, key, record });
    return good;
  };
  const good = <Name extends StoreName>(name: Name, keys: IDBValidKey[], records: unknown[]): Records[Name][] =>
    keys.flatMap((key, index) => {
      const record = records[index];
      return isGood(name, key, record) ? [record] : [];
    });

  async function page<Name extends StoreName, Found extends Records[Name]>(
    name: Name,
    index: string,
    { count, direction = 'next', from, range, suits }: PageOptions<Records[Name], Found>,
  ): Promise<RecordsPage<Found>> {
    const records: Found[] = [];
    let rest: Position | undefined;
    const source = transaction.objectStore(name).index(index);
    let cursor = await source.openCursor(beyond(from, direction, range), direction);
    for (; cursor; cursor = await cursor.continue()) {
      const { key, primaryKey } = cursor;
      const record: unknown = cursor.value;
      if (from && isBefore({ key, primaryKey }, from, direction)) continue;
      if (!isGood(name, primaryKey, record) || (suits && !suits(record))) continue;
      if (records.length === count) return rest ? { records, rest } : { records };
      // Without `suits`, whatever is good is what was asked for.
      records.push(record as Found);
      rest = { key, primaryKey };
    }
    return { records };
  }

  return {
    async get(name, key) {
      const record: unknown = await transaction.objectStore(name).get(key);
      return isGood(name, key, record) ? record : undefined;
    },
    async list(name, index, key) {
      const store = transaction.objectStore(name);
      const source = index === undefined ? store : store.index(index);
      const [keys, records]: [IDBValidKey[], unknown[]] = await Promise.all([
        source.getAllKeys(key),
        source.getAll(key),
      ]);
      return good(name, keys, records);
    },
    async all(name) {
      const store = transaction.objectStore(name);
      const found = [];
      for (let range: IDBKeyRange | undefined; ;) {
        const [keys, records]: [IDBValidKey[], unknown[]] = await Promise.all([
          store.getAllKeys(range, batch),
          store.getAll(range, batch),
        ]);
        found.push(...good(name, keys, records));
        const last = keys.at(-1);
        if (last === undefined || keys.length < batch) return found;
        range = IDBKeyRange.lowerBound(last, true);
      }
    },
    page,
    async last(name, index, suits) {
      const { records } = await page(name, index, { count: 1, direction: 'prev', suits });
      return records[0];
    },
    count: (name, index, key) => {
      const store = transaction.objectStore(name);
      return index === undefined ? store.count(key) : store.index(index).count(key);
    },
    async nextOrder(name) {
      // Keys that are no counter can only be those of unsound records: they are passed over here.
      const counters = IDBKeyRange.upperBound(Number.MAX_SAFE_INTEGER);
      const cursor = await transaction.objectStore(name).index('order').openKeyCursor(counters, 'prev');
      return nextCount(typeof cursor?.key === 'number' ? Math.max(0, Math.floor(cursor.key)) : 0);
    },
  };
}

/** What is left of a range where a page ended; its last key stays in, for there may be more records with that key. */
function beyond(from: Position | undefined, direction: 'next' | 'prev', range?: IDBKeyRange): IDBKeyRange | undefined {
  if (!from) return range;
  const { upper, upperOpen, lower, lowerOpen } = range ?? {};
  if (direction === 'next') {
    return upper === undefined
      ? IDBKeyRange.lowerBound(from.key)
      : IDBKeyRange.bound(from.key, upper, false, upperOpen);
  }
  return lower === undefined ? IDBKeyRange.upperBound(from.key) : IDBKeyRange.bound(lower, from.key, lowerOpen, false);
}

/** Whether a record was on a page that ended at `from`. */
const isBefore = ({ key, primaryKey }: Position, from: Position, direction: 'next' | 'prev') =>
  indexedDB.cmp(key, from.key) === 0 &&
  indexedDB.cmp(primaryKey, from.primaryKey) * (direction === 'next' ? 1 : -1) <= 0;
