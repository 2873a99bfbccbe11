/** What the page of the store offers to tests. */
import { backupStore } from '../../src/reader/backup/backup-store.ts';
import { watchKept } from '../../src/reader/store/loss-watch.ts';
import type { Saved } from '../../src/reader/store/records.ts';
import { responsesIn } from '../../src/reader/responses/responses.ts';
import { isSaved, save, unsave } from '../../src/reader/shelf/saved.ts';
import { openStore, type Store } from '../../src/reader/store/store.ts';
import { expireTombstones } from '../../src/reader/store/tombstones.ts';
import { randomFrom } from '../random.ts';

export { backupStore, responsesIn, expireTombstones, isSaved, openStore, save, unsave, watchKept };

let opened: Store | undefined;
/** The store of this page. */
export const store = (): Store => (opened ??= openStore('/test/'));

export const saved = (article: string, order = 1): Saved => ({
  article,
  order,
  revision: 1,
  changed: '2026-05-03T09:00:00.000Z',
  about: { headline: `About ${article}` },
});

export const put = (record: Saved): Promise<void> =>
  store().change(['saved'], async (records) => records.put('saved', record));

export const articles = (): Promise<string[]> =>
  store().read(['saved'], async ({ all }) => (await all('saved')).map(({ article }) => article));

/** What went wrong, as the reader would be told, or nothing. */
export const kindOf = (task: Promise<unknown>): Promise<unknown> =>
  task.then(
    () => undefined,
    (error: unknown) => (error as { kind?: string }).kind ?? String(error),
  );

/** What two windows did with responses and the shelf in one schedule: what each was told is kept. */
export type Action =
  | { what: 'posted'; id: string; text: string }
  | { what: 'edited'; id: string; text: string; revision: number }
  | { what: 'removed'; id: string }
  | { what: 'flipped' };

/**
 * A window's part of a random schedule: it writes, edits and removes responses under one article and saves that article
 * and takes it back, often with what it knew a while ago. Answers what it was told was done.
 */
export async function playSchedule(name: string, seed: number, actions: number): Promise<Action[]> {
  const kept = responsesIn(store());
  const { whole } = randomFrom(seed);
  const done: Action[] = [];
  let known = await kept.list(name);
  for (let at = 0; at < actions; at += 1) {
    if (whole(3) === 0) known = await kept.list(name);
    const response = known[whole(known.length)];
    const text = `${seed} wrote ${at}`;
    const what = response ? whole(5) : 0;
    try {
      if (what <= 1 || !response) {
        const { id } = await kept.post(name, { name: 'Reader', text });
        done.push({ what: 'posted', id, text });
      } else if (what === 2) {
        const { revision } = await kept.edit(response, { name: 'Reader', text });
        done.push({ what: 'edited', id: response.id, text, revision });
      } else if (what === 3) {
        await kept.remove(response);
        done.push({ what: 'removed', id: response.id });
      } else {
        await store().change(['saved'], async ({ get, nextOrder, put }) => {
          const before = await get('saved', name);
          put('saved', { ...saved(name, await nextOrder('saved')), revision: (before?.revision ?? 0) + 1 });
        });
        done.push({ what: 'flipped' });
      }
    } catch (error) {
      // A window that knew something older is told so, and has done nothing.
      if ((error as Error).name !== 'ChangedElsewhere') throw error;
    }
  }
  return done;
}
