/** Whether the publication has other code by now than this document runs. It is asked when another worker takes over. */
import { newerCode } from '../../renewal.ts';
import { workerContainer } from '../store/worker-container.ts';

let isNewer = false;

export const isThereNewerCode = (): boolean => isNewer;

/** Hears that there is; the same listener is told once. */
export function onNewerCode(listener: () => void): () => void {
  const workers = workerContainer();
  const ask = async () => {
    isNewer = (await newerCode()) !== undefined;
    listener();
  };
  const look = () => void ask();
  workers?.addEventListener('controllerchange', look);
  return () => workers?.removeEventListener('controllerchange', look);
}
