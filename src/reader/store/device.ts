/**
 * The one store of this device: every part of the reader shares its connection. What a publication keeps outside the
 * database (throw-away values in localStorage and sessionStorage, and caches) has names that begin with the base path,
 * since one origin may hold several publications.
 */
import { deleteKept } from '../../offline/kept.ts';
import { type KeptWatch, watchKept } from './loss-watch.ts';
import { workerContainer } from './worker-container.ts';
import { openStore, type Store } from './store.ts';
import { expireTombstones } from './tombstones.ts';
import { whenIdle } from '../../components/when-idle.ts';

const base = import.meta.env.BASE_URL;

let device: { store: Store; kept: KeptWatch } | undefined;
let deleted = false;

function open() {
  const store = openStore(base);
  whenIdle(() => void expireTombstones(store).catch(() => undefined), 30_000);
  store.subscribeToDeletion(() => {
    deleted = true;
    forgetValues();
    // What other parts write when the page is left is of the time before.
    addEventListener('pagehide', forgetValues);
  });
  return { store, kept: watchKept(store, base) };
}

/** Opened by the first use. */
export const deviceStore = (): Store => (device ??= open()).store;

/** Knows whether the device has lost what the reader kept. */
export const deviceKept = (): KeptWatch => (device ??= open()).kept;

/** Whether everything was deleted, here or in another window, since this page was loaded. */
export const isDeleted = (): boolean => deleted;

/** The part of the address of a page that says so; such a page keeps nothing of itself. */
export const everythingDeleted = '#everything-deleted';

/** Deletes all that is here, in every window; each must be loaded again then. */
export async function deleteEverything(): Promise<void> {
  await deviceStore().deleteAll();
  await forgetPaper();
}

/** Where storage is blocked there are no values. */
function forgetValues(): void {
  for (const storage of ['localStorage', 'sessionStorage'] as const) {
    try {
      const values = window[storage];
      for (const key of Object.keys(values)) if (key.startsWith(`broadsheet:${base}:`)) values.removeItem(key);
    } catch {
      continue;
    }
  }
}

/** What is kept of the paper, and the worker that answers with it. */
async function forgetPaper(): Promise<void> {
  // In Safari it may wait for ever, behind a page that was put away while it registered the worker.
  const patience = new Promise<void>((resolve) => setTimeout(resolve, 2000));
  await Promise.race([unregisterWorker(), patience]);
  await deleteKept(base);
  if (!('caches' in window)) return;
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(`broadsheet:${base}:`)).map((name) => caches.delete(name)));
}

async function unregisterWorker(): Promise<void> {
  const registration = await workerContainer()?.getRegistration(base);
  // It may be that of a publication in a folder above.
  if (registration?.scope === publicationAddress()) await registration.unregister();
}

/** The address of this publication, such as "https://example.org/paper/". */
export const publicationAddress = (): string => new URL(base, location.origin).href;
