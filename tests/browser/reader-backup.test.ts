/** Carrying everything away and bringing it back, as a reader does it on the shelf. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { axeFaults, axeFaultsOnPapers } from './axe.ts';
import { hostileText } from './hostile-text.ts';
import { expectErrors, useSite } from './site.ts';
import {
  about,
  backupOf,
  choose,
  kept,
  openShelf,
  passage,
  question,
  records,
  restore,
  restorePart,
  saveFile,
} from './backing-up.ts';
import { part } from './shelving.ts';

const used = useSite();

test('saved, deleted and brought back: byte by byte the same, and undone by one press', async () => {
  const page = await openShelf(used);
  await restore(page, backupOf(used, records()));
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

test('a file is shown before anything is done, and can be left alone', async () => {
  const page = await openShelf(used);
  await restore(page, backupOf(used, records()));
  const before = (await saveFile(page)).text;
  const { marks } = records();
  await choose(
    page,
    backupOf(
      used,
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
  const page = await openShelf(used);
  for (const _ of [1, 2]) {
    await choose(page, text);
    await restorePart(page).getByRole('alert').getByText(message).waitFor();
    expect(await restorePart(page).getByRole('alert').getByText('Nothing was changed.').isVisible()).toBe(true);
  }
});

test('what a file holds is text: nothing of it runs, on any part of the shelf', async () => {
  const page = await openShelf(used);
  const evil = { headline: hostileText, byline: hostileText, section: hostileText, minutes: hostileText };
  const { marks, places, saved } = records();
  await restore(
    page,
    backupOf(used, {
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
    serviceWorkers: 'block',
    acceptDownloads: false,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await openShelf(used, { context });
  await restore(page, backupOf(used, records()));
  await part(page, 'Save').getByRole('button', { name: 'Save a backup file' }).click();
  await page.getByText('No file? Show the text instead').click();
  const text = await page.getByRole('textbox', { name: 'Text of the file' }).inputValue();
  expect(JSON.parse(text)).toMatchObject({ records: records() });
  await page.getByRole('button', { name: 'Copy the text' }).click();
  await page.getByText('Copied.', { exact: true }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
});

test('marks are handed over as Markdown and as JSON-LD', async () => {
  const page = await openShelf(used);
  await restore(page, backupOf(used, records()));
  const hand = async (name: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
  };
  const markdown = await hand('Marks as Markdown');
  expect(markdown.name).toMatch(/\.md$/);
  expect(markdown.text).toContain('# Marks in Broadsheet\n');
  expect(markdown.text).toContain(`${used.site.url}/articles/a-walk/#:~:text=before-,the%20words,-after`);
  const linked = await hand('Marks as JSON-LD (W3C Web Annotation)');
  expect(linked.name).toMatch(/\.jsonld$/);
  expect(JSON.parse(linked.text)).toMatchObject({ type: 'AnnotationCollection', total: 1 });
});

test('four thousand saved articles come back at once, also where what is saved is kept on the device', async () => {
  const page = await openShelf(used, { worker: true });
  // None of them is in the publication.
  expectErrors(page, /404/);
  const saved = Array.from({ length: 4000 }, (_, order) => ({ ...kept, order, article: `walk-${order}`, about }));
  await restore(page, backupOf(used, { saved }));
  await restorePart(page).getByRole('button', { name: 'Undo the restore' }).waitFor();
  await expect.poll(() => page.getByText('4,000 articles').first().isVisible()).toBe(true);
});

test('two windows: what one restores the other has, and an undo reaches it too', async () => {
  const page = await openShelf(used);
  const other = await openShelf(used, { context: page.context() });
  await page.bringToFront();
  await restore(page, backupOf(used, records()));
  await other.getByText('A walk in June').first().waitFor();
  await restorePart(page).getByRole('button', { name: 'Undo the restore' }).click();
  await expect.poll(() => other.getByText('A walk in June').count()).toBe(0);
});

test('axe finds nothing in the backup, whatever is open, on any paper and at any width', async () => {
  const found: string[] = [];
  const page = await openShelf(used);
  await restore(page, backupOf(used, records()));
  await saveFile(page);
  await page.getByText('No file? Show the text instead').click();
  await choose(page, backupOf(used, { saved: [{ ...kept, article: 'new', about }, 5] }));
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
