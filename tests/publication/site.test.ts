/** Every address of the site has its page, and no other address has one. */
import { describe, expect, test } from 'vitest';
import type { Edition } from '../../src/publication/edition.ts';
import { press as urdu } from '../../src/words/ur/interface.ts';
import { addressesOf, pageAt } from '../../src/publication/site.ts';
import { editionWith, pieces } from '../fixtures/edition.ts';

const whole = editionWith({
  authors: { amna: { biography: 'Writes.' }, reader: {} },
  articles: {
    ...pieces(45, (number) => ({
      authors: ['amna'],
      section: number % 2 ? 'news' : 'world',
      tags: [`tag-${number % 3}`],
      ...(number < 25 && { series: 'sea' }),
    })),
    ...Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`undated-${index}`, {}])),
    urdu: { language: 'ur', published: '2026-01-01', source: { headline: 'x', authors: ['reader'] } },
  },
  pages: { about: {}, privacy: { language: 'ur' } },
  mustRead: [{ article: 'urdu' }, { headline: 'Ferry late' }],
});

describe('the site', () => {
  const addresses = [...addressesOf(whole)];

  test('lists every address once', () => {
    expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([]);
    expect(addresses[0]).toBe('/');
    expect(addresses.at(-1)).toBe('/404.html');
  });

  test('has a page at every address it lists, which says that it stands there', () => {
    for (const address of addresses) {
      const said = ['/search/', '/shelf/', '/404.html'].includes(address)
        ? undefined
        : `https://post.example${address}`;
      expect(pageAt(whole, address)?.head.canonical).toBe(said);
    }
  });

  test('lists what the pages lead to', () => {
    const known = new Set(addresses);
    const leads = (value: unknown): string[] => {
      if (typeof value !== 'object' || value === null) return [];
      const own = ['href', 'previous', 'next'].flatMap((key) => {
        const address: unknown = Reflect.get(value, key);
        return typeof address === 'string' ? [address] : [];
      });
      return [...own, ...Object.values(value).flatMap(leads)];
    };
    const dead = addresses.flatMap((address) =>
      leads({ ...pageAt(whole, address), head: undefined }).filter((href) => !known.has(href)),
    );
    expect([...new Set(dead)]).toEqual([]);
  });

  test('gives pages that survive the journey through JSON', () => {
    for (const address of addresses) {
      const page = pageAt(whole, address);
      const travelled: unknown = JSON.parse(JSON.stringify(page));
      expect(JSON.stringify(travelled)).toBe(JSON.stringify(page));
      expect(travelled).toEqual(page);
    }
  });

  test('gives the same page each time it is asked', () => {
    for (const address of addresses) {
      expect(JSON.stringify(pageAt(whole, address))).toBe(JSON.stringify(pageAt(whole, address)));
    }
  });

  test('gives no two addresses one title', () => {
    const titles = addresses.map((address) => pageAt(whole, address)?.head.title);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  test('is there, with every page of its own, before anything is written', () => {
    for (const edition of [editionWith(), editionWith({ publication: { language: 'ur' } }, urdu)]) {
      const empty = [...addressesOf(edition)];
      expect(empty).toEqual(['/', '/must-read/', '/search/', '/authors/', '/archive/', '/shelf/', '/404.html']);
      for (const address of empty) expect(pageAt(edition, address)).toBeDefined();
    }
  });

  test('has the publication’s own pages, in their language', () => {
    expect(pageAt(whole, '/about/')).toMatchObject({
      kind: 'own',
      title: 'About',
      texts: { body: '<p>About us.</p>' },
    });
    expect(pageAt(whole, '/privacy/')).toMatchObject({ kind: 'own', lang: 'ur', dir: 'rtl' });
  });

  test('has the reader’s own page, which search engines leave alone', () => {
    expect(pageAt(whole, '/shelf/')).toMatchObject({
      kind: 'shelf',
      title: 'Your shelf',
      head: { title: 'Your shelf · The Harbour Post' },
      frame: { mustRead: { length: 9 } },
    });
  });

  test('shows Must Read on a page of its own, and not beside itself', () => {
    const page = pageAt(whole, '/must-read/');
    expect(page).toMatchObject({ kind: 'must-read', title: 'Must Read', frame: { mustRead: [] } });
    expect(page?.kind === 'must-read' && page.entries.length).toBe(20);
    expect(pageAt(whole, '/')?.frame.mustRead).toHaveLength(9);
    expect(pageAt(whole, '/404.html')?.frame.mustRead).toHaveLength(9);
  });
});

describe('an address that the site does not have', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'valueOf'];
  const kinds = ['', '/articles', '/authors', '/sections', '/tags', '/series', '/archive', '/archive/2026'];
  test.each([
    '',
    '//',
    '///',
    '/ ',
    'articles/urdu/',
    '/articles/urdu',
    '/articles/',
    '/articles//urdu/',
    '//articles/urdu/',
    '/articles/urdu//',
    '/articles/../urdu/',
    '/articles/./urdu/',
    '/articles/urdu/../',
    '/articles/urdu/page/2/',
    '/articles/urdu/index.html',
    '/articles/urdu/page.json',
    '/articles/urdu/extra/',
    '/articles/URDU/',
    '/articles/urdu/?q=1',
    '/articles/urdu/#top',
    '/articles/%75rdu/',
    '/articles/%E0%A4%A/',
    '/articles/اردو/',
    '/articles/\ud800/',
    '/articles/urdu\n/',
    '/articles/urdu\0/',
    '\\articles\\urdu\\',
    '/page/1/',
    '/page/2/',
    '/page/',
    '/authors/page/1/',
    '/authors/page/0/',
    '/authors/page/2/',
    '/authors/amna/page/0/',
    '/authors/amna/page/1/',
    '/authors/amna/page/02/',
    '/authors/amna/page/-1/',
    '/authors/amna/page/1e1/',
    '/authors/amna/page/2.0/',
    '/authors/amna/page/2',
    '/authors/amna/page/',
    '/authors/amna/page/4/',
    '/authors/amna/page/2/page/2/',
    '/authors/amna/page/99999999999999999999999999/',
    `/authors/amna/page/${'9'.repeat(400)}/`,
    '/sections/',
    '/sections/sport/',
    '/tags/',
    '/series/',
    '/archive/page/2/',
    '/archive/1990/page/2/',
    '/archive/1990/1/',
    '/archive/1990/01/15/',
    '/archive/1990-01/',
    '/archive/1990-0/1/',
    '/archive/undated/01/',
    '/archive/undated/page/3/',
    '/about/page/2/',
    '/about/us/',
    '/must-read/page/2/',
    '/404/',
    '/404.html/',
    '/search/page/2/',
    '/search/words/',
    '/shelf/page/2/',
    '/etc/passwd',
    ...kinds.flatMap((kind) => names.map((name) => `${kind}/${name}/`)),
  ])('%j has no page', (address) => {
    expect(pageAt(whole, address)).toBeUndefined();
  });

  test('may be as long as it likes', () => {
    const long = 100_000;
    for (const address of [
      `/articles/${'a'.repeat(long)}/`,
      `/${'a/'.repeat(long)}`,
      '/'.repeat(long),
      `/authors/amna${'/page/2'.repeat(long)}/`,
      `/authors/amna${'/page/2'.repeat(long)}`,
      `/archive/1990/01/page/${'1'.repeat(long)}/`,
    ]) {
      expect(pageAt(whole, address)).toBeUndefined();
    }
  });
});

