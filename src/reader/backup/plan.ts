/** What a restore will do, before it does it: nothing is ever taken away. */
import { keyOf } from '../store/records.ts';
import { type BackupRecords, type RecordKind, kinds } from './format.ts';
import { compareVersions } from './merge.ts';
import { forBackup } from './write-backup.ts';

/**
 * `adds` what is not here, `changes` what is here in an earlier version, `returns` what was removed here. What is
 * left of records removed elsewhere is only remembered: it takes nothing away.
 */
export type Effect = 'adds' | 'changes' | 'returns' | 'remembers';

export type Step = { kind: RecordKind; effect: Effect; record: BackupRecords[RecordKind][number] };

export type Plan = {
  steps: Step[];
  /** Records that are here already, in the same version or a later one. */
  same: number;
};

export function planOf(here: BackupRecords, backup: BackupRecords): Plan {
  const steps: Step[] = [];
  let same = 0;
  for (const kind of kinds) {
    const known = new Map(here[kind].map((record) => [keyOf[kind](record as never), record]));
    for (const record of backup[kind]) {
      const mine = known.get(keyOf[kind](record as never));
      if (mine && compareVersions(forBackup(kind, mine as never), record) >= 0) {
        if (!isRemoved(record)) same += 1;
      } else steps.push({ kind, record, effect: effectOf(record, mine) });
    }
  }
  return { steps, same };
}

function effectOf(record: object, mine: object | undefined): Effect {
  if (isRemoved(record)) return 'remembers';
  if (!mine) return 'adds';
  return isRemoved(mine) ? 'returns' : 'changes';
}

export const isRemoved = (record: object): boolean => 'deleted' in record && record.deleted !== undefined;

/** How many steps of a kind have an effect. */
export const countSteps = ({ steps }: Plan, kind: RecordKind, effect: Effect): number =>
  steps.filter((step) => step.kind === kind && step.effect === effect).length;

/** What the reader knows a record by, if it has more than an address. */
export function nameOf(record: BackupRecords[RecordKind][number]): string | undefined {
  if (isRemoved(record)) return undefined;
  if ('passage' in record && 'colour' in record) return record.passage.exact;
  if ('about' in record) return record.about.headline;
  return 'text' in record ? record.text : undefined;
}
