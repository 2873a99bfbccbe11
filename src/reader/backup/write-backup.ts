/**
 * The text of a backup file. What is the same is written the same, byte for byte: keys and records are in order, a
 * record is a line, and nothing says when or where the file was made.
 */
import { keyOf } from '../store/records.ts';
import { canonical } from './canonical.ts';
import {
  type BackupContent,
  type BackupRecords,
  formatName,
  formatVersion,
  type RecordKind,
  kinds,
  shapeOf,
} from './format.ts';
import { fitted } from './shape.ts';

export function writeBackup({ publication, records }: BackupContent): string {
  const lists = kinds.map((kind) => `${JSON.stringify(kind)}: ${listOf(lines(kind, records))}`);
  const fields = [
    `"$schema": ${JSON.stringify(`${publication}schemas/backup.schema.json`)}`,
    `"format": ${JSON.stringify(formatName)}`,
    `"publication": ${JSON.stringify(publication)}`,
    `"records": {\n${lists.join(',\n')}\n}`,
    `"version": ${formatVersion}`,
  ];
  return `{\n${fields.join(',\n')}\n}\n`;
}

/** A record as it stands in a backup: without fields that another version of this app may have added. */
export const forBackup = <Name extends RecordKind>(kind: Name, record: BackupRecords[Name][number]) =>
  fitted(shapeOf(kind), record) as BackupRecords[Name][number];

function lines(kind: RecordKind, records: BackupRecords): string[] {
  const keyed = records[kind].map((record) => [
    keyOf[kind](record as never),
    canonical(forBackup(kind, record as never)),
  ]);
  return keyed.sort(([a = ''], [b = '']) => (a < b ? -1 : 1)).map(([, line = '']) => line);
}

const listOf = (lines: string[]) => (lines.length > 0 ? `[\n${lines.join(',\n')}\n]` : '[]');
