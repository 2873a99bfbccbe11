/** Whether the publication has other code by now than this document runs. It is asked when another worker takes over. */
import { newerCode } from '../../renewal.ts';

let isNewer = false;

export const isThereNewerCode = (): boolean => isNewer;

/** Hears that there is; the same listener is told once. */
export function onNewerCode(listener: () => void): () => void {
  if (!('serviceWorker' in navigator)) return () => {};
  const ask = async () => {
    isNewer = (await newerCode()) !== undefined;
    listener();
  };
  const look = () => void ask();
  navigator.serviceWorker.addEventListener('controllerchange', look);
  return () => navigator.serviceWorker.removeEventListener('controllerchange', look);
}
