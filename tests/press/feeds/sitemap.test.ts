// @vitest-environment jsdom
/** What search engines are told: the sitemap, the sitemap of news, and robots.txt. */
import { describe, expect, it } from 'vitest';
import { addressesOf } from '../../../src/publication/site.ts';
import { contentOf, editionWith, pieces, type Parts } from '../../fixtures/edition.ts';
import { filesFor, filesOf, folder, root, strictly, textOf } from './reading-feeds.ts';

type Listed = { loc: string; lastmod: string | undefined; languages: Record<string, string> };

const inside = (element: Element, name: string): string | undefined =>
  element.getElementsByTagName(name)[0]?.textContent ?? undefined;

const listed = (xml: string, of = 'url'): Listed[] =>
  [...strictly(xml).getElementsByTagName(of)].map((url) => ({
    loc: inside(url, 'loc') ?? '',
    lastmod: inside(url, 'lastmod'),
    languages: Object.fromEntries(
      [...url.getElementsByTagNameNS('http://www.w3.org/1999/xhtml', 'link')].map((link) => [
        link.getAttribute('hreflang') ?? '',
        link.getAttribute('href') ?? '',
      ]),
    ),
  }));

const dates = (parts: Parts): Record<string, string | undefined> =>
  Object.fromEntries(
    listed(textOf(filesOf(parts), '/sitemap.xml')).map(({ loc, lastmod }) => [new URL(loc).pathname, lastmod]),
  );

describe('sitemap.xml', () => {
  it.each([root, folder])(
    'lists every page below $base but search, the reader’s own and the one for unknown addresses',
    (place) => {
      const edition = editionWith({ articles: pieces(45), pages: { about: {} } });
      const all = [...addressesOf(edition)].filter(
        (address) => !['/search/', '/shelf/', '/404.html'].includes(address),
      );
      const site = place.origin + place.base.slice(0, -1);
      expect(listed(textOf(filesFor(edition, place), '/sitemap.xml')).map(({ loc }) => loc)).toEqual(
        all.map((address) => site + address),
      );
    },
  );

  it('dates each page by the newest change of what it shows', () => {
    const found = dates({
      publication: { timeZone: 'Asia/Karachi', lead: 'old' },
      mustRead: [{ headline: 'A brief' }],
      pages: { about: {} },
      articles: {
        old: { published: '2025-03-01', updated: '2026-06-01T08:00:00Z', tags: ['ships'], authors: ['ana'] },
        new: { published: '2026-05-03', section: 'opinion', source: { headline: 'Hers', authors: ['eva'] } },
        corrected: { published: '2025-12-31', corrections: [{ date: '2026-01-02', note: 'Wrong.' }], authors: ['ben'] },
        timeless: { authors: ['tim'], tags: ['ships'] },
      },
    });
    expect(found).toMatchObject({
      '/': '2026-06-01T08:00:00Z',
      '/must-read/': '2026-06-01T08:00:00Z',
      '/articles/old/': '2026-06-01T08:00:00Z',
      '/articles/new/': '2026-05-03T00:00:00+05:00',
      '/articles/corrected/': '2026-01-02T00:00:00+05:00',
      '/authors/ana/': '2026-06-01T08:00:00Z',
      '/authors/ben/': '2026-01-02T00:00:00+05:00',
      '/authors/eva/': '2026-05-03T00:00:00+05:00',
      '/sections/opinion/': '2026-05-03T00:00:00+05:00',
      '/tags/ships/': '2026-06-01T08:00:00Z',
      '/archive/': '2026-06-01T08:00:00Z',
      '/archive/2025/12/': '2026-01-02T00:00:00+05:00',
      '/archive/2026/': '2026-05-03T00:00:00+05:00',
    });
    const withoutDate = ['/articles/timeless/', '/archive/undated/', '/about/', '/authors/', '/authors/tim/'];
    expect(Object.keys(found)).toEqual(expect.arrayContaining(withoutDate));
    expect(withoutDate.filter((address) => found[address] !== undefined)).toEqual([]);
  });

  it('dates the pages of one list apart', () => {
    const found = dates({ articles: pieces(25) });
    expect(found['/sections/news/']).toBe('1990-01-25T00:00:00Z');
    expect(found['/sections/news/page/2/']).toBe('1990-01-05T00:00:00Z');
  });

  it('names every language of an article on each of them', () => {
    const files = filesOf({
      articles: { harbour: {}, bandargah: { language: 'ur', translationOf: 'harbour' }, alone: {} },
    });
    const both = {
      'en-GB': 'https://post.example/articles/harbour/',
      ur: 'https://post.example/articles/bandargah/',
    };
    const languages = new Map(listed(textOf(files, '/sitemap.xml')).map((entry) => [entry.loc, entry.languages]));
    expect(languages.get(both['en-GB'])).toEqual(both);
    expect(languages.get(both.ur)).toEqual(both);
    expect(languages.get('https://post.example/articles/alone/')).toEqual({});
  });

  it('becomes an index of several beyond 50,000 addresses', { timeout: 60_000 }, () => {
    const tags = (piece: number) => Array.from({ length: 100 }, (_, number) => `tag-${piece}-${number}`);
    const articles = pieces(500, (piece) => ({ tags: tags(piece) }));
    const files = filesFor(editionWith({ articles }), folder);
    const index = listed(textOf(files, '/sitemap.xml'), 'sitemap');
    expect(index.map(({ loc }) => loc)).toEqual([
      'https://post.example/folder/sitemap-1.xml',
      'https://post.example/folder/sitemap-2.xml',
    ]);
    // Read as text: a document of 50,000 entries takes jsdom long.
    const counts = ['/sitemap-1.xml', '/sitemap-2.xml'].map((file) => textOf(files, file).split('<url>').length - 1);
    expect(counts[0]).toBe(50_000);
    expect(counts[1]).toBeGreaterThan(0);
    expect(files.has('/sitemap-3.xml')).toBe(false);
    expect(index[0]?.lastmod).toBe('1991-05-15T00:00:00+01:00');
  });
});

