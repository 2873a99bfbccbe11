/** Sitemaps (sitemaps.org 0.9) with the languages of each article, and Google's news sitemap. */
import { articleAddress, notFoundAddress, shelfAddress } from '../../publication/addresses.ts';
import type { Article, Edition } from '../../publication/edition.ts';
import { addressesOf } from '../../publication/site.ts';
import { latest, momentOf, type Moment } from './moments.ts';
import { pageDates } from './page-dates.ts';
import type { SiteAddress } from './site-address.ts';
import type { SiteFile } from '../site-file.ts';
import { around, document, element, empty } from './xml.ts';

/** sitemaps.org: what one file may hold; a whole address is ASCII, but titles are not in here, so letters are bytes. */
const mostAddresses = 50_000;
const mostBytes = 50 * 1024 * 1024 - 1000;

/** They belong to one reader, not to those who search. */
const unlisted = new Set([notFoundAddress(), '/search/', shelfAddress()]);

const sitemapNamespace = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' };

/** One file, or an index with as many as are needed. */
export function sitemaps(edition: Edition, site: SiteAddress): SiteFile[] {
  const parts = [...divided(entriesOf(edition, site))];
  const sets = parts.map((entries) =>
    document(
      around(
        'urlset',
        { ...sitemapNamespace, 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' },
        entries.map(({ xml }) => xml),
      ),
    ),
  );
  if (sets.length === 1) return sets.map((text) => ({ file: '/sitemap.xml', text }));
  const files = sets.map((text, index) => ({ file: `/sitemap-${index + 1}.xml`, text }));
  const index = files.map(({ file }, part) =>
    around('sitemap', {}, [
      element('loc', site.at(file)),
      element('lastmod', latest(parts[part]?.map(({ changed }) => changed) ?? [])?.iso),
    ]),
  );
  return [{ file: '/sitemap.xml', text: document(around('sitemapindex', sitemapNamespace, index)) }, ...files];
}

type Entry = { xml: string; changed?: Moment };

function* entriesOf(edition: Edition, site: SiteAddress): Generator<Entry> {
  const dates = pageDates(edition);
  const languages = new Map(
    [...edition.translationsOf].map(([slug, others]) => [articleAddress(slug), [edition.bySlug.get(slug), ...others]]),
  );
  for (const address of addressesOf(edition)) {
    if (unlisted.has(address)) continue;
    const changed = dates.get(address);
    const xml = around('url', {}, [
      element('loc', site.at(address)),
      element('lastmod', changed?.iso),
      ...(languages.get(address) ?? []).map((version) => (version ? alternate(edition, site, version) : '')),
    ]);
    yield { xml, changed };
  }
}

/** Every language names all of them, itself too; else search engines believe none. */
const alternate = (edition: Edition, site: SiteAddress, { slug, language }: Article): string =>
  empty('xhtml:link', {
    rel: 'alternate',
    hreflang: language ?? edition.language,
    href: site.at(articleAddress(slug)),
  });

function* divided(entries: Iterable<Entry>): Generator<Entry[]> {
  let part: Entry[] = [];
  let bytes = 0;
  for (const entry of entries) {
    if (part.length === mostAddresses || bytes + entry.xml.length > mostBytes) {
      yield part;
      part = [];
      bytes = 0;
    }
    part.push(entry);
    bytes += entry.xml.length;
  }
  yield part;
}

const twoDays = 2 * 24 * 60 * 60 * 1000;
const mostNews = 1000;

/**
 * Articles of the two days before the newest of them, not before now: a build must not depend on the clock, and whoever
 * reads this file knows what day it is. None where no article has a date, since the format has no empty list.
 */
export function newsSitemap(edition: Edition, site: SiteAddress): SiteFile | undefined {
  const newest = edition.articles[0]?.instant;
  if (newest === undefined) return undefined;
  const recent = edition.articles.filter(({ instant }) => instant !== undefined && instant >= newest - twoDays);
  const text = document(
    around(
      'urlset',
      { ...sitemapNamespace, 'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9' },
      recent.slice(0, mostNews).map((article) => news(edition, site, article)),
    ),
  );
  return { file: '/news-sitemap.xml', text };
}

function news(edition: Edition, site: SiteAddress, { slug, headline, published = '', language }: Article): string {
  const { name, timeZone } = edition.content.publication;
  return around('url', {}, [
    element('loc', site.at(articleAddress(slug))),
    around('news:news', {}, [
      around('news:publication', {}, [
        element('news:name', name),
        element('news:language', newsLanguage(language ?? edition.language)),
      ]),
      element('news:publication_date', momentOf(published, timeZone).iso),
      element('news:title', headline),
    ]),
  ]);
}

/** ISO 639; Chinese by its script, as Google has it. */
function newsLanguage(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  if (language !== 'zh') return language;
  return script === 'Hant' ? 'zh-tw' : 'zh-cn';
}
