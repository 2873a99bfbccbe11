/**
 * Where the feeds are: `feed.xml` (RSS), `atom.xml` and `feed.json` beside the front page, each section and each author
 * who has articles, `feed.xml` beside Must Read, and `letters.xml` beside an article that has letters. Addresses are relative to the base path.
 */
import { articleAddress, authorAddress, frontAddress, mustReadAddress, sectionAddress } from './addresses.ts';
import type { Edition } from './edition.ts';

export type FeedFormat = 'rss' | 'atom' | 'json' | 'letters';

export const feedFormats: Record<FeedFormat, { file: string; type: string; name: string }> = {
  rss: { file: 'feed.xml', type: 'application/rss+xml', name: 'RSS' },
  atom: { file: 'atom.xml', type: 'application/atom+xml', name: 'Atom' },
  json: { file: 'feed.json', type: 'application/feed+json', name: 'JSON Feed' },
  /** RSS too: under the name that tells what is in it. */
  letters: { file: 'letters.xml', type: 'application/rss+xml', name: 'RSS' },
};

/** A page whose list can be subscribed to. */
export type FeedHome = { address: string; title: string; formats: readonly FeedFormat[] };

/** For `<link rel="alternate">` in the head of a page. */
export type FeedLink = { type: string; href: string; title: string };

const all: readonly FeedFormat[] = ['rss', 'atom', 'json'];

export const feedAddress = (home: string, format: FeedFormat): string => home + feedFormats[format].file;

export const publicationFeeds = (edition: Edition): FeedHome => ({
  address: frontAddress(),
  title: edition.content.publication.name,
  formats: all,
});

export const mustReadFeeds = (edition: Edition): FeedHome => ({
  address: mustReadAddress(),
  title: titled(edition, edition.words.mustRead),
  formats: ['rss'],
});

export function sectionFeeds(edition: Edition, slug: string): FeedHome | undefined {
  if (!edition.bySection.has(slug)) return undefined;
  const section = edition.content.publication.sections.find((candidate) => candidate.slug === slug);
  return { address: sectionAddress(slug), title: titled(edition, section?.name ?? slug), formats: all };
}

export function authorFeeds(edition: Edition, slug: string): FeedHome | undefined {
  if (!edition.byAuthor.has(slug)) return undefined;
  return {
    address: authorAddress(slug),
    title: titled(edition, edition.authors.get(slug)?.name ?? slug),
    formats: all,
  };
}

/** Of the letters under an article, where it has some. */
export function letterFeeds(edition: Edition, slug: string): FeedHome | undefined {
  const article = edition.content.letters.has(slug) ? edition.bySlug.get(slug) : undefined;
  if (!article) return undefined;
  const title = edition.words.letters.on(article.headline);
  return { address: articleAddress(slug), title: titled(edition, title), formats: ['letters'] };
}

/** The feeds that the page at an address makes known: its own first, then those of the whole publication. */
export function feedLinks(edition: Edition, address: string): FeedLink[] {
  return [...ownFeeds(edition, address), publicationFeeds(edition)].flatMap((home) =>
    home.formats.map((format) => ({
      type: feedFormats[format].type,
      href: feedAddress(home.address, format),
      title: `${home.title} (${feedFormats[format].name})`,
    })),
  );
}

/** Those of the list that stands at an address, on whichever of its pages. */
function ownFeeds(edition: Edition, address: string): FeedHome[] {
  const slug = address.split('/')[2] ?? '';
  return [
    mustReadFeeds(edition),
    sectionFeeds(edition, slug),
    authorFeeds(edition, slug),
    letterFeeds(edition, slug),
  ].filter((home) => home !== undefined && address.startsWith(home.address)) as FeedHome[];
}

const titled = (edition: Edition, name: string): string => `${name} · ${edition.content.publication.name}`;
