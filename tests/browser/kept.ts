/** What a browser keeps of the paper, as the tests see it. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Site } from './site.ts';

export type KeptRecord = { address: string; reasons: string[]; bytes: number; hash: string; files: string[] };

/** All pages in the database of kept pages; empty where there is none yet. */
export const keptPages = async (page: Page, base = '/'): Promise<KeptRecord[]> =>
  (await keptRecords(page, 'pages', base)) as KeptRecord[];

/** All records of a store of that database; of a file its size, not its bytes. */
export const keptRecords = (
  page: Page,
  store: 'pages' | 'data' | 'files' | 'sections',
  base = '/',
): Promise<unknown[]> =>
  page.evaluate(
    async ([name, from]) => {
      const databases = await indexedDB.databases();
      if (!databases.some((database) => database.name === name)) return [];
      return new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.addEventListener('error', () => reject(opening.error!));
        opening.addEventListener('success', () => {
          const database = opening.result;
          if (!database.objectStoreNames.contains(from)) {
            database.close();
            resolve([]);
            return;
          }
          const asking = database.transaction(from).objectStore(from).getAll();
          asking.addEventListener('success', () => {
            database.close();
            const records = asking.result as { bytes?: unknown }[];
            resolve(
              records.map((record) =>
                record.bytes instanceof ArrayBuffer
                  ? { ...record, bytes: undefined, size: record.bytes.byteLength }
                  : record,
              ),
            );
          });
        });
      });
    },
    [`broadsheet:${base}:kept`, store] as const,
  );

/** Paths of all files in the caches of the worker. */
export const storedPaths = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });

/** Waits until a page is kept for a reason. */
export async function isKept(page: Page, address: string, reason: string): Promise<void> {
  const reasons = async () => (await keptPages(page)).find((kept) => kept.address === address)?.reasons ?? [];
  await expect.poll(reasons).toContain(reason);
}

/** Waits until the paper is kept, with Must Read. */
export async function paperIsKept(page: Page): Promise<string[]> {
  const picks = await page.evaluate(async () => {
    const data = (await (await fetch('/must-read/page.json')).json()) as {
      entries: { kind: string; href?: string }[];
    };
    return data.entries.flatMap(({ href }) => (href === undefined ? [] : [href]));
  });
  await expect
    .poll(async () => (await keptPages(page)).filter(({ reasons }) => reasons.includes('must-read')).length)
    .toBe(picks.length);
  return picks;
}

/** The browser is told that there is no line; requests of its worker, which Chromium does not always cut off then, get no answer either. */
export async function cutLine(page: Page, site: Site): Promise<void> {
  site.intercept = (_, response) => {
    response.destroy();
    return true;
  };
  await page.context().setOffline(true);
}

export async function mendLine(page: Page, site: Site): Promise<void> {
  site.intercept = undefined;
  await page.context().setOffline(false);
  // A document that was loaded meanwhile was never told that there was none.
  await page.evaluate(() => dispatchEvent(new Event('online')));
}
