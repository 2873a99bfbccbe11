/** A device with little room: reading goes on, what is the reader's own is kept, and one sentence says what is too much. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { staticHost } from '../../src/press/static-host.ts';
import {
  articleOf,
  articlesOf,
  buildKeptArchive,
  control,
  keepSection,
  keptOf,
  sectionOf,
  writeKeptArchive,
} from './kept-archive.ts';
import { keptPages, keptRecords, storedPaths } from './kept.ts';
import { mark, painted } from './marking.ts';
import { arrived, followLink } from './reading.ts';
import { closeAll, expectErrors, hydrated, launch, openPage, serve, type Site } from './site.ts';

/** Larger than all the room that there is. */
const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8">${'<path d="M0 0h8v8z"/>'.repeat(100_000)}</svg>`;

let folder: string;
let site: Site;
let browser: Browser;
let opened: Page[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-quota-'));
  writeKeptArchive(join(folder, 'data'), { light: 5, heavy: 20 });
  writeFileSync(join(folder, `data/images/${articleOf('heavy', 0).slug}.svg`), picture);
  buildKeptArchive(join(folder, 'data'), join(folder, 'site'));
  [site, browser] = await Promise.all([serve(staticHost(join(folder, 'site'))), launch()]);
});

afterEach(() => closeAll(opened.splice(0)));

afterAll(async () => {
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

async function readerWith(quotaSize: number, path: string): Promise<Page> {
  const page = await openPage(browser, site, { path: '', worker: true });
  opened.push(page);
  // A browser that finds no room for a shell says so of its worker.
  expectErrors(page, /Quota|ServiceWorker/);
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: site.url, quotaSize });
  await page.goto(site.url + path);
  await hydrated(page);
  return page;
}

/** Goes to an article, marks words in it, and finds them marked in a new document. */
async function readAndMark(page: Page, section: string): Promise<void> {
  const { path, title } = articlesOf(section, 3)[2]!;
  await followLink(page, path);
  await arrived(page, title);
  await mark(page, 'This is the text');
  await page.reload();
  await hydrated(page);
  await expect.poll(() => painted(page)).toEqual({ 'mark-yellow': ['This is the text'] });
}

test('in 2 MB a section that is too large is not kept: a sentence says how large, and marks are', async () => {
  const page = await readerWith(2_000_000, sectionOf('heavy'));
  await control(page).waitFor();
  await expect
    .poll(async () => (await keptPages(page)).some(({ reasons }) => reasons.includes('must-read')))
    .toBe(true);
  const sentence = /^There is no room on this device: 2[.\d]* MB are needed, \d+ [kM]?B are free\./;
  await keepSection(page);
  await page.getByRole('alert').filter({ hasText: sentence }).waitFor();
  await control(page).getByText('Paused.').waitFor();
  expect(await keptRecords(page, 'files')).not.toContainEqual(expect.objectContaining({ size: picture.length }));
  await readAndMark(page, 'heavy');
  await page.goto(`${site.url}/shelf/`);
  // It is tried again where the reader says so, and what is kept then is nothing by halves.
  await page.getByRole('group', { name: 'heavy' }).getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('alert').filter({ hasText: sentence }).waitFor();
  expect((await keptOf(page, 'heavy')).length).toBeLessThan(20);
  await page.getByRole('group', { name: 'heavy' }).getByRole('button', { name: 'Cancel and remove' }).click();
  await page.getByRole('button', { name: 'Keep heavy' }).waitFor();
  expect(await page.getByRole('alert').filter({ hasText: sentence }).count()).toBe(0);
  expect(await keptOf(page, 'heavy')).toEqual([]);
});

test('where there is not even room for the shell, reading goes on, and marks are kept', async () => {
  const page = await readerWith(300_000, articleOf('light', 0).path);
  await readAndMark(page, 'light');
  // Each visit tries again.
  await expect.poll(() => storedPaths(page)).toEqual([]);
});
