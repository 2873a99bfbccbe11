/**
 * Every feed, the sitemaps, the description of the search and robots.txt, as texts made from the edition alone: the same on every machine, on every day,
 * in every zone. Another format is one more file here and one more line in `writers`.
 */
import { searchAddress, searchDescriptionAddress } from '../../publication/addresses.ts';
import type { Edition } from '../../publication/edition.ts';
import { feedAddress, type FeedFormat } from '../../publication/feed-addresses.ts';
import { atom } from './atom.ts';
import { feedsOf, type Feed } from './feed-entries.ts';
import { jsonFeed } from './json-feed.ts';
import { rss } from './rss.ts';
import { type SiteAddress, siteAddress } from './site-address.ts';
import type { SiteFile } from '../site-file.ts';
import { newsSitemap, sitemaps } from './sitemap.ts';
import { around, document, element, empty } from './xml.ts';

const writers: Record<FeedFormat, (feed: Feed) => string> = {
  rss: (feed) => rss(feed, 'rss'),
  atom,
  json: jsonFeed,
  letters: (feed) => rss(feed, 'letters'),
};

/** `origin` is "https://example.org"; `base` is "/" or "/folder/", the one the texts were compiled with. */
type Place = { origin: string; base: string };

/** The files of one feed, a format each, and their texts when they are wanted. */
export type FeedFiles = { files: string[]; texts: () => string[] };

export function* feedFiles(edition: Edition, { origin, base }: Place): Generator<FeedFiles> {
  for (const { home, read } of feedsOf(edition, siteAddress(origin, base))) {
    yield {
      files: home.formats.map((format) => feedAddress(home.address, format)),
      texts: () => {
        const feed = read();
        return home.formats.map((format) => writers[format](feed));
      },
    };
  }
}

/** What leads programs to the pages: the sitemaps, the description of the search, robots.txt. */
export function* guideFiles(edition: Edition, { origin, base }: Place): Generator<SiteFile> {
  const site = siteAddress(origin, base);
  yield searchDescription(edition, site);
  const pages = sitemaps(edition, site);
  const news = newsSitemap(edition, site);
  yield* pages;
  if (news) yield news;
  const toFind = [pages[0], news].filter((file) => file !== undefined);
  yield { file: '/robots.txt', text: robots(toFind.map(({ file }) => site.at(file))) };
}

/** The most that OpenSearch allows. */
const longestShortName = 16;

/** How a browser searches this publication from its own field (OpenSearch 1.1, description documents). */
function searchDescription(edition: Edition, site: SiteAddress): SiteFile {
  const { name } = edition.content.publication;
  const letters = [...new Intl.Segmenter(edition.language).segment(name)].map(({ segment }) => segment);
  const text = document(
    around('OpenSearchDescription', { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' }, [
      element('ShortName', letters.slice(0, longestShortName).join('').trim()),
      element('Description', `${edition.words.search}: ${name}`),
      element('InputEncoding', 'UTF-8'),
      element('Language', edition.language),
      empty('Url', { type: 'text/html', template: `${site.at(searchAddress())}?q={searchTerms}` }),
    ]),
  );
  return { file: searchDescriptionAddress(), text };
}

/**
 * robots.txt (RFC 9309). Nothing is closed: pages that are not to be found say so themselves, which a crawler that may
 * not fetch them would never read. Crawlers look for this file at the root of a host only, so below a folder it is there
 * for the editor to copy.
 */
const robots = (sitemaps: readonly string[]): string =>
  ['User-agent: *', 'Allow: /', '', ...sitemaps.map((address) => `Sitemap: ${address}`), ''].join('\n');
