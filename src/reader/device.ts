/** The one store of this device: every part of the reader shares its connection. */
import { type KeptWatch, watchKept } from './canary.ts';
import { openStore, type Store } from './store.ts';
import { expireTombstones } from './tombstones.ts';
import { whenIdle } from './when-idle.ts';

let device: { store: Store; kept: KeptWatch } | undefined;

function open() {
  const base = import.meta.env.BASE_URL;
  const store = openStore(base);
  whenIdle(() => void expireTombstones(store).catch(() => undefined), 30_000);
  return { store, kept: watchKept(store, base) };
}

/** Opened by the first use. */
export const deviceStore = (): Store => (device ??= open()).store;

/** Knows whether the device has lost what the reader kept. */
export const deviceKept = (): KeptWatch => (device ??= open()).kept;
