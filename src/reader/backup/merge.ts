/**
 * Merges two versions of a record: the greater one in a total order stands, whole, so that files may be restored in any
 * order and any number of times. A record that is there is greater than one that was removed, for a
 * restore never deletes; then the one changed more often, the one of which more is known on its way to the editors, the
 * one touched later by counter, the one with the later date, and at last the one whose text is greater. The clock alone
 * never decides.
 */
import { compareRanks, keyOf, rankOfSent, type Sent } from '../store/records.ts';
import { canonical } from './canonical.ts';
import { type BackupRecords, type RecordKind, kinds } from './format.ts';

type Ranked = {
  deleted?: string | undefined;
  revision?: number | undefined;
  order?: number | undefined;
  changed?: string;
  edited?: string | undefined;
  written?: string;
  sent?: Sent | undefined;
};

/** Less than 0 where `a` gives way to `b`; 0 only where they are the same. */
export function compareVersions(a: object, b: object): number {
  const ranked = compareRanks(rank(a), rank(b));
  if (ranked !== 0) return ranked;
  const [textA, textB] = [canonical(a), canonical(b)];
  if (textA === textB) return 0;
  return textA < textB ? -1 : 1;
}

/** Times differ in their form, so they are compared as moments. */
function rank({ deleted, revision = 0, order = 0, changed, edited, written, sent }: Ranked): number[] {
  const date = changed ?? deleted ?? edited ?? written;
  return [
    deleted === undefined ? 1 : 0,
    revision,
    ...rankOfSent(sent),
    order,
    date === undefined ? 0 : Date.parse(date),
  ];
}

/** All of both; of what is in both, the greater. */
export function merged(a: BackupRecords, b: BackupRecords): BackupRecords {
  return Object.fromEntries(kinds.map((kind) => [kind, mergedLists(kind, a[kind], b[kind])])) as BackupRecords;
}

function mergedLists<Name extends RecordKind>(kind: Name, a: BackupRecords[Name], b: BackupRecords[Name]): object[] {
  const found = new Map<string, object>();
  for (const record of [...a, ...b]) {
    const key = keyOf[kind](record as never);
    const other = found.get(key);
    if (!other || compareVersions(other, record) < 0) found.set(key, record);
  }
  return [...found.values()];
}

export const noRecords = (): BackupRecords => ({
  drafts: [],
  marks: [],
  places: [],
  responses: [],
  saved: [],
  settings: [],
});
