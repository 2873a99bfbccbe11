/** What is asked, as the address of the search page says it: `?q=…&sort=date&section=…&author=…&year=…&page=2`. */
import type { Asked } from './search.ts';

/** `search` is that part of an address; whatever it holds, nothing is thrown. */
export function askedOf(search: string): Asked {
  const given = new URLSearchParams(search);
  const page = Number(given.get('page'));
  return {
    text: given.get('q') ?? '',
    sort: given.get('sort') === 'date' ? 'date' : 'relevance',
    section: given.get('section') || undefined,
    author: given.get('author') || undefined,
    year: given.get('year') || undefined,
    page: Number.isInteger(page) && page > 1 ? page : 1,
  };
}

/** The address's part for it; empty where nothing is asked. */
export function searchPartOf({ text, sort, section, author, year, page }: Asked): string {
  const part = new URLSearchParams();
  if (text !== '') part.set('q', text);
  if (sort === 'date') part.set('sort', sort);
  for (const [name, value] of Object.entries({ section, author, year })) if (value) part.set(name, value);
  if (page > 1) part.set('page', String(page));
  const written = part.toString();
  return written && `?${written}`;
}

export const isFiltered = ({ section, author, year }: Asked): boolean => Boolean(section || author || year);
