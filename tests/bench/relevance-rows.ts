/** Whether search finds an article whose reader knows it: first, and among the first five. */
import type { Edition } from '../../src/publication/edition.ts';
import { type SearchEngine, searchIn } from '../../src/publication/search/search.ts';
import { searchIndexInMemory } from '../../src/press/search/search-index.ts';
import { knownEdition } from './known-articles.ts';
import { type KnownQuery, knownQueries, type Way } from './known-queries.ts';
import type { Row } from './table.ts';

const names: Record<Way, string> = {
  phrase: 'six words of the text',
  typo: 'the headline with one slip',
  order: 'the headline in another order',
  keyboard: 'an Urdu or Arabic headline from the other keyboard',
};

export async function relevanceRows(corpora: string, log: (line: string) => void): Promise<Row[]> {
  const edition = knownEdition(corpora);
  if (edition.articles.length === 0) return [];
  const ranks = await ranksOf(edition, log);
  const group = `SearchEngine for known articles, ${edition.articles.length} of them in four languages`;
  return (Object.keys(names) as Way[]).flatMap((way) => {
    const of = ranks.filter((query) => query.way === way);
    const missed = (within: number) => (of.filter(({ rank }) => rank >= within).length / of.length) * 100;
    return [
      {
        group,
        what: `${names[way]}: not first`,
        value: missed(1),
        unit: '%',
        from: `${of.length} queries`,
        atMost: 10,
      },
      { group, what: `${names[way]}: not among five`, value: missed(5), unit: '%', atMost: 2 },
    ] satisfies Row[];
  });
}

async function ranksOf(edition: Edition, log: (line: string) => void): Promise<(KnownQuery & { rank: number })[]> {
  const search = searchInMemory(edition);
  const ranks: (KnownQuery & { rank: number })[] = [];
  for (const query of knownQueries(edition)) {
    const { results } = await search.find({ text: query.text, sort: 'relevance', page: 1 });
    const wanted = numberOf(edition, query.slug);
    const found = results.findIndex(({ article }) => article === wanted);
    const rank = found < 0 ? Infinity : found;
    if (rank >= 5)
      log(`search: ${query.way} “${query.text}” ranks ${edition.bySlug.get(query.slug)?.headline} ${rank + 1}`);
    ranks.push({ ...query, rank });
  }
  return ranks;
}

/** Of an article in the index: the oldest is 0. */
export const numberOf = (edition: Edition, slug: string): number =>
  edition.articles.toReversed().findIndex((article) => article.slug === slug);

export function searchInMemory(edition: Edition): SearchEngine {
  const { directory, files } = searchIndexInMemory(edition);
  return searchIn(directory, async (file) => {
    const text = files.get(file);
    if (text === undefined) throw new Error(`The index has no ${file}.`);
    return text;
  });
}
