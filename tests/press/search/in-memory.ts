/** An index of an edition in memory, and what a search in it fetched. */
import type { Edition } from '../../../src/publication/edition.ts';
import { IndexGone } from '../../../src/publication/search/index-reader.ts';
import { type Asked, type SearchHit, type SearchEngine, searchIn } from '../../../src/publication/search/search.ts';
import { searchIndexInMemory } from '../../../src/press/search/search-index.ts';

export function searchOf(edition: Edition): SearchEngine & { fetched: string[] } {
  const { directory, files } = searchIndexInMemory(edition);
  const fetched: string[] = [];
  const search = searchIn(directory, async (file) => {
    fetched.push(file);
    const text = files.get(file);
    if (text === undefined) throw new IndexGone(file);
    return text;
  });
  return { ...search, fetched };
}

export const find = (search: SearchEngine, text: string, more: Partial<Asked> = {}): Promise<SearchHit> =>
  search.find({ text, sort: 'relevance', page: 1, ...more });

/** The slugs of the results, in their order. */
export async function slugs(search: SearchEngine, text: string, more: Partial<Asked> = {}): Promise<string[]> {
  const { results } = await find(search, text, more);
  const shown = await Promise.all(results.map((result) => search.show(result)));
  return shown.map(({ slug }) => slug);
}
