/** `npm run dev` as an editor has it: the page follows the files, and a broken file breaks only its own page. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { icon, nameplate, theme } from './own-look.ts';
import {
  arrived,
  focused,
  headline,
  isSameDocument,
  lead,
  link,
  markDocument,
  pagesOfAllKinds,
  scrollDown,
  scrolled,
} from './reading.ts';
import { closeAll, errorsOf, expectErrors, hydrated, launch, openPage, type Site } from './site.ts';

/** Vite's dev server for a copy of the shipped content, with a cache of its own. */
async function startDevServer(folder: string): Promise<Site & { said: () => string }> {
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  const script = `import { createServer } from 'vite';
    const server = await createServer({
      cacheDir: ${JSON.stringify(join(folder, 'cache'))},
      server: { host: '127.0.0.1', port: 0 },
      clearScreen: false,
    });
    await server.listen();
    console.log('http://127.0.0.1:' + server.httpServer.address().port + '/ is up');`;
  const child: ChildProcess = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...env, BROADSHEET_DATA: join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const [, found] = /(http:\/\/127\.0\.0\.1:\d+)\/ is up/.exec(said) ?? [];
      if (found) resolve(found);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => reject(new Error(`The dev server has ended.\n${said}`)));
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  return {
    url,
    intercept: undefined,
    requests: [],
    said: () => said,
    close: async () => {
      child.kill();
      await ended;
    },
  };
}

function copyOfTheContent(): string {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-desk-'));
  cpSync('src/data', join(folder, 'data'), { recursive: true });
  return folder;
}

type Json = Record<string, unknown>;
const inFolder = (folder: string) => ({
  path: (file: string) => join(folder, 'data', file),
  read: (file: string) => readFileSync(join(folder, 'data', file), 'utf8'),
  write: (file: string, text: string) => writeFileSync(join(folder, 'data', file), text),
  edit(file: string, change: (content: Json) => void) {
    const content = JSON.parse(this.read(file)) as Json;
    change(content);
    this.write(file, JSON.stringify(content, null, 2));
  },
});

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

