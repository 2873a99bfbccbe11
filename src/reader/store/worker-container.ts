/**
 * The browser's service workers; undefined where it has none for this page: an address that is not safe, a private
 * window, a frame without an origin.
 */
export function workerContainer(): ServiceWorkerContainer | undefined {
  try {
    return navigator.serviceWorker;
  } catch {
    return undefined;
  }
}
