/** Addresses as people and hosts get them wrong: every one leads to its page, or to one that says so and helps. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerResponse } from 'node:http';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import {
  answer,
  arrived,
  focused,
  followLink,
  headline,
  hold,
  isSameDocument,
  lead,
  markDocument,
  pagesOfAllKinds,
} from './reading.ts';
import { expectErrors, hydrated, useSite } from './site.ts';

const used = useSite();
const unknown = 'There is no page at this address';
const pathOf = (page: Page) => page.url().slice(used.site.url.length);

/** The host answers every file that it does not have with this one. */
function fallBackTo(file: string, status: number): void {
  const has = (path: string) => {
    try {
      return readFileSync(join(inject('shippedSite'), decodeURIComponent(path.replace(/\/$/, '/index.html'))));
    } catch {
      return undefined;
    }
  };
  answer(
    used.site,
    (path) => !has(path.replace(/\?.*$/, '')),
    (response: ServerResponse) => {
      response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
      response.end(readFileSync(join(inject('shippedSite'), file)));
    },
  );
}

describe('a known address', () => {
  test('without its slash, with a query or as index.html is the same page', async () => {
    const page = await used.open({ path: '' });
    for (const { path, title } of [lead, ...pagesOfAllKinds.slice(4, 8), ...pagesOfAllKinds.slice(11, 14)]) {
      await page.goto(`${used.site.url}${path.slice(0, -1)}?from=letter#text`);
      await arrived(page, title);
      expect(pathOf(page)).toBe(`${path}?from=letter#text`);
    }
    await page.goto(`${used.site.url}${lead.path}index.html?from=letter`);
    await hydrated(page);
    expect(pathOf(page)).toBe(`${lead.path}?from=letter`);
    expect(await headline(page)).toBe(lead.title);
  });

  test('appears also where the host answers 404.html for it, and its address gets the slash', async () => {
    const page = await used.open({ path: '' });
    expectErrors(page, /404 \(Not Found\)/);
    fallBackTo('404.html', 404);
    await page.goto(`${used.site.url}${lead.path.slice(0, -1)}?from=letter`);
    await arrived(page, lead.title);
    expect(pathOf(page)).toBe(`${lead.path}?from=letter`);
    expect(await page.title()).toBe(`${lead.title} · Broadsheet`);
    await page.getByText('Mr Hossain begins with a war.').waitFor();
    expect(await page.getByText(unknown).count()).toBe(0);
  });

  test('appears also where the host answers with the page itself, and its address gets the slash', async () => {
    const page = await used.open({ path: '' });
    answer(
      used.site,
      (path) => path === lead.path.slice(0, -1),
      (response) => {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
        response.end(readFileSync(join(inject('shippedSite'), lead.path, 'index.html')));
      },
    );
    await page.goto(used.site.url + lead.path.slice(0, -1));
    await hydrated(page);
    expect(pathOf(page)).toBe(lead.path);
    expect(await headline(page)).toBe(lead.title);
  });

  test('that is left by Back while it is asked for leaves the page before its own address', async () => {
    const page = await used.open({ path: '/authors/', savesData: true });
    await hydrated(page);
    await followLink(page, lead.path);
    await arrived(page, lead.title);
    const { asked, letGo } = hold(used.site, (path) => path === `${lead.path}page.json`);
    const held = used.site.intercept!;
    used.site.intercept = (request, response) => {
      if (request.url !== lead.path) return held(request, response);
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(readFileSync(join(inject('shippedSite'), '404.html')));
      return true;
    };
    await page.reload();
    await asked;
    await page.evaluate(() => void setTimeout(() => history.back()));
    await expect.poll(() => pathOf(page)).toBe('/authors/');
    letGo();
    await arrived(page, 'Authors');
    expect(pathOf(page)).toBe('/authors/');
    await page.goForward();
    await arrived(page, lead.title);
    expect(pathOf(page)).toBe(lead.path);
  });
});

