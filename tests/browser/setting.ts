/** What tests of the reading settings do on a page. */
import type { BrowserContext, Page } from 'playwright-core';
import { defaults, guarded, type Settings, shownBy } from '../../src/reader/settings/settings.ts';
import { hydrated } from './site.ts';

export const panel = (page: Page) => page.getByRole('dialog', { name: 'Reading settings' });

export const root = (page: Page) => page.locator('html');

export async function openPanel(page: Page): Promise<void> {
  await hydrated(page);
  await page.getByRole('button', { name: 'Reading settings' }).click();
  await panel(page).waitFor();
}

/** Puts settings where the reader of an earlier visit would have left them. */
export async function presetSettings(context: BrowserContext, chosen: Partial<Settings>): Promise<void> {
  const values = guarded({ ...defaults, ...chosen });
  const text = JSON.stringify({ revision: 1, values, shown: shownBy(values) });
  await context.addInitScript((mirror) => localStorage.setItem('broadsheet:/:settings', mirror), text);
}
