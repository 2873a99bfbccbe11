// @vitest-environment jsdom
/** What a reader finds on the pages that lead to articles. */
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { editionWith, pieces } from '../fixtures/edition.ts';
import { openPage, texts } from './open-page.tsx';

const headings = (level: number, within_: HTMLElement = screen.getByRole('main')) =>
  texts(within(within_).queryAllByRole('heading', { level }));

test('the front page opens with the lead, then the latest by date', async () => {
  const edition = editionWith({
    publication: { lead: 'old' },
    articles: {
      new: { headline: 'New', published: '2026-03-01' },
      old: { headline: 'Old', published: '2024-03-01' },
      middle: { headline: 'Middle', published: '2025-03-01' },
    },
  });
  await openPage(edition, '/');
  expect(headings(2)).toEqual(['Old', 'Latest']);
  expect(headings(3)).toEqual(['New', 'Middle']);
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('The Harbour Post');
  expect(screen.getByRole('link', { name: 'All articles, by date' })).toHaveAttribute('href', '/archive/');
});

test('a front page that an editor laid out has its blocks by name, and Must Read in its place', async () => {
  const edition = editionWith({
    publication: { sections: [{ slug: 'news', name: 'News' }] },
    articles: {
      new: { headline: 'New', published: '2026-03-01' },
      old: { headline: 'Old', published: '2024-03-01', kicker: 'History' },
      part: { headline: 'Part', series: 'the-lamps', published: '2023-03-01' },
      pick: { headline: 'Pick', published: '2022-03-01' },
    },
    mustRead: [{ article: 'pick', reason: 'The long read' }],
    front: [
      { text: ['Welcome.'] },
      { section: 'news', count: 2, title: 'The news' },
      { mustRead: true },
      { series: 'the-lamps' },
      { text: ['خوش آمدید'], title: 'سلام', language: 'ur' },
    ],
  });
  await openPage(edition, '/');
  expect(headings(2)).toEqual(['The news', 'Must Read', 'The lamps', 'سلام']);
  expect(headings(3)).toEqual(['New', 'Old', 'Pick', 'Part']);
  const news = screen.getByRole('region', { name: 'The news' });
  expect(within(news).getByRole('link', { name: 'The news' })).toHaveAttribute('href', '/sections/news/');
  // Only what says more than the section stands above a headline.
  expect(within(news).queryByRole('link', { name: 'News' })).not.toBeInTheDocument();
  expect(within(news).getByRole('link', { name: 'History' })).toBeVisible();
  expect(screen.getByText('Part 1 of 1')).toBeVisible();
  expect(screen.queryByRole('complementary', { name: 'Must Read' })).not.toBeInTheDocument();
  expect(screen.getByRole('region', { name: 'سلام' })).toHaveAttribute('dir', 'rtl');
  expect(screen.getByText('Welcome.')).toBeVisible();
});

test('an empty publication has a front page that says so', async () => {
  await openPage(editionWith(), '/');
  expect(screen.getByText('There is nothing here yet.')).toBeVisible();
});

test('a list is paged by twenty', async () => {
  const click = await openPage(editionWith({ articles: pieces(45) }), '/sections/news/');
  expect(screen.getByText('45 articles')).toBeVisible();
  expect(headings(2)).toHaveLength(20);
  expect(screen.getByText('Page 1 of 3')).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Newer' })).not.toBeInTheDocument();
  await click(screen.getByRole('link', { name: 'Older' }));
  expect(await screen.findByText('Page 2 of 3')).toBeVisible();
  await click(screen.getByRole('link', { name: 'Older' }));
  expect(await screen.findByText('Page 3 of 3')).toBeVisible();
  expect(headings(2)).toHaveLength(5);
  expect(screen.queryByRole('link', { name: 'Older' })).not.toBeInTheDocument();
});

test('a series is read from its first part', async () => {
  const part = (day: number, headline: string) => ({ headline, series: 'the-lamps', published: `2026-05-0${day}` });
  await openPage(editionWith({ articles: { b: part(2, 'White'), a: part(1, 'Green') } }), '/series/the-lamps/');
  expect(headings(2)).toEqual(['Green', 'White']);
  expect(screen.getByText('Part 1 of 2')).toBeVisible();
});

test('an author’s page has what they wrote by year, what was written about their work, and with whom', async () => {
  const by = (published: string, headline: string, ...authors: string[]) => ({ published, headline, authors });
  const edition = editionWith({
    articles: {
      one: by('2024-02-01', 'Green', 'jane-doe'),
      two: by('2026-02-01', 'White', 'jane-doe', 'ali-khan'),
      about: { headline: 'What Jane Doe says', authors: [], source: { headline: 'Lamps', authors: ['jane-doe'] } },
    },
  });
  await openPage(edition, '/authors/jane-doe/');
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Jane Doe');
  expect(screen.getByText('2 articles since 2024')).toBeVisible();
  expect(headings(2)).toEqual(['2026', '2024', 'Accounts of Jane Doe’s work', 'Jane Doe with others']);
  const written = screen.getByRole('region', { name: 'Articles by Jane Doe' });
  expect(headings(3, written)).toEqual(['White', 'Green']);
  const accounts = screen.getByRole('region', { name: 'Accounts of Jane Doe’s work' });
  expect(headings(3, accounts)).toEqual(['What Jane Doe says']);
  const together = screen.getByRole('region', { name: 'Jane Doe with others' });
  expect(within(together).getByRole('link', { name: 'Ali Khan' })).toBeVisible();
  expect(within(together).getByRole('link', { name: 'White' })).toBeVisible();
});

