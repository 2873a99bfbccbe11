/** Carrying everything away, bringing it back and deleting it, as a reader does it on the shelf. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { axeFaults, axeFaultsOnPapers } from './axe.ts';
import { hostileText } from './hostile-text.ts';
import { lead } from './reading.ts';
import { useSite } from './site.ts';

const used = useSite();

const publication = () => `${used.site.url}/`;
const kept = { order: 1, revision: 1, changed: '2026-05-03T09:00:00.000Z' };
const passage = { exact: 'the words', prefix: 'before ', suffix: ' after', start: 7, end: 16, block: 0 };
const about = { headline: 'A walk in June' };

const records = () => ({
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
const backupOf = (records: object, more: object = {}) =>
  JSON.stringify({ format: 'broadsheet-backup', version: 1, publication: publication(), records, ...more });

const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const restorePart = (page: Page) => part(page, 'Restore');
const question = (page: Page) => page.getByRole('region', { name: 'What this file will do' });

async function openShelf(options: Parameters<typeof used.open>[0] = {}): Promise<Page> {
  const page = await used.open({ path: '/shelf/', ...options });
  await restorePart(page).waitFor();
  return page;
}

const choose = (page: Page, text: string, name = 'backup.json') =>
  page
    .getByLabel('Backup file', { exact: true })
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

async function restore(page: Page, text: string): Promise<void> {
  await choose(page, text);
  await question(page).getByRole('button', { name: 'Restore', exact: true }).click();
  await page.getByText(/^Done: /).waitFor();
}

async function saveFile(page: Page): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    part(page, 'Save').getByRole('button', { name: 'Save a backup file' }).click(),
  ]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

/** All that the site keeps in the browser, by name. */
const leftIn = (page: Page) =>
  page.evaluate(async () => [
    ...(await indexedDB.databases()).map(({ name }) => name),
    ...Object.keys(localStorage),
    ...(await caches.keys()),
  ]);

beforeEach(() => {
  used.site.meddle = undefined;
});

test('saved, deleted and brought back: byte by byte the same, and undone by one press', async () => {
  const page = await openShelf();
  await restore(page, backupOf(records()));
  await page.getByText('Done: 5 entries restored.').waitFor();
  const first = await saveFile(page);
  expect(first.name).toMatch(/^broadsheet-backup-\d{4}-\d\d-\d\d\.json$/);
  await page.getByText(`${first.name} was handed to the browser`).waitFor();
  expect(JSON.parse(first.text)).toMatchObject({ format: 'broadsheet-backup', records: records() });

  // A window that shows what is kept will hear that it is gone; one that has looked at nothing yet need not.
  const other = await used.open({ path: '/shelf/', context: page.context() });
  await part(other, 'Saved').getByRole('link', { name: about.headline }).waitFor();
  await page.bringToFront();
  await page.getByRole('button', { name: 'Delete everything on this device…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete everything that is yours on this device?' });
  await dialog.getByText('Saved articles').waitFor();
  await dialog.getByRole('button', { name: 'Delete everything', exact: true }).click();
  await page.getByText('Everything that was yours is deleted on this device.').waitFor();
  await other
    .getByText(/Everything of this publication was deleted on this device/)
    .first()
    .waitFor();

  await page.getByText('Nothing is kept on this device yet.').waitFor();
  const empty = await saveFile(page);
  expect(JSON.parse(empty.text)).toMatchObject({ records: { saved: [], marks: [], responses: [] } });
  await other.close();
  await restore(page, first.text);
  expect((await saveFile(page)).text).toBe(first.text);

  await restorePart(page).getByRole('button', { name: 'Undo the restore' }).click();
  await page.getByText('Undone: all is as it was before the restore.').waitFor();
  expect((await saveFile(page)).text).toBe(empty.text);
});

test('deleting leaves nothing in the browser, whatever was there and whoever has it open', async () => {
  const page = await openShelf();
  await restore(page, backupOf(records()));
  await expect.poll(() => page.evaluate(() => localStorage.getItem('broadsheet:/:kept'))).toContain('"count":3');
  await page.evaluate(async () => {
    localStorage.setItem('broadsheet:/:theme', 'dark');
    localStorage.setItem('broadsheet:/other/:theme', 'sepia');
    sessionStorage.setItem('broadsheet:/:places', '[]');
    await caches.open('broadsheet:/:pages');
  });
  // What is left is looked at from where nothing of the app runs, so that nothing is kept anew before.
  used.site.meddle = ({ url }, response) => {
    if (url !== '/shelf/') return false;
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end('<!doctype html><title>Nothing</title><link rel="icon" href="data:,">');
    return true;
  };
  await page.getByRole('button', { name: 'Delete everything on this device…' }).click();
  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('button', { name: 'Delete everything', exact: true }).click(),
  ]);
  expect(await leftIn(page)).toEqual(['broadsheet:/other/:theme']);
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
});

