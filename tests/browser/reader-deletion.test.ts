/** Deleting everything on the shelf, and being told when everything is gone. */
import { expect, test } from 'vitest';
import { lead } from './reading.ts';
import { useSite } from './site.ts';
import { backupOf, leftIn, openShelf, records, restore, restorePart, saveFile } from './backing-up.ts';

const used = useSite();

test('deleting leaves nothing in the browser, whatever was there and whoever has it open', async () => {
  const page = await openShelf(used);
  await restore(page, backupOf(used, records()));
  await expect.poll(() => page.evaluate(() => localStorage.getItem('broadsheet:/:kept'))).toContain('"count":3');
  await page.evaluate(async () => {
    localStorage.setItem('broadsheet:/:theme', 'dark');
    localStorage.setItem('broadsheet:/:pace', '{"en":[200]}');
    localStorage.setItem('broadsheet:/other/:theme', 'sepia');
    sessionStorage.setItem('broadsheet:/:places', '[]');
    await caches.open('broadsheet:/:pages');
  });
  // What is left is looked at from where nothing of the app runs, so that nothing is kept anew before.
  used.site.intercept = ({ url }, response) => {
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
  const page = await openShelf(used);
  await restore(page, backupOf(used, records()));
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
  const page = await openShelf(used);
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

test('a reader whose database is gone is told: once on a page, on the shelf until a backup is restored', async () => {
  const page = await openShelf(used);
  await restore(page, backupOf(used, records()));
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
