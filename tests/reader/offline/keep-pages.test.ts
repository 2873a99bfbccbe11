// @vitest-environment jsdom
/** What is fetched to be kept: a page as it is, its pictures where they can be had now, and nothing that is no page. */
import { afterEach, expect, test, vi } from 'vitest';
import { fetchFile, fetchPage, withFiles } from '../../../src/reader/offline/keep-pages.ts';

const answer = (body: string, type: string, status = 200) =>
  new Response(body, { status, headers: { 'content-type': type } });

const online = (answers: Record<string, () => Response | Promise<Response>>) =>
  vi.stubGlobal('fetch', async (url: string) => answers[url]?.() ?? answer('Not found', 'text/html', 404));

afterEach(() => vi.unstubAllGlobals());

const page = { kind: 'article', headline: 'اردو', texts: { body: '<p><img src="/images/a.png" alt=""></p>' } };

async function fetched() {
  const found = await fetchPage('/articles/a/');
  if (typeof found === 'string') throw new Error(found);
  return found;
}

const picture = () => answer('picture', 'image/png');

test.each([
  ['is there', picture, 'image/png'],
  ['is on a dead line', () => Promise.reject(new TypeError('Failed to fetch')), 'unreachable'],
  ['is on a host in trouble', () => answer('Trouble', 'text/html', 503), 'unreachable'],
  ['is not there', () => answer('Not found', 'text/html', 404), undefined],
  ['is answered with a page', () => answer('<h1>Paper</h1>', 'text/html'), undefined],
])('a picture that %s', async (_, how, expected) => {
  online({ '/images/a.png': how });
  const found = await fetchFile('/images/a.png');
  expect(typeof found === 'object' ? found.type : found).toBe(expected);
});

test('data that is no page is as none', async () => {
  online({ '/articles/a/page.json': () => answer('{"error":1}', 'application/json') });
  expect(await fetchPage('/articles/a/')).toBe('unreachable');
});

test('a page without a picture that cannot be had now passes for another, so that it is asked for again', async () => {
  const data = () => answer(JSON.stringify(page), 'application/json');
  online({ '/articles/a/page.json': data, '/images/a.png': () => Promise.reject(new TypeError('Failed to fetch')) });
  const found = await fetched();
  expect(await withFiles(found)).toMatchObject({ hash: '', files: [] });
  online({ '/articles/a/page.json': data, '/images/a.png': picture });
  expect(await withFiles(await fetched())).toMatchObject({ hash: found.hash, files: [{ url: '/images/a.png' }] });
});

test('a sheet of another origin, which cannot be read, is no hindrance to an Urdu page', async () => {
  online({ '/articles/a/page.json': () => answer(JSON.stringify(page), 'application/json'), '/images/a.png': picture });
  const foreign = {
    href: 'https://extension.test/a.css',
    get cssRules(): never {
      throw new DOMException('Cannot access rules', 'SecurityError');
    },
  };
  vi.spyOn(document, 'styleSheets', 'get').mockReturnValue([foreign] as unknown as StyleSheetList);
  expect(await withFiles(await fetched())).toMatchObject({ title: 'اردو' });
});

test('letters that an article has on a page of their own are kept with it', async () => {
  const all = { href: '/articles/a/letters/', text: 'All 90 letters' };
  const withLetters = { ...page, texts: {}, letters: { heading: '90 letters', all, feed: all } };
  const letters = JSON.stringify({ kind: 'letters', texts: { letters: '', moreLetters: '<ol></ol>' } });
  online({
    '/articles/a/page.json': () => answer(JSON.stringify(withLetters), 'application/json'),
    '/articles/a/letters/page.json': () => answer(letters, 'application/json'),
  });
  const { files } = await withFiles(await fetched());
  expect(files.map(({ url, bytes }) => [url, new TextDecoder().decode(bytes)])).toEqual([
    ['/articles/a/letters/page.json', letters],
  ]);
});
