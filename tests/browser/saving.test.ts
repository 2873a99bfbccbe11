/** Saving articles in a real browser: by touch, by keyboard, in two windows. */
import { describe, expect, test } from 'vitest';
import { arrived, lead } from './reading.ts';
import { useSite } from './site.ts';
import { keptIn, slugOf } from './shelved.ts';
import { bookmark, headlines, opened, part } from './shelving.ts';

const used = useSite();

describe('saving', () => {
  test('by touch on a phone: the bookmark turns when the device has kept it, and the shelf has it', async () => {
    const context = await used.browser.newContext({
      serviceWorkers: 'block',
      viewport: { width: 390, height: 844 },
      hasTouch: true,
    });
    const page = await opened(used, lead.path, { context });
    expect(await bookmark(page).getAttribute('aria-pressed')).toBe('false');
    await bookmark(page).tap();
    await page.getByText('Saved on this device.').waitFor();
    expect(await keptIn(page, 'saved')).toMatchObject([
      { article: slugOf(lead.path), about: { headline: lead.title } },
    ]);
    expect(await bookmark(page).getAttribute('aria-pressed')).toBe('true');
    const { width, height } = (await bookmark(page).boundingBox())!;
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);

    await page.getByRole('banner').getByRole('link', { name: /shelf/ }).tap();
    await arrived(page, 'Your shelf');
    await expect.poll(() => headlines(page, 'Saved')).toEqual([lead.title]);
    await part(page, 'Saved')
      .getByRole('button', { name: `Remove: ${lead.title}` })
      .tap();
    await part(page, 'Saved').getByRole('button', { name: 'Undo' }).tap();
    await expect.poll(() => headlines(page, 'Saved')).toEqual([lead.title]);
    await part(page, 'Saved').getByRole('link', { name: lead.title }).tap();
    await arrived(page, lead.title);
    await expect.poll(() => bookmark(page).getAttribute('aria-pressed')).toBe('true');
  });

  test('with a key, from anywhere in the article but a field', async () => {
    const page = await opened(used, lead.path);
    await page.keyboard.press('s');
    await page.getByText('Saved on this device.').waitFor();
    await page.keyboard.press('s');
    await page.getByText('No longer saved.').waitFor();
    const comment = page.getByRole('textbox', { name: 'Comment' });
    await page.getByRole('heading', { name: 'Responses', exact: true }).scrollIntoViewIfNeeded();
    await comment.fill('');
    await comment.pressSequentially('sss');
    expect(await bookmark(page).getAttribute('aria-pressed')).toBe('false');
  });

  test('is seen at once in every window, on articles and on the shelf', async () => {
    const page = await opened(used, lead.path);
    const context = page.context();
    const [twin, shelf] = [await opened(used, lead.path, { context }), await opened(used, '/shelf/', { context })];
    await bookmark(page).click();
    await expect.poll(() => bookmark(twin).getAttribute('aria-pressed')).toBe('true');
    await expect.poll(() => headlines(shelf, 'Saved')).toEqual([lead.title]);
    await shelf.getByRole('button', { name: `Remove: ${lead.title}` }).click();
    await expect.poll(() => bookmark(page).getAttribute('aria-pressed')).toBe('false');
    await expect.poll(() => bookmark(twin).getAttribute('aria-pressed')).toBe('false');
  });

  test('that fails says why, and what to do', async () => {
    const page = await opened(used, lead.path);
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
    });
    await bookmark(page).click();
    const alert = page.getByRole('alert').filter({ hasText: 'This article is not saved.' });
    expect(await alert.innerText()).toContain('no room left on this device');
    expect(await bookmark(page).getAttribute('aria-pressed')).toBe('false');
    expect(await page.getByText('Saved on this device.').count()).toBe(0);
  });
});
