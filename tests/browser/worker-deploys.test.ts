/**
 * Deploys under open tabs of a reader whose paper is kept: nothing blank, no control dead, at most one document a
 * deploy, the place and what was typed as they were.
 */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { pageShape } from '../../src/publication/page.ts';
import { paperIsKept } from './kept.ts';
import { note, panel, select } from './marking.ts';
import { deploy, type Deploy } from './other-build.ts';
import { arrived, lead, scrollDown } from './reading.ts';
import { expectErrors, hydrated, useSite } from './site.ts';

const used = useSite();

/** In Must Read, so that it is kept, and linked from beside the lead. */
const next = { path: '/articles/one-sentence-many-scripts/', title: 'One sentence, many scripts' };

const settings = (page: Page) => page.getByRole('dialog', { name: 'Reading settings' });
const comment = (page: Page) => page.getByRole('textbox', { name: 'Comment' });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

async function opened(from?: Page): Promise<Page> {
  const page = await used.open({ path: '', worker: true, ...(from && { context: from.context() }) });
  expectErrors(page, /404|ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
  await page.goto(used.site.url + lead.path);
  await hydrated(page);
  return page;
}

/** Until the worker has all that the app needs, of the build that the host has. */
async function shellIsStored(page: Page): Promise<void> {
  const isStored = () =>
    page.evaluate(async () => {
      const worker = await (await fetch('/sw.js')).text();
      const id = /"id":"(\w+)"/.exec(worker)?.[1];
      const shell = `broadsheet:/:shell:${id}`;
      return (await caches.has(shell)) && (await caches.match('/offline.html', { cacheName: shell })) !== undefined;
    });
  await expect.poll(isStored).toBe(true);
}

/** No worker is coming or going. */
async function workersRest(page: Page): Promise<void> {
  const workers = () =>
    page.evaluate(async () => {
      const { active, installing, waiting } = (await navigator.serviceWorker.getRegistration()) ?? {};
      return [active, installing ?? waiting].map((worker) => worker?.state);
    });
  await expect.poll(workers).toEqual(['activated', undefined]);
}

/** The browser is short of room. */
const loseTheShells = (page: Page) =>
  page.evaluate(async () => {
    await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
  });

/** Which paragraph of the text is read: the first that begins in the window. */
const paragraph = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main .prose > *')].findIndex((element) => element.getBoundingClientRect().top >= 0),
  );

/**
 * Everything that a tab must still do after a deploy; it stands on the lead before and afterwards. Answers whether the
 * document was loaded anew for it.
 */
async function goesOn(page: Page, typed?: string): Promise<boolean> {
  const place = await paragraph(page);
  let documents = 0;
  const count = () => (documents += 1);
  page.on('domcontentloaded', count);

  const button = page.getByRole('button', { name: 'Reading settings' });
  await button.click();
  const opens = settings(page).waitFor();
  // Where the part is gone the document is loaded again, and there it opens.
  const renewed = page.waitForEvent('domcontentloaded').then(async () => {
    await hydrated(page);
    await button.click();
    await opens;
  });
  renewed.catch(() => undefined);
  await Promise.race([opens, renewed]);
  await settings(page).waitFor();
  await page.keyboard.press('Escape');
  await settings(page).waitFor({ state: 'hidden' });
  expect(await heading(page).innerText()).toBe(lead.title);
  await expect.poll(async () => Math.abs((await paragraph(page)) - place)).toBeLessThanOrEqual(1);

  if (typed !== undefined) await responseIsThere(page, typed);
  await page.getByRole('complementary').getByRole('link', { name: next.title }).first().click();
  await arrived(page, next.title);
  expect(await page.getByRole('main').innerText()).not.toBe('');
  page.off('domcontentloaded', count);
  expect(documents).toBeLessThanOrEqual(1);

  await page.goBack();
  await arrived(page, lead.title);
  await hydrated(page);
  return documents === 1;
}

/** A note that is typed and not saved, and a response. */
async function type(page: Page, text: string): Promise<void> {
  await select(page, 'Mr Hossain begins with a war');
  await page.getByRole('button', { name: 'Add a note' }).click();
  await note(page).fill(text);
  await panel(page).getByText('Not saved yet; kept as a draft.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Responses', exact: true }).scrollIntoViewIfNeeded();
  await comment(page).fill(text);
}

async function responseIsThere(page: Page, text: string): Promise<void> {
  await page.getByRole('heading', { name: 'Responses', exact: true }).scrollIntoViewIfNeeded();
  await expect.poll(() => comment(page).inputValue()).toBe(text);
}

async function noteIsThere(page: Page, text: string): Promise<void> {
  await page
    .getByRole('region', { name: 'Your marks' })
    .getByRole('button', { name: /^Edit the mark/ })
    .click();
  await expect.poll(() => note(page).inputValue()).toBe(text);
}

const before = (build: number, how: Omit<Deploy, 'build'> = {}): Deploy => ({ build, ...how });

