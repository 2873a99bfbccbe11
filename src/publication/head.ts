/** The head of the document as page data: what the browser must know to keep it right as the reader goes on. */
import { articleAddress, frontAddress } from './addresses.ts';
import type { Article, Edition } from './edition.ts';
import { feedLinks, type FeedLink } from './feed-addresses.ts';
import type { Head } from './page.ts';

/** `title` is the page's own; the publication's name follows it. */
export function headOf(edition: Edition, address: string, title?: string, description?: string): Head {
  const { name, tagline } = edition.content.publication;
  return {
    title: title ? titled(edition, title) : tagline ? `${name}: ${tagline}` : name,
    description: description ?? tagline,
    canonical: absolute(edition, address),
    feeds: ownFeeds(edition, address),
  };
}

/** Of a page that search engines leave alone: not found, of one reader only, not yet whole. */
export const unlistedHead = (edition: Edition, title: string): Head => ({ title: titled(edition, title) });

const titled = (edition: Edition, title: string): string => `${title} · ${edition.content.publication.name}`;

/** The title without the name of the publication; of the front page it is that name. */
export function ownTitle(edition: Edition, { title }: Head): string {
  const name = titled(edition, '');
  return title.endsWith(name) ? title.slice(0, -name.length) : edition.content.publication.name;
}

/** The whole address of a page: host, folder and page. */
export const absolute = (edition: Edition, address: string): string => onHost(edition, withBase(edition, address));

/** "https://example.org" */
export function originOf(edition: Edition): string {
  const known = origins.get(edition) ?? new URL(edition.content.publication.address).origin;
  origins.set(edition, known);
  return known;
}

const origins = new WeakMap<Edition, string>();

/** A path of the host, such as the address of a picture, with the host before it; whatever it holds, nothing is thrown. */
export function onHost(edition: Edition, path: string): string {
  const origin = originOf(edition);
  return URL.canParse(path, origin) ? new URL(path, origin).href : `${origin}/`;
}

export const withBase = (edition: Edition, address: string): string => edition.base + address.slice(1);

/** The feeds of the whole publication, which every page makes known. */
export const commonFeeds = (edition: Edition): FeedLink[] => based(edition, feedLinks(edition, frontAddress()));

/** Those of what stands at an address, and nothing where it has none: most pages. */
function ownFeeds(edition: Edition, address: string): FeedLink[] | undefined {
  const own = feedLinks(edition, address).slice(0, -feedLinks(edition, frontAddress()).length);
  return own.length > 0 ? based(edition, own) : undefined;
}

const based = (edition: Edition, feeds: readonly FeedLink[]): FeedLink[] =>
  feeds.map((feed) => ({ ...feed, href: withBase(edition, feed.href) }));

/**
 * Every language of an article, itself too, else search engines believe none of them; `x-default` is for readers of all
 * other languages and is the version in the publication's own, if there is one.
 */
export function languagesOf(edition: Edition, article: Article): Head['languages'] {
  const others = edition.translationsOf.get(article.slug);
  if (!others) return undefined;
  const versions = new Map<string, string>();
  for (const { slug, language = edition.language } of [article, ...others]) {
    if (!versions.has(language)) versions.set(language, absolute(edition, articleAddress(slug)));
  }
  if (versions.size < 2) return undefined;
  const home = versions.get(edition.language);
  return [...(home ? [...versions, ['x-default', home] as const] : versions)].map(([lang, href]) => ({ lang, href }));
}
