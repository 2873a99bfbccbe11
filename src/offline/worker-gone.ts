/**
 * The worker of a site that is built without offline reading: it takes the place of the one that is there, and leaves
 * with all that was kept of the paper. What is the reader's own stays.
 */
import { deleteKept } from './kept.ts';
import { shellNames } from './shell.ts';

declare const self: ServiceWorkerGlobalScope;

const base = import.meta.env.BASE_URL;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(leave()));

async function leave(): Promise<void> {
  const names = await shellNames(base);
  await Promise.all([...names.map((name) => caches.delete(name)), deleteKept(base)]);
  await self.registration.unregister();
}
