/**
 * How far the reader has come in each article: the last place where they were truly reading (`attention.ts`), not the
 * furthest. A finished article stays finished until it is read again.
 */
import { type About, nextCount, type Place } from '../store/records.ts';
import type { Passage } from '../../text/passage.ts';
import type { Transaction } from '../store/transaction.ts';
import { isLive, now } from '../shelf/saved.ts';
import type { Store } from '../store/store.ts';

export type PlaceInText = { passage: Passage; /** 0 to 1, for showing. */ fraction: number };

export async function placeIn(store: Store, article: string): Promise<Place | undefined> {
  return store.read(['places'], (records) => livePlace(records, article));
}

/** Those of the articles that have one. */
export function placesIn(store: Store, articles: readonly string[]): Promise<Map<string, Place>> {
  return store.read(['places'], async (records) => {
    const found = await Promise.all(articles.map((article) => livePlace(records, article)));
    return new Map(found.flatMap((place) => (place ? [[place.article, place]] : [])));
  });
}

/** The most of one state, last touched first. */
export async function lastTouched(store: Store, state: Place['state'], count: number): Promise<Place[]> {
  const range = within(state);
  const { records } = await store.read(['places'], ({ page }) =>
    page('places', 'state', { count, direction: 'prev', range, suits: isLive }),
  );
  return records;
}

/** The part of the index over state and order that one state takes. */
export const within = (state: Place['state']): IDBKeyRange => IDBKeyRange.bound([state], [state, []]);

/** Keeps where the reader is. */
export function keepPlace(store: Store, article: string, about: About, at: PlaceInText, state: Place['state']) {
  return store.change(['places'], async ({ get, nextOrder, put }) => {
    const [known, order] = await Promise.all([get('places', article), nextOrder('places')]);
    const revision = nextCount(known?.revision ?? 0);
    const place: Place = { article, about, ...at, state, order, revision, changed: now() };
    put('places', place);
    return place;
  });
}

/**
 * The same for a page that is being left: nothing is read first, since no answer would come any more. `known` is how
 * the device had it a moment ago.
 */
export function keepPlaceInPassing(store: Store, known: Place, at: PlaceInText, state: Place['state']): Promise<void> {
  const place: Place = { ...known, ...at, state, revision: nextCount(known.revision), changed: now() };
  return store.change(['places'], async ({ put }) => put('places', place));
}

const noPassage: Passage = { exact: '', prefix: '', suffix: '', start: 0, end: 0, block: 0 };

/** By the reader's own word, wherever they are in it, or never began. Answers how it was, if it was begun. */
export function markFinished(store: Store, article: string, about: About): Promise<Place | undefined> {
  return store.change(['places'], async ({ get, nextOrder, put }) => {
    const [known, order] = await Promise.all([get('places', article), nextOrder('places')]);
    const before = isLive(known) ? known : undefined;
    const passage = before?.passage ?? noPassage;
    const revision = nextCount(known?.revision ?? 0);
    put('places', { article, about, passage, fraction: 1, state: 'finished', order, revision, changed: now() });
    return before;
  });
}

/** The article is as one that was never begun. Answers how it was, for `putPlaceBack`. */
export function forgetPlace(store: Store, article: string): Promise<Place | undefined> {
  return store.change(['places'], async ({ get, nextOrder, put }) => {
    const [known, order] = await Promise.all([get('places', article), nextOrder('places')]);
    if (!isLive(known)) return undefined;
    const time = now();
    put('places', { article, order, revision: nextCount(known.revision), changed: time, deleted: time });
    return known;
  });
}

/** Undoes one of the two above, unless the article was read on meanwhile. */
export function putPlaceBack(store: Store, before: Place): Promise<void> {
  return store.change(['places'], async ({ get, put }) => {
    const known = await get('places', before.article);
    if (isLive(known) && known.state === 'reading') return;
    put('places', { ...before, revision: nextCount(known?.revision ?? before.revision), changed: now() });
  });
}

async function livePlace({ get }: Transaction, article: string): Promise<Place | undefined> {
  const known = await get('places', article);
  return isLive(known) ? known : undefined;
}
