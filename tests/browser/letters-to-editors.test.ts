/**
 * A letter to the editors all the way: written on a phone, posted with script and without it, and mailed; imported, read
 * at the desk, printed, read by others, and forgotten. What was not printed is nowhere in the site.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { axeFaultsOnPapers } from './axe.ts';
import { build } from './built-site.ts';
import { action, comment, kept, letterSite, name, openForm, path, send, thanks, write } from './letter-sites.ts';
import { arrived, lead } from './reading.ts';
import { hydrated, useSite } from './site.ts';

const slug = lead.path.split('/')[2]!;
const phone = { width: 360, height: 740, path };
const env = { BROADSHEET_SHARE_IMAGES: 'off', BROADSHEET_PICTURES: 'off' };

let folder: string;
const used = useSite(() => {
  const made = letterSite({ post: action });
  folder = made.folder;
  return made;
});

const data = () => join(folder, 'data');
const incoming = () => join(folder, 'letters');

/** A command as an editor types it. */
function npmRun(file: string, ...words: string[]): string {
  const { VITEST: _, NODE_ENV: __, ...environment } = process.env;
  return execFileSync(process.execPath, ['src/press/run.mjs', file, ...words], { env: environment, encoding: 'utf8' });
}

const rebuilt = () => build(used.built, { data: data(), env });

type Letter = { id: string; name: string; text?: string[]; status: string };
const letters = (): Letter[] =>
  (JSON.parse(readFileSync(join(data(), `responses/${slug}.json`), 'utf8')) as { letters: Letter[] }).letters;
const idOf = (writer: string) => letters().find((letter) => letter.name === writer)!.id;

/** Paths of all files of the site in which the words stand. */
function filesWith(...words: string[]): string[] {
  const entries = readdirSync(used.built, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return words.some((word) => bytes.includes(word));
    });
}

/** The host: what the build wrote for nginx runs on what is posted. */
async function byCgi(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  if (request.method !== 'POST') return false;
  const { 'content-length': length = '', accept = '' } = request.headers;
  const script = spawn('sh', [join(folder, 'hosting/nginx/letters.cgi')], {
    env: {
      PATH: process.env['PATH'],
      LETTERS: incoming(),
      REQUEST_METHOD: 'POST',
      CONTENT_LENGTH: length,
      HTTP_ACCEPT: accept,
    },
  });
  request.pipe(script.stdin);
  const said = (await script.stdout.toArray()).join('');
  const [, status] = /^Status: (\d+)/.exec(said) ?? [];
  const [, location] = /^Location: (.*)\r$/m.exec(said) ?? [];
  response.writeHead(Number(status), location === undefined ? {} : { location }).end();
  return true;
}

