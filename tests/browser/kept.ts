/** What a browser keeps of the paper, as the tests see it. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

export type KeptRecord = { address: string; reasons: string[]; bytes: number; hash: string; files: string[] };

/** Everything in the database of kept pages; empty where there is none yet. */
export const keptPages = (page: Page, base = '/'): Promise<KeptRecord[]> =>
  page.evaluate(async (name) => {
    const databases = await indexedDB.databases();
    if (!databases.some((database) => database.name === name)) return [];
    return new Promise<KeptRecord[]>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.addEventListener('error', () => reject(opening.error!));
      opening.addEventListener('success', () => {
        const database = opening.result;
        if (!database.objectStoreNames.contains('pages')) {
          database.close();
          resolve([]);
          return;
        }
        const asking = database.transaction('pages').objectStore('pages').getAll();
        asking.addEventListener('success', () => {
          database.close();
          resolve(asking.result as KeptRecord[]);
        });
      });
    });
  }, `broadsheet:${base}:kept`);

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
