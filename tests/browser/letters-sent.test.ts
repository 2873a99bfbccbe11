/**
 * Letters to the editors in a real browser, to a real server: with script and without, kept before they are sent, and
 * called received only when they were.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerResponse } from 'node:http';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { readLetterMail } from '../../src/publication/letter-message.ts';
import { axeFaults, axeFaultsOnPapers } from './axe.ts';
import {
  action,
  comment,
  keep,
  kept,
  letterSite,
  name,
  openForm,
  path,
  received,
  send,
  takeLetters,
  thanks,
  write,
} from './letter-sites.ts';
import { arrived, focused, hold, layoutShift, lead, watchLayoutShift } from './reading.ts';
import { expectErrors, hydrated, useSite } from './site.ts';

const phone = { width: 360, height: 740 };

const said = (page: Page) => kept(page).getByText(/^Received by the publication on/);

/** Whether something is wider than the window. */
const overflows = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** The sheet in a document is named by what is in it, and a form has rules of its own. */
function policyOf(site: string): string {
  const html = readFileSync(join(site, path, 'index.html'), 'utf8');
  const [, policy = ''] = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
  return policy.replace(/(style-src 'self' )'sha256-[^']+'/, '$1');
}

describe('where a host takes letters', () => {
  const used = useSite(() => letterSite({ post: action }));

  test('the policy is that of a page whose responses go nowhere: search has sent its form here all along', () => {
    expect(policyOf(used.built)).toContain("form-action 'self'");
    expect(policyOf(used.built)).toBe(policyOf(inject('shippedSite')));
  });

  test('without script a letter goes by the form of the page, and its writer is thanked', async () => {
    const letters = takeLetters(used.site, (response) => response.writeHead(303, { location: action }).end());
    const page = await used.open({ ...phone, path, script: false });
    await comment(page).fill('Well said.\n\nالسلام علیکم');
    await name(page).fill('Ada');
    // It looks as the form of the app does, though its sheet is the lean one.
    const button = page.getByRole('button', { name: 'Send to the editors' });
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    expect((await comment(page).boundingBox())?.width).toBeGreaterThan(300);
    expect(await overflows(page)).toBe(false);
    await button.click();
    await arrived(page, thanks);
    expect(letters).toEqual([
      {
        'form-name': 'letters',
        article: lead.path.split('/')[2],
        text: 'Well said.\r\n\r\nالسلام علیکم',
        name: 'Ada',
        // What nobody sees, and what only the app knows.
        website: '',
        id: '',
        date: '',
        seconds: '',
      },
    ]);
  });

  test('with script it is a draft over a reload, then kept, then received, and it is still said after another', async () => {
    const letters = takeLetters(used.site, received);
    const page = await used.open({ ...phone, path });
    await openForm(page);
    await write(page, 'Well said.');
    await page.reload();
    await openForm(page);
    expect(await comment(page).inputValue()).toBe('Well said.');
    await send(page).click();
    await said(page).waitFor();
    expect(await focused(page).innerText()).toContain('Well said.');
    expect(await comment(page).inputValue()).toBe('');
    expect(letters).toHaveLength(1);
    expect(letters[0]).toMatchObject({ 'form-name': 'letters', name: 'Ada', text: 'Well said.', website: '' });
    expect(Number(letters[0]!['seconds'])).toBeGreaterThanOrEqual(3);
    await page.reload();
    await openForm(page);
    await said(page).waitFor();
    expect(await overflows(page)).toBe(false);
  });

  test('by keyboard alone, and the page of the publication is an answer too', async () => {
    const letters = takeLetters(used.site, (response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(readFileSync(join(used.built, action, 'index.html')));
    });
    const page = await used.open({ path });
    await openForm(page);
    await comment(page).focus();
    await page.keyboard.type('By hand.');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Ada');
    await page.keyboard.press('Tab');
    expect(await focused(page).innerText()).toBe('Send to the editors');
    await page.keyboard.press('Tab');
    expect(await focused(page).innerText()).toBe('Keep on this device');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await said(page).waitFor();
    await page.keyboard.press('Tab');
    expect(await focused(page).innerText()).toBe('Edit');
    expect(letters).toHaveLength(1);
  });

  const failures: [what: string, answer: (response: ServerResponse) => void, said: string][] = [
    ['500', (response) => response.writeHead(500).end(), 'The server answered with an error (500).'],
    ['413', (response) => response.writeHead(413).end(), 'The letter is too long for the server.'],
    [
      '302 elsewhere',
      (response) => response.writeHead(302, { location: '/about/' }).end(),
      'The answer came from another address than the one for letters.',
    ],
    [
      'HTML 200 of a portal',
      (response) =>
        response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Log in</title>'),
      'The network answered with a page that is not of this publication.',
    ],
    ['a line that is cut', (response) => response.destroy(), 'The connection failed before an answer came.'],
    [
      'a line that is cut in the middle of the answer',
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
        response.write('{', () => response.destroy());
      },
      'The connection failed before an answer came.',
    ],
  ];

  test.each(failures)(
    '%s is not called received; the letter is kept, and goes when it is tried again',
    async (...[, answer, why]) => {
      const letters = takeLetters(used.site, answer);
      const page = await used.open({ path });
      expectErrors(page, /letters-received/);
      await openForm(page);
      await write(page, 'Will it come?');
      await send(page).click();
      await kept(page).getByText(why).waitFor();
      expect(
        await kept(page)
          .getByText(/does not count as received. It is kept here/)
          .isVisible(),
      ).toBe(true);
      await page.reload();
      await openForm(page);
      expect(await kept(page).innerText()).toContain('Will it come?');
      expect(await said(page).count()).toBe(0);
      const again = takeLetters(used.site, received);
      await kept(page).getByRole('button', { name: 'Send to the editors' }).click();
      await said(page).waitFor();
      expect(again[0]!['id']).toBe(letters[0]!['id']);
    },
  );

  test('nothing for 30 seconds is not called received', async () => {
    const letters = takeLetters(used.site, () => undefined);
    const page = await used.open({ path: '' });
    await page.clock.install();
    await page.goto(used.site.url + path);
    await openForm(page);
    await write(page, 'Will it come?');
    await send(page).click();
    await kept(page).getByText('Sending to the editors …').waitFor();
    await expect.poll(() => letters.length).toBe(1);
    await page.clock.fastForward(30_000);
    await kept(page).getByText('No answer came within 30 seconds.').waitFor();
    expect(await said(page).count()).toBe(0);
    takeLetters(used.site, received);
    await kept(page).getByRole('button', { name: 'Try again' }).click();
    await said(page).waitFor();
  });

  test('two windows see what was received, and send one letter, however often', async () => {
    const waiting: ServerResponse[] = [];
    const letters = takeLetters(used.site, (response) => void waiting.push(response));
    const page = await used.open({ path });
    const other = await used.open({ path, context: page.context() });
    await Promise.all([openForm(page), openForm(other)]);
    await write(page, 'From the first window.');
    await keep(page).click();
    // Each sends it before the other could hear that it was received.
    for (const one of [page, other]) {
      await kept(one).getByRole('button', { name: 'Send to the editors' }).click();
      await kept(one).getByText('Sending to the editors …').waitFor();
    }
    await expect.poll(() => waiting.length).toBe(2);
    for (const response of waiting) response.writeHead(204).end();
    await Promise.all([said(page).waitFor(), said(other).waitFor()]);
    expect(new Set(letters.map(({ id }) => id)).size).toBe(1);
    await kept(other).getByRole('button', { name: 'Edit' }).click();
    await comment(other).first().fill('Changed there.');
    await kept(other).getByRole('button', { name: 'Save' }).click();
    await kept(page)
      .getByText(/Changed since then; send it again/)
      .waitFor();
  });

  test('the worker lets it through', async () => {
    const letters = takeLetters(used.site, received);
    const page = await used.open({ path, worker: true });
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await page.reload();
    expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    await openForm(page);
    await write(page, 'Past the worker.');
    await send(page).click();
    await said(page).waitFor();
    expect(letters).toMatchObject([{ text: 'Past the worker.' }]);
  });

  describe('what is typed before the form of the app comes', () => {
    test.each([
      ['any script of the page', /\.js$/],
      ['the form', /Responses-.*\.js$/],
    ])('and before %s is carried over, with the focus and the caret; nothing moves', async (_, files) => {
      const page = await used.open({ path: '' });
      const { asked, letGo } = hold(used.site, (file) => files.test(file));
      await watchLayoutShift(page);
      await page.goto(used.site.url + path, { waitUntil: 'commit' });
      await name(page).fill('Ada');
      await comment(page).fill('Half a thought');
      await page.keyboard.press('Home');
      await asked;
      letGo();
      await keep(page).waitFor();
      expect(await comment(page).inputValue()).toBe('Half a thought');
      expect(await name(page).inputValue()).toBe('Ada');
      await page.keyboard.type('Not even h');
      expect(await comment(page).inputValue()).toBe('Not even hHalf a thought');
      expect(await layoutShift(page)).toBe(0);
      await page.reload();
      await openForm(page);
      expect(await comment(page).inputValue()).toBe('Not even hHalf a thought');
    });

    test('is carried over where the browser restores it on the way back', async () => {
      const page = await used.open({ path: '' });
      const { letGo } = hold(used.site, (file) => file.endsWith('.js'));
      await page.goto(used.site.url + path, { waitUntil: 'commit' });
      await comment(page).fill('Left in the middle');
      await page.goto(`${used.site.url}/about/`, { waitUntil: 'commit' });
      letGo();
      await page.goBack();
      await openForm(page);
      expect(await comment(page).inputValue()).toBe('Left in the middle');
    });

    test('goes by itself where the form of the app cannot be had', async () => {
      const letters = takeLetters(used.site, (response) => response.writeHead(303, { location: action }).end());
      const page = await used.open({ path: '' });
      expectErrors(page, /Responses-/);
      await page.route('**/Responses-*.js', (route) => route.abort());
      await page.goto(used.site.url + path);
      await hydrated(page);
      await comment(page).fill('All the same.');
      await name(page).fill('Ada');
      await page.getByRole('button', { name: 'Send to the editors' }).click();
      await arrived(page, thanks);
      expect(letters).toMatchObject([{ text: 'All the same.' }]);
    });
  });

  test.each([1280, 320])(
    'axe finds nothing in any of its states, and nothing is wider than a window of %i',
    async (width) => {
      takeLetters(used.site, (response) => response.writeHead(500).end());
      const page = await used.open({ path: '', width });
      expectErrors(page, /letters-received|Responses-/);
      await page.route('**/Responses-*.js', (route) => route.abort());
      await page.goto(used.site.url + path);
      await page.getByRole('heading', { name: 'Responses', exact: true }).scrollIntoViewIfNeeded();
      await page.getByRole('button', { name: 'Try again' }).waitFor();
      const part = '.responses-section';
      const found = await axeFaultsOnPapers(page, 'the plain form', part);
      expect(await overflows(page)).toBe(false);
      await page.unroute('**/Responses-*.js');
      await page.getByRole('button', { name: 'Try again' }).click();
      await openForm(page);
      await write(page, 'Looked at.');
      await send(page).click();
      await kept(page).getByRole('alert').waitFor();
      found.push(...(await axeFaultsOnPapers(page, 'failed', part)));
      expect(await overflows(page)).toBe(false);
      takeLetters(used.site, received);
      await kept(page).getByRole('button', { name: 'Try again' }).click();
      await said(page).waitFor();
      found.push(...(await axeFaultsOnPapers(page, 'received', part)));
      await kept(page).getByRole('button', { name: 'Remove' }).click();
      found.push(...(await axeFaults(page, 'asking whether to remove', part)));
      expect(await overflows(page)).toBe(false);
      expect(found).toEqual([]);
    },
  );
});