describe('the size of a page', () => {
  const archive = (count: number): Edition =>
    editionWith({
      articles: pieces(count, (number) => ({
        // The oldest hundred fill one month, the section, the author and the tag of every archive.
        published: number <= 100 ? '1990-01-01' : new Date(Date.UTC(1990, 0, 1 + number)).toISOString().slice(0, 10),
        authors: ['amna', `writer-${number % 9}`],
        tags: [`tag-${number % 4}`],
        series: `series-${String(Math.floor(number / 10)).padStart(4, '0')}`,
        standfirst: 'What stands on it.',
        source: { headline: 'The hill', authors: ['hossain'] },
      }))!,
      mustRead: Array.from({ length: 100 }, (_, index) => ({ article: `piece-${String(index + 1).padStart(5, '0')}` })),
    });
  const [small, large] = [archive(100), archive(10_000)];
  const bytes = (edition: Edition, address: string) => JSON.stringify(pageAt(edition, address)).length;

  test.each([
    ['the front page', '/'],
    ['an article', '/articles/piece-00050/'],
    ['the newest article of the smaller archive', '/articles/piece-00099/'],
    ['a section', '/sections/news/'],
    ['a page of a section', '/sections/news/page/3/'],
    ['a tag', '/tags/tag-1/'],
    ['an author', '/authors/amna/'],
    ['a page of an author', '/authors/amna/page/3/'],
    ['a writer of whom there are many accounts', '/authors/hossain/'],
    ['a month', '/archive/1990/01/'],
    ['a series', '/series/series-0005/'],
    ['Must Read', '/must-read/'],
    ['all authors', '/authors/'],
    ['the page for unknown addresses', '/404.html'],
  ])('does not grow from 100 to 10,000 articles: %s', (_, address) => {
    expect(bytes(large, address)).toBeLessThanOrEqual(bytes(small, address) * 1.02);
  });
});
