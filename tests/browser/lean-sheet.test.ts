/** Pages whose document holds the lean sheet: they look as with the whole one, and no other page is shown before it came. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { answer, lead } from './reading.ts';
import { expectErrors, hydrated, useSite } from './site.ts';

const used = useSite();

const root = inject('shippedSite');
const html = (path: string) => readFileSync(join(root, path, 'index.html'), 'utf8');
const articles = readdirSync(join(root, 'articles'))
  .filter((slug) => existsSync(join(root, 'articles', slug, 'index.html')))
  .map((slug) => `/articles/${slug}/`);
const isLean = (path: string) => html(path).includes('<style data-whole=');
const [, whole = ''] = /<style data-whole="([^"]+)"/.exec(html(lead.path)) ?? [];

/** How every element of a page, and what is made before and after it, is drawn. */
const stylesIn = () =>
  [...document.querySelectorAll('body, body *')].flatMap((element) =>
    ['', '::before', '::after'].flatMap((part) => {
      const style = getComputedStyle(element, part);
      if (part && style.content === 'none') return [];
      const values = [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`);
      return [`${element.outerHTML.slice(0, 60)} ${part} ${values.join('; ')}`];
    }),
  );

test('it is the sheet of articles, and of no page that lists them', () => {
  expect(articles.filter(isLean).length).toBeGreaterThan(articles.length * 0.8);
  expect(['/', '/sections/guide/', '/authors/m-a-hossain/', '/search/'].filter(isLean)).toEqual([]);
});

test.each([lead.path, '/articles/nastaliq-screen-par/', '/articles/footnotes-tables-and-code/'])(
  '%s looks the same when the whole sheet comes',
  async (path) => {
    const page = await used.open({ path: '' });
    expectErrors(page, /\.js$/);
    // Nothing but sheets comes to the page.
    await page.route('**/*.js', (route) => route.abort());
    await page.goto(used.site.url + path);
    const before = await page.evaluate(stylesIn);
    await page.addStyleTag({ url: whole });
    const after = await page.evaluate(stylesIn);
    expect(before[0]).toContain('font-family');
    expect(after.filter((style, index) => style !== before[index])).toEqual([]);
  },
);

describe('the whole sheet', () => {
  const file = (path: string) => path === whole;
  const portrait = (page: Page) =>
    page
      .locator('main .portrait')
      .first()
      .evaluate((image) => getComputedStyle(image).inlineSize);

  const sheetsFrom = (page: Page) => page.locator(`link[rel=stylesheet][href="${whole}"]`).count();

  test('is there before another page is shown', async () => {
    const direct = await used.open({ path: '/authors/m-a-hossain/' });
    const size = await portrait(direct);
    const page = await used.open({ path: lead.path });
    await hydrated(page);
    await page.getByRole('link', { name: 'M A Hossain' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'M A Hossain' }).waitFor();
    expect(await portrait(page)).toBe(size);
  });

  test('comes once, and is not asked for where it stands in the document', async () => {
    const page = await used.open({ path: lead.path });
    await hydrated(page);
    await page.getByRole('button', { name: 'Reading settings' }).click();
    await page.getByRole('dialog').waitFor();
    expect(used.site.requests.filter(file)).not.toEqual([]);
    expect(await sheetsFrom(page)).toBe(1);
    used.site.requests.length = 0;
    const list = await used.open({ path: '/sections/guide/' });
    await hydrated(list);
    await list.getByRole('button', { name: 'Reading settings' }).click();
    await list.getByRole('dialog').waitFor();
    expect(used.site.requests.filter(file)).toEqual([]);
  });

  test('that fails is said and asked for again', async () => {
    const page = await used.open({ path: '' });
    expectErrors(page, /503/);
    answer(used.site, file, (response) => {
      response.writeHead(503);
      response.end();
    });
    used.site.requests.length = 0;
    await page.goto(used.site.url + lead.path);
    // The app asks for it when it has taken over the page.
    await expect.poll(() => used.site.requests.some(file)).toBe(true);
    await page.getByRole('link', { name: 'M A Hossain' }).first().click();
    // Parts of the page before, which lack it too, offer another try as well.
    await page.getByRole('heading', { level: 1, name: 'This page could not be loaded' }).waitFor();
    const again = page.getByRole('main').getByRole('button', { name: 'Try again' });
    await page.getByText('The server did not answer as it should.').waitFor();
    used.site.intercept = undefined;
    await again.click();
    await page.getByRole('heading', { level: 1, name: 'M A Hossain' }).waitFor();
    expect(await sheetsFrom(page)).toBe(1);
  });
});