describe('one tab through many deploys', () => {
  const kinds: Deploy[] = [
    before(2, { keepsOld: true }),
    before(3),
    before(4, { shape: pageShape + 1 }),
    before(5, { shape: pageShape + 1, lacks: (path) => path.includes('/KeysDialog-') }),
    before(6, { shape: pageShape + 2, keepsOld: true }),
    before(7, { shape: pageShape + 2, lacks: (path) => path.includes('/Ruler-') }),
    before(8, { shape: pageShape + 2 }),
  ];

  test('with its shell on the device', async () => {
    const page = await opened();
    await shellIsStored(page);
    await type(page, 'Half a thou');
    let renewed = 0;
    for (const kind of kinds) {
      await scrollDown(page, 900);
      deploy(used, kind);
      if (await goesOn(page, 'Half a thou')) renewed += 1;
    }
    // It lacks nothing; only data of another shape is had with a document.
    expect(renewed).toBeLessThanOrEqual(kinds.filter(({ shape }) => shape).length);
    await noteIsThere(page, 'Half a thou');
  });

  test('with a shell that the browser threw away each time, and all that comes late in memory', async () => {
    const page = await opened();
    await shellIsStored(page);
    await type(page, 'Half a thou');
    for (const kind of kinds) {
      await scrollDown(page, 900);
      await loseTheShells(page);
      deploy(used, kind);
      await goesOn(page, 'Half a thou');
    }
    await noteIsThere(page, 'Half a thou');
    expect(await heading(page).innerText()).toBe(lead.title);
  });
});

test('two tabs', async () => {
  const one = await opened();
  const other = await opened(one);
  await shellIsStored(one);
  for (const build of [2, 3]) {
    for (const page of [one, other]) await scrollDown(page, 900);
    await loseTheShells(one);
    deploy(used, { build });
    for (const page of [one, other]) await goesOn(page);
  }
  for (const page of [one, other]) expect(await heading(page).innerText()).toBe(lead.title);
});

test('while a response is being typed', async () => {
  const page = await opened();
  await shellIsStored(page);
  await loseTheShells(page);
  await page.getByRole('heading', { name: 'Responses', exact: true }).scrollIntoViewIfNeeded();
  await comment(page).pressSequentially('Half ');
  deploy(used, { build: 2 });
  await comment(page).pressSequentially('a thou');
  expect(await goesOn(page, 'Half a thou')).toBe(true);
});

test('while the worker is stored: none is of two builds, the next visit has one that is whole', async () => {
  let letGo = () => {};
  const gone = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let asked = () => {};
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve;
  });
  used.site.intercept = async (request, response) => {
    if (request.url !== '/offline.html') return false;
    asked();
    await gone;
    return used.site.intercept?.(request, response) ?? false;
  };
  const page = await opened();
  await isAsked;
  deploy(used, { build: 2 });
  letGo();
  await goesOn(page);
  await page.reload();
  await hydrated(page);
  await shellIsStored(page);
  await paperIsKept(page);
  await page.context().setOffline(true);
  await page.goto(used.site.url + next.path);
  await hydrated(page);
  expect(await heading(page).innerText()).toBe(next.title);
});

test('a deploy that is broken itself: one document, then a sentence and a plain link', async () => {
  const page = await opened();
  await shellIsStored(page);
  await loseTheShells(page);
  let documents = 0;
  page.on('domcontentloaded', () => (documents += 1));
  deploy(used, { build: 2, lacks: (path) => path.includes('/SettingsPanel-') });
  const button = page.getByRole('button', { name: 'Reading settings' });
  const loaded = page.waitForEvent('domcontentloaded');
  await button.click();
  await loaded;
  await hydrated(page);
  await button.click();
  await page.getByRole('alert').getByRole('link', { name: 'Load the page again' }).waitFor();
  expect(documents).toBe(1);
  expect(await heading(page).innerText()).toBe(lead.title);
});

describe('a worker that cannot be stored whole', () => {
  test.for([
    ['is a page', (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Paper</h1>')],
    ['is answered with 500', (response) => response.writeHead(500).end()],
    [
      'is cut off',
      (response) => {
        response.writeHead(200, { 'content-type': 'text/javascript', 'content-length': 90_000 });
        response.write('export const a =', () => response.destroy());
      },
    ],
  ] as [string, (response: import('node:http').ServerResponse) => void][])(
    'since one of its files %s leaves the one before, and the page works',
    async ([, how]) => {
      const page = await opened();
      await shellIsStored(page);
      await paperIsKept(page);
      const names = await page.evaluate(() => caches.keys());
      deploy(used, { build: 2 });
      const host = used.site.intercept!;
      for (const file of ['/KeysDialog-', '/sw.js']) {
        let asked = 0;
        used.site.intercept = (request, response) => {
          if (!request.url?.includes(file)) return host(request, response);
          asked += 1;
          how(response);
          return true;
        };
        await page.reload();
        await hydrated(page);
        await expect.poll(() => asked).toBeGreaterThan(0);
        await workersRest(page);
      }
      const whole = await page.evaluate(async (before) => {
        const has = async (name: string) => (await caches.match('/offline.html', { cacheName: name })) !== undefined;
        const now = await caches.keys();
        return Promise.all([...new Set([...before, ...now])].map(async (name) => [name, await has(name)] as const));
      }, names);
      expect(whole.filter(([, isWhole]) => isWhole).map(([name]) => name)).toEqual(names);
      await page.context().setOffline(true);
      await page.goto(used.site.url + next.path);
      await hydrated(page);
      expect(await heading(page).innerText()).toBe(next.title);
    },
  );
});
