/** Undoing a restore: everything is as it was before, but for what the reader has changed since. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { BackupStore } from '../../../src/reader/backup/backup-store.ts';
import type { Store } from '../../../src/reader/store/store.ts';
import { mark, removed, saved, settings } from '../records-of-readers.ts';
import { freshDevice, randomBackups, recordsOf, recordsWith } from './devices.ts';

describe('undoing a restore', () => {
  let store: Store;
  let backups: BackupStore;

  beforeEach(async () => {
    ({ store, backups } = freshDevice());
    await backups.restore(recordsWith({ saved: [saved('unity')], marks: [mark('m', { note: 'mine' })] }));
  });

  test('leaves everything as it was before, byte by byte', async () => {
    const before = await backups.save();
    await backups.restore(
      recordsWith({
        saved: [saved('new'), removed({ article: 'unheard-of' })],
        marks: [mark('m', { note: 'theirs', revision: 2 })],
        settings: [settings({ theme: 'dark' })],
      }),
    );
    expect(await backups.save()).not.toBe(before);
    expect(await backups.undoable()).toMatch(/^\d{4}-/);
    expect(await backups.undo()).toBe(0);
    expect(await backups.save()).toBe(before);
  });

  test('does so for 40 random backups and devices', async () => {
    const all = randomBackups(80);
    for (let at = 0; at < all.length; at += 2) {
      const { backups } = freshDevice();
      await backups.restore(all[at]!);
      const before = await backups.save();
      const { steps } = await backups.restore(all[at + 1]!);
      await Promise.all(steps.length > 0 ? [backups.undo()] : []);
      expect(await backups.save()).toBe(before);
    }
  });

  test('leaves alone what the reader has changed since', async () => {
    await backups.restore(recordsWith({ saved: [saved('new')], marks: [mark('m', { note: 'theirs', revision: 2 })] }));
    await store.change(['marks'], async ({ put }) => put('marks', mark('m', { note: 'mended', revision: 3 })));
    expect(await backups.undo()).toBe(1);
    const after = recordsOf(await backups.save());
    expect(after.marks).toMatchObject([{ note: 'mended' }]);
    expect(after.saved.map(({ article }) => article)).toEqual(['unity']);
  });

  test('goes back through the last three, the last first', async () => {
    const states = [];
    for (const article of ['a', 'b', 'c', 'd']) {
      states.push(await backups.save());
      await backups.restore(recordsWith({ saved: [saved(article)] }));
    }
    for (const state of states.slice(1).toReversed()) {
      await backups.undo();
      expect(await backups.save()).toBe(state);
    }
    expect(await backups.undoable()).toBeUndefined();
    expect(await backups.undo()).toBe(0);
    expect(await backups.save()).toBe(states[1]);
  });

  test.each([
    ['what was there before', 'text', '{"format"'],
    ['what was written', 'written', 'null'],
    ['a record of what was there', 'text', '"headline":5'],
  ])('with a snapshot damaged in %s takes nothing away', async (_, field, damage) => {
    await backups.restore(recordsWith({ saved: [saved('unity', { revision: 2 }), saved('new')] }));
    const before = await backups.save();
    const snapshots = await store.read(['snapshots'], ({ all }) => all('snapshots'));
    await store.change(['snapshots'], async ({ put }) => {
      for (const snapshot of snapshots) {
        const damaged = damage.startsWith('"') ? snapshot.text.replace(/"headline":"[^"]*"/, damage) : damage;
        put('snapshots', { ...snapshot, [field]: damaged });
      }
    });
    expect(await backups.undo()).toBeUndefined();
    expect(await backups.save()).toBe(before);
  });
});
