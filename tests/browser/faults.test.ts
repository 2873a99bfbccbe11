/** The line, the server and the browser fail in every way they have: never a blank page, always a sentence and a way on. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  answer,
  arrived,
  focused,
  headline,
  hold,
  isSameDocument,
  layoutShift,
  lead,
  link,
  markDocument,
  watchLayoutShift,
} from './reading.ts';
import { expectErrors, hydrated, useSite } from './site.ts';

const used = useSite();
const failed = 'This page could not be loaded';
const wanted = { path: '/articles/how-must-read-is-ordered/', title: 'How Must Read is ordered' };
const ofWanted = (path: string) => path === `${wanted.path}page.json`;

/** The front page, whose reader follows nothing yet. */
async function openFront(): Promise<Page> {
  const page = await used.open({ savesData: true });
  expectErrors(page, /Failed to load resource/);
  await hydrated(page);
  await markDocument(page);
  return page;
}

describe('the data of a page', () => {
  test.for([
    {
      fault: 'is answered with 500',
      cause: 'The server did not answer as it should.',
      how: (answerWith: Answer) => answerWith.writeHead(500, { 'content-type': 'text/html' }).end('<h1>Oops</h1>'),
    },
    {
      fault: 'is answered with 503 and JSON',
      cause: 'The server did not answer as it should.',
      how: (answerWith: Answer) => answerWith.writeHead(503, { 'content-type': 'application/json' }).end('{"error":1}'),
    },
    {
      fault: 'is dropped every time',
      cause: 'There seems to be no connection.',
      how: (answerWith: Answer) => answerWith.destroy(),
    },
    {
      fault: 'is cut in half',
      cause: 'The server did not answer as it should.',
      how: (answerWith: Answer) =>
        answerWith.writeHead(200, { 'content-type': 'application/json' }).end('{"kind":"article","fra'),
    },
    {
      fault: 'breaks off on the way',
      cause: 'There seems to be no connection.',
      how: (answerWith: Answer) => {
        answerWith.writeHead(200, { 'content-type': 'application/json', 'content-length': 9000 });
        answerWith.write('{"kind":"article","frame":{', () => answerWith.destroy());
      },
    },
    {
      fault: 'is JSON, but not a page',
      cause: 'The server did not answer as it should.',
      how: (answerWith: Answer) => answerWith.writeHead(200, { 'content-type': 'application/json' }).end('null'),
    },
    {
      fault: 'is the page of a stranger, like everything else',
      cause: 'The network answered with something else than this page.',
      everything: true,
      how: (answerWith: Answer) =>
        answerWith.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome to Wi-Fi</h1>'),
    },
  ])('that $fault gives a sentence, the cause and a second try that works', async ({ cause, how, everything }) => {
    const page = await openFront();
    answer(used.site, everything ? (path) => path.endsWith('.json') : ofWanted, how);
    await link(page, wanted.title).click();
    await arrived(page, failed);
    expect(await focused(page).textContent()).toBe(failed);
    expect(await page.getByText(cause).isVisible()).toBe(true);
    expect(new URL(page.url()).pathname).toBe(wanted.path);
    expect(await page.getByRole('heading', { name: 'Latest' }).count()).toBe(0);
    // The rest of the page is there to go on with.
    expect(await page.getByRole('navigation', { name: 'Sections' }).getByRole('link').count()).toBeGreaterThan(2);
    expect(await page.getByRole('complementary', { name: 'Must Read' }).isVisible()).toBe(true);

    const again = page.getByRole('button', { name: 'Try again' });
    const tried = await again.evaluateHandle((button) => {
      const told: (string | null)[] = [];
      new MutationObserver(() => told.push(button.ariaBusy)).observe(button, { attributeFilter: ['aria-busy'] });
      return told;
    });
    await again.press('Enter');
    await expect.poll(() => tried.jsonValue()).toEqual(['true', 'false']);

    used.site.intercept = undefined;
    await again.press('Enter');
    await arrived(page, wanted.title);
    expect(await page.title()).toBe(`${wanted.title} · Broadsheet`);
    expect(await focused(page).textContent()).toBe(wanted.title);
    expect(await page.getByText(cause).count()).toBe(0);
    await page.goBack();
    await arrived(page, 'Broadsheet');
    expect(await focused(page).textContent()).toBe(wanted.title);
    expect(await isSameDocument(page)).toBe(true);
  });

  test('that is dropped once comes at the next try, and nobody notices', async () => {
    const page = await openFront();
    let dropped = 0;
    answer(
      used.site,
      (path) => ofWanted(path) && dropped === 0,
      (response) => {
        dropped += 1;
        response.destroy();
      },
    );
    await link(page, wanted.title).click();
    await arrived(page, wanted.title);
    expect(dropped).toBe(1);
  });

  test('that failed is asked for again by the next click on its link', async () => {
    const page = await openFront();
    answer(used.site, ofWanted, (response) => response.writeHead(500).end());
    await link(page, wanted.title).click();
    await arrived(page, failed);
    await page.goBack();
    await arrived(page, 'Broadsheet');
    used.site.intercept = undefined;
    await link(page, wanted.title).click();
    await arrived(page, wanted.title);
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  });

  test('asked for offline: the old page stays in reach, and the way on works when the line is back', async () => {
    const page = await openFront();
    await page.context().setOffline(true);
    await link(page, wanted.title).click();
    await arrived(page, failed);
    expect(await page.getByText('There seems to be no connection.').isVisible()).toBe(true);
    await page.goBack();
    await arrived(page, 'Broadsheet');
    await page.context().setOffline(false);
    await link(page, wanted.title).click();
    await arrived(page, wanted.title);
  });

  test('whose line dies on the way leaves no half page, and is given up in the end', async () => {
    const page = await used.open({ path: '', savesData: true });
    await page.clock.install();
    await page.goto(used.site.url);
    await hydrated(page);
    const { asked, letGo } = hold(used.site, ofWanted);
    await link(page, wanted.title).click();
    await asked;
    expect(await headline(page)).toBe('Broadsheet');
    await page.clock.fastForward('00:20');
    await arrived(page, failed);
    expect(await page.getByText('There seems to be no connection.').isVisible()).toBe(true);
    letGo();
    await page.getByRole('button', { name: 'Try again' }).click();
    await arrived(page, wanted.title);
  });

  test('that never comes keeps nobody from reading on, or going elsewhere', async () => {
    const page = await openFront();
    const { asked, letGo } = hold(used.site, ofWanted);
    await link(page, wanted.title).click();
    await asked;
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Reading' }).click();
    await arrived(page, 'Reading');
    await page.getByRole('button', { name: 'Reading settings' }).click();
    await page.getByRole('radio', { name: 'Dark' }).check();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    letGo();
  });
});

