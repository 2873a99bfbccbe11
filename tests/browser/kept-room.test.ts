/** A shell that was thrown away, and browsers that keep nothing: reading goes on, and nothing is promised in vain. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { cutLine, paperIsKept, storedPaths } from './kept.ts';
import { atRest, lead } from './reading.ts';
import { expectErrors, hydrated, useSite } from './site.ts';

const used = useSite();

async function opened(path = lead.path): Promise<Page> {
  const page = await used.open({ path: '', worker: true });
  expectErrors(page, /ERR_|Failed to fetch/);
  await page.goto(used.site.url + path);
  await hydrated(page);
  return page;
}

test('a shell that was thrown away is stored again at the next visit, whole', async () => {
  const page = await opened();
  const [pick = ''] = await paperIsKept(page);
  const stored = async () => (await storedPaths(page)).filter((path) => !path.endsWith('.woff2')).toSorted();
  const before = await stored();
  expect(before).toContain('/offline.html');
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await page.reload();
  await expect.poll(stored).toEqual(before);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await (await caches.open(name)).delete('/offline.html');
  });
  await page.reload();
  await expect.poll(stored).toEqual(before);
  await cutLine(page, used.site);
  await page.goto(used.site.url + pick);
  await page.getByText('There is no connection. This is the copy of').waitFor();
});

const without: [string, (page: Page) => Promise<unknown>][] = [
  ['no workers', (page) => page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'))],
  [
    'a worker that may not be registered',
    (page) =>
      page.addInitScript(() => {
        ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('Blocked', 'SecurityError'));
      }),
  ],
  [
    'no database',
    (page) =>
      page.addInitScript(() => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('Blocked', 'SecurityError');
        };
      }),
  ],
];

describe.each(without)('where a browser has %s', (_, block) => {
  test('no button and no sentence promises anything', async () => {
    const page = await used.open({ path: '', worker: true });
    await block(page);
    for (const path of ['/sections/guide/', '/shelf/']) {
      await page.goto(used.site.url + path);
      await hydrated(page);
      await atRest(page);
      expect(await page.getByRole('button', { name: /^Keep / }).count()).toBe(0);
      expect(await page.getByRole('heading', { name: 'Without a connection' }).count()).toBe(0);
      expect(await page.getByText('There is no connection').count()).toBe(0);
    }
  });
});
