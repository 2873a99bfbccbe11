// @vitest-environment jsdom
/** What a reader finds on the page of an article. */
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { screen as urdu } from '../../src/words/ur/interface.ts';
import { press as urduPress } from '../../src/words/ur/interface.ts';
import { editionWith } from '../fixtures/edition.ts';
import { openPage, texts } from './open-page.tsx';

const harbour = {
  headline: 'The harbour at night',
  standfirst: 'Three lamps and a tide.',
  kicker: 'After dark',
  section: 'news',
  authors: ['jane-doe', 'ali-khan'],
  published: '2026-05-03',
  dateline: 'Leith',
  tags: ['north-sea'],
  body: ['The first lamp is green.'],
};

test('says what it is, who wrote it, when, where and how long it takes', async () => {
  await openPage(editionWith({ articles: { harbour } }), '/articles/harbour/');
  const article = screen.getByRole('article');
  expect(within(article).getByRole('heading', { level: 1 })).toHaveTextContent('The harbour at night');
  expect(document.title).toBe('The harbour at night · The Harbour Post');
  expect(within(article).getByText('Three lamps and a tide.')).toBeVisible();
  expect(within(article).getByRole('link', { name: 'After dark' })).toHaveAttribute('href', '/sections/news/');
  expect(within(article).getByText('Leith')).toBeVisible();
  expect(within(article).getByText('3 May 2026')).toHaveAttribute('datetime', '2026-05-03');
  expect(within(article).getByText('1 minute')).toBeVisible();
  expect(within(article).getByText('The first lamp is green.')).toBeVisible();
  expect(within(article).getByRole('link', { name: 'Jane Doe' })).toHaveAttribute('href', '/authors/jane-doe/');
  expect(within(article).getByRole('link', { name: 'Ali Khan' })).toHaveAttribute('href', '/authors/ali-khan/');
  expect(within(article).getByRole('link', { name: 'north sea' })).toHaveAttribute('href', '/tags/north-sea/');
});

test('an article of nobody is by the publication', async () => {
  await openPage(editionWith({ articles: { harbour: { ...harbour, authors: [] } } }), '/articles/harbour/');
  expect(texts([screen.getByRole('article')])[0]).toContain('By The Harbour Post');
  expect(screen.queryByRole('heading', { name: 'The writer' })).not.toBeInTheDocument();
});

test('the writer’s box tells role, biography, contact and what else they wrote', async () => {
  const edition = editionWith({
    articles: {
      harbour: { ...harbour, authors: ['jane-doe'] },
      quay: { ...harbour, headline: 'The quay', authors: ['jane-doe'] },
    },
    authors: {
      'jane-doe': {
        name: 'Jane Doe',
        role: 'Harbour correspondent',
        biography: 'Jane walks the pier.',
        email: 'jane@post.example',
        links: [{ label: 'Her notebook', url: 'https://jane.example/' }],
      },
    },
  });
  await openPage(edition, '/articles/harbour/');
  const box = screen.getByRole('region', { name: 'The writer' });
  expect(within(box).getByRole('link', { name: 'Jane Doe' })).toHaveAttribute('href', '/authors/jane-doe/');
  expect(within(box).getByText('Harbour correspondent')).toBeVisible();
  expect(within(box).getByText('Jane walks the pier.')).toBeVisible();
  expect(within(box).getByRole('link', { name: 'jane@post.example' })).toHaveAttribute(
    'href',
    'mailto:jane@post.example',
  );
  expect(within(box).getByRole('link', { name: 'Her notebook' })).toHaveAttribute('href', 'https://jane.example/');
  expect(within(box).getByRole('link', { name: 'The quay' })).toBeVisible();
});

test.each(['/articles/harbour/', '/authors/jane-doe/'])(
  'on %s the links of a writer are in their language',
  async (path) => {
    const authors = {
      'jane-doe': { name: 'جین ڈو', language: 'ur', links: [{ label: 'اخبار کے بارے میں', url: '/about/' }] },
    };
    const edition = editionWith({ articles: { harbour: { ...harbour, authors: ['jane-doe'] } }, authors });
    await openPage(edition, path);
    const label = screen.getByRole('link', { name: 'اخبار کے بارے میں' });
    expect(label.closest('[lang]')).toHaveAttribute('lang', 'ur');
    expect(label.closest('[dir]')).toHaveAttribute('dir', 'rtl');
  },
);

test('an address that the source hides is said to be withheld', async () => {
  const authors = { 'jane-doe': { name: 'Jane Doe', email: 'withheld' as const } };
  await openPage(
    editionWith({ articles: { harbour: { ...harbour, authors: ['jane-doe'] } }, authors }),
    '/articles/harbour/',
  );
  expect(screen.getByText('The writer’s address is withheld.')).toBeVisible();
  expect(screen.queryByText(/@/)).not.toBeInTheDocument();
});

