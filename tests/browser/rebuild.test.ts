/** A second build takes what did not change from the first, changes no file that it need not, and believes no file that was touched. */
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articleSlug, measured, writeArchive } from '../bench/archive.ts';
import { build } from './built-site.ts';

let folder: string;
let data: string;
let site: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-rebuild-'));
  data = join(folder, 'data');
  site = join(folder, 'site');
  cpSync('src/data', data, { recursive: true });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const filesOf = (root: string): Map<string, string> =>
  new Map(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(root.length), readFileSync(path, 'base64')]),
  );

const changed = (before: Map<string, string>, after: Map<string, string>): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((file) => before.get(file) !== after.get(file)).toSorted();

const isOfIndex = (file: string) => /^\/(?:assets\/search|search\/texts)\//.test(file);

test('an edit to the words of an article changes its page, its data, the feeds it stands in and what is searched', () => {
  const [, pages = '', articles = ''] = /(\d+) pages of (\d+) articles/.exec(build(site, { data })) ?? [];
  const before = filesOf(site);

  const article = join(data, 'articles/how-to-publish.json');
  writeFileSync(article, readFileSync(article, 'utf8').replace('Put it there', 'Put it in its place'));
  // Somebody has written into the site; that page is not taken over.
  appendFileSync(join(site, 'about/index.html'), '<p>Not ours</p>');
  const unchanged = `${pages} pages, ${Number(pages) - 3} of them unchanged of ${articles} articles`;
  expect(build(site, { data })).toContain(unchanged);
  const after = filesOf(site);

  const feeds = ['', '/authors/broadsheet-desk', '/sections/guide'].flatMap((place) =>
    ['atom.xml', 'feed.json', 'feed.xml'].map((name) => `${place}/${name}`),
  );
  const page = ['/articles/how-to-publish/index.html', '/articles/how-to-publish/page.json', '/must-read/feed.xml'];
  // By it a device finds what to keep anew.
  const list = '/sections/guide/offline.json';
  const search = ['/search/index.html', '/search/page.json'];
  expect(changed(before, after).filter((file) => !isOfIndex(file))).toEqual(
    [...page, list, ...feeds, ...search].toSorted(),
  );
  // No page that is open reads words of one build in files of another.
  const words = changed(before, after).filter((file) => file.startsWith('/assets/'));
  expect(words).not.toEqual([]);
  expect(words.filter((file) => before.has(file) && after.has(file))).toEqual([]);

  const clean = join(folder, 'clean/site');
  build(clean, { data });
  expect(changed(filesOf(clean), after)).toEqual([]);
});

test.each([
  {
    edit: 'that makes an article longer to read',
    file: 'articles/how-to-publish.json',
    change: (text: string) => text.replace('Put it in its place', 'word '.repeat(2000)),
  },
  {
    edit: 'to a headline',
    file: 'articles/how-to-publish.json',
    change: (text: string) => text.replace(/"headline": "/, '"headline": "Again: '),
  },
  {
    edit: 'to what is told of an author',
    file: 'authors/broadsheet-desk.json',
    change: (text: string) => text.replace(/"biography": "/, '"biography": "Told anew. '),
  },
  {
    edit: 'to the forms of a term of the glossary',
    file: 'glossary.json',
    change: (text: string) => text.replace('"datelines"', '"promise"'),
  },
  {
    edit: 'to what an own page says',
    file: 'pages/about.json',
    change: (text: string) => text.replace(/"body": \[\s*"/, '"body": ["Told anew. '),
  },
])('an edit $edit leaves the site as a first build would make it', ({ file, change }) => {
  const path = join(data, file);
  const before = readFileSync(path, 'utf8');
  writeFileSync(path, change(before));
  expect(readFileSync(path, 'utf8')).not.toBe(before);
  expect(build(site, { data })).toMatch(/pages, \d+ of them unchanged/);
  const clean = join(folder, 'clean-again/site');
  build(clean, { data });
  expect(changed(filesOf(clean), filesOf(site))).toEqual([]);
});

test('an article that waits for its date is told by the build and a file of the site, until it is there', () => {
  const path = join(data, 'articles/how-to-publish.json');
  const before = readFileSync(path, 'utf8');
  const made = (date: string) => {
    writeFileSync(path, before.replace(/"published": "[^"]*"/, `"published": "${date}"`));
    return build(site, { data }).trimEnd().split('\n');
  };
  const moment = '2999-12-24T06:00+05:00';
  const waiting = made('2999-12-24T06:00:00+05:00');
  expect(waiting.at(-2)).toBe(`next: ${moment}`);
  expect(waiting.at(-1)).toMatch(/ files are new$/);
  const first = filesOf(site);
  expect(readFileSync(join(site, 'next-build.txt'), 'utf8')).toBe(`${moment}\n`);
  expect(first.has('/articles/how-to-publish/index.html')).toBe(false);

  const clean = join(folder, 'clean-waiting/site');
  build(clean, { data });
  expect(changed(filesOf(clean), first)).toEqual([]);

  // Another date of what is not there changes nothing but that file.
  expect(made('2999-12-25').at(-1)).toMatch(/^1 of /);
  expect(changed(first, filesOf(site))).toEqual(['/next-build.txt']);

  const due = made('2026-05-01');
  expect(due.filter((line) => line.startsWith('next:'))).toEqual([]);
  const last = filesOf(site);
  expect([last.has('/next-build.txt'), last.has('/articles/how-to-publish/index.html')]).toEqual([false, true]);
  writeFileSync(path, before);
});

describe('of 300 articles', () => {
  let before: Map<string, string>;
  const archive = () => join(folder, 'archive');
  const built = () => join(folder, 'archive-site');
  const make = (site = built()) => build(site, { data: archive(), env: { BROADSHEET_SHARE_IMAGES: 'off' } });
  const edited = () => join(archive(), `articles/${articleSlug(measured)}.json`);

  beforeAll(() => {
    writeArchive(archive(), 300);
    make();
    before = filesOf(built());
  });

  test('there are at most 1,600 files, lists and what every site has among them', () => {
    expect(before.size).toBeLessThanOrEqual(1600);
  });

  test.each([
    { edit: 'a word that no other has', change: (text: string) => text.replace(/"body": \[\s*"/, '$&Zanzibar! ') },
    { edit: 'a word that many have', change: (text: string) => text.replace(/(?<="body"[^]*) the /, ' ') },
  ])('an edit to $edit changes at most forty files, and the build says how many are new', ({ change }) => {
    const text = readFileSync(edited(), 'utf8');
    writeFileSync(edited(), change(text));
    expect(readFileSync(edited(), 'utf8')).not.toBe(text);
    const said = make();
    const after = filesOf(built());
    const differing = changed(before, after);
    expect(differing.length).toBeLessThanOrEqual(40);
    const made = differing.filter((file) => after.has(file)).length;
    expect(said).toContain(`${made} of ${after.size.toLocaleString('en')} files are new`);
    before = after;
  });

  test('and the site is as a first build would make it', () => {
    make(join(folder, 'archive-clean/site'));
    expect(changed(filesOf(join(folder, 'archive-clean/site')), before)).toEqual([]);
  });
});
