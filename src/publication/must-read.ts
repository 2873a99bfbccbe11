/**
 * The Must Read feed: the editor's picks in their order, then the same series, the same author, shared tags, the
 * newest. Never the article being read, never one twice; each entry says why it is there. The same input gives the
 * same order, always.
 */
import { articleAddress } from './addresses.ts';
import { nameOfSlug, type Article, type Edition } from './edition.ts';
import type { MustReadEntry } from './page.ts';
import { authorLink, minutesOf, languageFor } from './teaser.ts';

/** How many entries stand beside a page. Related ones keep at least three of the places. */
const besideAPage = 9;
const keptForRelated = 3;

/** A tag on half of a large archive says little; only its newest articles are looked at. */
const newestOfATag = 100;

type Candidate = Pick<EntryOfArticle, 'reason' | 'by'> & { article: Article };

type EntryOfArticle = Extract<MustReadEntry, { kind: 'article' }>;

/** The feed beside the page of `current`, or beside any other page. */
export function mustReadBeside(edition: Edition, current?: Article): MustReadEntry[] {
  const picks = picksOf(edition, new Set(current ? [current] : []), besideAPage - keptForRelated);
  return filled(edition, picks, current, besideAPage);
}

/** The feed on a page of its own: every pick, filled up to twenty with the newest. */
export function wholeMustRead(edition: Edition): MustReadEntry[] {
  return filled(edition, picksOf(edition), undefined, 20);
}

/** The picks alone, as a block of the front page: none that it has shown above. Adds those of it to `shown`. */
export const mustReadInPage = (edition: Edition, shown: Set<Article>): MustReadEntry[] =>
  picksOf(edition, shown, besideAPage);

/** The picks that are not taken yet, and with them are. */
function picksOf(edition: Edition, taken = new Set<Article>(), limit = Infinity): MustReadEntry[] {
  const picks: MustReadEntry[] = [];
  for (const entry of edition.content.mustRead.entries) {
    if (picks.length >= limit) break;
    const reason = entry.reason ?? edition.words.reasons.pick;
    const article = 'article' in entry ? edition.bySlug.get(entry.article) : undefined;
    if (!('article' in entry)) picks.push({ kind: 'brief', ...entry, reason });
    else if (article && !taken.has(article)) {
      taken.add(article);
      picks.push(entryOf(edition, { article, reason }));
    }
  }
  return picks;
}

function filled(
  edition: Edition,
  picks: readonly MustReadEntry[],
  current: Article | undefined,
  limit: number,
): MustReadEntry[] {
  const entries = [...picks];
  const taken = new Set(entries.map((entry) => (entry.kind === 'article' ? entry.href : '')));
  if (current) taken.add(articleAddress(current.slug));
  for (const candidate of related(edition, current)) {
    if (entries.length >= limit) break;
    const href = articleAddress(candidate.article.slug);
    if (taken.has(href)) continue;
    taken.add(href);
    entries.push(entryOf(edition, candidate));
  }
  return entries;
}

/** What may follow the picks, in order; an article may come up more than once and counts the first time. */
function* related(edition: Edition, current: Article | undefined): Generator<Candidate> {
  const { reasons } = edition.words;
  if (current) {
    for (const article of nextInSeries(edition, current)) yield { article, reason: reasons.series };
    for (const slug of current.authors) {
      const { text: name, lang, dir } = authorLink(edition, slug);
      const by = lang ? { name, lang, dir } : undefined;
      for (const article of edition.byAuthor.get(slug) ?? []) yield { article, reason: reasons.author(name), by };
    }
    for (const { article, tag } of sharingTags(edition, current)) {
      yield { article, reason: reasons.tags(nameOfSlug(tag)) };
    }
  }
  for (const article of edition.articles) yield { article, reason: reasons.newest };
}

/** The parts after this one, then the parts before it. */
function nextInSeries(edition: Edition, current: Article): Article[] {
  const parts = (current.series && edition.bySeries.get(current.series)) || [];
  const here = parts.indexOf(current);
  return [...parts.slice(here + 1), ...parts.slice(0, Math.max(here, 0))];
}

/** Articles with tags in common: most shared tags first, then newest; `tag` is the first they share. */
function sharingTags(edition: Edition, current: Article): { article: Article; tag: string }[] {
  const shared = new Map<Article, { tag: string; count: number }>();
  for (const tag of new Set(current.tags)) {
    for (const article of (edition.byTag.get(tag) ?? []).slice(0, newestOfATag)) {
      const known = shared.get(article);
      if (known) known.count += 1;
      else shared.set(article, { tag, count: 1 });
    }
  }
  return [...shared]
    .map(([article, { tag, count }]) => ({ article, tag, count }))
    .sort(
      (one, other) =>
        other.count - one.count ||
        (other.article.instant ?? -Infinity) - (one.article.instant ?? -Infinity) ||
        (one.article.slug < other.article.slug ? -1 : 1),
    );
}

function entryOf(edition: Edition, { article, reason, by }: Candidate): MustReadEntry {
  return {
    kind: 'article',
    href: articleAddress(article.slug),
    headline: article.headline,
    reason,
    by,
    minutes: minutesOf(edition, article),
    ...languageFor(edition, article.language),
  };
}
