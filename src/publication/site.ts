/**
 * The whole site: which addresses it has, and what the page at each of them shows. The dev server answers
 * `pageAt` live, the build asks it for every one of `addressesOf`.
 */
import {
  archiveAddress,
  articleAddress,
  authorAddress,
  authorsAddress,
  frontAddress,
  glossaryAddress,
  lettersAddress,
  monthAddress,
  mustReadAddress,
  notFoundAddress,
  ownPageAddress,
  searchAddress,
  sectionAddress,
  seriesAddress,
  shelfAddress,
  tagAddress,
  undatedAddress,
  yearAddress,
} from './addresses.ts';
import { archivePage, yearPage, yearsOf } from './archive-pages.ts';
import { articlePage } from './article-page.ts';
import { authorPage, authorsPage } from './author-page.ts';
import type { Article, Edition } from './edition.ts';
import { frameOf } from './frame.ts';
import { frontPage } from './front-page.ts';
import { glossaryLink } from './glossary-link.ts';
import { glossaryPage } from './glossary-page.ts';
import { headOf, unlistedHead, withBase } from './head.ts';
import { lettersOf } from './letters.ts';
import { lettersPage } from './letters-page.ts';
import { monthPage, sectionPage, seriesPage, tagPage, undatedPage } from './list-pages.ts';
import { wholeMustRead } from './must-read.ts';
import type { MustReadPageData, NotFoundPageData, OwnPageData, Page, SearchPageData, ShelfPageData } from './page.ts';
import { pagesFor } from './paging.ts';
import { openingOf } from './plain-text.ts';
import { languageFor } from './teaser.ts';

/** What the page at an address shows, or undefined where the site has no such address. */
export function pageAt(edition: Edition, address: string): Page | undefined {
  if (address === frontAddress()) return frontPage(edition);
  if (address === mustReadAddress()) return mustReadPage(edition);
  if (address === archiveAddress()) return archivePage(edition);
  if (address === glossaryAddress()) return glossaryPage(edition);
  if (address === shelfAddress()) return shelfPage(edition);
  if (address === searchAddress()) return searchPage(edition);
  if (address === notFoundAddress()) return notFoundPage(edition);
  const whole = /^\/([^/]+(?:\/[^/]+)*?)(?:\/page\/([2-9]|[1-9]\d+))?\/$/.exec(address);
  if (!whole) return undefined;
  const [kind = '', slug, month, ...rest] = (whole[1] ?? '').split('/');
  const number = Number(whole[2] ?? 1);
  const isDeeper = kind === 'archive' || (kind === 'articles' && month === 'letters');
  if (rest.length > 0 || (month !== undefined && !isDeeper)) return undefined;
  if (slug === undefined) {
    if (kind === 'authors') return authorsPage(edition, number);
    return number === 1 ? ownPage(edition, kind) : undefined;
  }
  switch (kind) {
    case 'articles':
      if (month !== undefined) return lettersPage(edition, slug, number);
      return number === 1 ? articlePage(edition, slug) : undefined;
    case 'authors':
      return authorPage(edition, slug, number);
    case 'sections':
      return sectionPage(edition, slug, number);
    case 'tags':
      return tagPage(edition, slug, number);
    case 'series':
      return seriesPage(edition, slug, number);
    case 'archive':
      if (month !== undefined) return monthPage(edition, slug, month, number);
      if (slug === 'undated') return undatedPage(edition, number);
      return number === 1 ? yearPage(edition, slug) : undefined;
    default:
      return undefined;
  }
}

/** Every address of the site, the front page first, the page for unknown addresses last. */
export function* addressesOf(edition: Edition): Generator<string> {
  yield frontAddress();
  yield mustReadAddress();
  yield searchAddress();
  yield* pagesOf(edition.authors.size, authorsAddress);
  for (const { slug } of edition.articles) {
    yield articleAddress(slug);
    for (const page of lettersOf(edition, slug)?.pages.keys() ?? []) yield lettersAddress(slug, page + 1);
  }
  for (const slug of edition.authors.keys()) {
    yield* pagesOf(edition.byAuthor.get(slug)?.length ?? 0, (number) => authorAddress(slug, number));
  }
  yield* listsOf(edition.bySection, sectionAddress);
  yield* listsOf(edition.byTag, tagAddress);
  yield* listsOf(edition.bySeries, seriesAddress);
  yield archiveAddress();
  for (const [year, months] of yearsOf(edition)) {
    yield yearAddress(year);
    for (const [month, articles] of months) {
      yield* pagesOf(articles.length, (number) => monthAddress(year, month, number));
    }
  }
  if (edition.undated.length > 0) yield* pagesOf(edition.undated.length, undatedAddress);
  for (const slug of edition.content.pages.keys()) yield ownPageAddress(slug);
  if (edition.content.glossary.length > 0) yield glossaryAddress();
  yield shelfAddress();
  yield notFoundAddress();
}

function* pagesOf(items: number, address: (number: number) => string): Generator<string> {
  for (let number = 1; number <= pagesFor(items); number += 1) yield address(number);
}

function* listsOf(
  lists: ReadonlyMap<string, readonly Article[]>,
  address: (slug: string, number: number) => string,
): Generator<string> {
  for (const [slug, articles] of lists) yield* pagesOf(articles.length, (number) => address(slug, number));
}

function mustReadPage(edition: Edition): MustReadPageData {
  const { mustRead, mustReadIntroduction } = edition.words;
  return {
    kind: 'must-read',
    head: headOf(edition, mustReadAddress(), mustRead, mustReadIntroduction),
    frame: { ...frameOf(edition), mustRead: [] },
    texts: {},
    title: mustRead,
    introduction: mustReadIntroduction,
    entries: wholeMustRead(edition),
  };
}

function ownPage(edition: Edition, slug: string): OwnPageData | undefined {
  const page = edition.content.pages.get(slug);
  if (!page) return undefined;
  const { html } = edition.content.text(`pages/${slug}`);
  return {
    kind: 'own',
    head: headOf(edition, ownPageAddress(slug), page.title, openingOf(html)),
    frame: frameOf(edition),
    texts: { body: html },
    title: page.title,
    ...languageFor(edition, page.language),
  };
}

function shelfPage(edition: Edition): ShelfPageData {
  const { shelf, shelfIntroduction, shelfWithoutScript } = edition.words;
  return {
    kind: 'shelf',
    head: unlistedHead(edition, shelf),
    frame: frameOf(edition),
    texts: {},
    title: shelf,
    introduction: shelfIntroduction,
    withoutScript: shelfWithoutScript,
  };
}

/** One page for every query: what is asked stands in the address, and the browser answers it. */
function searchPage(edition: Edition): SearchPageData {
  const { search, searchFor, searchNeedsScript, archive } = edition.words;
  return {
    kind: 'search',
    head: unlistedHead(edition, search),
    frame: frameOf(edition),
    texts: {},
    title: search,
    action: withBase(edition, searchAddress()),
    label: searchFor,
    needsScript: searchNeedsScript,
    archive: { href: archiveAddress(), text: archive },
    glossary: glossaryLink(edition),
    index: edition.searchIndex?.(),
  };
}

function notFoundPage(edition: Edition): NotFoundPageData {
  return {
    kind: 'not-found',
    head: unlistedHead(edition, edition.words.notFound),
    frame: frameOf(edition),
    texts: {},
  };
}
