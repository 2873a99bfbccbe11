/** The one store of this device: every part of the reader shares its connection. */
import { openStore, type Store } from './store.ts';

let device: Store | undefined;

/** Opened by the first use. */
export const deviceStore = (): Store => (device ??= openStore(import.meta.env.BASE_URL));
