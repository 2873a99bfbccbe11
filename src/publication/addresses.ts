/**
 * Every address of the site, relative to its base path. Pages, feeds, sitemap and tests use these and no other.
 * A page of a list beyond the first stands at `…/page/2/`.
 */
const paged = (address: string, number: number): string => (number > 1 ? `${address}page/${number}/` : address);

export const frontAddress = (): string => '/';
export const articleAddress = (slug: string): string => `/articles/${slug}/`;
/** All letters under an article, where the article has not all of them. */
export const lettersAddress = (slug: string, number = 1): string => paged(`/articles/${slug}/letters/`, number);
export const authorsAddress = (number = 1): string => paged('/authors/', number);
export const authorAddress = (slug: string, number = 1): string => paged(`/authors/${slug}/`, number);
export const mustReadAddress = (): string => '/must-read/';
export const sectionAddress = (slug: string, number = 1): string => paged(`/sections/${slug}/`, number);
export const tagAddress = (slug: string, number = 1): string => paged(`/tags/${slug}/`, number);
export const seriesAddress = (slug: string, number = 1): string => paged(`/series/${slug}/`, number);
export const archiveAddress = (): string => '/archive/';
export const yearAddress = (year: string): string => `/archive/${year}/`;
export const monthAddress = (year: string, month: string, number = 1): string =>
  paged(`/archive/${year}/${month}/`, number);
export const undatedAddress = (number = 1): string => paged('/archive/undated/', number);
/** Tells browsers how to search here from their own field. */
export const searchDescriptionAddress = (): string => '/opensearch.xml';
export const searchAddress = (): string => '/search/';
export const ownPageAddress = (slug: string): string => `/${slug}/`;
export const glossaryAddress = (): string => '/glossary/';
export const shelfAddress = (): string => '/shelf/';
export const notFoundAddress = (): string => '/404.html';
export const shareImageAddress = (slug: string): string => `/share/${slug}.png`;

/** The first parts of these addresses cannot be the slug of one of the publication's own pages. */
export const reservedPageSlugs: readonly string[] = [
  'articles',
  'authors',
  'must-read',
  'sections',
  'tags',
  'series',
  'archive',
  'search',
  'glossary',
  'shelf',
  'page',
  'images',
  'assets',
  'schemas',
];

/** Slugs that would clash with a file of the site or a device name of Windows. */
export const reservedSlugs: readonly string[] = [
  'index',
  '404',
  'assets',
  'sw',
  'page',
  'undated',
  'con',
  'prn',
  'aux',
  'nul',
  'com1',
  'com2',
  'com3',
  'com4',
  'com5',
  'com6',
  'com7',
  'com8',
  'com9',
  'lpt1',
  'lpt2',
  'lpt3',
  'lpt4',
  'lpt5',
  'lpt6',
  'lpt7',
  'lpt8',
  'lpt9',
];

/** The address of a page, from the path of a URL below the base: one slash between parts and one at the end. */
export function addressOf(path: string): string {
  const address = `/${path}/`.replace(/\/{2,}/g, '/').replace(/\/index\.html\/$/, '/');
  return address === `${notFoundAddress()}/` ? notFoundAddress() : address;
}

/** The file that holds the data of the page at an address. */
export const dataAddress = (address: string): string =>
  address === notFoundAddress() ? '/404.json' : `${address}page.json`;
