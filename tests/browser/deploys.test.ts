/** A tab that is open while the site is deployed anew: what it lacks then is had by loading the document again, once. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { arrived, followLink, isSameDocument, lead, markDocument, scrollDown } from './reading.ts';
import { expectErrors, hydrated, type OpenOptions, useSite } from './site.ts';

const used = useSite();

const author = { path: '/authors/m-a-hossain/', title: 'M A Hossain' };

/** From now on the host has other code, and of the files of before those are missing that `isGone` says. */
function deploy(isGone: (path: string) => boolean, code = 'index-another.js'): void {
  used.site.intercept = (request, response) => {
    const path = request.url ?? '';
    if (path === '/version.json') {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ code }));
      return true;
    }
    if (!isGone(path)) return false;
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    return true;
  };
}

/** Data of a page as later code would write it. */
function deployData(path: string): void {
  used.site.intercept = (request, response) => {
    if (request.url !== `${path}page.json`) return false;
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ shape: 99, kind: 'hologram' }));
    return true;
  };
}

const documents = (path: string) => used.site.requests.filter((asked) => asked === path).length;

const settings = (page: Page) => page.getByRole('button', { name: 'Reading settings' });

async function opened(options: OpenOptions = {}): Promise<Page> {
  const page = await used.open({ ...options, path: '' });
  expectErrors(page, /404/);
  await page.goto(used.site.url + lead.path);
  await hydrated(page);
  return page;
}

describe('a part that is gone', () => {
  test('is had by loading the document again; the place stays', async () => {
    const page = await opened();
    await scrollDown(page, 900);
    await markDocument(page);
    let deployed = true;
    deploy((path) => deployed && path.includes('/KeysDialog-'));
    await page.keyboard.press('?');
    await expect.poll(() => documents(lead.path)).toBe(2);
    deployed = false;
    await hydrated(page);
    expect(await isSameDocument(page)).toBe(false);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(900);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    expect(documents(lead.path)).toBe(2);
  });

  test('is had so too where it is the whole sheet, which the next page waits for', async () => {
    const page = await used.open({ path: '', savesData: true });
    expectErrors(page, /404/);
    deploy((path) => path.endsWith('.css') && path.includes('/index-'));
    await page.goto(used.site.url + lead.path);
    await expect.poll(() => documents(lead.path)).toBe(2);
    // A press in the document that is going away would go with it.
    await page.waitForFunction(() =>
      performance.getEntriesByType('navigation').some((entry) => 'type' in entry && entry.type === 'reload'),
    );
    await page.getByRole('link', { name: author.title }).first().click();
    await page.getByRole('main').getByRole('button', { name: 'Try again' }).waitFor();
    expect(documents(lead.path)).toBe(2);
    expect(documents('/version.json')).toBeGreaterThan(0);
  });

  test('leaves what is typed as it is', async () => {
    const page = await opened();
    const comment = page.getByRole('textbox', { name: 'Comment' });
    await page.getByRole('heading', { name: 'Responses', exact: true }).scrollIntoViewIfNeeded();
    await comment.fill('Half a thou');
    deploy((path) => path.includes('/SettingsPanel-'));
    await settings(page).click();
    await expect.poll(() => documents(lead.path)).toBe(2);
    await page.getByRole('heading', { name: 'Responses', exact: true }).scrollIntoViewIfNeeded();
    await expect.poll(() => comment.inputValue()).toBe('Half a thou');
  });

  test('that is gone from the new site too is said, with a plain link, and the document loaded no more', async () => {
    const page = await opened();
    deploy((path) => path.includes('/SettingsPanel-'));
    await settings(page).click();
    await expect.poll(() => documents(lead.path)).toBe(2);
    await hydrated(page);
    await settings(page).click();
    await page.getByRole('alert').getByRole('link', { name: 'Load the page again' }).waitFor();
    expect(documents(lead.path)).toBe(2);
  });

  test('is asked for again, and nothing is loaded, where the host has the code of the tab', async () => {
    const page = await opened();
    const own = await page.evaluate(() => document.querySelector<HTMLScriptElement>('script[type=module]')!.src);
    deploy((path) => path.includes('/SettingsPanel-'), own.split('/').at(-1));
    await settings(page).click();
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).waitFor();
    expect(documents(lead.path)).toBe(1);
  });
});

test('the site says which code it has, and nobody asks while all is well', async () => {
  const page = await opened();
  await page.getByRole('link', { name: author.title }).first().click();
  await arrived(page, author.title);
  expect(documents('/version.json')).toBe(0);
  const own = await page.evaluate(() => document.querySelector<HTMLScriptElement>('script[type=module]')!.src);
  const said = (await (await fetch(`${used.site.url}/version.json`)).json()) as unknown;
  expect(said).toEqual({ code: own.split('/').at(-1) });
});

describe('data that this code cannot show', () => {
  test('makes a link load the document', async () => {
    const page = await opened();
    deployData(author.path);
    await page.getByRole('link', { name: author.title }).first().click();
    await arrived(page, author.title);
    expect(documents(author.path)).toBe(1);
    expect(new URL(page.url()).pathname).toBe(author.path);
    await page.goBack();
    await arrived(page, lead.title);
  });

  test('moves nothing while it is only fetched ahead', async () => {
    const page = await used.open({ path: '' });
    deployData('/authors/broadsheet-desk/');
    await page.goto(used.site.url + lead.path);
    await hydrated(page);
    await expect.poll(() => documents('/authors/broadsheet-desk/page.json')).toBe(1);
    expect(documents(lead.path)).toBe(1);
    expect(documents('/authors/broadsheet-desk/')).toBe(0);
  });
});

describe('an article of a list that the tab has from before', () => {
  const taken = '/articles/how-to-publish/';

  test('that was taken away is said to be gone, with what is near', async () => {
    const page = await opened({ savesData: true });
    deploy((path) => path.startsWith(taken));
    await markDocument(page);
    await page.getByRole('complementary').getByRole('link', { name: 'How to publish' }).click();
    await arrived(page, 'There is no page at this address');
    expect(new URL(page.url()).pathname).toBe(taken);
    await page.getByText('or the page may have been taken away').waitFor();
    const perhaps = page.getByRole('region', { name: 'Perhaps you were looking for' });
    await perhaps.getByRole('link', { name: 'How to add an article' }).click();
    await arrived(page, 'How to add an article');
    expect(await isSameDocument(page)).toBe(true);
  });

  test('that was renamed is there under its new name', async () => {
    const page = await opened();
    await followLink(page, '/articles/adding-an-article/');
    await arrived(page, 'How to add an article');
    expect(new URL(page.url()).pathname).toBe('/articles/how-to-add-an-article/');
    await page.goBack();
    await arrived(page, lead.title);
  });
});