describe('a publication that is in order', () => {
  const folder = copyOfTheContent();
  const files = inFolder(folder);
  const article = 'articles/what-a-dateline-promises.json';
  const path = '/articles/what-a-dateline-promises/';
  const title = 'What a dateline promises';
  let site: Site & { said: () => string };
  const opened: Page[] = [];

  beforeAll(async () => {
    site = await startDevServer(folder);
    // The first visit makes Vite gather the packages; it may load the page again over it.
    const page = await openPage(browser, site);
    await hydrated(page);
    await page.waitForLoadState('networkidle');
    await page.context().close();
  });
  afterEach(async () => {
    await closeAll(opened.splice(0));
  });
  afterAll(async () => {
    await site?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const open = async (at: string) => {
    const page = await openPage(browser, site, { path: '' });
    page.on('console', (message) => {
      if (message.type() === 'warning') warnings.push(message.text());
    });
    opened.push(page);
    if (at) await page.goto(site.url + at);
    return page;
  };
  let warnings: string[] = [];

  test('every kind of page is the built one, and hydrates without a word from React', async () => {
    warnings = [];
    const page = await open('');
    for (const { path, title, words } of pagesOfAllKinds) {
      const response = await page.goto(site.url + path);
      expect(await response?.text()).toContain(words);
      await hydrated(page);
      expect(await headline(page)).toBe(title);
      expect(await page.getByRole('main').innerText()).toContain(words);
    }
    expectErrors(page, /404 \(Not Found\)/);
    const response = await page.goto(`${site.url}/%E0%A4%A/نستعلیق/`);
    expect(response?.status()).toBe(404);
    await hydrated(page);
    expect(await headline(page)).toBe('There is no page at this address');
    await page.goto(site.url + lead.path.slice(0, -1));
    await hydrated(page);
    expect(page.url()).toBe(site.url + lead.path);
    await link(page, 'the desk of this publication').click();
    await arrived(page, 'About Broadsheet');
    expect(warnings).toEqual([]);
  });

  test('the front page follows its file, and is the usual one without', async () => {
    const shown = await open('/');
    await hydrated(shown);
    const of = (name: string) => shown.getByRole('region', { name });
    await of('Latest').waitFor();
    files.write('front.json', JSON.stringify({ blocks: [{ section: 'reading', title: 'To be read' }] }));
    await of('To be read').waitFor();
    expect(await of('Latest').count()).toBe(0);
    files.write('front.json', JSON.stringify({ blocks: [{ section: 'raeding' }] }));
    await shown.getByText('Did you mean "reading"?').waitFor();
    rmSync(files.path('front.json'));
    await of('Latest').waitFor();
  });

  test('texts and the glossary follow its file', async () => {
    const shown = await open(path);
    const term = link(shown, 'dateline');
    await term.waitFor();
    const before = files.read('glossary.json');
    files.edit('glossary.json', ({ terms }) => {
      for (const entry of terms as Json[]) if (entry['term'] === 'dateline') entry['explanation'] = 'Said anew.';
    });
    await term.click();
    await arrived(shown, 'Glossary');
    await shown.getByText('Said anew.').waitFor();
    await shown.goBack();
    await arrived(shown, title);
    rmSync(files.path('glossary.json'));
    await term.waitFor({ state: 'detached' });
    files.write('glossary.json', before);
    await term.waitFor();
    expect(await headline(shown)).toBe(title);
  });

  test('the faces of the pages are there, and a headline that is edited may take any letter of Urdu', async () => {
    const page = await open(lead.path);
    const loaded = () =>
      page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family));
    await expect.poll(loaded).toEqual(expect.arrayContaining(['Literata', 'Nastaliq Listed']));
    const files = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect(files.filter((file) => /(?:nastaliq|listed)[^/]*\.woff2$/.test(file))).toEqual([
      expect.stringMatching(/\/nastaliq\.woff2$/),
    ]);
  });

  test('the open page shows new words without loading, and keeps the place', async () => {
    const page = await open(lead.path);
    await hydrated(page);
    await markDocument(page);
    await page.getByRole('contentinfo').getByRole('link', { name: 'Privacy' }).click();
    await arrived(page, 'Privacy');
    await page.goBack();
    await arrived(page, lead.title);
    await scrollDown(page, 900);
    files.edit('articles/a-hill-in-pyongyang.json', (content) => {
      content['headline'] = 'A hill, edited';
      (content['body'] as string[])[0] = 'These words were written just now.';
    });
    await arrived(page, 'A hill, edited');
    expect(await page.getByText('These words were written just now.').count()).toBe(1);
    expect(await page.title()).toBe('A hill, edited · Broadsheet');
    expect(await scrolled(page)).toBeGreaterThan(600);
    expect(await isSameDocument(page)).toBe(true);
    // And so does every other page that names it.
    await page.getByRole('link', { name: 'Broadsheet', exact: true }).first().click();
    await link(page, 'A hill, edited').waitFor();
  });

  test('a broken file shows where and why on its own page; mending it mends the page', async () => {
    const page = await open(path);
    await hydrated(page);
    await markDocument(page);
    const whole = files.read(article);
    files.write(article, whole.replace('"headline":', '"headline"'));
    await arrived(page, 'This file cannot be read yet');
    const line = whole.split('\n').findIndex((text) => text.includes('"headline"')) + 1;
    await page.getByText(new RegExp(`what-a-dateline-promises\\.json:${line}:\\d+ +A\\d+ `)).waitFor();
    expect(await focused(page).textContent()).toBe('This file cannot be read yet');

    const other = await open('/articles/how-to-publish/');
    await hydrated(other);
    expect(await headline(other)).toBe('How to publish');

    const again = await open(path);
    await hydrated(again);
    expect(await headline(again)).toBe('This file cannot be read yet');

    files.write(article, whole);
    await Promise.all([arrived(page, title), arrived(again, title)]);
    expect(await page.getByText(/A\d{3} /).count()).toBe(0);
    expect(await isSameDocument(page)).toBe(true);
  });

  test('several mistakes are all named, with what was probably meant', async () => {
    const page = await open(path);
    await hydrated(page);
    const whole = files.read(article);
    files.edit(article, (content) => {
      content['headlin'] = 'x';
      content['published'] = '31/12/2025';
      content['authors'] = ['urdu-dsk'];
    });
    await arrived(page, 'This file cannot be read yet');
    const problems = page.getByRole('main').getByRole('listitem');
    await expect.poll(() => problems.count()).toBeGreaterThanOrEqual(3);
    const text = (await problems.allInnerTexts()).join('\n');
    expect(text).toMatch(/what-a-dateline-promises\.json:\d+:\d+ +A201 /);
    expect(text).toContain('"31/12/2025"');
    expect(text).toContain('urdu-desk');
    files.write(article, whole);
    await arrived(page, title);
  });

  test('drafts and articles dated in the future are shown, and labelled as not built', async () => {
    const source = JSON.parse(files.read(article)) as Json;
    files.write('articles/unfinished.json', JSON.stringify({ ...source, headline: 'Unfinished', draft: true }));
    files.write(
      'articles/of-tomorrow.json',
      JSON.stringify({ ...source, headline: 'Of tomorrow', published: '2050-05-03' }),
    );
    const page = await open('/');
    await link(page, 'Of tomorrow').waitFor();
    expect(await page.getByText('Not before 3 May 2050').first().isVisible()).toBe(true);
    await page.goto(`${site.url}/articles/unfinished/`);
    await hydrated(page);
    expect(await headline(page)).toBe('Unfinished');
    expect(await page.getByText('Draft: not in the built site').first().isVisible()).toBe(true);
    // A file that goes takes its page with it.
    expectErrors(page, /404 \(Not Found\)/);
    rmSync(files.path('articles/unfinished.json'));
    await arrived(page, 'There is no page at this address');
    rmSync(files.path('articles/of-tomorrow.json'));
  });

  test('the page follows the look of the publication, also where a file of it comes or goes', async () => {
    const page = await open(path);
    await hydrated(page);
    const shown = () =>
      page.evaluate(() => ({
        paper: getComputedStyle(document.body).backgroundColor,
        around: document.querySelector<HTMLMetaElement>('meta[name=theme-color]')?.content,
        isDrawn: getComputedStyle(document.querySelector('.nameplate')!, '::before').maskImage.startsWith('url('),
      }));
    const asked = async (file: string) => (await fetch(`${site.url}/${file}`)).text();
    const asShipped = await shown();
    expect(asShipped).toEqual({ paper: 'rgb(255, 253, 249)', around: '#fffdf9', isDrawn: false });

    files.write('theme.json', JSON.stringify({ light: theme.light }));
    await expect.poll(shown).toEqual({ paper: 'rgb(242, 246, 253)', around: '#f2f6fd', isDrawn: false });
    expect(JSON.parse(await asked('manifest.webmanifest'))).toMatchObject({ theme_color: '#f2f6fd' });
    files.edit('theme.json', ({ light }) => Object.assign(light as Json, { paper: '#eef' }));
    await expect.poll(shown).toMatchObject({ paper: 'rgb(238, 238, 255)', around: '#eeeeff' });

    const family = () => page.evaluate(() => getComputedStyle(document.querySelector('h1')!).fontFamily.split(',')[0]);
    expect(await family()).toBe('Literata');
    files.write('theme.json', JSON.stringify({ light: { ...theme.light, paper: '#eef' }, face: 'sans' }));
    await expect.poll(family).toBe('Inter');
    await expect.poll(() => page.evaluate(() => document.fonts.check('600 20px Inter', 'H'))).toBe(true);

    files.write('nameplate.svg', nameplate);
    await expect.poll(shown).toMatchObject({ isDrawn: true });
    const drawn = await page.evaluate(async () => {
      const { maskImage } = getComputedStyle(document.querySelector('.nameplate')!, '::before');
      return (await fetch(maskImage.slice(5, -2))).text();
    });
    expect(drawn).toContain('M0 0h20v10H0zM80 0h20v10H80z');

    files.write('icon.svg', icon);
    await expect.poll(() => asked('icon.svg')).toBe(icon);

    for (const file of ['theme.json', 'nameplate.svg', 'icon.svg']) rmSync(files.path(file));
    await expect.poll(shown).toEqual(asShipped);
    await expect.poll(() => asked('icon.svg')).toBe(readFileSync('public/icon.svg', 'utf8'));
  });

  test('the front page becomes a quiet one, and a newspaper again', async () => {
    const page = await open('/');
    await hydrated(page);
    const columns = () => page.locator('.latest ol').evaluate((list) => getComputedStyle(list).columnCount);
    expect(await columns()).toBe('2');
    files.write('theme.json', JSON.stringify({ front: 'quiet' }));
    await expect.poll(columns).toBe('auto');
    rmSync(files.path('theme.json'));
    await expect.poll(columns).toBe('2');
  });

  test('a theme that cannot be read is named on the front page and in the terminal, and not used', async () => {
    const page = await open('/');
    await hydrated(page);
    const heard = site.said().length;
    files.write('theme.json', JSON.stringify({ light: { accent: '#c0a080' } }));
    await arrived(page, 'This file cannot be read yet');
    await page.getByText(/theme\.json:1:\d+ +A222 .*Write #87694b or darker\./).waitFor();
    expect(site.said().slice(heard)).toContain('A222');
    rmSync(files.path('theme.json'));
    await link(page, title).waitFor();
  });

  test('a publication.json that breaks leaves the pages as they were, and says so in the terminal', async () => {
    const page = await open(path);
    await hydrated(page);
    const whole = files.read('publication.json');
    const heard = site.said().length;
    files.write('publication.json', whole.replace('"name"', 'name'));
    await expect.poll(() => site.said().slice(heard)).toMatch(/publication\.json:\d+:\d+ +A\d+/);
    await page.reload();
    await hydrated(page);
    expect(await headline(page)).toBe(title);
    files.write('publication.json', whole.replace('"Plain pages, carefully read"', '"Read anew"'));
    await page.goto(site.url);
    await page.getByText('Read anew').waitFor();
    files.write('publication.json', whole);
  });
});

test('a page says the revision that it is of, also where the content is edited while it is made', async () => {
  const folder = copyOfTheContent();
  const files = inFolder(folder);
  const whole = files.read('publication.json');
  const site = await startDevServer(folder);
  try {
    const taglines = new Map<string, Set<string>>();
    const ask = async () => {
      const html = await (await fetch(site.url, { headers: { accept: 'text/html' } })).text();
      const [, revision = ''] = /<meta name="revision" content="(\d+)">/.exec(html) ?? [];
      const [, tagline = ''] = /(Plain pages, carefully read|Edition \d)/.exec(html) ?? [];
      taglines.set(revision, (taglines.get(revision) ?? new Set()).add(tagline));
    };
    const isMet = (tagline: string) => [...taglines.values()].some((said) => said.has(tagline));
    for (const edition of [1, 2, 3]) {
      files.write('publication.json', whole.replace('Plain pages, carefully read', `Edition ${edition}`));
      while (!isMet(`Edition ${edition}`)) await Promise.all(Array.from({ length: 20 }, ask));
    }
    expect([...taglines.values()].filter((said) => said.size > 1)).toEqual([]);
  } finally {
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a publication.json that is broken from the start is named on every page, which appears when it is mended', async () => {
  const folder = copyOfTheContent();
  const files = inFolder(folder);
  const whole = files.read('publication.json');
  files.write('publication.json', whole.replace('"name":', '"name"'));
  const site = await startDevServer(folder);
  try {
    const page = await openPage(browser, site, { path: '' });
    expectErrors(page, /500 \(Internal Server Error\)/);
    const response = await page.goto(site.url + lead.path);
    expect(response?.status()).toBe(500);
    await arrived(page, 'The content cannot be read yet');
    await page.getByText(/publication\.json:\d+:\d+ +A102 /).waitFor();
    await page.waitForLoadState('networkidle');
    files.write('publication.json', whole);
    await arrived(page, lead.title);
    await hydrated(page);
    expect(errorsOf(page)).toEqual([]);
    await page.context().close();
  } finally {
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