test('by keyboard alone: the question can be left, and everything is deleted only by its own button', async () => {
  const page = await openShelf();
  await restore(page, backupOf(records()));
  const opener = page.getByRole('button', { name: 'Delete everything on this device…' });
  await opener.focus();
  await page.keyboard.press('Enter');
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await expect.poll(focused).toBe('Keep everything');
  await page.keyboard.press('Escape');
  await expect.poll(focused).toBe('Delete everything on this device…');
  await page.keyboard.press('Enter');
  await expect.poll(focused).toBe('Keep everything');
  await page.keyboard.press('Enter');
  await expect.poll(focused).toBe('Delete everything on this device…');
  expect(JSON.parse((await saveFile(page)).text)).toMatchObject({ records: records() });
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect.poll(focused).toBe('Keep everything');
  await page.keyboard.press('Tab');
  await expect.poll(focused).toBe('Delete everything');
  await page.keyboard.press('Enter');
  await page.getByText('Everything that was yours is deleted on this device.').waitFor();
});

test('whoever asks again while the question is closing is asked', async () => {
  const page = await openShelf();
  const opener = page.getByRole('button', { name: 'Delete everything on this device…' });
  await opener.click();
  const question = page.getByRole('dialog');
  await question.waitFor();
  await opener.evaluate(async (button: HTMLElement) => {
    const dialog = document.querySelector('dialog')!;
    const told = new Promise((done) => {
      dialog.addEventListener('close', done);
    });
    dialog.close();
    button.click();
    await told;
  });
  expect(await question.getByRole('button', { name: 'Keep everything' }).isVisible()).toBe(true);
  await page.keyboard.press('Enter');
  await question.waitFor({ state: 'hidden' });
});

test('a file is shown before anything is done, and can be left alone', async () => {
  const page = await openShelf();
  await restore(page, backupOf(records()));
  const before = (await saveFile(page)).text;
  const { marks } = records();
  await choose(
    page,
    backupOf(
      {
        saved: [
          { ...kept, article: 'gone', about: { headline: 'Thrown away' } },
          { ...kept, article: 'new', about: { headline: '<b>New</b> here' } },
          { ...kept, article: 'a-walk', revision: 9, deleted: kept.changed },
        ],
        marks: [
          { ...marks[0], revision: 2, note: 'Another note' },
          { ...marks[0], note: 'n'.repeat(20_001) },
        ],
        playlists: [],
      },
      { publication: 'https://elsewhere.example/' },
    ),
  );
  const asked = question(page);
  await asked.getByText('This is a backup of another publication (https://elsewhere.example/).').waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('What this file will do');
  expect(await asked.getByRole('row').allInnerTexts()).toEqual([
    'What\tAdded\tChanged\tBrought back',
    'Saved articles\t1\t0\t1',
    'Marks and notes\t0\t1\t0',
  ]);
  await asked.getByText('Show 3 entries').click();
  await asked.getByText('<b>New</b> here').waitFor();
  await asked.getByText('1 entry cannot be read and will be left out').click();
  await asked.getByText('Marks and notes, number 2: “note” is not as it should be.').waitFor();
  await asked.getByText('Left out because this version does not know it: playlists.').waitFor();
  await asked.getByRole('button', { name: 'Change nothing' }).click();
  await page.getByText('Nothing was changed.').waitFor();
  expect((await saveFile(page)).text).toBe(before);
});

test.each([
  ['', 'This file is empty.'],
  ['<!doctype html>', 'This is not a backup file'],
  ['{"format":"broadsheet-backup","version":1,"pub', 'This backup is cut off'],
  ['{"bookmarks":[]}', 'This file holds something else'],
  ['{"format":"broadsheet-backup","version":2}', 'made by a newer version'],
  ['{"format":"broadsheet-backup","version":1}', 'a part of it is missing or broken'],
  ['\ud800'.repeat(3), 'This is not a backup file'],
])('%j is refused in plain words, and the same file can be chosen again', async (text, message) => {
  const page = await openShelf();
  for (const _ of [1, 2]) {
    await choose(page, text);
    await restorePart(page).getByRole('alert').getByText(message).waitFor();
    expect(await restorePart(page).getByRole('alert').getByText('Nothing was changed.').isVisible()).toBe(true);
  }
});

