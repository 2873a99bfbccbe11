/** Lists of articles: by section, tag, series, month, and those without a date. */
import { monthAddress, sectionAddress, seriesAddress, tagAddress, undatedAddress } from './addresses.ts';
import { titleOfSlug, type Article, type Edition } from './edition.ts';
import { frameOf } from './frame.ts';
import { headOf } from './head.ts';
import type { ListPageData } from './page.ts';
import { itemsAPage, pageOf } from './paging.ts';
import { sectionLink, teaserOf } from './teaser.ts';

type List = {
  overline: string;
  title: string;
  articles: Article[];
  address: (number: number) => string;
  numbered?: true;
};

function listPage(edition: Edition, list: List, number: number): ListPageData | undefined {
  if (list.articles.length === 0) return undefined;
  const page = pageOf(edition, list.articles, number, list.address);
  if (!page) return undefined;
  const { words } = edition;
  const before = (number - 1) * itemsAPage;
  return {
    kind: 'list',
    head: headOf(edition, list.address(number), words.pageTitle(list.title, number)),
    frame: frameOf(edition),
    texts: {},
    overline: list.overline,
    title: list.title,
    tally: words.articles(list.articles.length),
    articles: page.items.map((article) => teaserOf(edition, article)),
    parts: list.numbered && page.items.map((_, index) => words.part(before + index + 1, list.articles.length)),
    paging: page.paging,
  };
}

export function sectionPage(edition: Edition, slug: string, number: number): ListPageData | undefined {
  const articles = edition.bySection.get(slug) ?? [];
  const title = sectionLink(edition, slug).text;
  const address = (n: number) => sectionAddress(slug, n);
  return listPage(edition, { overline: edition.words.section, title, articles, address }, number);
}

export function tagPage(edition: Edition, slug: string, number: number): ListPageData | undefined {
  const articles = edition.byTag.get(slug) ?? [];
  const address = (n: number) => tagAddress(slug, n);
  return listPage(edition, { overline: edition.words.tag, title: titleOfSlug(slug), articles, address }, number);
}

export function seriesPage(edition: Edition, slug: string, number: number): ListPageData | undefined {
  const articles = edition.bySeries.get(slug) ?? [];
  const address = (n: number) => seriesAddress(slug, n);
  const title = titleOfSlug(slug);
  return listPage(edition, { overline: edition.words.series, title, articles, address, numbered: true }, number);
}

export function monthPage(edition: Edition, year: string, month: string, number: number): ListPageData | undefined {
  const articles = edition.byMonth.get(`${year}-${month}`) ?? [];
  if (articles.length === 0) return undefined;
  const address = (n: number) => monthAddress(year, month, n);
  const title = edition.dates.month(`${year}-${month}`);
  return listPage(edition, { overline: edition.words.archive, title, articles, address }, number);
}

export function undatedPage(edition: Edition, number: number): ListPageData | undefined {
  const list = { overline: edition.words.archive, title: edition.words.undated, articles: edition.undated };
  return listPage(edition, { ...list, address: undatedAddress }, number);
}
