/** Two backups put together: in whatever order, however often, the same; and nothing is ever lost to a removal. */
import { describe, expect, test } from 'vitest';
import { kinds } from '../../../src/reader/backup/format.ts';
import { compareVersions, merged, noRecords } from '../../../src/reader/backup/merge.ts';
import { isRemoved } from '../../../src/reader/backup/plan.ts';
import { writeBackup } from '../../../src/reader/backup/write-backup.ts';
import type { BackupRecords } from '../../../src/reader/backup/format.ts';
import { keyOf } from '../../../src/reader/store/records.ts';
import { mark, removed, response, saved } from '../records-of-readers.ts';
import { randomFrom } from '../../random.ts';
import { randomRecords } from './random-backups.ts';

const written = (records: BackupRecords) => writeBackup({ publication: 'https://example.org/', records });
const threesomes = Array.from({ length: 500 }, (_, seed) => {
  const random = randomFrom(seed);
  return [randomRecords(random), randomRecords(random), randomRecords(random)] as const;
});

describe('500 threesomes of backups', () => {
  test('differ', () => {
    expect(new Set(threesomes.flatMap((three) => three.map(written))).size).toBeGreaterThan(1400);
  });

  test('are the same in either order', () => {
    for (const [a, b] of threesomes) expect(written(merged(a, b))).toBe(written(merged(b, a)));
  });

  test('are the same however they are grouped', () => {
    for (const [a, b, c] of threesomes) {
      expect(written(merged(merged(a, b), c))).toBe(written(merged(a, merged(b, c))));
    }
  });

  test('change nothing the second time', () => {
    for (const [a, b] of threesomes) {
      const once = merged(a, b);
      expect(written(merged(once, b))).toBe(written(once));
      expect(written(merged(a, a))).toBe(written(merged(a, noRecords())));
    }
  });

  test('take nothing away that was there in one of them', () => {
    for (const [a, b] of threesomes) {
      const both = merged(a, b);
      for (const kind of kinds) {
        const there = [...a[kind], ...b[kind]].filter((record) => !isRemoved(record));
        const alive = new Set(
          both[kind].filter((record) => !isRemoved(record)).map((record) => keyOf[kind](record as never)),
        );
        expect(there.filter((record) => !alive.has(keyOf[kind](record as never)))).toEqual([]);
      }
    }
  });
});

describe('of two versions of a record', () => {
  const there = mark('m', { revision: 1, order: 1, changed: '1999-01-01T00:00:00.000Z' });

  test.each([
    ['the one that is there', there, removed({ id: 'm', article: 'unity' }, { revision: 9, order: 9 })],
    [
      'the one changed more often',
      mark('m', { revision: 3, order: 1, changed: times().early }),
      mark('m', { revision: 2, order: 5, changed: times().late }),
    ],
    [
      'the one touched later by counter',
      mark('m', { order: 3, changed: times().early }),
      mark('m', { order: 2, changed: times().late }),
    ],
    ['the one of a later date', mark('m', { changed: times().late }), mark('m', { changed: times().early })],
    [
      'the one that was sent',
      response('r', { revision: 2, sent: { how: 'mail', at: times().early, revision: 1 } }),
      response('r', { revision: 2, order: 5, edited: times().late, text: 'zzz' }),
    ],
    [
      'the one sent as it stands now',
      response('r', { revision: 2, sent: { how: 'copy', at: times().early, revision: 2 } }),
      response('r', { revision: 2, sent: { how: 'post', at: times().late, revision: 1 } }),
    ],
    [
      'the one that was received, whatever the clock says',
      response('r', { sent: { how: 'post', at: times().early, revision: 1 } }),
      response('r', { sent: { how: 'mail', at: times().late, revision: 1 } }),
    ],
    ['the one whose text is greater', mark('m', { note: 'b' }), mark('m', { note: 'a' })],
  ])('%s stands', (_, stands, goes) => {
    expect(compareVersions(stands, goes)).toBeGreaterThan(0);
    expect(compareVersions(goes, stands)).toBeLessThan(0);
  });

  test('the same written otherwise is the same', () => {
    expect(compareVersions(saved('a'), Object.fromEntries(Object.entries(saved('a')).toReversed()))).toBe(0);
  });
});

function times() {
  return { early: '1999-01-01T00:00:00.000Z', late: '2099-01-01T00:00:00.000Z' };
}
