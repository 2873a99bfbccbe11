/** Responses in a real browser: kept on this device, found again, and honest about it when they cannot be. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { arrived, focused, hold, layoutShift, lead, watchLayoutShift } from './reading.ts';
import { hydrated, useSite } from './site.ts';

const used = useSite();

const comment = (page: Page) => page.getByRole('textbox', { name: 'Comment' });
const name = (page: Page) => page.getByRole('textbox', { name: 'Name' });
const keep = (page: Page) => page.getByRole('button', { name: 'Keep on this device' });
const kept = (page: Page) => page.getByRole('list', { name: 'Responses kept on this device' }).getByRole('listitem');
const saidKept = (page: Page) => page.getByText('Kept on this device. Not sent to anybody.').waitFor();

/** An article with its form. */
async function openForm(page: Page): Promise<void> {
  await hydrated(page);
  await page.getByRole('heading', { name: 'Responses', exact: true }).scrollIntoViewIfNeeded();
  await keep(page).waitFor();
}

async function write(page: Page, text: string, by = 'Ada'): Promise<void> {
  await comment(page).fill(text);
  await name(page).fill(by);
  await keep(page).click();
  await saidKept(page);
}

test('an empty form says what is missing at each field, and goes to the first', async () => {
  const page = await used.open({ path: lead.path });
  await openForm(page);
  await keep(page).click();
  await page.getByText('Please enter your comment!').waitFor();
  expect(await page.getByText('Please enter your name here').isVisible()).toBe(true);
  expect(await comment(page).evaluate((field) => field === document.activeElement)).toBe(true);
  for (const [field, message] of [
    [comment(page), 'Please enter your comment!'],
    [name(page), 'Please enter your name here'],
  ] as const) {
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    const described = await field.getAttribute('aria-describedby');
    expect(await page.locator(`[id="${described}"]`).innerText()).toBe(message);
  }
  await comment(page).fill('Well said.');
  expect(await page.getByText('Please enter your comment!').count()).toBe(0);
  await keep(page).click();
  expect(await name(page).evaluate((field) => field === document.activeElement)).toBe(true);
});

test('by keyboard alone: written, kept, edited, removed; nothing is sent to anybody', async () => {
  const page = await used.open({ path: lead.path, savesData: true });
  await openForm(page);
  used.site.requests.length = 0;
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url()));

  await comment(page).focus();
  await page.keyboard.type('A first thought.');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Ada');
  await page.keyboard.press('Tab');
  expect(await focused(page).innerText()).toBe('Keep on this device');
  await page.keyboard.press('Enter');
  await saidKept(page);
  expect(await kept(page).innerText()).toContain('A first thought.');
  expect(await kept(page).locator('time').getAttribute('datetime')).toMatch(/^\d{4}-\d\d-\d\dT/);
  expect(await comment(page).inputValue()).toBe('');

  await kept(page).getByRole('button', { name: 'Edit' }).focus();
  await page.keyboard.press('Enter');
  await kept(page).getByRole('textbox', { name: 'Comment' }).waitFor();
  await page.keyboard.type(' And a second.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await focused(page).innerText()).toBe('Save');
  await page.keyboard.press('Enter');
  await kept(page).getByRole('button', { name: 'Edit' }).waitFor();
  expect(await kept(page).innerText()).toContain('A first thought. And a second.');
  expect(await kept(page).innerText()).toContain('edited');
  expect(await focused(page).innerText()).toBe('Edit');

  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: 'Remove this response?' }).waitFor();
  expect(await focused(page).innerText()).toBe('Keep');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByText('Removed from this device.').waitFor();
  expect(await kept(page).count()).toBe(0);
  expect(await focused(page).evaluate((element) => element.tagName)).not.toBe('BODY');

  expect(used.site.requests).toEqual([]);
  expect(sent).toEqual([]);
});

test('a draft and what was kept are there again after a reload, each under its own article', async () => {
  const page = await used.open({ path: lead.path });
  await openForm(page);
  await write(page, 'Kept for good.');
  await comment(page).fill('Half a thou');
  // The tab is closed right after the last key.
  await page.reload();
  await openForm(page);
  expect(await kept(page).innerText()).toContain('Kept for good.');
  expect(await kept(page).innerText()).toContain('Ada');
  expect(await comment(page).inputValue()).toBe('Half a thou');

  await page.goto(`${used.site.url}/articles/how-to-publish/`);
  await openForm(page);
  expect(await kept(page).count()).toBe(0);
  expect(await comment(page).inputValue()).toBe('');
  expect(await name(page).inputValue()).toBe('Ada');
});

