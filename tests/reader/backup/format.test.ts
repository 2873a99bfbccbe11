/** The published schema of a backup is the one that files are read by, and agrees with the guards of the store. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { backupSchema, type RecordKind, kinds, shapeOf } from '../../../src/reader/backup/format.ts';
import { fitted, isFit, type Shape } from '../../../src/reader/backup/shape.ts';
import { writeBackup } from '../../../src/reader/backup/write-backup.ts';
import { isSound } from '../../../src/reader/store/records.ts';
import { randomFrom } from '../../random.ts';
import { randomRecords } from './random-backups.ts';

const published = JSON.parse(readFileSync('public/schemas/backup.schema.json', 'utf8')) as Shape;
const backups = Array.from({ length: 200 }, (_, seed) => randomRecords(randomFrom(seed + 5000)));
const whole = { ...backupSchema } as unknown as Shape;

test('the published schema is the format', () => {
  expect(published).toEqual(JSON.parse(JSON.stringify(backupSchema)));
});

test('what is written fits the published schema, and holds nothing that it does not know', () => {
  for (const records of backups) {
    const content: unknown = JSON.parse(writeBackup({ publication: 'https://example.org/', records }));
    expect(fitted(published, content)).toEqual(content);
  }
});

describe('a record with a field that is wrong', () => {
  const wrongs: unknown[] = [null, 5, -1, 1.5, '', 'x', 'x'.repeat(20_001), true, [], {}, '2026-05-03', 2 ** 53];

  test.each(kinds)('of the %s fits exactly if it is sound', (kind: RecordKind) => {
    let sound = 0;
    let unsound = 0;
    for (const record of backups.flatMap((each): object[] => each[kind].slice(0, 1))) {
      for (const name of [...Object.keys(record), 'deleted']) {
        if (kind === 'settings' && name === 'values') continue;
        for (const wrong of [...wrongs, undefined]) {
          const changed = { ...record, [name]: wrong };
          expect([isFit(shapeOf(kind), changed), kind, changed]).toEqual([isSound(kind, changed), kind, changed]);
          if (isSound(kind, changed)) sound += 1;
          else unsound += 1;
        }
      }
    }
    expect(Math.min(sound, unsound)).toBeGreaterThan(20);
  });
});

test('a schema of draft 7 says so, and names what must be there', () => {
  expect(backupSchema.$schema).toBe('http://json-schema.org/draft-07/schema#');
  expect(isFit(whole, { format: 'broadsheet-backup', version: 1, publication: '', records: {} })).toBe(true);
  expect(isFit(whole, { format: 'broadsheet-backup', version: 2, publication: '', records: {} })).toBe(false);
});
