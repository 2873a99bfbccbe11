/** The faces a visit takes: which files, how many bytes, and that the words are set in them. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { lead } from './reading.ts';
import { hydrated, useSite } from './site.ts';

const used = useSite();
const urdu = '/articles/nastaliq-screen-par/';

/** The faces that a page has asked for once it rests, by their names. */
async function facesOf(page: Page): Promise<string[]> {
  await hydrated(page);
  await page.evaluate(() => document.fonts.ready);
  const files = used.site.requests.filter((address) => address.endsWith('.woff2'));
  return [...new Set(files.map((file) => /\/([a-z-]+)-[\w-]{8}\.woff2$/.exec(file)?.[1] ?? file))].sort();
}

const bytes = (name: RegExp): number =>
  used.site.requests
    .filter((address) => name.test(address))
    .reduce((sum, address) => sum + statSync(join(inject('shippedSite'), address)).size, 0);

/** The faces, by family, in which an element's words are drawn. */
async function drawnIn(page: Page, selector: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  return fonts.filter(({ isCustomFont }) => isCustomFont).map(({ familyName }) => familyName);
}

test('an article without slanted words takes at most 45 kB, and a small face for one headline in Urdu', async () => {
  const page = await used.open({ path: lead.path });
  expect(await facesOf(page)).toEqual(['capitals', 'listed-semibold', 'literata', 'literata-semibold']);
  expect(bytes(/literata|capitals/)).toBeLessThanOrEqual(45_000);
  expect(bytes(/listed/)).toBeLessThanOrEqual(16_000);
  expect(await drawnIn(page, '.must-read [lang="ur"] a')).toContain('Noto Nastaliq Urdu');
});

test('a name in Urdu within words of the interface is set in ours, apart from their direction', async () => {
  const page = await used.open({ path: '/articles/one-sentence-many-scripts/' });
  await hydrated(page);
  await page.evaluate(() => document.fonts.ready);
  for (const [within, said] of [
    ['.must-read b', 'Also by اردو ڈیسک'],
    ['.writer h4', 'More by اردو ڈیسک'],
  ] as const) {
    const name = 'bdi[lang="ur"][dir="rtl"]';
    // oxlint-disable-next-line no-await-in-loop -- one after another
    expect(await page.locator(within, { has: page.locator(name) }).allTextContents()).toEqual([said]);
    // oxlint-disable-next-line no-await-in-loop
    expect(await drawnIn(page, `${within} ${name}`)).toContain('Noto Nastaliq Urdu');
  }
});

test('one with slanted words takes at most 66 kB', async () => {
  const page = await used.open({ path: '/articles/footnotes-tables-and-code/' });
  expect(await facesOf(page)).toContain('literata-italic');
  expect(bytes(/literata|capitals/)).toBeLessThanOrEqual(66_000);
});

test('a page asks at once for the faces of its text, its headlines, its slanted and its opening words', async () => {
  const page = await used.open({ path: '' });
  const preloads = async (path: string) =>
    Array.from(
      (await (await page.request.get(used.site.url + path)).text()).matchAll(
        /<link rel="preload" href="[^"]*?([a-z-]+)-[\w-]{8}\.woff2"/g,
      ),
      ([, name]) => name,
    );
  expect(await preloads(lead.path)).toEqual(['literata', 'literata-semibold', 'capitals']);
  expect(await preloads('/')).toEqual(['literata', 'literata-semibold', 'literata-italic']);
  expect(await preloads('/authors/')).toEqual(['literata', 'literata-semibold']);
  expect(await preloads(urdu)).toEqual(['literata', 'literata-semibold']);
});

test('Nastaliq comes on the pages of Urdu texts, and not to a reader who has chosen Naskh', async () => {
  const page = await used.open({ path: urdu });
  expect(await facesOf(page)).toContain('nastaliq');
  expect(await drawnIn(page, 'article h1')).toContain('Noto Nastaliq Urdu');

  await page.getByRole('button', { name: 'Reading settings' }).click();
  await page.getByRole('radio', { name: 'Naskh' }).check();
  used.site.requests.length = 0;
  const other = await used.open({ path: urdu, context: page.context() });
  const faces = await facesOf(other);
  expect(faces).toContain('naskh');
  expect(faces.filter((name) => /nastaliq|listed/.test(name))).toEqual([]);
  expect(await drawnIn(other, 'article h1')).toContain('Noto Naskh Arabic');
});

test('text has text figures, headlines lining ones; the opening line and NATO are in small capitals', async () => {
  const page = await used.open({ path: '/articles/footnotes-tables-and-code/' });
  await hydrated(page);
  const style = await page.evaluate(() => {
    const of = (selector: string, pseudo?: string) => getComputedStyle(document.querySelector(selector)!, pseudo);
    return {
      text: of('.prose > p').fontVariantNumeric,
      headline: of('article h1').fontVariantNumeric,
      table: of('.prose table').fontVariantNumeric,
      opening: of('.prose > p', '::first-line').fontFamily.split(',')[0],
      letter: of('.prose > p', '::first-letter').fontFamily.split(',')[0],
      capitals: of('.prose .caps').fontFamily.split(',')[0],
      copied: document.querySelector('.prose .caps')?.textContent,
    };
  });
  expect(style).toEqual({
    text: 'oldstyle-nums',
    headline: 'normal',
    table: 'lining-nums tabular-nums',
    opening: '"Literata Capitals"',
    letter: 'Literata',
    capitals: '"Literata Capitals"',
    copied: 'JSON',
  });
});
