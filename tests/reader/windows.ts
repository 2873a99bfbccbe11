/** Windows of one publication: each has its own connection to the reader's store, and is closed after the test. */
import { openDB, type OpenDBCallbacks } from 'idb';
import { onTestFinished } from 'vitest';
import { openStore, type Store } from '../../src/reader/store/store.ts';

let publications = 0;
const opened: Store[] = [];

/** From here on, windows are of a publication that nobody has read yet. */
export function freshPublication(): void {
  publications += 1;
}

export const basePath = (): string => `/publication-${publications}/`;

export function openWindow(patience?: number): Store {
  const store = openStore(basePath(), patience);
  opened.push(store);
  onTestFinished(closeWindows);
  return store;
}

/** The first window of a publication that nobody has read yet. */
export function freshWindow(): Store {
  freshPublication();
  return openWindow();
}

export function closeWindows(): void {
  for (const store of opened.splice(0)) store.close();
}

/** The database itself, as none of our code reads it. */
export const openDatabase = (version?: number, callbacks?: OpenDBCallbacks<unknown>) =>
  openDB(`broadsheet:${basePath()}`, version, callbacks);
