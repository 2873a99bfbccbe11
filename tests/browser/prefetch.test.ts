/** What is fetched, and when: a page before it is wanted, nothing twice, and little where the reader wants little. */
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { arrived, atRest, isPageData, lead, link, pagesOfAllKinds } from './reading.ts';
import { expectErrors, hydrated, useSite, addLinks } from './site.ts';

const used = useSite();
const asked = () => used.site.requests.filter(isPageData);

test('the text of every kind of page travels once, in the HTML', async () => {
  const page = await used.open({ path: '', savesData: true });
  const documents: string[] = [];
  page.on('response', async (response) => {
    if (response.request().isNavigationRequest()) documents.push(await response.text());
  });
  for (const { path, words } of pagesOfAllKinds) {
    await page.goto(used.site.url + path);
    await hydrated(page);
    await page.evaluate(() => new Promise((rest) => requestIdleCallback(rest)));
    await expect.poll(() => documents.length).toBe(1);
    expect(documents.pop()).toContain(words);
  }
  expect(asked()).toEqual([]);
});

test.for([
  ['/articles/a-hill-in-pyongyang/', 'beat the Kwantung Army'],
  ['/articles/nastaliq-screen-par/', undefined],
  ['/privacy/', undefined],
] as const)('a sentence of %s stands in its HTML once', async ([path, sentence]) => {
  const file = (name: string) => readFileSync(join(inject('shippedSite'), path, name), 'utf8');
  const { texts } = JSON.parse(file('page.json')) as { texts: { body: string } };
  // The first words may stand in the head as well, as the description of the page.
  const chosen = sentence ?? [...texts.body.matchAll(/<p>([^<&]{30,})/g)].at(-1)?.[1] ?? '';
  expect(chosen.length).toBeGreaterThan(20);
  expect(file('index.html').split(chosen).length - 1).toBe(1);
});

