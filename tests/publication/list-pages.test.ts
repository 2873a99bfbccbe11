/** Pages that list articles: the front page, sections, series, and the archive. */
import { describe, expect, test } from 'vitest';
import { archivePage, yearPage } from '../../src/publication/archive-pages.ts';
import { authorsPage } from '../../src/publication/author-page.ts';
import { frontPage } from '../../src/publication/front-page.ts';
import { press as urdu } from '../../src/words/ur/interface.ts';
import { pageAt } from '../../src/publication/site.ts';
import type { FrontPageData, ListPageData } from '../../src/publication/page.ts';
import { editionWith, pieces } from '../fixtures/edition.ts';

const slugOf = ({ href }: { href: string }) => href.split('/')[2];

/** The lead and the slugs of the list after it, as a front page has them that nobody has laid out. */
function usualBlocks({ blocks }: FrontPageData) {
  const [lead, latest, ...rest] = blocks;
  if (lead?.kind !== 'lead' || latest?.kind !== 'list' || rest.length > 0) throw new Error('other blocks');
  return { lead: lead.article, latest: latest.articles.map(slugOf) };
}

describe('the front page', () => {
  const articles = pieces(30)!;

  test('opens with the newest, then the twenty after it', () => {
    const page = frontPage(editionWith({ articles }));
    const { lead, latest } = usualBlocks(page);
    expect(lead).toMatchObject({ href: '/articles/piece-00030/' });
    expect(latest).toEqual(Array.from({ length: 20 }, (_, index) => `piece-000${String(29 - index).padStart(2, '0')}`));
    expect(page.more).toEqual({ href: '/archive/', text: 'All articles, by date' });
  });

  test('opens with the lead that the editor chose, and does not repeat it', () => {
    const { lead, latest } = usualBlocks(frontPage(editionWith({ articles, publication: { lead: 'piece-00028' } })));
    expect(lead).toMatchObject({ href: '/articles/piece-00028/' });
    expect(latest.slice(0, 3)).toEqual(['piece-00030', 'piece-00029', 'piece-00027']);
  });

  test('opens with the newest where the lead is a draft or nothing', () => {
    const { lead } = usualBlocks(frontPage(editionWith({ articles, publication: { lead: 'not-here' } })));
    expect(lead).toMatchObject({ href: '/articles/piece-00030/' });
  });

  test('is there before anything is written', () => {
    expect(frontPage(editionWith())).toMatchObject({
      kind: 'front',
      blocks: [],
      frame: { sections: [], mustRead: [] },
    });
  });

  test.each([
    ['A quiet paper', 'The Harbour Post: A quiet paper'],
    [undefined, 'The Harbour Post'],
  ])('with the tagline %j is called “%s”', (tagline, title) => {
    expect(frontPage(editionWith({ publication: { tagline } })).head).toEqual({
      title,
      description: tagline,
      canonical: 'https://post.example/',
    });
  });
});

describe('what stands around every page', () => {
  test('names the sections that hold something, in the editor’s order, and the publication’s own pages', () => {
    const { frame } = frontPage(
      editionWith({
        publication: {
          rights: 'All ours.',
          sections: ['world', 'empty', 'news'].map((slug) => ({ slug, name: slug.toUpperCase() })),
        },
        articles: { a: { section: 'news' }, b: { section: 'world' } },
        pages: { about: { title: 'About us' }, privacy: {} },
      }),
    );
    expect(frame.sections).toEqual([
      { href: '/sections/world/', text: 'WORLD' },
      { href: '/sections/news/', text: 'NEWS' },
    ]);
    expect(frame.foot.map(({ href, text }) => `${href} ${text}`)).toEqual([
      '/about/ About us',
      '/privacy/ Privacy',
      '/authors/ Authors',
      '/archive/ Archive',
      '/must-read/ Must Read',
      '/shelf/ Your shelf',
    ]);
    expect(frame.rights).toBe('All ours.');
  });
});

