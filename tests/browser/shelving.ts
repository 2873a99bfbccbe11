/** What tests of saving and of the shelf do on a page. */
import type { Page } from 'playwright-core';
import { hydrated, type OpenOptions, type UsedSite } from './site.ts';

export const bookmark = (page: Page) => page.getByRole('button', { name: 'Save to your shelf' });

export const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

export const headlines = (page: Page, name: string) =>
  part(page, name).getByRole('heading', { level: 3 }).allInnerTexts();

export async function opened(used: UsedSite, path: string, options: OpenOptions = {}): Promise<Page> {
  const page = await used.open({ ...options, path });
  await hydrated(page);
  if (path.startsWith('/articles/')) await bookmark(page).waitFor();
  if (path === '/shelf/') await page.getByRole('search').first().waitFor();
  return page;
}