describe('an unknown address', () => {
  test('is said to be unknown, with status 404 and ways on, whatever it holds', async () => {
    const page = await used.open({ path: '' });
    expectErrors(page, /404 \(Not Found\)/);
    for (const path of [
      '/articles/no-such-thing/',
      '/نستعلیق/',
      '/%D9%86%D8%B3/%E0%A4%A/',
      '/%E0%A4%A',
      '/2019/05/My_Title.html',
      '/a.b.c/',
      '//two/slashes//',
      '/%2F%2Fevil.example/',
      '/__proto__/constructor/',
      `/${'long-'.repeat(400)}/`,
    ]) {
      const response = await page.goto(used.site.url + path);
      expect(response?.status()).toBe(404);
      await hydrated(page);
      expect(await headline(page)).toBe(unknown);
      expect(await page.title()).toBe('Not found · Broadsheet');
      const ways = page.getByRole('navigation', { name: 'Elsewhere in this publication' });
      expect(await ways.getByRole('link').allInnerTexts()).toEqual([
        'The front page',
        'Must Read',
        'The archive',
        'All authors',
      ]);
      await markDocument(page);
      await ways.getByRole('link', { name: 'The front page' }).click();
      await arrived(page, 'Broadsheet');
      await page.goBack();
      await arrived(page, unknown);
      expect(await focused(page).textContent()).toBe('The front page');
      expect(await isSameDocument(page)).toBe(true);
    }
  });

  test('that is a slip of the pen offers the nearest names, from small lists', async () => {
    const page = await used.open({ path: '', savesData: true });
    expectErrors(page, /404 \(Not Found\)/);
    const sizes: Promise<number>[] = [];
    const data: string[] = [];
    page.on('requestfinished', (request) => {
      if (!/json/.test(request.url())) return;
      data.push(new URL(request.url()).pathname);
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    await page.goto(`${used.site.url}/articles/a-hil-in-pyongyan/`);
    const perhaps = page.getByRole('region', { name: 'Perhaps you were looking for' });
    await perhaps.waitFor();
    expect(await perhaps.getByRole('link').first().innerText()).toBe(lead.title);
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    // The page itself is asked for, then at most four lists of names.
    expect(data.filter((path) => !path.startsWith('/404/'))).toEqual(['/articles/a-hil-in-pyongyan/page.json']);
    expect(data.length).toBeLessThanOrEqual(5);
    expect(total).toBeLessThan(10_000);
    await perhaps.getByRole('link', { name: lead.title }).click();
    await arrived(page, lead.title);
    expect(await perhaps.count()).toBe(0);
  });

  test('that a link inside the site leads to is said so without loading a document, one after another', async () => {
    const page = await used.open();
    expectErrors(page, /404 \(Not Found\)/);
    await hydrated(page);
    await markDocument(page);
    for (const path of ['/articles/nowhere/', '/articles/how-to-publsh/']) {
      await followLink(page, path);
      await page.waitForURL(`**${path}`);
      await arrived(page, unknown);
      await expect.poll(() => focused(page).textContent()).toBe(unknown);
    }
    await page.getByRole('link', { name: 'How to publish' }).click();
    await arrived(page, 'How to publish');
    expect(await isSameDocument(page)).toBe(true);
  });
});

describe('a host that answers everything unknown with the front page', () => {
  test('shows the page of a known address, never an empty one', async () => {
    const page = await used.open({ path: '' });
    fallBackTo('index.html', 200);
    await page.addInitScript(() => {
      let blank = 0;
      Object.assign(window, { timesBlank: () => blank });
      document.addEventListener('DOMContentLoaded', () => {
        new MutationObserver(() => {
          if (document.body.innerText.trim() === '') blank += 1;
        }).observe(document.body, { childList: true, subtree: true });
      });
    });
    await page.goto(used.site.url + lead.path.slice(0, -1));
    await arrived(page, lead.title);
    expect(pathOf(page)).toBe(lead.path);
    expect(await page.title()).toBe(`${lead.title} · Broadsheet`);
    expect(await page.evaluate(() => (window as unknown as { timesBlank: () => number }).timesBlank())).toBe(0);
  });

  test('shows for an unknown address that it is unknown', async () => {
    const page = await used.open({ path: '' });
    fallBackTo('index.html', 200);
    await page.goto(`${used.site.url}/articles/a-hil-in-pyongyan/`);
    await arrived(page, unknown);
    await page.getByRole('link', { name: lead.title }).first().click();
    await arrived(page, lead.title);
    expect(await page.getByText(unknown).count()).toBe(0);
  });
});
