/** The choice of paper: as the system has it, or as the reader chose; right before the first paint. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { arrived, focused, lead } from './reading.ts';
import { hydrated, useSite } from './site.ts';

const used = useSite();
const chosen = (page: Page) => page.locator('html').getAttribute('data-theme');
/** Opens the reading settings and answers whether a paper is chosen there. */
async function isChosen(page: Page, paper: string): Promise<boolean> {
  const radio = page.getByRole('radio', { name: paper });
  if (!(await radio.isVisible())) await page.getByRole('button', { name: 'Reading settings' }).click();
  return radio.isChecked();
}
const brightness = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d')!;
    canvas.fillStyle = getComputedStyle(document.body).backgroundColor;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return (red + green + blue) / 3;
  });

test('follows the system, also when that changes while the page is read', async () => {
  const page = await used.open();
  expect(await chosen(page)).toBeNull();
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await brightness(page)).toBeGreaterThan(200);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await brightness(page)).toBeLessThan(60);
});

test('is chosen by keyboard alone, and Escape leads back to the button', async () => {
  const page = await used.open({ path: lead.path });
  await hydrated(page);
  const button = page.getByRole('button', { name: 'Reading settings' });
  await button.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'System' }).waitFor();
  await expect.poll(() => focused(page).getAttribute('role')).toBe('dialog');
  await page.keyboard.press('Tab');
  expect(await focused(page).getAttribute('aria-label')).toBe('Close');
  await page.keyboard.press('Tab');
  expect(await page.getByRole('radio', { name: 'System' }).evaluate((one) => one === document.activeElement)).toBe(
    true,
  );
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await page.getByRole('radio', { name: 'Sepia' }).isChecked()).toBe(true);
  expect(await chosen(page)).toBe('sepia');
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: 'Sepia' }).waitFor({ state: 'hidden' });
  expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
});

test('stands before anything of the page does, after a reload and on the next page', async () => {
  const page = await used.open({ path: lead.path });
  await page.emulateMedia({ colorScheme: 'light' });
  await hydrated(page);
  await page.getByRole('button', { name: 'Reading settings' }).click();
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.keyboard.press('Escape');
  expect(await brightness(page)).toBeLessThan(60);
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      observer.disconnect();
      Object.assign(window, { atBody: document.documentElement.dataset['theme'] });
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  expect(await page.evaluate(() => (window as unknown as { atBody: string }).atBody)).toBe('dark');
  await hydrated(page);
  expect(await isChosen(page, 'Dark')).toBe(true);
  await page.keyboard.press('Escape');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Privacy' }).click();
  await arrived(page, 'Privacy');
  expect(await chosen(page)).toBe('dark');
});

test('is told to the other tabs, and taken back in all', async () => {
  const page = await used.open();
  const other = await used.open({ path: lead.path, context: page.context() });
  await Promise.all([hydrated(page), hydrated(other)]);
  await page.getByRole('button', { name: 'Reading settings' }).click();
  await page.getByRole('radio', { name: 'Sepia' }).check();
  await expect.poll(() => chosen(other)).toBe('sepia');
  expect(await isChosen(other, 'Sepia')).toBe(true);
  await other.getByRole('radio', { name: 'System' }).check();
  await expect.poll(() => chosen(page)).toBeNull();
  expect(await isChosen(page, 'System')).toBe(true);
});

test('lasts as long as the page where storage is blocked or full, or holds nonsense', async () => {
  const page = await used.open({ path: '' });
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.goto(used.site.url);
  await hydrated(page);
  await page.getByRole('button', { name: 'Reading settings' }).click();
  await page.getByRole('radio', { name: 'Dark' }).check();
  expect(await chosen(page)).toBe('dark');
  await page.keyboard.press('Escape');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Privacy' }).click();
  await arrived(page, 'Privacy');
  expect(await chosen(page)).toBe('dark');

  const another = await used.open({ path: '' });
  await another.addInitScript(() => localStorage.setItem('broadsheet:/:theme', '"><script>'));
  await another.goto(used.site.url);
  await hydrated(another);
  expect(await chosen(another)).toBeNull();
  expect(await isChosen(another, 'System')).toBe(true);
});