test('what a file holds is text: nothing of it runs, on any part of the shelf', async () => {
  const page = await openShelf();
  const evil = { headline: hostileText, byline: hostileText, section: hostileText, minutes: hostileText };
  const { marks, places, saved } = records();
  await restore(
    page,
    backupOf({
      marks: [{ ...marks[0], about: evil, passage: { ...passage, exact: hostileText } }],
      places: [{ ...places[0], about: evil }],
      saved: [{ ...saved[0], about: evil, article: 'javascript:run()' }],
    }),
  );
  await page.reload();
  await page.getByText(hostileText).first().waitFor();
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
});

test('where no file can be kept, the text is there to be copied', async () => {
  const context = await used.browser.newContext({
    acceptDownloads: false,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await openShelf({ context });
  await restore(page, backupOf(records()));
  await part(page, 'Save').getByRole('button', { name: 'Save a backup file' }).click();
  await page.getByText('No file? Show the text instead').click();
  const text = await page.getByRole('textbox', { name: 'Text of the file' }).inputValue();
  expect(JSON.parse(text)).toMatchObject({ records: records() });
  await page.getByRole('button', { name: 'Copy the text' }).click();
  await page.getByText('Copied.', { exact: true }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
});

test('marks are handed over as Markdown and as JSON-LD', async () => {
  const page = await openShelf();
  await restore(page, backupOf(records()));
  const hand = async (name: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
  };
  const markdown = await hand('Marks as Markdown');
  expect(markdown.name).toMatch(/\.md$/);
  expect(markdown.text).toContain('# Marks in Broadsheet\n');
  expect(markdown.text).toContain(`${publication()}articles/a-walk/#:~:text=before-,the%20words,-after`);
  const linked = await hand('Marks as JSON-LD (W3C Web Annotation)');
  expect(linked.name).toMatch(/\.jsonld$/);
  expect(JSON.parse(linked.text)).toMatchObject({ type: 'AnnotationCollection', total: 1 });
});

test('a reader whose database is gone is told: once on a page, on the shelf until a backup is restored', async () => {
  const page = await openShelf();
  await restore(page, backupOf(records()));
  const { text } = await saveFile(page);
  await expect.poll(() => page.evaluate(() => localStorage.getItem('broadsheet:/:kept'))).toContain('"count":3');
  const session = await page.context().newCDPSession(page);
  await page.goto('about:blank');
  await session.send('Storage.clearDataForOrigin', { origin: used.site.url, storageTypes: 'indexeddb' });
  const notice = page.getByText(/^Your saved things are missing on this device: 3 were here on /);

  await page.goto(used.site.url + lead.path);
  await notice.waitFor();
  expect(await page.locator('.prose').isVisible()).toBe(true);
  await page.getByRole('link', { name: 'Restore a backup' }).click();
  await restorePart(page).waitFor();
  expect(await notice.count()).toBe(1);
  await page.goto(`${used.site.url}/about/`);
  await page.getByRole('link', { name: /shelf/i }).first().waitFor();
  expect(await notice.count()).toBe(0);

  await page.goto(`${used.site.url}/shelf/`);
  await notice.waitFor();
  await restore(page, text);
  await notice.waitFor({ state: 'detached' });
  await page.reload();
  await restorePart(page).waitFor();
  expect(await notice.count()).toBe(0);
});

test('two windows: what one restores the other has, and an undo reaches it too', async () => {
  const page = await openShelf();
  const other = await openShelf({ context: page.context() });
  await page.bringToFront();
  await restore(page, backupOf(records()));
  await other.getByText('A walk in June').first().waitFor();
  await restorePart(page).getByRole('button', { name: 'Undo the restore' }).click();
  await expect.poll(() => other.getByText('A walk in June').count()).toBe(0);
});

test('axe finds nothing in the backup, whatever is open, on any paper and at any width', async () => {
  const found: string[] = [];
  const page = await openShelf();
  await restore(page, backupOf(records()));
  await saveFile(page);
  await page.getByText('No file? Show the text instead').click();
  await choose(page, backupOf({ saved: [{ ...kept, article: 'new', about }, 5] }));
  await question(page).getByText('Show 1 entry').click();
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    found.push(...(await axeFaultsOnPapers(page, String(width), '.backup')));
  }
  await choose(page, 'nonsense');
  await restorePart(page).getByRole('alert').waitFor();
  found.push(...(await axeFaults(page, 'refused', '.backup')));
  await page.getByRole('button', { name: 'Delete everything on this device…' }).click();
  found.push(...(await axeFaults(page, 'question', '.backup')));
  expect(found).toEqual([]);
});
