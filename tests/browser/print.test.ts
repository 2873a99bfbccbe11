/** On paper: the article whole, black on white, and nothing to click. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { lead } from './reading.ts';
import { hydrated, useSite } from './site.ts';

const used = useSite();

const urdu = '/articles/nastaliq-screen-par/';

async function printed(path: string, theme: 'light' | 'sepia' | 'dark' = 'light'): Promise<Page> {
  const page = await used.open({ path, theme });
  await hydrated(page);
  await page.emulateMedia({ media: 'print' });
  return page;
}

test.each([lead.path, urdu, '/articles/footnotes-tables-and-code/'])('%s is there to its last word', async (path) => {
  const screen = await used.open({ path });
  const words = async (page: Page) =>
    page.locator('[data-text="body"]').evaluate((body) => {
      // The arrows back into the text lead nowhere on paper.
      for (const arrow of body.querySelectorAll('[role="doc-backlink"]')) arrow.remove();
      return (body as HTMLElement).innerText.replaceAll(/\s+/g, ' ').trim();
    });
  const page = await printed(path);
  const onPaper = await words(page);
  expect(onPaper).toBe(await words(screen));
  expect(onPaper.length).toBeGreaterThan(1000);
  for (const part of ['h1', 'figcaption', 'header time']) {
    expect(await page.locator(part).evaluateAll((found) => found.every((one) => one.checkVisibility())), part).toBe(
      true,
    );
  }
  expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
});

test('there is nothing to click, and no way to other pages', async () => {
  const page = await printed(lead.path);
  await page.getByRole('heading', { name: 'Responses', includeHidden: true }).waitFor({ state: 'hidden' });
  for (const role of ['navigation', 'button', 'textbox', 'complementary', 'group'] as const) {
    expect(await page.getByRole(role).count(), role).toBe(0);
  }
  expect(await page.getByRole('banner').innerText()).toBe('Broadsheet');
  expect(await page.getByText('By The Broadsheet Desk', { exact: true }).isVisible()).toBe(true);
  expect(await page.getByText('Text and pictures by the desks').first().isVisible()).toBe(true);
});

test('links to elsewhere say where', async () => {
  const page = await printed('/articles/footnotes-tables-and-code/');
  const after = await page
    .getByRole('main')
    .getByRole('link', { name: 'https://example.com/' })
    .first()
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(after).toContain('https://example.com/');
});

test.each(['dark', 'sepia', 'light'] as const)(
  'it is black on white, whatever the paper on the screen: %s',
  async (theme) => {
    const page = await printed(lead.path, theme);
    const colours = await page.evaluate(() => {
      const look = (element: Element) => getComputedStyle(element);
      return {
        paper: look(document.body).backgroundColor,
        headline: look(document.querySelector('h1')!).color,
        text: [...new Set([...document.querySelectorAll('[data-text="body"] p')].map((one) => look(one).color))],
      };
    });
    expect(colours.paper).toBe('rgb(255, 255, 255)');
    expect(colours.headline).toBe('rgb(0, 0, 0)');
    expect(colours.text.every((colour) => ['rgb(0, 0, 0)', 'rgb(34, 34, 34)'].includes(colour))).toBe(true);
  },
);

test('it comes out of the printer as pages with a structure', async () => {
  const page = await printed(lead.path);
  const pdf = (await page.pdf({ format: 'A4', tagged: true })).toString('latin1');
  const pages = pdf.match(/\/Type \/Page\b/g) ?? [];
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.length).toBeLessThan(7);
  expect(pdf).toContain('/StructTreeRoot');
});
