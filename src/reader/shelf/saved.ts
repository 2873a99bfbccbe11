/**
 * The articles a reader has saved. What is removed leaves a tombstone, and can be put back as it was and where it was.
 */
import { type About, nextCount, type Records, type Saved } from '../store/records.ts';
import type { Store } from '../store/store.ts';

export const isLive = <Kept extends Records['saved' | 'places']>(
  record: Kept | undefined,
): record is Extract<Kept, { deleted?: undefined }> => record !== undefined && record.deleted === undefined;

export async function isSaved(store: Store, article: string): Promise<boolean> {
  return isLive(await store.read(['saved'], ({ get }) => get('saved', article)));
}

/** Saving again what is saved changes nothing. */
export function save(store: Store, article: string, about: About): Promise<void> {
  return store.change(['saved'], async ({ get, nextOrder, put }) => {
    const [known, order] = await Promise.all([get('saved', article), nextOrder('saved')]);
    if (isLive(known)) return;
    put('saved', { article, about, order, revision: nextCount(known?.revision ?? 0), changed: now() });
  });
}

/** Answers what was removed, for `putBack`. */
export function unsave(store: Store, article: string): Promise<Saved | undefined> {
  return store.change(['saved'], async ({ get, nextOrder, put }) => {
    const [known, order] = await Promise.all([get('saved', article), nextOrder('saved')]);
    if (!isLive(known)) return undefined;
    const time = now();
    put('saved', { article, order, revision: nextCount(known.revision), changed: time, deleted: time });
    return known;
  });
}

/** Undoes a removal; what was saved again since then stays as it is. */
export function putBackSaved(store: Store, removed: Saved): Promise<void> {
  return store.change(['saved'], async ({ get, put }) => {
    const known = await get('saved', removed.article);
    if (isLive(known)) return;
    put('saved', { ...removed, revision: nextCount(known?.revision ?? removed.revision), changed: now() });
  });
}

export const now = (): string => new Date().toISOString();
