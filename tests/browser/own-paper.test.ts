/**
 * A stranger's first minutes: a paper of one's own is begun, written, read while it is written, and built, by four
 * commands in a fresh checkout, of which no file is touched.
 */
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { staticHost } from '../../src/press/static-host.ts';
import { answers, freePort } from './hosts.ts';
import { closeAll, launch, openPage, serve, type Site } from './site.ts';

let folder: string;
let checkout: string;
let paper: string;
let browser: Browser;
const opened: Page[] = [];

/** What git has, and the packages, with a cache of its own. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-stranger-'));
  checkout = join(folder, 'broadsheet');
  paper = join(folder, 'my-paper');
  const left = new Set(['node_modules', 'dist', 'dist.new', 'hosting', '.git'].map((name) => resolve(name)));
  cpSync('.', checkout, { recursive: true, filter: (path) => !left.has(resolve(path)) });
  mkdirSync(join(checkout, 'node_modules'));
  for (const name of readdirSync('node_modules')) {
    if (name !== '.cache') symlinkSync(resolve('node_modules', name), join(checkout, 'node_modules', name));
  }
  browser = await launch();
});

afterEach(() => closeAll(opened.splice(0)));

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const environment = (): NodeJS.ProcessEnv => {
  const { BROADSHEET_DATA: _, NODE_ENV: __, VITEST: ___, INIT_CWD: ____, ...env } = process.env;
  return env;
};

const npm = (...words: string[]): string =>
  execFileSync('npm', ['run', '--silent', ...words], {
    cwd: checkout,
    env: environment(),
    encoding: 'utf8',
    stdio: 'pipe',
  });

/** Every file of the checkout but what a build leaves and git passes over. */
function checkoutFiles(): Map<string, string> {
  const passed = /^(?:node_modules|dist|hosting)\//;
  const files = readdirSync(checkout, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(checkout.length + 1))
    .filter((path) => !passed.test(path));
  return new Map(
    files.sort().map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(checkout, path)))
        .digest('hex'),
    ]),
  );
}

/** `npm run dev`, until the test is over. */
async function dev(): Promise<Site> {
  const port = await freePort();
  const words = ['--data', '../my-paper', '--host', '127.0.0.1', '--port', String(port)];
  const child = spawn('npm', ['run', '--silent', 'dev', '--', ...words], {
    cwd: checkout,
    env: environment(),
    detached: true,
  });
  const ended = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  await answers(url, child);
  const close = async () => {
    // npm and what it started.
    process.kill(-child.pid!);
    await ended;
  };
  return { url, intercept: undefined, requests: [], close };
}

test('four commands, and no file of the checkout is touched', async () => {
  const before = checkoutFiles();
  npm('new', '--', 'publication', '../my-paper', '--name', 'The Harbour Post', '--time-zone', 'Asia/Karachi');
  const said = npm('new', '--', 'article', 'A walk in June', '--author', 'editors', '--data', '../my-paper');
  expect(said.split('\n')[0]).toBe('../my-paper/articles/a-walk-in-june.json');

  const file = join(paper, 'articles/a-walk-in-june.json');
  const site = await dev();
  try {
    const page = await openPage(browser, site, { path: '/articles/a-walk-in-june/' });
    opened.push(page);
    await expect.poll(() => page.getByText('Write here.').count()).toBe(1);
    expect(await page.getByText('Draft: not in the built site').count()).toBe(1);
    const article = JSON.parse(readFileSync(file, 'utf8')) as { draft: boolean };
    const { draft: _, ...finished } = { ...article, body: ['The river was low, and so was the sun.'] };
    writeFileSync(file, JSON.stringify(finished, undefined, 2));
    await expect.poll(() => page.getByText('The river was low').count()).toBe(1);
    expect(await page.getByText('Draft: not in the built site').count()).toBe(0);
    await closeAll(opened.splice(0));
  } finally {
    await site.close();
  }

  const look = { light: { paper: '#f2f6fd', ink: '#121a2b', accent: '#0b6b43' } };
  writeFileSync(join(paper, 'theme.json'), JSON.stringify(look));
  writeFileSync(
    join(paper, 'icon.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>',
  );
  npm('build', '--', '--data', '../my-paper', '--base', '/folder/');
  expect(checkoutFiles()).toEqual(before);

  const host = await serve(staticHost(join(checkout, 'dist'), '/folder/'));
  try {
    const page = await openPage(browser, host, { path: '/folder/', script: false });
    opened.push(page);
    expect(await page.title()).toContain('The Harbour Post');
    expect(await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)).toBe(
      'rgb(242, 246, 253)',
    );
    const asked = async (path: string) => (await page.request.get(`${host.url}/folder/${path}`)).text();
    expect(JSON.parse(await asked('manifest.webmanifest'))).toMatchObject({
      name: 'The Harbour Post',
      theme_color: '#f2f6fd',
    });
    expect(await asked('icon.svg')).toBe(readFileSync(join(paper, 'icon.svg'), 'utf8'));
    await page.getByRole('link', { name: 'A walk in June' }).first().click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('A walk in June');
    expect(await page.getByText('The river was low, and so was the sun.').count()).toBe(1);
    expect(await page.getByRole('link', { name: 'The editors' }).first().getAttribute('href')).toBe(
      '/folder/authors/editors/',
    );
    await closeAll(opened.splice(0));
  } finally {
    await host.close();
  }
});
