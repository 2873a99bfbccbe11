/** The profile of an author, and the list of authors. */
import { describe, expect, test } from 'vitest';
import { authorPage, authorsPage } from '../../src/publication/author-page.ts';
import { press as urdu } from '../../src/words/ur/interface.ts';
import { editionWith, pieces, type Parts } from '../fixtures/edition.ts';

const pageOf = (parts: Parts, number = 1, slug = 'amna') => authorPage(editionWith(parts), slug, number)!;
const slugOf = ({ href }: { href: string }) => href.split('/')[2];

describe('the profile of an author', () => {
  const amna = {
    name: 'Amna Shah',
    role: 'Editor',
    biography: 'Writes of the sea.',
    email: 'withheld',
    links: [{ label: 'Her site', url: 'https://amna.example' }],
  };

  test('has what is known of them, and an address that is withheld stays so', () => {
    expect(pageOf({ authors: { amna } })).toMatchObject({
      head: {
        title: 'Amna Shah · The Harbour Post',
        description: 'Editor',
        canonical: 'https://post.example/authors/amna/',
      },
      name: 'Amna Shah',
      role: 'Editor',
      portrait: { initials: 'AS' },
      email: 'withheld',
      links: [{ href: 'https://amna.example', text: 'Her site' }],
      texts: { biography: '<p>Writes of the sea.</p>' },
    });
  });

  test('lists every article newest first by year, undated last', () => {
    const authors = ['amna'];
    const page = pageOf({
      articles: {
        old: { authors, published: '2019-03-01' },
        eve: { authors, published: '2025-12-31T23:30:00Z' },
        'new-year': { authors, published: '2026-01-01T00:30:00Z' },
        undated: { authors },
        'of-another': { authors: ['bilal'] },
      },
    });
    expect(page.years.map(({ year, articles }) => [year, ...articles.map(slugOf)])).toEqual([
      ['2026', 'new-year'],
      ['2025', 'eve'],
      ['2019', 'old'],
      ['Without a date', 'undated'],
    ]);
    expect(page.tally).toBe('4 articles since 2019');
  });

  test.each([
    ['nothing', [], ''],
    ['one article', ['2020-01-01'], '1 article since 2020'],
    ['undated ones only', [undefined, undefined], '2 articles'],
    ['the first dated one counts', ['2024-01-01', '2020-06-01', undefined], '3 articles since 2020'],
  ])('tells how many there are: %s', (_, dates, tally) => {
    const articles = dates.map((published, index) => [`piece-${index}`, { authors: ['amna'], published }]);
    expect(pageOf({ authors: { amna: {} }, articles: Object.fromEntries(articles) }).tally).toBe(tally);
  });

  test('tells it in Urdu', () => {
    const edition = editionWith(
      { articles: pieces(2, () => ({ authors: ['amna'] }))!, publication: { language: 'ur' } },
      urdu,
    );
    expect(authorPage(edition, 'amna', 1)?.tally).toBe('1990 سے اب تک 2 تحریریں');
  });

  test('keeps accounts of their work apart from what they wrote', () => {
    const source = { headline: 'The hill', authors: ['amna'] };
    const page = pageOf({ articles: { own: { authors: ['amna'] }, account: { authors: ['desk'], source } } });
    expect(page.years.flatMap(({ articles }) => articles).map(slugOf)).toEqual(['own']);
    expect(page.accounts.map(slugOf)).toEqual(['account']);
    expect(page.tally).toBe('1 article');
  });

  test('of one who is only written about has accounts and no tally', () => {
    const source = { headline: 'The hill', authors: ['amna'] };
    const page = pageOf({ articles: { account: { source } } });
    expect(page).toMatchObject({ tally: '', years: [], paging: { number: 1, count: 1 } });
    expect(page.accounts.map(slugOf)).toEqual(['account']);
  });

  test('tells with whom they wrote, most often first', () => {
    const page = pageOf({
      articles: {
        one: { authors: ['amna', 'bilal'], published: '2026-01-01' },
        two: { authors: ['chae', 'amna'], published: '2025-01-01' },
        three: { authors: ['chae', 'amna', 'bilal'], published: '2024-01-01' },
        four: { authors: ['amna', 'chae'], published: '2023-01-01' },
        five: { authors: ['bilal', 'chae'], published: '2022-01-01' },
        alone: { authors: ['amna'] },
      },
    });
    expect(page.together.map((group) => [slugOf(group.with), ...group.articles.map(slugOf)])).toEqual([
      ['chae', 'two', 'three', 'four'],
      ['bilal', 'one', 'three'],
    ]);
  });

  test('is in the language of its biography', () => {
    expect(pageOf({ authors: { amna: { language: 'ur' } } })).toMatchObject({ lang: 'ur', dir: 'rtl' });
  });

  test('goes on over pages; what is not a list stands on the first', () => {
    const source = { headline: 'The hill', authors: ['amna'] };
    const parts = {
      authors: { amna },
      articles: { ...pieces(41, () => ({ authors: ['amna', 'bilal'] })), account: { source } },
    };
    const pages = [1, 2, 3].map((number) => pageOf(parts, number));
    expect(pages.map(({ years }) => years.flatMap(({ articles }) => articles).length)).toEqual([20, 20, 1]);
    expect(
      pages.map(({ accounts, together, texts }) => [accounts, together, Object.keys(texts)].map((list) => list.length)),
    ).toEqual([
      [1, 1, 1],
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect(pages.map(({ head }) => head.title)).toEqual([
      'Amna Shah · The Harbour Post',
      'Amna Shah, page 2 · The Harbour Post',
      'Amna Shah, page 3 · The Harbour Post',
    ]);
    expect(new Set(pages.map(({ tally }) => tally))).toEqual(new Set(['41 articles since 1990']));
    expect(authorPage(editionWith(parts), 'amna', 4)).toBeUndefined();
  });

  test('is not there for an unknown author', () => {
    expect(authorPage(editionWith(), 'amna', 1)).toBeUndefined();
  });
});

describe('the list of authors', () => {
  test('stands in the order of the language', () => {
    const authors = { a: { name: 'Zoë' }, b: { name: 'Émile' }, c: { name: 'Adam' }, d: { name: 'emil' } };
    const names = authorsPage(editionWith({ authors }), 1)?.authors.map(({ name }) => name);
    expect(names).toEqual(['Adam', 'emil', 'Émile', 'Zoë']);
  });

  test('tells of each how much there is', () => {
    const articles = pieces(3, () => ({ authors: ['amna'] }))!;
    expect(
      authorsPage(editionWith({ articles, authors: { zahra: { name: 'زہرا', language: 'ur' } } }), 1),
    ).toMatchObject({
      title: 'Authors',
      authors: [
        { href: '/authors/amna/', name: 'Amna', tally: '3 articles since 1990' },
        { href: '/authors/zahra/', name: 'زہرا', tally: '', lang: 'ur', dir: 'rtl' },
      ],
    });
  });
});