test('an account says whose work it tells of', async () => {
  const source = {
    headline: 'Tides explained',
    authors: ['mary-roe'],
    name: 'The Almanac',
    url: 'https://almanac.example/tides',
  };
  const edition = editionWith({
    articles: { harbour: { ...harbour, source } },
    authors: { 'mary-roe': { name: 'Mary Roe' } },
  });
  await openPage(edition, '/articles/harbour/');
  const article = screen.getByRole('article');
  expect(texts([article])[0]).toContain(
    'An account of “Tides explained” by Mary Roe, The Almanac. The words here are ours.',
  );
  expect(within(article).getByRole('link', { name: 'Tides explained' })).toHaveAttribute(
    'href',
    'https://almanac.example/tides',
  );
  expect(within(article).getByRole('link', { name: 'Mary Roe' })).toHaveAttribute('href', '/authors/mary-roe/');
});

test('corrections stand under the text with their date', async () => {
  const corrections = [{ date: '2026-05-04', note: 'The lamp is green, not red.' }];
  await openPage(
    editionWith({ articles: { harbour: { ...harbour, updated: '2026-05-04', corrections } } }),
    '/articles/harbour/',
  );
  const region = screen.getByRole('region', { name: 'Corrections' });
  expect(within(region).getByText('The lamp is green, not red.')).toBeVisible();
  expect(within(region).getByText('4 May 2026')).toBeVisible();
  expect(texts([screen.getByRole('article')])[0]).toContain('Updated 4 May 2026');
});

test('a part of a series says which, and leads to the others', async () => {
  const part = (day: string, headline: string) => ({
    ...harbour,
    headline,
    series: 'the-lamps',
    published: `2026-05-0${day}`,
  });
  const edition = editionWith({
    articles: { one: part('1', 'Green'), two: part('2', 'White'), three: part('3', 'Red') },
  });
  await openPage(edition, '/articles/two/');
  expect(screen.getByText('Part 2 of 3')).toBeVisible();
  expect(screen.getByRole('link', { name: 'The lamps' })).toHaveAttribute('href', '/series/the-lamps/');
  const onward = screen.getByRole('navigation', { name: 'Next and previous articles' });
  expect(texts(within(onward).getAllByRole('listitem'))).toEqual(['Previous partGreen', 'Next partRed']);
});

test('a long article has an outline, a short one has none', async () => {
  const outline = ['Green', 'White', 'Red'].map((text) => ({
    id: `h-${text.toLowerCase()}`,
    text,
    level: 2 as const,
    words: 400,
  }));
  const texted = { 'articles/long': { outline, words: 1200 }, 'articles/short': { outline, words: 200 } };
  const articles = { long: harbour, short: { ...harbour, headline: 'The short one' } };
  const click = await openPage(editionWith({ articles, texts: texted }), '/articles/long/');
  await click(screen.getByText('In this article'));
  const navigation = screen.getByRole('navigation', { name: 'In this article' });
  expect(within(navigation).getByRole('link', { name: 'White' })).toHaveAttribute('href', '#h-white');
  expect(within(navigation).getAllByText('2 minutes')).toHaveLength(3);
  const aside = screen.getByRole('complementary', { name: 'Must Read' });
  await click(within(aside).getByRole('link', { name: 'The short one' }));
  expect(screen.getByRole('heading', { level: 1, name: 'The short one' })).toBeVisible();
  expect(screen.queryByText('In this article')).not.toBeInTheDocument();
});

test('an article in another language keeps the interface and says its own language', async () => {
  const urduArticle = { headline: 'رات کی بندرگاہ', language: 'ur', authors: ['jane-doe'], body: ['پہلا چراغ سبز ہے۔'] };
  const english = { headline: 'The harbour at night', translationOf: 'raat', authors: [] };
  await openPage(editionWith({ articles: { raat: urduArticle, night: english } }), '/articles/raat/');
  const article = screen.getByRole('article');
  expect(article).toHaveAttribute('lang', 'ur');
  expect(article).toHaveAttribute('dir', 'rtl');
  expect(within(article).getByText('By', { exact: false, selector: '[lang="en-GB"] *' })).toBeInTheDocument();
  expect(within(article).getByRole('link', { name: 'English' })).toHaveAttribute('href', '/articles/night/');
});

test('the interface is in the language of the publication', async () => {
  const publication = { language: 'ur' };
  const edition = editionWith(
    { publication, articles: { raat: { headline: 'رات', authors: ['jane-doe'] }, din: { headline: 'دن' } } },
    urduPress,
  );
  await openPage(edition, '/articles/raat/', { words: urdu });
  expect(screen.getByRole('complementary', { name: 'ضرور پڑھیے' })).toBeInTheDocument();
  expect(screen.getByRole('region', { name: 'مصنف' })).toBeInTheDocument();
  expect(screen.queryByText('Must Read')).not.toBeInTheDocument();
});

test('drafts and articles that wait for their day say so', async () => {
  const edition = editionWith({
    articles: { draft: harbour, later: { ...harbour, published: '2031-01-02' } },
    unpublished: { draft: 'draft', later: 'future' },
  });
  await openPage(edition, '/articles/later/');
  expect(screen.getByText('Not before 2 January 2031: not in the built site yet')).toBeVisible();
});

test('responses can be switched off for the whole publication', async () => {
  await openPage(editionWith({ publication: { responses: 'off' }, articles: { harbour } }), '/articles/harbour/');
  expect(screen.queryByRole('region', { name: 'Responses' })).not.toBeInTheDocument();
});