describe('where letters go by mail', () => {
  const mail = 'desk@example.org';
  const used = useSite(() => letterSite({ letters: mail }));
  const way = (page: Page) => kept(page).getByRole('link', { name: 'Open in your mail program' });

  test('without script the page has the address', async () => {
    const page = await used.open({ ...phone, path, script: false });
    const responses = page.getByRole('region', { name: 'Responses' });
    expect(await responses.getByRole('link').getAttribute('href')).toBe(`mailto:${mail}`);
    expect(await responses.innerText()).toContain('a letter goes by your own mail program');
    expect(await responses.innerText()).not.toContain('JavaScript');
  });

  test('a letter opens in the mail program, or is copied; nothing is sent by the page', async () => {
    const page = await used.open({ ...phone, path, savesData: true });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await openForm(page);
    used.site.requests.length = 0;
    await write(page, 'Well said.\n\nAda');
    await send(page).click();
    await way(page).waitFor();
    expect(await focused(page).innerText()).toBe('Open in your mail program');
    const { searchParams, pathname } = new URL((await way(page).getAttribute('href'))!);
    expect([pathname, searchParams.get('subject')]).toEqual([mail, `Letter: ${lead.title}`]);
    const letter = readLetterMail(searchParams.get('body')!.replaceAll('\r\n', '\n'));
    expect(letter).toMatchObject({ article: path.split('/')[2], name: 'Ada', text: 'Well said.\n\nAda' });
    await kept(page).getByRole('button', { name: 'Copy the letter' }).click();
    await kept(page)
      .getByText(/^Copied on/)
      .waitFor();
    expect(readLetterMail(await page.evaluate(() => navigator.clipboard.readText()))).toEqual(letter);
    const download = page.waitForEvent('download');
    await kept(page).getByRole('button', { name: 'Save as a file' }).click();
    expect((await download).suggestedFilename()).toBe(`letter-${path.split('/')[2]}.json`);
    expect(JSON.parse(readFileSync(await (await download).path(), 'utf8'))).toMatchObject([{ id: letter!.id }]);
    await way(page).click();
    await kept(page)
      .getByText(/^Handed to your mail program on/)
      .waitFor();
    expect(await page.getByText(/received/i).count()).toBe(0);
    expect(used.site.requests).toEqual([]);
    await page.reload();
    await openForm(page);
    await kept(page)
      .getByText(/^Handed to your mail program on/)
      .waitFor();
  });

  test.each([1280, 320])('axe finds nothing in its ways, and nothing is wider than a window of %i', async (width) => {
    const page = await used.open({ path, width });
    await openForm(page);
    await write(page, 'A long letter. '.repeat(200));
    await send(page).click();
    await way(page).waitFor();
    expect(await axeFaultsOnPapers(page, 'ways', '.responses-section')).toEqual([]);
    expect(await overflows(page)).toBe(false);
  });

  test('the policy is that of a page whose responses go nowhere', () => {
    expect(policyOf(used.built)).toBe(policyOf(inject('shippedSite')));
  });
});
