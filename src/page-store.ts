/**
 * Gets every page that the browser shows: one promise an address, cached in memory. React reads it with `use()`, and
 * links prefetch into the same cache, so a visited or prefetched page never depends on a host's cache headers.
 * A promise always fulfils: a failure is a page of its own ("failed"), kept until the next navigation.
 */
import { wholeSheet } from './lazy-files.ts';
import { persistentFetch, Refused } from './persistent-fetch.ts';
import { dataAddress, notFoundAddress } from './publication/addresses.ts';
import { isJson } from './publication/is-json.ts';
import { keptAtHeader } from './publication/keeping.ts';
import { type FailedPageData, type Frame, type Page, pageShape } from './publication/page.ts';

/** A promise that `use()` reads without waiting once `status` is set. */
type Tracked = Promise<Page> & { status?: 'fulfilled'; value?: Page };

const kept = new Map<string, Tracked>();
/** Of pages that came from this device for want of a line: when they had come from the publication (ISO 8601). */
export const keptAt = new Map<string, string>();
let lastFrame: Frame | undefined;

/** The page at an address; fetched once, then the same promise every time. */
export function pageFor(address: string): Promise<Page> {
  return kept.get(address) ?? keep(address, load(address));
}

/** Puts a page into memory, such as the one that came with the document. */
export function seed(address: string, page: Page): void {
  const promise: Tracked = Promise.resolve(page);
  promise.status = 'fulfilled';
  promise.value = page;
  lastFrame = page.frame;
  kept.set(address, promise);
}

/** Whether a page is in memory or on its way. */
export const isKept = (address: string): boolean => kept.has(address);

/** Fetches a page before it is wanted. */
export const prefetch = async (address: string): Promise<Page | undefined> =>
  isKept(address) ? undefined : readPage(address);

/** A page for another use than to be shown. Should it fail, nothing is kept: whoever wants it asks again. */
export async function readPage(address: string): Promise<Page> {
  const page = await pageFor(address);
  if (page.kind === 'failed') forget(address);
  return page;
}

/** Lets a page be asked for again. */
export function forget(address: string): void {
  kept.delete(address);
}

/** Asks once more for a page that failed and is shown; it stays in memory until the answer is here. */
export async function askAgain(address: string): Promise<void> {
  forgetFailed(address);
  const page = await load(address);
  // Who went elsewhere meanwhile asks anew on coming back; a later try may have had an answer before this one.
  if (page.kind !== 'failed' || kept.get(address)?.value?.kind === 'failed') seed(address, page);
}

/** Lets pages that failed, or that only a copy was had of, be asked for again, but for the one that is shown. */
export function forgetFailed(shown: string): void {
  for (const [address, { value }] of kept) {
    if ((value?.kind === 'failed' || keptAt.has(address)) && address !== shown) kept.delete(address);
  }
}

/** Lets everything be asked for again: the content has changed (dev only). */
export function forgetAll(): void {
  kept.clear();
}

/** Where the data of a page is. */
export function dataUrl(address: string): string {
  return import.meta.env.BASE_URL + dataAddress(address).slice(1);
}

function keep(address: string, loading: Promise<Page>): Tracked {
  const promise: Tracked = loading.then((page) => {
    promise.status = 'fulfilled';
    promise.value = page;
    lastFrame = page.frame ?? lastFrame;
    return page;
  });
  kept.set(address, promise);
  return promise;
}

async function load(address: string): Promise<Page> {
  try {
    const [page] = await Promise.all([read(address), wholeSheet()]);
    if (page || address === notFoundAddress()) return page ?? failed('foreign');
    return await pageFor(notFoundAddress());
  } catch (cause) {
    return failed(cause instanceof Newer ? 'newer' : cause instanceof Refused ? 'server' : 'offline');
  }
}

/** The data is of other code than this. */
class Newer extends Error {}

/** Undefined where there is no such page. */
async function read(address: string): Promise<Page | undefined> {
  const response = await persistentFetch(dataUrl(address));
  const copied = response.headers.get(keptAtHeader);
  if (copied) keptAt.set(address, copied);
  else keptAt.delete(address);
  if (response.status === 404 || response.status === 410 || (response.ok && !isJson(response))) return undefined;
  if (!response.ok) throw new Refused(String(response.status));
  const page: unknown = await response.json().catch((cause: unknown) => {
    // What breaks off is a line that was lost; what is whole and no JSON comes from a server in trouble.
    if (!(cause instanceof SyntaxError)) throw cause;
  });
  if (shapeOf(page) > pageShape) throw new Newer(String(shapeOf(page)));
  // A copy of before is nothing for this code either: the worker has a document for it.
  if (copied !== null && shapeOf(page) < pageShape) throw new Newer('A copy of before');
  if (!isPage(page)) throw new Refused('not a page');
  return page;
}

const shapeOf = (value: unknown): number =>
  typeof value === 'object' && value !== null && 'shape' in value ? Number(value.shape) : 0;

const isPage = (value: unknown): value is Page =>
  typeof value === 'object' && value !== null && 'kind' in value && 'frame' in value && 'texts' in value;

function failed(reason: FailedPageData['reason']): FailedPageData {
  const frame = lastFrame ?? { name: '', sections: [], foot: [], mustRead: [] };
  return { kind: 'failed', reason, frame, head: { title: frame.name }, texts: {} };
}
