/**
 * Search as the page knows it: a query and its filters in, a page of results out. Here it is answered from the static
 * files of an index; an adapter to a search engine would answer the same.
 */
import { answerOf, type Filters } from './answer.ts';
import { authorTerm, type Directory, type IndexedPassage, sectionTerm } from './index-files.ts';
import { IndexReader, type ReadIndexFile } from './index-reader.ts';
import { byNearness } from './nearness.ts';
import { findPhrases } from './phrases.ts';
import { queryOf } from './query.ts';

export type Sort = 'relevance' | 'date';

export type Asked = { text: string; sort: Sort; section?: string; author?: string; year?: string; page: number };

export type Result = { article: number; block: number };

export type SearchHit = {
  /** Of this page; how they read is asked for with `show`. */
  results: Result[];
  count: number;
  /** There are more than `count`; how many is not known. */
  atLeast: boolean;
  pages: number;
  /** None of the articles has all words; these have some. */
  partly: boolean;
  /** What was taken for words that no article has. */
  corrected: { from: string; to: string }[];
  /** Words that begin like the one that was not found. */
  nearby: string[];
  /** How much a word with this key tells, 0 where it was not asked for. */
  wanted: (key: string) => number;
};

export type SearchEngine = {
  /** Every year with articles, newest first. */
  years: string[];
  find(asked: Asked): Promise<SearchHit>;
  show(result: Result): Promise<IndexedPassage>;
};

export const resultsAPage = 20;
/** Results that are fetched with an answer, and weighed again by their texts. */
export const resultsAtFirst = 3;
/** Results that are fetched together after those: as many as a browser asks an old host for at once. */
export const resultsAtOnce = 6;

/** `read` gets a file of the index by its name. */
export function searchIn(directory: Directory, read: ReadIndexFile): SearchEngine {
  const index = new IndexReader(directory, read);
  return {
    years: directory.years.map(([year]) => year).filter((year) => year !== ''),
    find: (asked) => find(index, asked),
    show: ({ article, block }) => index.passage(article, block),
  };
}

async function find(index: IndexReader, asked: Asked): Promise<SearchHit> {
  const query = queryOf(asked.text);
  const filters = filtersOf(asked, index.directory);
  const answer = await answerOf(index, query, filters);
  if (asked.sort === 'date') answer.ranked.sort((one, other) => other.article - one.article);
  const { ranked, ...rest } = answer;
  if (query.phrases.length === 0) {
    const ordered = asked.sort === 'date' || query.sequence.length < 2;
    const results = ordered ? ranked : await byNearness(index, query.sequence, ranked, resultsAtFirst);
    return { ...rest, ...pageOf(results, asked.page) };
  }
  const { found, whole } = await findPhrases(index, query.phrases, ranked, asked.page * resultsAPage + 1);
  // Better the words alone than nothing, as long as it is said.
  if (found.length === 0) return { ...rest, ...pageOf(ranked, asked.page), partly: ranked.length > 0 };
  return {
    ...rest,
    ...pageOf(found, asked.page),
    count: found.length,
    atLeast: !whole,
  };
}

const pageOf = (ranked: readonly Result[], page: number): Pick<SearchHit, 'results' | 'pages'> => ({
  results: ranked.slice((page - 1) * resultsAPage, page * resultsAPage),
  pages: Math.max(1, Math.ceil(ranked.length / resultsAPage)),
});

function filtersOf({ sort, section, author, year }: Asked, directory: Directory): Filters {
  const terms = [...(section ? [sectionTerm(section)] : []), ...(author ? [authorTerm(author)] : [])];
  const place = year ? directory.years.findIndex(([each]) => each === year) : -1;
  const from = year ? (directory.years[place]?.[1] ?? directory.articles) : 0;
  const to = year ? (directory.years[place - 1]?.[1] ?? directory.articles) : directory.articles;
  return { terms, from, to, newestFirst: sort === 'date' };
}
