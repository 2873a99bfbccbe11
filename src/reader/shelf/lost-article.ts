/** An article that the publication does not have any more, or not under this slug, and what is kept of it here. */
import { type About, nextCount } from '../store/records.ts';
import { isLive, now } from './saved.ts';
import type { Store } from '../store/store.ts';

const kinds = ['saved', 'places'] as const;

/** What is known of the article, if anything of it is kept; every record of it is told that it was found gone. */
export async function noteLost(store: Store, article: string): Promise<About | undefined> {
  const known = await store.read(['saved', 'places', 'marks'], async ({ get, list }) => {
    const shelved = await Promise.all([get('saved', article), get('places', article)]);
    const marked = await list('marks', 'article', article);
    return [...shelved.filter(isLive), ...marked.filter((mark) => mark.deleted === undefined)][0]?.about;
  });
  if (!known) return undefined;
  const gone = now();
  await store.change(['saved', 'places', 'marks'], async ({ get, list, put }) => {
    const told = <Kept extends { about: About; revision: number }>(record: Kept): Kept => ({
      ...record,
      about: { ...record.about, gone },
      revision: nextCount(record.revision),
      changed: gone,
    });
    for (const name of kinds) {
      const record = await get(name, article);
      if (isLive(record)) put(name, told(record));
    }
    for (const mark of await list('marks', 'article', article)) {
      if (mark.deleted === undefined) put('marks', told(mark));
    }
  });
  return known;
}
