/**
 * An article that the publication has renamed keeps what belongs to the reader: when it is opened, everything under its
 * former slugs moves to the present one, and what is known of it is brought up to date. One transaction.
 */
import { isSameAbout } from '../store/about.ts';
import type { Transaction } from '../store/transaction.ts';
import { type About, nextCount, type Records } from '../store/records.ts';
import { isLive, now } from './saved.ts';
import type { Changing, Store } from '../store/store.ts';

type Opened = { article: string; formerly: readonly string[]; about: About };

export async function followSlugs(store: Store, opened: Opened): Promise<void> {
  // Most articles have nothing to move, and a reader who only reads writes nothing.
  const isNeeded = await store.read(['saved', 'places', 'marks'], (records) => hasToFollow(records, opened));
  if (!isNeeded) return;
  await store.change(['saved', 'places', 'marks'], async (records) => {
    await follow(records, 'saved', opened);
    await follow(records, 'places', opened);
    for (const slug of opened.formerly) {
      for (const mark of await records.list('marks', 'article', slug)) {
        const revision = nextCount(mark.revision);
        const moved = { ...mark, article: opened.article, revision, changed: now() };
        records.put('marks', moved.deleted === undefined ? { ...moved, about: opened.about } : moved);
      }
    }
  });
}

async function hasToFollow({ get, list }: Transaction, { article, formerly, about }: Opened): Promise<boolean> {
  for (const slug of formerly) {
    const kept = await Promise.all([get('saved', slug), get('places', slug)]);
    if (kept.some(isLive) || (await list('marks', 'article', slug)).length > 0) return true;
  }
  const kept = await Promise.all([get('saved', article), get('places', article)]);
  return kept.some((record) => isLive(record) && !isSameAbout(record.about, about));
}

type Shelved = 'saved' | 'places';

/** Where there are records under several slugs, the last touched stays. */
async function follow({ get, put }: Changing, name: Shelved, { article, formerly, about }: Opened) {
  const known = await get(name, article);
  let latest: Records[Shelved] | undefined = known;
  for (const slug of formerly) {
    const old: Records[Shelved] | undefined = await get(name, slug);
    if (!isLive(old)) continue;
    if (!latest || old.order > latest.order) latest = old;
    const time = now();
    put(name, { article: slug, order: old.order, revision: nextCount(old.revision), changed: time, deleted: time });
  }
  if (!isLive(latest) || (latest === known && isSameAbout(latest.about, about))) return;
  const revision = nextCount(Math.max(latest.revision, known?.revision ?? 0));
  put(name, { ...latest, article, about, revision, changed: now() });
}
