/**
 * The edition: all content of the publication, put in order once. Pages ask it for lists that are already sorted
 * (newest first, undated last, then by slug, so that the order never depends on the machine).
 */
import { directionOf } from './language.ts';
import { dateWords, dayOf, instantOf, type DateWords } from './dates.ts';
import type { ArticleFacts, Content } from './content.ts';
import type { AuthorFile } from './schema.ts';
import type { PressWords } from '../words/words.ts';
import { minutesFor } from './reading-time.ts';
import type { Directory } from './search/index-files.ts';

export type Article = ArticleFacts & {
  slug: string;
  /** Where it stands in the edition's list of all articles. */
  place: number;
  /** Milliseconds since 1970; undefined where the article is undated. */
  instant: number | undefined;
  /** "2026-05-03" in the publication's zone. */
  day: string | undefined;
};

export type Author = AuthorFile & { slug: string };

export type Edition = {
  content: Content;
  /** The folder of its host that the site lies in: "/" or "/folder/". */
  base: string;
  /** Whether the build makes an image for each article, to be shown where its address is shared. */
  shareImages?: boolean;
  /** Where the search index is; asked for by the page that searches. */
  searchIndex?: () => Directory;
  language: string;
  direction: 'ltr' | 'rtl';
  words: PressWords;
  dates: DateWords;
  /** How long an article takes to read, in whole minutes. */
  minutes: (slug: string) => number;
  articles: Article[];
  bySlug: Map<string, Article>;
  authors: Map<string, Author>;
  bySection: Map<string, Article[]>;
  byTag: Map<string, Article[]>;
  /** In the order of reading: oldest first, undated last. */
  bySeries: Map<string, Article[]>;
  byAuthor: Map<string, Article[]>;
  /** Articles that give an account of this author's work. */
  accountsOf: Map<string, Article[]>;
  /** By "2026-05". */
  byMonth: Map<string, Article[]>;
  undated: Article[];
  /** Other languages of an article, itself left out; only articles that have some. */
  translationsOf: Map<string, Article[]>;
};

const newestFirst = (one: Article, other: Article): number =>
  (other.instant ?? -Infinity) - (one.instant ?? -Infinity) || (one.slug < other.slug ? -1 : 1);

/** Oldest first, undated last; parts of one day by the numbers in their slugs ("part-9", "part-10"). */
const inReadingOrder = (one: Article, other: Article): number =>
  (one.instant ?? Infinity) - (other.instant ?? Infinity) || byNumbers.compare(one.slug, other.slug);

const byNumbers = new Intl.Collator('en', { numeric: true });

/** What an article translates, through translations of translations; where they name each other, one of them. */
function originalOf(slug: string, articles: Content['articles']): string {
  const way: string[] = [];
  let next = slug;
  while (!way.includes(next)) {
    way.push(next);
    next = articles.get(next)?.translationOf ?? next;
  }
  const circle = way.slice(way.indexOf(next));
  return circle.sort()[0] ?? slug;
}

function grouped(articles: readonly Article[], keys: (article: Article) => readonly string[]): Map<string, Article[]> {
  const groups = new Map<string, Article[]>();
  for (const article of articles) {
    for (const key of new Set(keys(article))) {
      const group = groups.get(key);
      if (group) group.push(article);
      else groups.set(key, [article]);
    }
  }
  return groups;
}

/** Puts validated content in order; `words` are those of the publication's language. */
export function editionOf(content: Content, words: PressWords, base = '/'): Edition {
  const { language, timeZone } = content.publication;
  const articles = [...content.articles]
    .map(([slug, file]): Article => ({
      ...file,
      slug,
      place: 0,
      instant: file.published === undefined ? undefined : instantOf(file.published, timeZone),
      day: file.published === undefined ? undefined : dayOf(file.published, timeZone),
    }))
    .sort(newestFirst);
  for (const [place, article] of articles.entries()) article.place = place;
  const bySeries = grouped(articles, ({ series }) => (series ? [series] : []));
  for (const parts of bySeries.values()) parts.sort(inReadingOrder);
  const translations = grouped(articles, ({ slug }) => [originalOf(slug, content.articles)]);
  return {
    content,
    base,
    language,
    direction: directionOf(language),
    words,
    dates: dateWords(language, timeZone),
    minutes: (slug) => minutesFor(content.text(`articles/${slug}`).words),
    articles,
    bySlug: new Map(articles.map((article) => [article.slug, article])),
    authors: new Map([...content.authors].map(([slug, file]) => [slug, { ...file, slug }])),
    bySection: grouped(articles, ({ section }) => [section]),
    byTag: grouped(articles, ({ tags = [] }) => tags),
    bySeries,
    byAuthor: grouped(articles, ({ authors }) => authors),
    accountsOf: grouped(articles, ({ source }) => source?.authors ?? []),
    byMonth: grouped(articles, ({ day }) => (day ? [day.slice(0, 7)] : [])),
    undated: articles.filter(({ instant }) => instant === undefined),
    translationsOf: new Map(
      [...translations.values()]
        .filter((group) => group.length > 1)
        .flatMap((group) => group.map((article) => [article.slug, group.filter((other) => other !== article)])),
    ),
  };
}

/** When an article was last updated or corrected, as its file has the date. */
export function lastChangeOf({ updated, corrections = [] }: Article, timeZone: string): string | undefined {
  let last: string | undefined;
  for (const date of [updated, ...corrections.map((correction) => correction.date)]) {
    if (date === undefined) continue;
    if (last === undefined || instantOf(date, timeZone) > instantOf(last, timeZone)) last = date;
  }
  return last;
}

/** Tags and series have slugs only; their name is the slug in words: "north-korea" is "north korea". */
export const nameOfSlug = (slug: string): string => slug.replaceAll('-', ' ');

/** The same, fit for a title: "North korea". */
export function titleOfSlug(slug: string): string {
  const name = nameOfSlug(slug);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
