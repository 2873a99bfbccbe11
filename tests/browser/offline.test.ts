/** The paper without a line: what is kept opens as it was, what is not says so, and nothing pretends. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { paperIsKept } from './kept.ts';
import { arrived, lead } from './reading.ts';
import { expectErrors, hydrated, useSite } from './site.ts';

const used = useSite();

async function opened(path = lead.path): Promise<Page> {
  const page = await used.open({ path: '', worker: true });
  expectErrors(page, /ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_CONNECTION|Failed to fetch/);
  await page.goto(used.site.url + path);
  await hydrated(page);
  return page;
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

describe('without a line', () => {
  test('all of Must Read opens from the address bar, by a link, by Back and again, as the same text', async () => {
    const page = await opened();
    const picks = await paperIsKept(page);
    expect(picks.length).toBeGreaterThan(3);
    const titles = new Map<string, string>();
    for (const path of picks) {
      await page.goto(used.site.url + path);
      titles.set(path, (await heading(page).textContent()) ?? '');
    }
    await page.context().setOffline(true);
    for (const path of picks) {
      await page.goto(used.site.url + path);
      expect(await heading(page).textContent()).toBe(titles.get(path));
      await hydrated(page);
      expect(await heading(page).textContent()).toBe(titles.get(path));
      await page.getByText('There is no connection. This is the copy of').waitFor();
    }
    await page.reload();
    const [first = '', second = ''] = picks;
    await page.goto(used.site.url + first);
    await hydrated(page);
    await page
      .getByRole('complementary')
      .getByRole('link', { name: titles.get(second)! })
      .first()
      .click();
    await arrived(page, titles.get(second)!);
    await page.goBack();
    await arrived(page, titles.get(first)!);
  });
});
