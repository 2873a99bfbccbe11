/**
 * What an unknown address may have meant. Every name is filed under the first two letters of each word of its
 * address (`suggestion-lists.ts`), in small lists, so that the page for unknown addresses reads a few small files however
 * large the archive is.
 */
import { nearest } from './nearest.ts';

export type NamedAddress = { address: string; name: string };

const shortestWord = 3;
const suggestions = 5;

/** The words of an address that can be looked up; whatever it holds, nothing is thrown. */
export function wordsOfAddress(address: string): string[] {
  const words = slugLike(address).split(/[^a-z0-9]+/);
  return words.filter((word) => word.length >= shortestWord);
}

/** The file, below the base path, that lists names for a word. */
export const suggestionsFile = (word: string): string => `/404/${word.slice(0, 2)}.json`;

/** The names nearest to an unknown address: first those mistyped by a few letters, then those that share most words. */
export function nearestTo(address: string, names: readonly NamedAddress[]): NamedAddress[] {
  const bySlug = new Map<string, NamedAddress[]>();
  for (const named of new Map(names.map((entry) => [entry.address, entry])).values()) {
    const slug = slugLike(named.address);
    bySlug.set(slug, [...(bySlug.get(slug) ?? []), named]);
  }
  const mistyped = nearest(slugLike(address), bySlug.keys(), suggestions);
  const wanted = new Set(wordsOfAddress(address));
  const sharing = [...bySlug.keys()]
    .map((slug) => ({ slug, shared: wordsOfAddress(slug).filter((word) => wanted.has(word)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((one, other) => other.shared - one.shared)
    .map(({ slug }) => slug);
  return [...new Set([...mistyped, ...sharing])].flatMap((slug) => bySlug.get(slug) ?? []).slice(0, suggestions);
}

/** The slug of an address, or what stands where a slug should: "/2019/05/My_Title.html" is "my_title". */
function slugLike(address: string): string {
  const parts = decoded(address)
    .toLowerCase()
    .split('/')
    .filter((part) => part !== '');
  if (parts.at(-2) === 'page' && /^\d+$/.test(parts.at(-1) ?? '')) parts.splice(-2);
  return (parts.at(-1) ?? '').replace(/\.(?:html?|php|aspx?)$/, '').slice(0, 120);
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
