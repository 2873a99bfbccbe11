/** When what a page shows last changed: the newest date of the articles on it, for pages that show articles. */
import {
  archiveAddress,
  articleAddress,
  authorAddress,
  frontAddress,
  monthAddress,
  mustReadAddress,
  sectionAddress,
  seriesAddress,
  tagAddress,
  undatedAddress,
  yearAddress,
} from '../../publication/addresses.ts';
import { yearsOf } from '../../publication/archive-pages.ts';
import type { Article, Edition } from '../../publication/edition.ts';
import { wholeMustRead } from '../../publication/must-read.ts';
import { itemsAPage } from '../../publication/paging.ts';
import { latest, latestMomentOf, type Moment } from './moments.ts';

/** By address; a page that shows nothing dated is not in it. */
export function pageDates(edition: Edition): Map<string, Moment> {
  const { timeZone } = edition.content.publication;
  const changes = new Map(edition.articles.map((article) => [article, latestMomentOf(article, timeZone)]));
  const dates = new Map<string, Moment>();
  for (const [address, articles] of articlesByPage(edition)) {
    const known = dates.get(address);
    const newest = latest([known, ...articles.map((article) => changes.get(article))]);
    if (newest) dates.set(address, newest);
  }
  return dates;
}

/** Which articles a page shows; a page may come more than once. */
function* articlesByPage(edition: Edition): Generator<[address: string, articles: readonly Article[]]> {
  for (const article of edition.articles) yield [articleAddress(article.slug), [article]];
  const { lead } = edition.content.publication;
  yield [frontAddress(), edition.articles.slice(0, itemsAPage + 1)];
  yield [frontAddress(), edition.articles.filter(({ slug }) => slug === lead)];
  const mustRead = new Set(wholeMustRead(edition).map((entry) => (entry.kind === 'article' ? entry.href : '')));
  yield [mustReadAddress(), edition.articles.filter(({ slug }) => mustRead.has(articleAddress(slug)))];
  yield* pagesOf(edition.byAuthor, authorAddress);
  for (const [slug, accounts] of edition.accountsOf) yield [authorAddress(slug), accounts];
  yield* pagesOf(edition.bySection, sectionAddress);
  yield* pagesOf(edition.byTag, tagAddress);
  yield* pagesOf(edition.bySeries, seriesAddress);
  yield [archiveAddress(), edition.articles];
  for (const [year, months] of yearsOf(edition)) {
    yield [yearAddress(year), months.flatMap(([, articles]) => articles)];
    for (const [month, articles] of months) yield* paged(articles, (number) => monthAddress(year, month, number));
  }
  yield* paged(edition.undated, undatedAddress);
}

function* pagesOf(lists: ReadonlyMap<string, readonly Article[]>, address: (slug: string, number: number) => string) {
  for (const [slug, articles] of lists) yield* paged(articles, (number) => address(slug, number));
}

function* paged(
  articles: readonly Article[],
  address: (number: number) => string,
): Generator<[address: string, articles: readonly Article[]]> {
  for (let from = 0; from < articles.length; from += itemsAPage) {
    yield [address(from / itemsAPage + 1), articles.slice(from, from + itemsAPage)];
  }
}
