/** A second build takes what did not change from the first, changes no file that it need not, and believes no file that was touched. */
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
  const isOfIndex = (file: string) => file.startsWith('/assets/search/');
  const search = ['/search/index.html', '/search/page.json'];
  expect(changed(before, after).filter((file) => !isOfIndex(file))).toEqual([...page, ...feeds, ...search].toSorted());
  // An index is never half of one build and half of another: it lies in a folder of its own.
  const folders = (files: Map<string, string>) =>
    new Set([...files.keys()].filter(isOfIndex).map((file) => file.split('/')[3]));
  expect([folders(before).size, folders(after).size]).toEqual([1, 1]);
  expect([...folders(after)]).not.toEqual([...folders(before)]);

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