describe('lists of twenty', () => {
  const lists: [string, string, (count: number) => ReturnType<typeof editionWith>][] = [
    [
      'a section',
      '/sections/world/',
      (count) => editionWith({ articles: pieces(count, () => ({ section: 'world' }))! }),
    ],
    ['a tag', '/tags/sea/', (count) => editionWith({ articles: pieces(count, () => ({ tags: ['sea'] }))! })],
    ['a series', '/series/sea/', (count) => editionWith({ articles: pieces(count, () => ({ series: 'sea' }))! })],
    [
      'an author',
      '/authors/amna/',
      (count) => editionWith({ articles: pieces(count, () => ({ authors: ['amna'] }))! }),
    ],
    [
      'a month',
      '/archive/2026/05/',
      (count) => editionWith({ articles: pieces(count, () => ({ published: '2026-05-03' }))! }),
    ],
    [
      'the undated',
      '/archive/undated/',
      (count) => editionWith({ articles: pieces(count, () => ({ published: undefined }))! }),
    ],
  ];
  const cases = lists.flatMap(([name, address, make]) =>
    [
      [1, [1]],
      [20, [20]],
      [21, [20, 1]],
      [40, [20, 20]],
      [41, [20, 20, 1]],
    ].map(([count, sizes]) => ({ name, address, make, count: count as number, sizes: sizes as number[] })),
  );

  test.each(cases)('$name of $count stands on pages of $sizes', ({ address, make, count, sizes }) => {
    const edition = make(count);
    const seen: string[] = [];
    for (const [index, size] of sizes.entries()) {
      const number = index + 1;
      const here = number === 1 ? address : `${address}page/${number}/`;
      const page = pageAt(edition, here);
      if (page?.kind !== 'list' && page?.kind !== 'author') throw new Error(`no list at ${here}`);
      const hrefs = (page.kind === 'list' ? page.articles : page.years.flatMap(({ articles }) => articles)).map(slugOf);
      expect(hrefs).toHaveLength(size);
      seen.push(...hrefs.map(String));
      expect(page.paging).toEqual({
        number,
        count: sizes.length,
        previous: number === 1 ? undefined : number === 2 ? address : `${address}page/${number - 1}/`,
        next: number === sizes.length ? undefined : `${address}page/${number + 1}/`,
        text: `Page ${number} of ${sizes.length}`,
      });
      expect(page.head.canonical).toBe(`https://post.example${here}`);
    }
    expect(pageAt(edition, `${address}page/${sizes.length + 1}/`)).toBeUndefined();
    expect(new Set(seen).size).toBe(count);
  });

  test('of authors are as long', () => {
    const authors = Object.fromEntries(Array.from({ length: 41 }, (_, index) => [`writer-${index}`, {}]));
    const sizes = [1, 2, 3].map((number) => authorsPage(editionWith({ authors }), number)?.authors.length);
    expect(sizes).toEqual([20, 20, 1]);
    expect(authorsPage(editionWith({ authors }), 4)).toBeUndefined();
    expect(authorsPage(editionWith(), 1)).toMatchObject({ authors: [], paging: { count: 1 } });
  });

  test('say what they are and how long', () => {
    const edition = editionWith({
      articles: pieces(21, () => ({ section: 'world', tags: ['north-korea'], published: '2026-05-03' }))!,
    });
    const list = (address: string) => {
      const { overline, title, tally, head } = pageAt(edition, address) as ListPageData;
      return [overline, title, tally, head.title];
    };
    expect(list('/sections/world/')).toEqual(['Section', 'World', '21 articles', 'World · The Harbour Post']);
    expect(list('/tags/north-korea/page/2/')).toEqual([
      'Tag',
      'North korea',
      '21 articles',
      'North korea, page 2 · The Harbour Post',
    ]);
    expect(list('/archive/2026/05/')).toEqual(['Archive', 'May 2026', '21 articles', 'May 2026 · The Harbour Post']);
  });

  test('number the parts of a series on from page to page, oldest first', () => {
    const edition = editionWith({ articles: pieces(22, () => ({ series: 'the-sea' }))! });
    const [first, second] = ['/series/the-sea/', '/series/the-sea/page/2/'].map(
      (address) => pageAt(edition, address) as ListPageData,
    );
    expect(first?.parts?.slice(0, 2)).toEqual(['Part 1 of 22', 'Part 2 of 22']);
    expect(first?.articles.slice(0, 2).map(slugOf)).toEqual(['piece-00001', 'piece-00002']);
    expect(second?.parts).toEqual(['Part 21 of 22', 'Part 22 of 22']);
    expect((pageAt(edition, '/sections/news/') as ListPageData).parts).toBeUndefined();
  });
});

