/**
 * Outside the database, in localStorage, stands how much the reader keeps and when that was last seen. A database that
 * a browser has dropped or found damaged opens empty and without an error; only what stands outside can tell then that
 * this is no new reader. What was lost is remembered until the reader has heard of it.
 */
import { forgetValue, readValue, writeValue } from './local-values.ts';
import type { StoreName } from './records.ts';
import type { Store } from './store.ts';

/** So many things were kept, as last seen at this time (ISO 8601). */
export type KeptCount = {
  count: number;
  date: string;
  /** The reader has been told of this loss on a page. */
  told?: true;
};

export type KeptWatch = {
  /** What was kept and is not there any more. */
  lost(): Promise<KeptCount | undefined>;
  /** The reader has seen it once; listeners hear nothing. */
  told(): void;
  /** The reader knows. */
  acknowledge(): void;
  /** Hears when something was found lost, or the reader knows. */
  subscribe(listener: () => void): () => void;
};

/** What a reader keeps on purpose. Places come by themselves, and settings have a mirror of their own. */
const keptOnPurpose = ['saved', 'marks', 'responses'] as const satisfies StoreName[];
const watched = new Set<string>(keptOnPurpose);

/** Begins with a look at what is there, before anything can be kept; `base` is that of the store. */
export function watchKept(store: Store, base: string): KeptWatch {
  const [keptKey, lostKey] = [`broadsheet:${base}:kept`, `broadsheet:${base}:lost`];
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());
  let known = readKeptCount(keptKey);
  /** Where the values outside were cleared together with the database. */
  let lostHere: KeptCount | undefined;
  let looking: Promise<void> | undefined;
  let again = false;

  async function look() {
    const { shown, all } = await countKept(store);
    if (known && known.count > 0 && all === 0) {
      lostHere = known;
      writeValue(lostKey, JSON.stringify(known));
      tell();
    }
    known = { count: shown, date: new Date().toISOString() };
    if (shown > 0) writeValue(keptKey, JSON.stringify(known));
    else forgetValue(keptKey);
  }

  /** One look at a time, and one after the last change. What cannot be counted now is counted after the next. */
  function lookSoon() {
    if (looking) {
      again = true;
      return;
    }
    looking = look()
      .catch(() => undefined)
      .then(() => {
        looking = undefined;
        if (!again) return;
        again = false;
        lookSoon();
      });
  }

  lookSoon();
  // Only a connection that the browser has ended can have lost a database under an open page.
  store.subscribeToDrop(lookSoon);
  store.subscribe(({ store, record }) => {
    if (!watched.has(store)) return;
    lookSoon();
    if (record !== undefined) askToPersist(base);
  });

  return {
    async lost() {
      await looking;
      return readKeptCount(lostKey) ?? lostHere;
    },
    told() {
      const lost = readKeptCount(lostKey);
      if (lost) writeValue(lostKey, JSON.stringify({ ...lost, told: true }));
      lostHere = undefined;
    },
    acknowledge() {
      lostHere = undefined;
      forgetValue(lostKey);
      tell();
    },
    subscribe(listener) {
      const fromAnotherTab = ({ key }: StorageEvent) => {
        if (key === lostKey) listener();
      };
      listeners.add(listener);
      globalThis.addEventListener?.('storage', fromAnotherTab);
      return () => {
        listeners.delete(listener);
        globalThis.removeEventListener?.('storage', fromAnotherTab);
      };
    },
  };
}

/** Asks the browser once not to drop what is kept when space gets short. It may refuse; the backup page says which. */
function askToPersist(base: string): void {
  const askedKey = `broadsheet:${base}:asked`;
  // Where storage is blocked nothing is kept.
  if (readValue(askedKey) !== null) return;
  writeValue(askedKey, '1');
  globalThis.navigator?.storage?.persist?.().catch(() => undefined);
}

function readKeptCount(key: string): KeptCount | undefined {
  try {
    const { count, date, told } = JSON.parse(readValue(key) ?? '') as Partial<KeptCount>;
    if (!Number.isSafeInteger(count) || typeof date !== 'string' || Number.isNaN(Date.parse(date))) return undefined;
    return { count: Number(count), date, ...(told === true && { told }) };
  } catch {
    return undefined;
  }
}

/** `shown` is what the reader can see; `all` counts also what was removed or put aside as unsound. */
async function countKept(store: Store): Promise<{ shown: number; all: number }> {
  const counts = await store.read([...keptOnPurpose], ({ count }) =>
    Promise.all(keptOnPurpose.map(async (name) => [await count(name), await count(name, 'deleted')] as const)),
  );
  const records = counts.reduce((sum, [whole]) => sum + whole, 0);
  const removed = counts.reduce((sum, [, gone]) => sum + gone, 0);
  return { shown: records - removed, all: records + (await store.countUnsound()) };
}
