/** The paper without a line: what is kept opens as it was, what is not says so, and nothing pretends. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { isKept, keptPages, paperIsKept } from './kept.ts';
import { arrived, focused, lead } from './reading.ts';
import { expectErrors, hydrated, useSite } from './site.ts';

const used = useSite();

const urdu = { path: '/articles/nastaliq-screen-par/', title: 'اسکرین پر نستعلیق' };
/** Not in Must Read, and never opened here. */
const elsewhere = { path: '/authors/m-a-hossain/', title: 'M A Hossain' };

async function opened(path = lead.path): Promise<Page> {
  const page = await used.open({ path: '', worker: true });
  expectErrors(page, /net::ERR_/);
  await page.goto(used.site.url + path);
  await hydrated(page);
  return page;
}

/** Where only the browser is told, the worker of some versions still has a line. */
async function cut(page: Page): Promise<void> {
  used.site.intercept = ({ socket }) => {
    socket.destroy();
    return true;
  };
  await page.context().setOffline(true);
}

async function mend(page: Page): Promise<void> {
  used.site.intercept = undefined;
  await page.context().setOffline(false);
}

const notice = (page: Page) => page.getByText('There is no connection. This is the copy of');
const mustRead = (page: Page) => page.getByRole('complementary');

describe('without a line', () => {
  test('what is kept opens from the address bar, by a link, by Back and again, and says how old it is', async () => {
    const page = await opened();
    await paperIsKept(page);
    await cut(page);
    await page.goto(used.site.url + urdu.path);
    await arrived(page, urdu.title);
    await hydrated(page);
    await notice(page).waitFor();
    await page.reload();
    await arrived(page, urdu.title);
    await hydrated(page);
    await mustRead(page).getByRole('link', { name: lead.title }).click();
    await arrived(page, lead.title);
    await notice(page).waitFor();
    await page.goBack();
    await arrived(page, urdu.title);
    await page.goto(used.site.url);
    await arrived(page, 'Broadsheet');
    expect(await mustRead(page).getByRole('link', { name: lead.title }).count()).toBeGreaterThan(0);
  });

  test('the text of a kept page is there before any script, with its pictures', async () => {
    const page = await opened();
    await isKept(page, lead.path, 'must-read');
    await cut(page);
    await page.route(/\.js$/, (route) => route.abort());
    await page.goto(used.site.url + lead.path);
    expect(await page.getByText(lead.words).isVisible()).toBe(true);
    await page.unroute(/\.js$/);
    await page.reload();
    const picture = page.getByRole('main').getByRole('figure').getByRole('img').first();
    await expect
      .poll(() =>
        picture.evaluate((image) => (image as HTMLImageElement).complete && (image as HTMLImageElement).naturalWidth),
      )
      .toBeGreaterThan(0);
  });

  test('what is not kept says so, lists what is here, keeps its address, and opens when there is a line again', async () => {
    const page = await opened();
    const picks = await paperIsKept(page);
    await cut(page);
    await page.goto(used.site.url + elsewhere.path);
    await arrived(page, 'This page could not be loaded');
    const here = page.getByRole('region', { name: 'What you can read here without a connection' });
    await here.getByText(`${picks.length} articles are kept`).waitFor();
    await here.getByRole('link', { name: urdu.title }).waitFor();
    expect(new URL(page.url()).pathname).toBe(elsewhere.path);
    await mend(page);
    await arrived(page, elsewhere.title);
  });

  test('search answers from what is kept, and says so', async () => {
    const page = await opened();
    const picks = await paperIsKept(page);
    await cut(page);
    await page.goto(`${used.site.url}/search/?q=broadsheets`);
    const said = page.getByRole('region', { name: 'Results' });
    await expect
      .poll(() => said.innerText())
      .toContain(`what this device keeps was searched, ${picks.length} articles`);
    await page.getByRole('link', { name: 'The word “broadsheet”' }).first().click();
    await arrived(page, 'The word “broadsheet”');
  });

  test('a copy gives way to the page itself at the next navigation with a line', async () => {
    const page = await opened();
    await paperIsKept(page);
    await cut(page);
    await page.goto(used.site.url + urdu.path);
    await hydrated(page);
    await notice(page).waitFor();
    await mend(page);
    await mustRead(page).getByRole('link', { name: lead.title }).click();
    await arrived(page, lead.title);
    await page.goBack();
    await arrived(page, urdu.title);
    await expect.poll(() => notice(page).count()).toBe(0);
  });
});

test('what is saved is kept, says so on the shelf, and goes when it is saved no more', async () => {
  const page = await opened();
  await paperIsKept(page);
  await page.getByRole('button', { name: 'Save to your shelf' }).click();
  await isKept(page, lead.path, 'saved');
  await page.goto(`${used.site.url}/shelf/`);
  const saved = page.getByRole('list', { name: 'Saved' }).getByRole('listitem').filter({ hasText: lead.title });
  await saved.getByText('offline', { exact: true }).waitFor();
  await saved.getByRole('button', { name: `Remove: ${lead.title}` }).click();
  await expect
    .poll(async () => (await keptPages(page)).find(({ address }) => address === lead.path)?.reasons)
    .toEqual(['must-read']);
});

test('what is saved without a line is kept when there is one', async () => {
  const page = await opened('/articles/footnotes-tables-and-code/');
  await paperIsKept(page);
  await cut(page);
  await page.getByRole('button', { name: 'Save to your shelf' }).click();
  await page.locator('[aria-pressed=true]').first().waitFor();
  await mend(page);
  await isKept(page, '/articles/footnotes-tables-and-code/', 'saved');
  expect((await keptPages(page)).some(({ reasons }) => reasons.includes('must-read'))).toBe(true);
});

test('whoever saves data has kept what they save, and nothing else', async () => {
  const page = await used.open({ path: lead.path, worker: true, savesData: true });
  await hydrated(page);
  await page.getByRole('button', { name: 'Save to your shelf' }).click();
  await isKept(page, lead.path, 'saved');
  expect((await keptPages(page)).map(({ address }) => address)).toEqual([lead.path]);
});

test('an article that was read for a while is kept, and its copy can be removed on the shelf', async () => {
  const page = await opened();
  await isKept(page, lead.path, 'read');
  await page.goto(`${used.site.url}/shelf/`);
  const part = page.getByRole('region', { name: 'Without a connection' });
  await part.getByRole('button', { name: `Remove the copy: ${lead.title}` }).click();
  await expect
    .poll(async () => (await keptPages(page)).find(({ address }) => address === lead.path)?.reasons ?? [])
    .not.toContain('read');
  await page.getByText(`The copy of “${lead.title}” is removed.`).waitFor({ state: 'attached' });
  expect(await focused(page).innerText()).toBe('Without a connection');
});
