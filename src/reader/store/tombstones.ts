/**
 * Deletes the tombstones of removed records after 180 days: by then no window is open that could bring the records back.
 * The clock of a device may be wrong by years, so two measures must agree: the date of the removal, and the days since
 * this device first met the tombstone. Those are counted from visit to visit, at most 30 between two.
 */
import type { Store } from './store.ts';

const day = 86_400_000;
const keptDays = 180;
const mostDays = 30;

const removable = ['responses', 'saved', 'places', 'marks'] as const;

/** Removes what is old enough; looks at most once a day. */
export function expireTombstones(store: Store, now = Date.now()): Promise<void> {
  return store.change([...removable, 'upkeep'], async (records) => {
    const before = await records.get('upkeep', 'removed');
    const since = before ? (now - Date.parse(before.today)) / day : 0;
    if (before && since >= 0 && since < 1) return;
    const lived = (before?.lived ?? 0) + Math.min(Math.max(since, 0), mostDays);
    const met: { [removed: string]: number } = {};
    for (const name of removable) {
      for (const record of await records.list(name, 'deleted', everything())) {
        const key = 'id' in record ? record.id : record.article;
        const first = before?.met[`${name}/${key}`] ?? lived;
        const removed = record.deleted === undefined ? now : Date.parse(record.deleted);
        if (lived - first >= keptDays && now - removed >= keptDays * day) records.delete(name, key);
        else met[`${name}/${key}`] = first;
      }
    }
    records.put('upkeep', { name: 'removed', today: new Date(now).toISOString(), lived, met });
  });
}

const everything = () => IDBKeyRange.lowerBound('');