test('a draft lives through a walk to another page and back', async () => {
  const page = await used.open({ path: lead.path });
  await openForm(page);
  await comment(page).fill('Unfinished');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Privacy' }).click();
  await arrived(page, 'Privacy');
  await page.goBack();
  await arrived(page, lead.title);
  await expect.poll(() => comment(page).inputValue()).toBe('Unfinished');
});

test('two tabs see what is kept, changed and removed in each other', async () => {
  const page = await used.open({ path: lead.path });
  const other = await used.open({ path: lead.path, context: page.context() });
  await Promise.all([openForm(page), openForm(other)]);
  await write(page, 'From the first tab.');
  await kept(other).getByText('From the first tab.').waitFor();
  await other.bringToFront();
  await write(other, 'From the second tab.');
  await kept(page).getByText('From the second tab.').waitFor();
  expect(await kept(page).count()).toBe(2);

  await kept(other).first().getByRole('button', { name: 'Edit' }).click();
  await kept(other).getByRole('textbox', { name: 'Comment' }).fill('Changed there.');
  await kept(other).getByRole('button', { name: 'Save' }).click();
  await kept(page).getByText('Changed there.').waitFor();
  expect(await kept(page).getByText('From the first tab.').count()).toBe(0);

  await page.bringToFront();
  await kept(page).last().getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('group', { name: 'Remove this response?' }).getByRole('button', { name: 'Remove' }).click();
  await kept(other).getByText('From the second tab.').waitFor({ state: 'detached' });
  expect(await kept(other).count()).toBe(1);
});

test('where storage is blocked it says so, keeps the text in the form, and never says "kept"', async () => {
  const page = await used.open({ path: '' });
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.goto(used.site.url + lead.path);
  await openForm(page);
  await comment(page).fill('Will this be lost?');
  await name(page).fill('Ada');
  await keep(page).click();
  await page.getByText('This is not kept on this device. Your text is still in the form.').waitFor();
  expect(
    await page
      .getByText(/storage is switched off/)
      .first()
      .isVisible(),
  ).toBe(true);
  expect(await comment(page).inputValue()).toBe('Will this be lost?');
  expect(await page.getByText('Kept on this device. Not sent to anybody.').count()).toBe(0);
  expect(await kept(page).count()).toBe(0);
});

test('where there is no room it says so, and keeps once there is', async () => {
  const page = await used.open({ path: '' });
  const session = await page.context().newCDPSession(page);
  // Before the database is there: what it has been given for its growth is not taken from it again.
  await session.send('Storage.overrideQuotaForOrigin', { origin: used.site.url, quotaSize: 1 });
  await page.goto(used.site.url + lead.path);
  await openForm(page);
  await comment(page).fill('Too much for this device.');
  await name(page).fill('Ada');
  await keep(page).click();
  await page.getByText('There is no room left on this device.').waitFor();
  expect(await page.getByText('This is not kept on this device.').isVisible()).toBe(true);
  expect(await comment(page).inputValue()).toBe('Too much for this device.');
  expect(await kept(page).count()).toBe(0);
  await session.send('Storage.overrideQuotaForOrigin', { origin: used.site.url });
  await keep(page).click();
  await saidKept(page);
  expect(await kept(page).innerText()).toContain('Too much for this device.');
  expect(await page.getByText('There is no room left on this device.').count()).toBe(0);
});

test('site data that is cleared while the page is open is no reason to break', async () => {
  const page = await used.open({ path: lead.path });
  await openForm(page);
  await write(page, 'Before.');
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: used.site.url, storageTypes: 'all' });
  await write(page, 'After.');
  await page.reload();
  await openForm(page);
  expect(await kept(page).allInnerTexts()).toHaveLength(1);
  expect(await kept(page).innerText()).toContain('After.');
});

test('what a reader writes is text: it runs nothing and goes its own direction', async () => {
  const page = await used.open({ path: lead.path });
  await openForm(page);
  await write(
    page,
    '<img src=x onerror="window.ran=1"><script>window.ran=1</script>\n\nاردو میں ایک جملہ',
    '<b>Ada</b>',
  );
  expect(await kept(page).innerText()).toContain('<img src=x onerror="window.ran=1">');
  expect(await kept(page).innerText()).toContain('<b>Ada</b>');
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  expect(
    await kept(page)
      .getByText('اردو میں ایک جملہ')
      .evaluate((line) => getComputedStyle(line).direction),
  ).toBe('rtl');
});

test('nothing moves when the form comes', async () => {
  const page = await used.open({ path: '' });
  const { asked, letGo } = hold(used.site, (path) => /Responses-.*\.js$/.test(path));
  await watchLayoutShift(page);
  await page.goto(used.site.url + lead.path);
  await hydrated(page);
  await page.getByRole('contentinfo').scrollIntoViewIfNeeded();
  await asked;
  letGo();
  await keep(page).waitFor();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(await layoutShift(page)).toBe(0);
});
