/** The profile of an author, and the list of all authors. */
import { authorAddress, authorsAddress } from './addresses.ts';
import type { Article, Author, Edition } from './edition.ts';
import { frameOf } from './frame.ts';
import { headOf } from './head.ts';
import type { AuthorPageData, AuthorsPageData } from './page.ts';
import { pageOf } from './paging.ts';
import { openingOf } from './plain-text.ts';
import { articleLink, authorLink, portraitOf, teaserOf, languageFor } from './teaser.ts';

const companions = 10;
const articlesWithACompanion = 5;
const accountsShown = 20;

export function authorPage(edition: Edition, slug: string, number: number): AuthorPageData | undefined {
  const author = edition.authors.get(slug);
  if (!author) return undefined;
  const articles = edition.byAuthor.get(slug) ?? [];
  const page = pageOf(edition, articles, number, (n) => authorAddress(slug, n));
  if (!page) return undefined;
  const first = number === 1;
  const biography = author.biography ? edition.content.text(`authors/${slug}`).html : '';
  const title = edition.words.pageTitle(author.name, number);
  return {
    kind: 'author',
    head: headOf(edition, authorAddress(slug, number), title, author.role ?? openingOf(biography)),
    frame: frameOf(edition),
    texts: first && biography ? { biography } : {},
    name: author.name,
    role: author.role,
    portrait: portraitOf(edition, author),
    email: author.email,
    links: (author.links ?? []).map(({ label, url }) => ({ href: url, text: label })),
    tally: tallyOf(edition, articles),
    years: byYear(edition, page.items),
    accounts: first
      ? (edition.accountsOf.get(slug) ?? []).slice(0, accountsShown).map((article) => teaserOf(edition, article))
      : [],
    together: first ? togetherWith(edition, slug, articles) : [],
    paging: page.paging,
    ...languageFor(edition, author.language),
  };
}

export function authorsPage(edition: Edition, number: number): AuthorsPageData | undefined {
  const authors = authorsInOrder(edition);
  const page = pageOf(edition, authors, number, authorsAddress);
  if (!page) return undefined;
  const title = edition.words.pageTitle(edition.words.authors, number);
  return {
    kind: 'authors',
    head: headOf(edition, authorsAddress(number), title),
    frame: frameOf(edition),
    texts: {},
    title: edition.words.authors,
    authors: page.items.map((author) => ({
      href: authorAddress(author.slug),
      name: author.name,
      role: author.role,
      portrait: portraitOf(edition, author),
      tally: tallyOf(edition, edition.byAuthor.get(author.slug) ?? []),
      ...languageFor(edition, author.language),
    })),
    paging: page.paging,
  };
}

const inOrder = new WeakMap<Edition, Author[]>();

function authorsInOrder(edition: Edition): Author[] {
  const known = inOrder.get(edition);
  if (known) return known;
  const { compare } = new Intl.Collator(edition.language);
  const sorted = [...edition.authors.values()].sort((one, other) => compare(one.name, other.name));
  inOrder.set(edition, sorted);
  return sorted;
}

/** "12 articles since 2019"; an author who has only been written about has none, and nothing is said. */
function tallyOf(edition: Edition, articles: readonly Article[]): string {
  const years = articles.flatMap(({ day }) => (day ? [day.slice(0, 4)] : []));
  const first = years.at(-1);
  if (articles.length === 0) return '';
  return first
    ? edition.words.articlesSince(articles.length, edition.dates.year(first))
    : edition.words.articles(articles.length);
}

function byYear(edition: Edition, articles: readonly Article[]): AuthorPageData['years'] {
  const years: AuthorPageData['years'] = [];
  for (const article of articles) {
    const year = article.day ? edition.dates.year(article.day.slice(0, 4)) : edition.words.undated;
    const last = years.at(-1);
    if (last?.year === year) last.articles.push(teaserOf(edition, article));
    else years.push({ year, articles: [teaserOf(edition, article)] });
  }
  return years;
}

function togetherWith(edition: Edition, slug: string, articles: readonly Article[]): AuthorPageData['together'] {
  const shared = new Map<string, Article[]>();
  for (const article of articles) {
    for (const other of article.authors) {
      if (other === slug) continue;
      const written = shared.get(other);
      if (written) written.push(article);
      else shared.set(other, [article]);
    }
  }
  return [...shared]
    .sort(([, one], [, other]) => other.length - one.length)
    .slice(0, companions)
    .map(([other, written]) => ({
      with: authorLink(edition, other),
      articles: written.slice(0, articlesWithACompanion).map((article) => articleLink(edition, article)),
    }));
}
