/**
 * What is left of removed records goes after 180 days: by then no window is open that could bring them back. Clocks
 * are wrong by years at times, so two must agree: the date of the removal, and days that were lived through since this
 * device first met what is left. The second clock runs only between visits and never by more than 30 days at once.
 */
import type { Store } from './store.ts';

const day = 86_400_000;
const patience = 180;
const leap = 30;

const removable = ['responses', 'saved', 'places', 'marks'] as const;

/** Removes what is old enough; looks at most once a day. */
export function expireTombstones(store: Store, now = Date.now()): Promise<void> {
  return store.change([...removable, 'upkeep'], async (records) => {
    const before = await records.get('upkeep', 'removed');
    const since = before ? (now - Date.parse(before.today)) / day : 0;
    if (before && since >= 0 && since < 1) return;
    const lived = (before?.lived ?? 0) + Math.min(Math.max(since, 0), leap);
    const met: { [removed: string]: number } = {};
    for (const name of removable) {
      for (const record of await records.list(name, 'deleted', everything())) {
        const key = 'id' in record ? record.id : record.article;
        const first = before?.met[`${name}/${key}`] ?? lived;
        const removed = record.deleted === undefined ? now : Date.parse(record.deleted);
        if (lived - first >= patience && now - removed >= patience * day) records.delete(name, key);
        else met[`${name}/${key}`] = first;
      }
    }
    records.put('upkeep', { name: 'removed', today: new Date(now).toISOString(), lived, met });
  });
}

const everything = () => IDBKeyRange.lowerBound('');
