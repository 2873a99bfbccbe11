/**
 * Opens the search index: its files are fetched as a query needs them, and cached. One index a folder; the folder's name
 * comes with the page, so a page never mixes two builds.
 */
import { persistentFetch } from '../persistent-fetch.ts';
import type { Directory } from '../publication/search/index-files.ts';
import { IndexGone, IndexUnreachable } from '../publication/search/index-reader.ts';
import { type SearchEngine, searchIn } from '../publication/search/search.ts';

const opened = new Map<string, SearchEngine>();

export function searchOf(directory: Directory): SearchEngine {
  const { folder } = directory;
  const url = import.meta.env.BASE_URL + folder.slice(1);
  const known = opened.get(folder) ?? searchIn(directory, (file) => read(url + file));
  opened.set(folder, known);
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
