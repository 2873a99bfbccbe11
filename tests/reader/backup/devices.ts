/** Devices of a reader, and what they hold. */
import { expect } from 'vitest';
import { backupStore } from '../../../src/reader/backup/backup-store.ts';
import type { BackupRecords } from '../../../src/reader/backup/format.ts';
import { noRecords } from '../../../src/reader/backup/merge.ts';
import { readBackup } from '../../../src/reader/backup/read-backup.ts';
import type { Store } from '../../../src/reader/store/store.ts';
import { mark, place, removed, response, saved, settings } from '../records-of-readers.ts';
import { randomFrom } from '../../random.ts';
import { randomRecords } from './random-backups.ts';
import { freshWindow, openWindow } from '../windows.ts';

export const publication = 'https://example.org/paper/';

const deviceOf = (store: Store) => ({ store, backups: backupStore(store, publication) });

/** A device with nothing on it. */
export const freshDevice = () => deviceOf(freshWindow());

/** Another window of the last device. */
export const sameDevice = () => deviceOf(openWindow());

export const recordsOf = (text: string): BackupRecords => {
  const reading = readBackup(text);
  if ('refused' in reading) throw new Error(reading.refused);
  expect(reading.leftOut).toEqual([]);
  return reading.backup.records;
};

export const recordsWith = (part: Partial<BackupRecords>): BackupRecords => ({ ...noRecords(), ...part });

export const oneOfEachKind = () =>
  recordsWith({
    saved: [saved('unity'), saved('a-walk', { order: 2 }), removed({ article: 'gone' })],
    places: [place('unity', { fraction: 0.1 + 0.2 })],
    marks: [mark('m1', { note: 'A <b>note</b>\nof two lines, “quoted”, اردو 🌊 \ud800' })],
    responses: [response('r1')],
    drafts: [{ article: 'unity~w1', name: 'Amna', text: 'half a th', order: 1 }],
    settings: [settings({ theme: 'sepia', size: 1.2, singleKeys: false })],
  });

export const randomBackups = (count: number) =>
  Array.from({ length: count }, (_, seed) => randomRecords(randomFrom(seed + 900)));
