/** Computes every address of the site from the content files, before any page is made, so that links can be checked. */
import {
  archiveAddress,
  articleAddress,
  authorAddress,
  authorsAddress,
  frontAddress,
  glossaryAddress,
  monthAddress,
  mustReadAddress,
  ownPageAddress,
  searchAddress,
  sectionAddress,
  seriesAddress,
  shelfAddress,
  tagAddress,
  undatedAddress,
  yearAddress,
} from '../../publication/addresses.ts';
import { dayOf } from '../../publication/dates.ts';
import { feedAddress, type FeedFormat, feedFormats } from '../../publication/feed-addresses.ts';
import { dateFault } from '../../publication/rules.ts';
import type { ReadFile } from './read-file.ts';
import { listAt, valueAt } from './values.ts';

/** Whether a page is in the built site, and why not. */
export type Standing = 'published' | 'draft' | 'future';

/** Addresses with the standing of their page. A list is published when one of its articles is. */
export type Addresses = Map<string, Standing>;

/** Addresses of pages that are there whatever the content. */
const always = [frontAddress(), authorsAddress(), mustReadAddress(), archiveAddress(), searchAddress(), shelfAddress()];

/** The feeds of a page, one a format. */
const feedsAt = (home: string): string[] =>
  (Object.keys(feedFormats) as FeedFormat[]).map((format) => feedAddress(home, format));

/** Files that are there whatever the content, and that a text may lead to. */
const filesAlways = [...feedsAt(frontAddress()), feedAddress(mustReadAddress(), 'rss'), '/sitemap.xml'];

/** The schemas that editors' programs read. */
const schemaFiles = [
  'publication',
  'front',
  'must-read',
  'glossary',
  'theme',
  'author',
  'article',
  'page',
  'responses',
  'backup',
].map((name) => `/schemas/${name}.schema.json`);

type Known = { files: readonly ReadFile[]; standing: (file: ReadFile) => Standing; timeZone: string };

/** Files with errors count too: a link to one is right, whatever else is wrong with it. */
export function addressesOfContent({ files, standing, timeZone }: Known): Addresses {
  const addresses: Addresses = new Map(
    [...always, ...filesAlways, ...schemaFiles].map((address) => [address, 'published']),
  );
  const add = (address: string, how: Standing) => {
    if (addresses.get(address) !== 'published') addresses.set(address, how);
  };
  for (const file of files) {
    const { kind, slug } = file.file;
    if (kind === 'glossary' && listAt(file.value, 'terms').length > 0) add(glossaryAddress(), 'published');
    else if (kind === 'authors') add(authorAddress(slug), 'published');
    else if (kind === 'pages') add(ownPageAddress(slug), 'published');
    else if (kind === 'articles') {
      const how = standing(file);
      add(articleAddress(slug), how);
      for (const list of listsWith(file.value, timeZone)) add(list, how);
    }
  }
  return addresses;
}

/** The lists an article stands in. */
function listsWith(value: unknown, timeZone: string): string[] {
  const text = (key: string): string[] => {
    const found = valueAt(value, [key]);
    return typeof found === 'string' ? [found] : [];
  };
  const tags = listAt(value, 'tags').map((tag) => tagAddress(String(tag)));
  const followed = [
    ...text('section').map((slug) => sectionAddress(slug)),
    ...listAt(value, 'authors').map((slug) => authorAddress(String(slug))),
  ];
  const lists = [...followed, ...followed.flatMap(feedsAt), ...tags];
  lists.push(...text('series').map((slug) => seriesAddress(slug)));
  const [published] = text('published');
  if (published === undefined) return [...lists, undatedAddress()];
  if (dateFault(published)) return lists;
  const [year = '', month = ''] = dayOf(published, timeZone).split('-');
  return [...lists, yearAddress(year), monthAddress(year, month)];
}

/** Where an alias leads from: a path as it stands, a slug as an article's address. */
export function aliasAddress(alias: string): string {
  if (!alias.startsWith('/')) return articleAddress(alias);
  const isFile = /\.[a-z0-9]+$/i.test(alias);
  return alias.endsWith('/') || isFile ? alias : `${alias}/`;
}
