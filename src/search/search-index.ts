/** Opens the search index that a page names: its files are fetched as a query needs them, and kept. */
import { persistentFetch } from '../persistent-fetch.ts';
import type { Directory } from '../publication/search/index-files.ts';
import { IndexGone, IndexUnreachable } from '../publication/search/index-reader.ts';
import { type SearchEngine, searchIn } from '../publication/search/search.ts';

const opened = new WeakMap<Directory, SearchEngine>();

export function searchOf(directory: Directory): SearchEngine {
  const known = opened.get(directory) ?? searchIn(directory, (file) => read(import.meta.env.BASE_URL + file));
  opened.set(directory, known);
  return known;
}

/** Hosts with a fallback answer 200 and HTML for a file that is missing. */
async function read(url: string): Promise<string> {
  let response;
  try {
    response = await persistentFetch(url);
  } catch (cause) {
    throw new IndexUnreachable('no answer', { cause });
  }
  const isPage = /html/.test(response.headers.get('content-type') ?? '');
  if (response.status === 404 || response.status === 410 || (response.ok && isPage)) throw new IndexGone(url);
  if (!response.ok) throw new IndexUnreachable(String(response.status));
  return response.text().catch((cause: unknown) => {
    throw new IndexUnreachable('half an answer', { cause });
  });
}
