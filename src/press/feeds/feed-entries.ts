/** The one shape from which every format of feed is written: the newest fifty entries of a list, in full, all links absolute. */
import { createHash } from 'node:crypto';
import { articleAddress, authorAddress, frontAddress, mustReadAddress } from '../../publication/addresses.ts';
import { nameOfSlug, type Article, type Edition } from '../../publication/edition.ts';
import {
  authorFeeds,
  feedAddress,
  letterFeeds,
  mustReadFeeds,
  publicationFeeds,
  sectionFeeds,
  type FeedFormat,
  type FeedHome,
} from '../../publication/feed-addresses.ts';
import { addressOfLetter, hasText, lettersOf, textHtml } from '../../publication/letters.ts';
import { wholeMustRead } from '../../publication/must-read.ts';
import type { MustReadEntry } from '../../publication/page.ts';
import { pictureOf, sectionLink } from '../../publication/teaser.ts';
import { fullText } from './full-text.ts';
import { latest, latestMomentOf, momentOf, type Moment } from './moments.ts';
import type { SiteAddress } from './site-address.ts';

/** Who writes letters has no page. */
export type Writer = { name: string; url?: string };

export type FeedEntry = {
  /** Stays the same for good: readers know by it what they have seen. */
  id: string;
  url?: string;
  title: string;
  language: string;
  /** Plain text. */
  summary?: string;
  html?: string;
  writers: Writer[];
  published?: Moment;
  /** Published, updated or corrected, whichever is last. */
  changed?: Moment;
  /** The section, then the tags, by name. */
  categories: string[];
  image?: string;
};

export type Feed = {
  home: string;
  title: string;
  description: string;
  language: string;
  rights?: string;
  publication: Writer;
  /** The whole address of the feed itself, in a format. */
  url(format: FeedFormat): string;
  /** The newest date of what it holds. */
  changed?: Moment;
  entries: FeedEntry[];
};

const mostEntries = 50;

/** Where a feed is, and the feed itself when it is wanted. */
export type FeedToBe = { home: FeedHome; read: () => Feed };

/** Every feed of the site, one at a time. */
export function* feedsOf(edition: Edition, site: SiteAddress): Generator<FeedToBe> {
  const { tagline, name } = edition.content.publication;
  const of = (home: FeedHome | undefined, description: string | undefined, articles: readonly Article[]) =>
    home
      ? [{ home, read: () => feedOf(edition, site, home, description, articleEntries(edition, site, articles)) }]
      : [];
  yield* of(publicationFeeds(edition), tagline ?? name, edition.articles);
  for (const [slug, articles] of edition.bySection) yield* of(sectionFeeds(edition, slug), undefined, articles);
  for (const [slug, articles] of edition.byAuthor) {
    yield* of(authorFeeds(edition, slug), edition.authors.get(slug)?.role, articles);
  }
  for (const article of edition.articles) {
    const home = letterFeeds(edition, article.slug);
    if (!home) continue;
    yield { home, read: () => feedOf(edition, site, home, undefined, letterEntries(edition, site, article)) };
  }
  const mustRead = mustReadFeeds(edition);
  const { mustReadIntroduction } = edition.words;
  yield {
    home: mustRead,
    read: () => feedOf(edition, site, mustRead, mustReadIntroduction, mustReadEntries(edition, site)),
  };
}

function feedOf(
  edition: Edition,
  site: SiteAddress,
  home: FeedHome,
  description: string | undefined,
  entries: FeedEntry[],
): Feed {
  return {
    home: site.at(home.address),
    title: home.title,
    description: description ?? home.title,
    language: edition.language,
    rights: edition.content.publication.rights,
    publication: publisher(edition, site),
    url: (format) => site.at(feedAddress(home.address, format)),
    changed: latest(entries.map(({ changed }) => changed)),
    entries,
  };
}

const publisher = (edition: Edition, site: SiteAddress): Writer => ({
  name: edition.content.publication.name,
  url: site.at(frontAddress()),
});

const articleEntries = (edition: Edition, site: SiteAddress, articles: readonly Article[]): FeedEntry[] =>
  articles.slice(0, mostEntries).map((article) => articleEntry(edition, site, article));

function articleEntry(edition: Edition, site: SiteAddress, article: Article): FeedEntry {
  const { timeZone } = edition.content.publication;
  const address = articleAddress(article.slug);
  const picture = pictureOf(edition, article);
  const writers = article.authors.map((slug) => ({
    name: edition.authors.get(slug)?.name ?? slug,
    url: site.at(authorAddress(slug)),
  }));
  return {
    id: site.at(address),
    url: site.at(address),
    title: article.headline,
    language: article.language ?? edition.language,
    summary: article.standfirst,
    html: site.within(fullText(edition, article, site.at), address),
    writers: writers.length > 0 ? writers : [publisher(edition, site)],
    published: article.published === undefined ? undefined : momentOf(article.published, timeZone),
    changed: latestMomentOf(article, timeZone),
    categories: categoriesOf(edition, article),
    image: picture && site.whole(picture.url),
  };
}

function categoriesOf(edition: Edition, { section, tags = [] }: Article): string[] {
  return [...new Set([sectionLink(edition, section).text, ...tags.map(nameOfSlug)])];
}

/** The newest letters first; who answers as a writer of the publication is named with the page. */
function letterEntries(edition: Edition, site: SiteAddress, { slug, headline }: Article): FeedEntry[] {
  const letters = lettersOf(edition, slug);
  const { timeZone } = edition.content.publication;
  const written = (letters && edition.content.letters.get(slug)?.filter(hasText)) ?? [];
  const entries = written.map((letter): FeedEntry => {
    const moment = momentOf(letter.date, timeZone);
    const url = site.at(addressOfLetter(slug, letters!, letter.id));
    return {
      id: `${site.at(articleAddress(slug))}#letter-${letter.id}`,
      url,
      title: edition.words.letters.entry(letter.name, headline),
      language: letter.language ?? edition.language,
      html: textHtml(letter),
      writers: [
        { name: letter.name, ...(letter.author !== undefined && { url: site.at(authorAddress(letter.author)) }) },
      ],
      published: moment,
      changed: moment,
      categories: [],
    };
  });
  return entries.sort((one, other) => other.published!.instant - one.published!.instant).slice(0, mostEntries);
}

/** In the editor's order, as on the page. */
function mustReadEntries(edition: Edition, site: SiteAddress): FeedEntry[] {
  const entries = wholeMustRead(edition).slice(0, mostEntries);
  const wanted = new Set(entries.map((entry) => (entry.kind === 'article' ? entry.href : '')));
  const articles = new Map(
    edition.articles
      .map((article) => [articleAddress(article.slug), article] as const)
      .filter(([address]) => wanted.has(address)),
  );
  return entries.flatMap((entry) => {
    if (entry.kind === 'brief') return [briefEntry(edition, site, entry)];
    const article = articles.get(entry.href);
    return article ? [articleEntry(edition, site, article)] : [];
  });
}

/** A brief has no page, no date and no writer that we know of. Its headline tells it from the others (A306). */
function briefEntry(edition: Edition, site: SiteAddress, brief: MustReadEntry & { kind: 'brief' }): FeedEntry {
  const digest = createHash('sha256').update(brief.headline).digest('hex').slice(0, 16);
  return {
    id: `${site.at(mustReadAddress())}#brief-${digest}`,
    url: brief.url,
    title: brief.headline,
    language: brief.lang ?? edition.language,
    summary: [brief.dateline, brief.excerpt].filter((part) => part !== undefined).join(': ') || undefined,
    writers: [],
    categories: [],
  };
}