describe('on intent', () => {
  // An article that is neither in the byline nor in Must Read.
  const wanted = { title: 'How Must Read is ordered', data: '/articles/how-must-read-is-ordered/page.json' };
  const times = () => asked().filter((path) => path === wanted.data).length;

  test('hovering fetches a page once, and the click after it nothing', async () => {
    const page = await used.open();
    await hydrated(page);
    await atRest(page);
    const answered = page.waitForResponse(`**${wanted.data}`);
    await link(page, wanted.title).hover();
    await answered;
    await page.mouse.move(0, 0);
    await link(page, wanted.title).hover();
    expect(times()).toBe(1);
    used.site.requests.length = 0;
    expectErrors(page, /ERR_INTERNET_DISCONNECTED/);
    await page.context().setOffline(true);
    await link(page, wanted.title).click();
    await arrived(page, wanted.title);
    expect(asked().filter((path) => path === wanted.data)).toEqual([]);
  });

  test('the focus of the keyboard fetches it', async () => {
    const page = await used.open();
    await hydrated(page);
    const answered = page.waitForResponse(`**${wanted.data}`);
    await link(page, wanted.title).focus();
    await answered;
    await page.keyboard.press('Enter');
    await arrived(page, wanted.title);
    expect(times()).toBe(1);
  });

  test('a touch fetches it before the finger is lifted', async () => {
    const context = await used.browser.newContext({
      serviceWorkers: 'block',
      hasTouch: true,
      viewport: { width: 400, height: 800 },
    });
    const page = await used.open({ context });
    await hydrated(page);
    const answered = page.waitForResponse(`**${wanted.data}`);
    await link(page, wanted.title).evaluate((element) => {
      element.dispatchEvent(new TouchEvent('touchstart', { bubbles: true }));
    });
    await answered;
    await link(page, wanted.title).tap();
    await arrived(page, wanted.title);
    expect(times()).toBe(1);
  });

  test('what could not be fetched before is asked for again when it is wanted', async () => {
    const page = await used.open();
    await hydrated(page);
    await atRest(page);
    let failing = true;
    used.site.intercept = (request, response) => {
      if (!failing || request.url !== wanted.data) return false;
      response.writeHead(503).end();
      return true;
    };
    const refused = page.waitForResponse(`**${wanted.data}`);
    expectErrors(page, /503/);
    await link(page, wanted.title).hover();
    await refused;
    failing = false;
    await link(page, wanted.title).click();
    await arrived(page, wanted.title);
    expect(times()).toBe(2);
  });

  test('a link to a picture, to another site or within the page fetches nothing', async () => {
    const page = await used.open({ path: lead.path });
    await hydrated(page);
    await atRest(page);
    used.site.requests.length = 0;
    await addLinks(page, '[data-text="body"] p', [
      { href: '/images/hand-press.svg', text: 'picture' },
      { href: 'https://example.org/x/', text: 'elsewhere' },
      { href: '#h-x', text: 'here' },
    ]);
    for (const name of ['picture', 'elsewhere', 'here']) await page.getByRole('link', { name, exact: true }).hover();
    await page.getByRole('link', { name: 'Note 1', exact: true }).hover();
    const fetched = used.site.requests.filter((path) => /hand-press|hill-in-pyongyang|\/x\//.test(path));
    expect(fetched).toEqual([]);
  });
});

describe('when the page is idle', () => {
  test('the writer and Must Read come, in their order, up to 25 kB, and nothing but data', async () => {
    const page = await used.open({ path: '' });
    const sizes: Promise<[string, number]>[] = [];
    const others: string[] = [];
    let quiet = false;
    page.on('requestfinished', (request) => {
      const { pathname } = new URL(request.url());
      if (isPageData(pathname)) {
        sizes.push(request.sizes().then(({ responseBodySize }) => [pathname, responseBodySize]));
      } else if (quiet) others.push(pathname);
    });
    await page.goto(used.site.url + lead.path);
    quiet = true;
    await hydrated(page);
    const beside = await page
      .getByRole('complementary')
      .getByRole('link')
      .evaluateAll((links) => links.map((element) => `${element.getAttribute('href')}page.json`));
    const likely = ['/authors/broadsheet-desk/page.json', ...beside.filter((path) => path.startsWith('/articles/'))];
    const wouldCost = likely.map((path) => gzipSync(readFileSync(join(inject('shippedSite'), path))).length);
    // As many as there is room for, should the next one be as large as the largest before it.
    const inBudget = likely.findIndex((_, place) => {
      const before = wouldCost.slice(0, place);
      return before.reduce((sum, cost) => sum + cost, Math.max(0, ...before)) > 25_000;
    });
    const count = inBudget === -1 ? likely.length : inBudget;
    await expect.poll(() => sizes.length, { timeout: 10_000 }).toBe(count);
    await atRest(page);
    const fetched = await Promise.all(sizes);
    expect(fetched.map(([path]) => path)).toEqual(likely.slice(0, count));
    expect(count).toBeGreaterThan(2);
    expect(fetched.reduce((sum, [, size]) => sum + size, 0)).toBeLessThanOrEqual(25_000);
    expect(others.filter((path) => !/\.(?:js|css|woff2|svg)$/.test(path))).toEqual([]);
    expect(others.filter((path) => path.startsWith('/images/') && !onThePage.has(path))).toEqual([]);
  });

  test('the reader’s parts come first', async () => {
    const page = await used.open({ path: '' });
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    used.site.intercept = async (request) => {
      if (/\/ReaderParts-[\w-]+\.js$/.test(request.url ?? '')) await held;
      return false;
    };
    await page.goto(used.site.url + lead.path);
    await page.getByRole('button', { name: 'Copy the link' }).waitFor();
    await expect.poll(() => used.site.requests.some((path) => path.includes('/ReaderParts-'))).toBe(true);
    await page.evaluate(() => new Promise((rest) => requestIdleCallback(rest)));
    expect(asked()).toEqual([]);
    release();
    await expect.poll(() => asked().length).toBeGreaterThan(0);
  });

  test('nothing comes to a reader who saves data', async () => {
    const page = await used.open({ path: lead.path, savesData: true });
    await hydrated(page);
    await atRest(page);
    await page.getByRole('complementary').getByRole('link', { name: 'One sentence, many scripts' }).hover();
    await atRest(page);
    expect(asked()).toEqual([]);
  });

  test('a server in trouble is not asked for the rest', async () => {
    const page = await used.open({ path: '' });
    expectErrors(page, /500/);
    used.site.intercept = ({ url = '' }, response) => {
      if (!isPageData(url)) return false;
      response.writeHead(500).end();
      return true;
    };
    await page.goto(used.site.url + lead.path);
    await hydrated(page);
    await expect.poll(() => asked().length, { timeout: 10_000 }).toBe(1);
    await atRest(page);
    expect(asked()).toHaveLength(1);
  });
});

/** Pictures that stand on the page of the lead itself. */
const onThePage = new Set(['/images/hill-and-monument.svg', '/images/emblem-broadsheet-desk.svg']);