test('who has only been written about has a page that does not call the accounts theirs', async () => {
  const source = { headline: 'Lamps', authors: ['jane-doe'] };
  await openPage(
    editionWith({ articles: { about: { headline: 'On lamps', authors: [], source } } }),
    '/authors/jane-doe/',
  );
  expect(screen.queryByRole('region', { name: 'Articles by Jane Doe' })).not.toBeInTheDocument();
  expect(screen.getByRole('region', { name: 'Accounts of Jane Doe’s work' })).toBeVisible();
  expect(screen.queryByText(/since/)).not.toBeInTheDocument();
});

test('the archive counts by year and month; a year shows what was in it', async () => {
  const on = (published: string, headline: string) => ({ published, headline });
  const edition = editionWith({
    articles: {
      a: on('2026-05-03', 'Green'),
      b: on('2026-05-09', 'White'),
      c: on('2025-01-01', 'Red'),
      d: { headline: 'Undated' },
    },
  });
  const click = await openPage(edition, '/archive/');
  expect(headings(2)).toEqual(['2026 2 articles', '2025 1 article']);
  expect(screen.getByRole('link', { name: 'Without a date' })).toHaveAttribute('href', '/archive/undated/');
  await click(screen.getByRole('link', { name: '2026' }));
  expect(await screen.findByRole('heading', { level: 1, name: '2026' })).toBeVisible();
  const main = screen.getByRole('main');
  expect(within(main).getByRole('link', { name: 'May' })).toHaveAttribute('href', '/archive/2026/05/');
  expect(within(main).getByRole('link', { name: 'White' })).toBeVisible();
});

test('Must Read beside a page and on its own: picks, briefs that are honest, reasons', async () => {
  const edition = editionWith({
    mustRead: [
      { article: 'green', reason: 'For the evening' },
      { headline: 'Fog in the firth', dateline: 'LEITH', excerpt: 'Ferries wait.' },
      { headline: 'Elsewhere', url: 'https://other.example/' },
    ],
    articles: {
      green: { headline: 'Green', published: '2024-01-01' },
      white: { headline: 'White', published: '2025-01-01' },
    },
  });
  await openPage(edition, '/must-read/');
  const main = screen.getByRole('main');
  expect(screen.queryByRole('complementary')).not.toBeInTheDocument();
  expect(headings(2)).toEqual(['Green', 'Fog in the firth', 'Elsewhere', 'White']);
  const [green, fog, elsewhere, white] = within(main).getAllByRole('listitem');
  expect(green).toHaveTextContent('For the evening');
  expect(fog).toHaveTextContent('LEITH');
  expect(fog).toHaveTextContent('Ferries wait.');
  expect(fog).toHaveTextContent('In brief: no article here');
  expect(within(fog!).queryByRole('link')).not.toBeInTheDocument();
  expect(within(elsewhere!).getByRole('link')).toHaveAttribute('href', 'https://other.example/');
  expect(white).toHaveTextContent('New');
});

test('Must Read is there beside an article of one paragraph, without that article', async () => {
  const edition = editionWith({
    mustRead: [{ article: 'a' }],
    articles: { a: { headline: 'Short' }, b: { headline: 'Other' } },
  });
  await openPage(edition, '/articles/a/');
  const aside = screen.getByRole('complementary', { name: 'Must Read' });
  expect(headings(3, aside)).toEqual(['Other']);
});

test('all authors, by name, with how much they wrote', async () => {
  const edition = editionWith({
    articles: { a: { authors: ['zoe'], published: '2026-01-01' }, b: { authors: ['adam', 'zoe'] } },
  });
  await openPage(edition, '/authors/');
  expect(headings(2)).toEqual(['Adam', 'Zoe']);
  expect(screen.getByText('2 articles since 2026')).toBeVisible();
});

test('a page of the publication itself', async () => {
  await openPage(editionWith({ pages: { about: { title: 'About us', body: ['We keep the lamps.'] } } }), '/about/');
  expect(screen.getByRole('heading', { level: 1, name: 'About us' })).toBeVisible();
  expect(screen.getByText('We keep the lamps.')).toBeVisible();
  expect(within(screen.getByRole('contentinfo')).getByRole('link', { name: 'About us' })).toHaveAttribute(
    'href',
    '/about/',
  );
});
