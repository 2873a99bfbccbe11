/**
 * Reads a backup file that may be broken, hostile or from elsewhere. Nothing of it is trusted: its size is looked at
 * before its bytes, only fields of the format are taken, and a record that does not fit is left out and named.
 */
import { isSound } from '../store/records.ts';
import {
  type BackupContent,
  backupLimits,
  type BackupRecords,
  formatName,
  formatVersion,
  type RecordKind,
  kinds,
  shapeOf,
} from './format.ts';
import { merged, noRecords } from './merge.ts';
import { fitted, Misfit } from './shape.ts';

/** Why a file is not read. */
export type BackupRefusal =
  | 'too-large'
  | 'empty'
  | 'not-text'
  | 'cut-off'
  | 'not-json'
  | 'not-a-backup'
  | 'damaged'
  | 'newer'
  | 'unknown-version'
  | 'too-many';

/** A record that does not fit: the `number`th of its kind (from 1), for what stands at `field`. */
export type LeftOut = { kind: RecordKind; number: number; field: string };

export type BackupResult =
  | { refused: BackupRefusal }
  | {
      backup: BackupContent;
      leftOut: LeftOut[];
      /** Lists of the file that this app knows nothing of. */
      unknown: string[];
    };

/** Reads a file that the reader has chosen. */
export async function readBackupFile(file: Pick<Blob, 'size' | 'arrayBuffer'>): Promise<BackupResult> {
  if (file.size > backupLimits.bytes) return { refused: 'too-large' };
  let text: string;
  try {
    // Takes a byte order mark off; bytes that are no UTF-8 are an error.
    text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return { refused: 'not-text' };
  }
  return readBackup(text);
}

export function readBackup(text: string): BackupResult {
  if (text.trim() === '') return { refused: 'empty' };
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { refused: /^\s*\{/.test(text) && !/\}\s*$/.test(text) ? 'cut-off' : 'not-json' };
  }
  if (!isFields(content) || content.format !== formatName) return { refused: 'not-a-backup' };
  if (typeof content.version === 'number' && content.version > formatVersion) return { refused: 'newer' };
  if (content.version !== formatVersion) return { refused: 'unknown-version' };
  const { publication, records } = content;
  if (typeof publication !== 'string' || publication.length > 1000 || !isFields(records)) return { refused: 'damaged' };
  const lists = kinds.map((kind) => [kind, Object.hasOwn(records, kind) ? records[kind] : []] as const);
  if (lists.some(([, list]) => !Array.isArray(list))) return { refused: 'damaged' };
  const count = lists.reduce((sum, [, list]) => sum + (list as unknown[]).length, 0);
  if (count > backupLimits.records) return { refused: 'too-many' };
  const leftOut: LeftOut[] = [];
  const taken = Object.fromEntries(
    lists.map(([kind, list]) => [kind, takenOf(kind, list as unknown[], leftOut)]),
  ) as BackupRecords;
  const unknown = Object.keys(records).filter((name) => !kinds.some((kind) => kind === name));
  // A file may hold one record twice.
  return { backup: { publication, records: merged(taken, noRecords()) }, leftOut, unknown };
}

function takenOf(kind: RecordKind, list: unknown[], leftOut: LeftOut[]): unknown[] {
  return list.flatMap((entry, at) => {
    try {
      const record = fitted(shapeOf(kind), entry);
      if (!isSound(kind, record)) throw new Misfit('');
      return [record];
    } catch (error) {
      if (!(error instanceof Misfit)) throw error;
      leftOut.push({ kind, number: at + 1, field: error.path });
      return [];
    }
  });
}

const isFields = (value: unknown): value is { [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