describe('news-sitemap.xml', () => {
  it('holds the articles of the two days before the newest of them, whatever day it is', () => {
    const files = filesOf({
      publication: { name: 'Fish & Chips', timeZone: 'UTC' },
      articles: {
        newest: { published: '2019-05-03T12:00:00Z', headline: 'A & B' },
        edge: { published: '2019-05-01T12:00:00Z', language: 'zh-Hant' },
        before: { published: '2019-05-01T11:59:59Z' },
        timeless: {},
      },
    });
    const urls = [...strictly(textOf(files, '/news-sitemap.xml')).getElementsByTagName('url')];
    const names = ['loc', 'news:name', 'news:language', 'news:publication_date', 'news:title'];
    expect(urls.map((url) => names.map((name) => inside(url, name)))).toEqual([
      ['https://post.example/articles/newest/', 'Fish & Chips', 'en', '2019-05-03T12:00:00Z', 'A & B'],
      ['https://post.example/articles/edge/', 'Fish & Chips', 'zh-tw', '2019-05-01T12:00:00Z', 'Edge'],
    ]);
  });

  it('is not there, nor spoken of, where nothing has a date', () => {
    const files = filesOf({ articles: { timeless: {} } });
    expect(files.has('/news-sitemap.xml')).toBe(false);
    expect(textOf(files, '/robots.txt')).not.toContain('news');
  });
});

describe('robots.txt', () => {
  it('lets everybody in and names the sitemaps in full', () => {
    expect(textOf(filesOf({ articles: pieces(1) }, folder), '/robots.txt')).toBe(
      'User-agent: *\nAllow: /\n\nSitemap: https://post.example/folder/sitemap.xml\n' +
        'Sitemap: https://post.example/folder/news-sitemap.xml\n',
    );
  });
});

it('never makes two files of one name', () => {
  const { articles } = contentOf({ articles: pieces(30, () => ({ authors: ['ana'], tags: ['x'] })) });
  const edition = editionWith({ articles: Object.fromEntries(articles), mustRead: [{ article: 'piece-00001' }] });
  expect(filesFor(edition).size).toBe(3 + 3 + 3 + 1 + 1 + 1 + 1 + 1);
});
