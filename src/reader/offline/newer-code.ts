/** Whether the publication has other code by now than this document runs. It is asked when another worker takes over. */
import { newerCode } from '../../renewal.ts';
import { workerContainer } from '../store/worker-container.ts';

let isNewer = false;

export const isThereNewerCode = (): boolean => isNewer;

/** Hears of it. The worker of a first visit takes over a page that had none: that is no news. */
export function onNewerCode(listener: () => void): () => void {
  const workers = workerContainer();
  const ask = async () => {
    isNewer = (await newerCode()) !== undefined;
    listener();
  };
  let hadWorker = Boolean(workers?.controller);
  const look = () => {
    if (hadWorker) void ask();
    hadWorker = true;
  };
  workers?.addEventListener('controllerchange', look);
  return () => workers?.removeEventListener('controllerchange', look);
}