describe('the archive', () => {
  const edition = editionWith({
    articles: {
      ...pieces(100, (number) => ({ published: `20${20 + (number % 3)}-0${1 + (number % 9)}-15` })),
      'z-undated': {},
      'y-undated': {},
    },
  });
  const countOf = (text: string) => Number.parseInt(text, 10);
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

  test('counts every article once, by year, by month and without a date', () => {
    const page = archivePage(edition);
    const months = page.groups.flatMap(({ periods }) => periods);
    expect(page.tally).toBe('102 articles');
    expect(page.undated).toEqual({ href: '/archive/undated/', text: 'Without a date', count: '2 articles' });
    expect(sum(months.map(({ count }) => countOf(count)))).toBe(100);
    expect(sum(page.groups.map(({ heading }) => countOf(heading?.count ?? '')))).toBe(100);
    for (const { heading, periods } of page.groups) {
      expect(sum(periods.map(({ count }) => countOf(count)))).toBe(countOf(heading?.count ?? ''));
    }
  });

  test('counts a month as its page and a year as its page', () => {
    for (const { heading, periods } of archivePage(edition).groups) {
      expect(pageAt(edition, heading!.href)).toMatchObject({ tally: heading!.count });
      for (const { href, count } of periods) expect(pageAt(edition, href)).toMatchObject({ tally: count });
    }
  });

  test('stands newest first', () => {
    const page = archivePage(edition);
    expect(page.groups.map(({ heading }) => heading?.text)).toEqual(['2022', '2021', '2020']);
    expect(page.groups[0]?.periods.map(({ text }) => text)).toEqual(['September', 'June', 'March']);
  });

  test('shows of a year the newest three headlines of each month, and the way up', () => {
    const page = yearPage(edition, '2022');
    expect(page).toMatchObject({
      title: '2022',
      up: { href: '/archive/', text: 'Archive' },
      head: { canonical: 'https://post.example/archive/2022/' },
    });
    const headlines = page?.groups.flatMap(({ periods }) => periods.map((period) => period.headlines.length));
    expect(headlines).toEqual([3, 3, 3]);
    expect(archivePage(edition).groups.flatMap(({ periods }) => periods.flatMap((period) => period.headlines))).toEqual(
      [],
    );
  });

  test('has no undated list where every article is dated', () => {
    const dated = editionWith({ articles: pieces(2)! });
    expect(archivePage(dated).undated).toBeUndefined();
    expect(pageAt(dated, '/archive/undated/')).toBeUndefined();
  });

  test('has no page for a year or a month without articles', () => {
    expect(yearPage(edition, '1999')).toBeUndefined();
    for (const address of ['/archive/2022/12/', '/archive/2022/9/', '/archive/2022/13/', '/archive/22/09/']) {
      expect(pageAt(edition, address)).toBeUndefined();
    }
  });

  test('is told in Urdu', () => {
    const inUrdu = editionWith({ articles: pieces(1)!, publication: { language: 'ur' } }, urdu);
    expect(archivePage(inUrdu).groups).toMatchObject([
      { heading: { text: '1990', count: 'ایک تحریر' }, periods: [{ text: 'جنوری' }] },
    ]);
  });
});
