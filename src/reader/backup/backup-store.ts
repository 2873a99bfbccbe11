/**
 * Makes a backup of the store and restores one. A restore is one transaction, so it is done whole or not at all; a
 * snapshot of what was there before lets it be undone.
 */
import { keyOf, type Snapshot } from '../store/records.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Changing, Store } from '../store/store.ts';
import { canonical } from './canonical.ts';
import { type BackupRecords, type RecordKind, kinds } from './format.ts';
import { noRecords } from './merge.ts';
import { type Plan, planOf } from './plan.ts';
import { readBackup } from './read-backup.ts';
import { forBackup, writeBackup } from './write-backup.ts';

/** So many restores can be undone, the last first. */
const snapshotsKept = 3;

export type BackupStore = {
  /** The text of a backup file with everything there is. */
  save(): Promise<string>;
  /** What a restore would do now. */
  preview(records: BackupRecords): Promise<Plan>;
  /** Does it; answers what was done. */
  restore(records: BackupRecords): Promise<Plan>;
  /** When the restore was that can be undone. */
  undoable(): Promise<string | undefined>;
  /**
   * Takes the last restore back, but for what the reader has changed since. Answers how many records were left so, or
   * nothing where the snapshot is damaged; then all is left.
   */
  undo(): Promise<number | undefined>;
};

/** `publication` is its address, as it stands in a backup. */
export function backupStore(store: Store, publication: string): BackupStore {
  const textOf = (records: BackupRecords) => writeBackup({ publication, records });

  return {
    save: () => store.read([...kinds], async (records) => textOf(await everything(records))),

    preview: (backup) => store.read([...kinds], async (records) => planOf(await everything(records), backup)),

    restore: (backup) =>
      store.change([...kinds, 'snapshots'], async (records) => {
        const here = await everything(records);
        const plan = planOf(here, backup);
        if (plan.steps.length === 0) return plan;
        const written = noRecords();
        for (const { kind, record } of plan.steps) {
          records.put(kind, record);
          (written[kind] as object[]).push(record);
        }
        const before = await records.all('snapshots');
        const id = `${Number(before.at(-1)?.id ?? 0) + 1}`.padStart(12, '0');
        records.put('snapshots', { id, made: now(), text: textOf(here), written: textOf(written) });
        for (const old of before.slice(0, 1 - snapshotsKept)) records.delete('snapshots', old.id);
        return plan;
      }),

    undoable: async () => (await store.read(['snapshots'], ({ all }) => all('snapshots'))).at(-1)?.made,

    undo: () =>
      store.change([...kinds, 'snapshots'], async (records) => {
        const snapshot = (await records.all('snapshots')).at(-1);
        if (!snapshot) return 0;
        records.delete('snapshots', snapshot.id);
        return takeBack(records, await everything(records), snapshot);
      }),
  };
}

export async function everything({ all }: Pick<Transaction, 'all'>): Promise<BackupRecords> {
  const lists = await Promise.all(kinds.map(async (kind) => [kind, await all(kind)] as const));
  return Object.fromEntries(lists) as BackupRecords;
}

function takeBack(records: Changing, here: BackupRecords, { text, written }: Snapshot): number | undefined {
  const [before, after] = [recordsOf(text), recordsOf(written)];
  if (!before || !after) return undefined;
  let left = 0;
  for (const kind of kinds) {
    const now = keyed(kind, here);
    const old = keyed(kind, before);
    for (const [key, record] of keyed(kind, after)) {
      const current = now.get(key);
      const previous = old.get(key);
      if (!current || canonical(forBackup(kind, current as never)) !== canonical(record)) left += 1;
      else if (previous) records.put(kind, previous);
      else records.delete(kind, key);
    }
  }
  return left;
}

const keyed = (kind: RecordKind, records: BackupRecords) =>
  new Map(records[kind].map((record) => [keyOf[kind](record as never), record]));

/** Our own text, but it comes from the device like everything else. */
function recordsOf(text: string): BackupRecords | undefined {
  const result = readBackup(text);
  return 'backup' in result && result.leftOut.length === 0 ? result.backup.records : undefined;
}

const now = () => new Date().toISOString();
