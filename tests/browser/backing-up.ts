/** What tests of backups do on the shelf. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { hostileText } from './hostile-text.ts';
import { part } from './shelving.ts';
import type { OpenOptions, UsedSite } from './site.ts';

export const kept = { order: 1, revision: 1, changed: '2026-05-03T09:00:00.000Z' };

export const passage = { exact: 'the words', prefix: 'before ', suffix: ' after', start: 7, end: 16, block: 0 };

export const about = { headline: 'A walk in June' };

export const records = () => ({
  drafts: [{ article: 'a-walk', name: 'Ada', text: 'Half a thou' }],
  marks: [
    { ...kept, id: 'm1', article: 'a-walk', about, passage, colour: 'green', note: hostileText, made: kept.changed },
  ],
  places: [{ ...kept, article: 'a-walk', about, state: 'reading', passage, fraction: 0.5 }],
  responses: [
    { id: 'r1', article: 'a-walk', order: 1, revision: 1, name: 'Ada', text: 'Well said.', written: kept.changed },
  ],
  saved: [
    { ...kept, article: 'a-walk', about },
    { ...kept, order: 2, article: 'gone', revision: 2, deleted: kept.changed },
  ],
});

export const backupOf = (used: UsedSite, records: object, more: object = {}) =>
  JSON.stringify({ format: 'broadsheet-backup', version: 1, publication: `${used.site.url}/`, records, ...more });

export const restorePart = (page: Page) => part(page, 'Restore');

export const question = (page: Page) => page.getByRole('region', { name: 'What this file will do' });

export async function openShelf(used: UsedSite, options: OpenOptions = {}): Promise<Page> {
  const page = await used.open({ path: '/shelf/', ...options });
  await restorePart(page).waitFor();
  return page;
}

export const choose = (page: Page, text: string, name = 'backup.json') =>
  page
    .getByLabel('Backup file', { exact: true })
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

export async function restore(page: Page, text: string): Promise<void> {
  await choose(page, text);
  await question(page).getByRole('button', { name: 'Restore', exact: true }).click();
  await page.getByText(/^Done: /).waitFor();
}

export async function saveFile(page: Page): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    part(page, 'Save').getByRole('button', { name: 'Save a backup file' }).click(),
  ]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

/** All that the site keeps in the browser, by name. */
export const leftIn = (page: Page) =>
  page.evaluate(async () => [
    ...(await indexedDB.databases()).map(({ name }) => name),
    ...Object.keys(localStorage),
    ...(await caches.keys()),
  ]);