describe.sequential('a letter to the editors', () => {
  let writer: Page;

  beforeAll(() => mkdirSync(incoming()));

  test('is written on a phone, kept over a reload, and posted', async () => {
    used.site.intercept = byCgi;
    const page = await used.open(phone);
    await openForm(page);
    await write(page, 'Zanzibar has such a hill too.');
    await page.reload();
    await openForm(page);
    expect(await comment(page).inputValue()).toBe('Zanzibar has such a hill too.');
    await send(page).click();
    await kept(page).getByText('Received by the publication on').waitFor();
    expect(await kept(page).getByText('Printed on').count()).toBe(0);
    // The device goes on after the test, as its reader does.
    const state = await page.context().storageState({ indexedDB: true });
    writer = await (
      await used.browser.newContext({ viewport: phone, storageState: state, serviceWorkers: 'block' })
    ).newPage();
    expect(readdirSync(incoming())).toHaveLength(1);
  });

  test('is posted without script', async () => {
    used.site.intercept = byCgi;
    const page = await used.open({ ...phone, script: false });
    await comment(page).fill('میں نے یہ پہاڑ دیکھا ہے۔ https://example.org/hill');
    await name(page).fill('عائشہ خان');
    await page.getByRole('button', { name: 'Send to the editors' }).click();
    await arrived(page, thanks);
    expect(readdirSync(incoming())).toHaveLength(2);
  });

  test('waits when it is imported, and is nowhere in the site', () => {
    // A third one, by mail, which the editors do not want.
    const message = [
      'From: Tom Refused <tom.refused@example.net>',
      'Date: Mon, 30 Nov 2026 10:00:00 +0000',
      'Subject: Letter',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'Kakadu has none=2C I say.',
      '',
      `[article: ${slug}]`,
      '[id: 0123456789abcdef]',
      '[name: Tom Refused]',
      '',
    ].join('\r\n');
    writeFileSync(join(incoming(), 'letter.eml'), message);
    const files = readdirSync(incoming()).map((file) => join(incoming(), file));
    const said = npmRun('src/import/import.ts', '--data', data(), ...files);
    expect(said).toMatch(/letter +3 +3 +0 +0/);
    expect(said).toMatch(/letter +3 +3 +0 +0/);
    expect(npmRun('src/import/import.ts', '--data', data(), ...files)).toContain('Nothing to write: 0 changes.');
    expect(letters().map(({ status }) => status)).toEqual(['waiting', 'waiting', 'waiting']);
    expect(JSON.stringify(letters())).not.toContain('example.net');
    rebuilt();
    expect(filesWith('Zanzibar', 'Kakadu', 'عائشہ', 'Tom Refused')).toEqual([]);
  });

  test('is listed at the desk, printed or refused, and answered', () => {
    expect(npmRun('src/desk/letters.ts', '--data', data())).toMatch(/Kakadu[^]*Zanzibar[^]*3 letters wait/);
    npmRun('src/desk/letters.ts', 'print', idOf('Ada'), idOf('عائشہ خان'), '--data', data());
    npmRun('src/desk/letters.ts', 'refuse', idOf('Tom Refused'), '--data', data());
    const answer = ['reply', idOf('Ada'), 'So it has.', '--author', 'broadsheet-desk'];
    npmRun('src/desk/letters.ts', ...answer, '--data', data());
    rebuilt();
    expect(filesWith('Kakadu', 'Tom Refused')).toEqual([]);
    expect(npmRun('src/desk/check.ts', '--data', data())).toContain(' 0 errors');
  });

  test('is read under the article without script, in its own language', async () => {
    const page = await used.open({ ...phone, script: false });
    const region = page.getByRole('region', { name: '3 letters' });
    expect(await region.getByRole('listitem').count()).toBe(3);
    expect(await region.innerText()).toMatch(/Ada[^]*Zanzibar[^]*The Broadsheet Desk[^]*The writer[^]*So it has\./);
    const urdu = region.locator('.letter-text[lang=ur]');
    expect(
      await urdu.evaluate((text) => [getComputedStyle(text).direction, getComputedStyle(text).fontFamily]),
    ).toEqual(['rtl', expect.stringContaining('Nastaliq')]);
    expect(await region.getByRole('link', { name: 'https://example.org/hill' }).getAttribute('rel')).toContain(
      'nofollow',
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
  });

  test('is found by search, stands in the feed, and is counted in lists', async () => {
    const page = await used.open({ path: '/search/?q=zanzibar' });
    await page.getByRole('main').getByRole('link', { name: lead.title }).first().waitFor();
    expect(readFileSync(join(used.built, path, 'letters.xml'), 'utf8')).toContain('Zanzibar has such a hill too.');
    await page.goto(`${used.site.url}/sections/opinion/`);
    const entry = page.getByRole('article').filter({ has: page.getByRole('link', { name: lead.title }) });
    expect(await entry.innerText()).toContain('3 letters');
  });

  test('is said to be printed on the device that it was written on, and read with script as well', async () => {
    await writer.goto(used.site.url + path);
    await openForm(writer);
    await kept(writer).getByText('Printed on').waitFor();
    await writer.context().close();
    const page = await used.open(phone);
    await hydrated(page);
    expect(await page.getByRole('region', { name: '3 letters' }).getByRole('listitem').count()).toBe(3);
    expect(await axeFaultsOnPapers(page, 'with letters')).toEqual([]);
  });

  test('is forgotten at the wish of its writer', async () => {
    npmRun('src/desk/letters.ts', 'forget', 'Ada', '--data', data());
    rebuilt();
    expect(filesWith('Zanzibar', 'Ada ')).toEqual([]);
    const page = await used.open({ ...phone, script: false });
    const region = page.getByRole('region', { name: '2 letters' });
    expect(await region.innerText()).toMatch(/Removed at the writer’s wish\.[^]*So it has\./);
    const files = readdirSync(incoming()).map((file) => join(incoming(), file));
    npmRun('src/import/import.ts', '--data', data(), ...files);
    expect(JSON.stringify(letters())).not.toContain('Zanzibar');
  });
});
