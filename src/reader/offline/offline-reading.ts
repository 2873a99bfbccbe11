/**
 * Whether this device keeps the paper to be read without a line, and what it keeps it in. Nothing is said of it before
 * the worker is at work with all that the app needs: where there is none (blocked, a private window, a site built
 * without it), no button promises anything.
 */
import { workerUrl } from '../../components/trusted-html.ts';
import { type Kept, openKept } from '../../offline/kept.ts';
import { everythingDeleted, isDeleted } from '../store/device.ts';
import { workerContainer } from '../store/worker-container.ts';

const base = import.meta.env.BASE_URL;

let starting: Promise<Kept | undefined> | undefined;

/**
 * Registers the worker by its first use. Waits as long as the worker is not ready; undefined where there can be none.
 * Where the browser has ended the connection, and where there was no line for the worker, the next use begins anew.
 */
export const offlineReading = (): Promise<Kept | undefined> => (starting ??= start().catch(forget));

const forget = (): undefined => {
  starting = undefined;
};

async function start(): Promise<Kept | undefined> {
  const workers = workerContainer();
  if (!KEEPS_OFFLINE || !workers || location.hash === everythingDeleted) return undefined;
  const url = workerUrl();
  const registering = workers.register(url, { scope: base, updateViaCache: 'none' });
  registering.catch(() => undefined);
  // Browsers look for a newer worker first; on a line that answers nothing, the one at work is not to wait for that.
  if (workers.controller?.scriptURL !== new URL(url, location.href).href) await registering;
  const registration = await workers.ready;
  if (isDeleted()) return undefined;
  lookForNewerCode(registration);
  // What a browser that is short of room threw away, or a dead line left half stored, is stored again.
  registration.active?.postMessage('store', []);
  return openKept(base, { dropped: forget });
}

/** Browsers look at each visit; an app on a home screen may be open for weeks. */
function lookForNewerCode(registration: ServiceWorkerRegistration): void {
  let looked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - looked < 3_600_000) return;
    looked = Date.now();
    registration.update().catch(() => undefined);
  });
}

const listeners = new Set<() => void>();

/** Something else is kept now, by this window. */
export const tellKeptChange = (): void => listeners.forEach((listener) => listener());

/**
 * Tells what `read` answers, now and after every change; of another window, when the reader comes back to this one.
 * Answers how to end it.
 */
export function watchKept<Value>(
  read: (kept: Kept) => Promise<Value>,
  tell: (known: { kept: Kept; value: Value }) => void,
): () => void {
  let isWanted = true;
  let reading: Promise<void> | undefined;
  let again = false;
  const readNow = async () => {
    const kept = await offlineReading();
    const found = kept && { kept, value: await read(kept) };
    if (isWanted && found) tell(found);
  };
  // Changes that come while it is read are read once, together.
  const look = () => {
    again = reading !== undefined;
    reading ??= readNow()
      .catch(() => undefined)
      .finally(() => {
        reading = undefined;
        if (again && isWanted) look();
      });
  };
  look();
  listeners.add(look);
  addEventListener('focus', look);
  return () => {
    isWanted = false;
    listeners.delete(look);
    removeEventListener('focus', look);
  };
}
