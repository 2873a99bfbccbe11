/** The app takes over the page that came as HTML: without a word of complaint, and without harm from what others did to it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { arrived, followLink, headline, lead, link, pagesOfAllKinds } from './reading.ts';
import { expectErrors, hydrated, useSite } from './site.ts';
import { extend, translate } from './strangers.ts';

const used = useSite();

/** Does it when the HTML is there and before any script of the page. */
async function beforeHydration(page: Page, change: () => void): Promise<void> {
  await page.addInitScript(`document.addEventListener('readystatechange', () => {
    if (document.readyState === 'interactive') (${change.toString()})();
  })`);
}

test('every kind of page is taken over as it stands: not one element is made anew', async () => {
  const page = await used.open({ path: '' });
  await page.addInitScript(() => {
    document.addEventListener('readystatechange', () => {
      if (document.readyState !== 'interactive') return;
      Object.assign(window, {
        first: [...document.querySelectorAll('main *')].filter((one) => !one.closest('.share')),
      });
    });
  });
  for (const { path, title } of pagesOfAllKinds) {
    await page.goto(used.site.url + path);
    await hydrated(page);
    expect(await headline(page)).toBe(title);
    expect(
      await page.evaluate(
        () => (window as unknown as { first: Element[] }).first.filter((one) => !one.isConnected).length,
      ),
    ).toBe(0);
  }
});

describe.each([
  ['translated', translate],
  ['changed by an extension', extend],
])('a page that was %s', (_, change) => {
  test('before the script came is whole, and so are the pages after it', async () => {
    const page = await used.open({ path: '' });
    // React says once that the page was not as it left it.
    expectErrors(page, /Minified React error #418/);
    await beforeHydration(page, change);
    for (const { path, words, title } of [lead, pagesOfAllKinds[0]!]) {
      await page.goto(used.site.url + path);
      await hydrated(page);
      await arrived(page, title);
      expect(await page.getByRole('main').innerText()).toContain(words);
    }
    await link(page, 'How to publish').click();
    await arrived(page, 'How to publish');
    expect(await page.getByRole('main').innerText()).toContain('you have published it');
  });

  test('while it is read stays whole, and so do the pages after it', async () => {
    const page = await used.open({ path: lead.path });
    await hydrated(page);
    for (const { path, title, words } of [...pagesOfAllKinds.slice(2, 9), lead]) {
      await page.evaluate(change);
      await followLink(page, path);
      await page.waitForURL(`**${path}`);
      await expect.poll(() => headline(page)).toBe(title);
      expect(await page.getByRole('main').innerText()).toContain(words);
    }
    await page.evaluate(change);
    await page.goBack();
    await expect.poll(() => headline(page)).toBe('Making');
    await page.getByRole('button', { name: 'Reading settings' }).click();
    await page.getByRole('radio', { name: 'Sepia' }).check();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('sepia');
  });
});

/** Goes back when React is about to take its nth turn, of which each is a message to itself; it waits for that. */
function goBackAtTurn(turn: number): void {
  // oxlint-disable-next-line typescript/unbound-method -- it is called as that of a port
  const post = MessagePort.prototype.postMessage;
  let turns = 0;
  MessagePort.prototype.postMessage = function postLater(...message: [unknown]) {
    turns += 1;
    if (turns !== turn) return post.apply(this, message);
    addEventListener('popstate', () => post.apply(this, message), { once: true });
    return history.back();
  };
}

test.each([1, 2, 3])('who goes back before turn %i of taking over a page comes to the page before', async (turn) => {
  const page = await used.open({ path: '/authors/' });
  await hydrated(page);
  await followLink(page, lead.path);
  await arrived(page, lead.title);
  await page.addInitScript(goBackAtTurn, turn);
  // It takes more turns than one.
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await page.reload();
  await arrived(page, 'Authors');
  expect(new URL(page.url()).pathname).toBe('/authors/');
  await hydrated(page);
  await page.goForward();
  await arrived(page, lead.title);
  expect(new URL(page.url()).pathname).toBe(lead.path);
});

test('a whole walk sends nothing to another origin and keeps no cookie', async () => {
  const page = await used.open({ path: '' });
  const foreign: string[] = [];
  page.context().on('request', (request) => {
    if (!request.url().startsWith(used.site.url)) foreign.push(request.url());
  });
  for (const { path, title } of pagesOfAllKinds) {
    await page.goto(used.site.url + path);
    await hydrated(page);
    await arrived(page, title);
  }
  await link(page, 'How must read is ordered')
    .or(page.getByRole('link', { name: 'Authors' }))
    .first()
    .click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(foreign).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
});

/** As Cloudflare writes addresses of e-mail otherwise in every document. */
const hidden = (html: string) =>
  html
    .replaceAll(/href="mailto:[^"]*"/g, 'href="/cdn-cgi/l/email-protection#a1b2"')
    .replaceAll(
      /(?<=>)[\w.]+@[\w.]+(?=<)/g,
      '<span class="__cf_email__" data-cfemail="a1b2">[email&#160;protected]</span>',
    );

test.each(['/authors/broadsheet-desk/', lead.path])(
  'an address of e-mail that the host hides harms nothing on %s',
  async (path) => {
    const html = hidden(readFileSync(join(used.built, path, 'index.html'), 'utf8'));
    expect(html).toContain('__cf_email__');
    used.site.intercept = (request, response) => {
      if (request.url !== path) return false;
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
      return true;
    };
    const page = await used.open({ path: '' });
    await beforeHydration(page, () => document.querySelector('main')!.setAttribute('data-first', ''));
    await page.goto(used.site.url + path);
    await hydrated(page);
    expect(await page.locator('main[data-first]').count()).toBe(1);
    expect(await page.getByText('[email protected]').first().isVisible()).toBe(true);
  },
);