describe('the script', () => {
  test.for([
    ['is missing', (response: Answer) => response.writeHead(404).end()],
    ['is dropped', (response: Answer) => response.destroy()],
    [
      'is not understood',
      (response: Answer) => response.writeHead(200, { 'content-type': 'text/javascript' }).end('let a = ?.;'),
    ],
  ] as const)('that %s leaves a whole page without dead controls', async ([, how]) => {
    const page = await used.open({ path: '' });
    expectErrors(page, /Failed to load resource|SyntaxError/);
    answer(used.site, (path) => path.endsWith('.js'), how);
    await page.goto(used.site.url + lead.path, { waitUntil: 'load' });
    expect(await headline(page)).toBe(lead.title);
    expect(await page.getByText('That is the argument.').isVisible()).toBe(true);
    expect(await page.getByRole('button').or(page.getByRole('textbox')).count()).toBe(0);
    await page.getByText('In this article').first().click();
    await page.getByRole('link', { name: 'What the two intend' }).click();
    await page.getByRole('complementary').getByRole('link', { name: 'One sentence, many scripts' }).click();
    await arrived(page, 'One sentence, many scripts');
  });

  test('that is slow leaves text, links and notes working meanwhile', async () => {
    const page = await used.open({ path: '' });
    const { asked, letGo } = hold(used.site, (path) => path.endsWith('.js'));
    await page.goto(used.site.url + lead.path, { waitUntil: 'commit' });
    await asked;
    await page.getByText('That is the argument.').waitFor();
    await page.getByRole('link', { name: 'Note 1', exact: true }).click();
    expect(page.url()).toMatch(/#fn-/);
    expect(await page.getByRole('button').count()).toBe(0);
    letGo();
    await hydrated(page);
    expect(page.url()).toMatch(/#fn-/);
    expect(await headline(page)).toBe(lead.title);
  });

  test('of the responses that does not come says so, and comes at the next try', async () => {
    const page = await used.open({ path: '' });
    expectErrors(page, /Failed to load resource/);
    answer(
      used.site,
      (path) => /Responses-.*\.js$/.test(path),
      (response) => response.writeHead(404).end(),
    );
    await page.goto(used.site.url + lead.path);
    await hydrated(page);
    await page.getByRole('heading', { name: 'Responses', exact: true }).scrollIntoViewIfNeeded();
    const message = page.getByText('The response form could not be loaded.');
    await message.waitFor();
    expect(await page.getByText('What you write here is kept on this device').isVisible()).toBe(true);
    used.site.intercept = undefined;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('textbox', { name: 'Comment' }).waitFor();
    expect(await message.count()).toBe(0);
  });
});

describe('what stands around the text', () => {
  test('fonts that never come hide no text and move nothing', async () => {
    const page = await used.open({ path: '' });
    await watchLayoutShift(page);
    const { asked, letGo } = hold(used.site, (path) => path.endsWith('.woff2'));
    await page.goto(used.site.url + lead.path, { waitUntil: 'domcontentloaded' });
    await asked;
    await hydrated(page);
    // A text that waits for its font is not painted: the first contentful paint would wait as well.
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    expect(await page.evaluate(() => document.fonts.status)).toBe('loading');
    expect(await layoutShift(page)).toBe(0);
    letGo();
    await page.evaluate(() => document.fonts.ready);
  });

  test('pictures that are missing leave their place and their words', async () => {
    const page = await used.open({ path: '' });
    expectErrors(page, /Failed to load resource/);
    const whole = await used.open({ path: lead.path, context: page.context() });
    await whole.waitForLoadState('load');
    const picture = (of: Page) => of.getByRole('img', { name: /A wooded hill above a wide river/ });
    const size = await picture(whole).boundingBox();
    answer(
      used.site,
      (path) => path.startsWith('/images/'),
      (response) => response.writeHead(404).end(),
    );
    await page.goto(`${used.site.url}${lead.path}?again`, { waitUntil: 'load' });
    expect(await picture(page).getAttribute('alt')).toMatch(/A small boat sails below|small boat sails below/);
    expect((await picture(page).boundingBox())?.height).toBe(size?.height);
    expect(await page.getByText('Mr Hossain begins with a war.').isVisible()).toBe(true);
  });

  test('the page has its style sheet in it: none that it needs could be missing', async () => {
    const html = await (await fetch(used.site.url + lead.path)).text();
    const sheets = Array.from(html.matchAll(/<link [^>]*stylesheet[^>]*>/g), ([link]) => link);
    expect(sheets.filter((link) => !link.includes('media="print"'))).toEqual([]);
    expect(html).toMatch(/<style data-whole="[^"]+">[\s\S]{10000,}<\/style>/);
  });
});

type Answer = import('node:http').ServerResponse;
