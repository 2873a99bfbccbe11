/** Carrying everything away and bringing it back: byte by byte the same, whole or not at all, and undone by one wish. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type BackupStore, backupStore } from '../../../src/reader/backup/backup-store.ts';
import { type BackupRecords, kinds } from '../../../src/reader/backup/format.ts';
import { noRecords } from '../../../src/reader/backup/merge.ts';
import { countSteps, nameOf, type Plan } from '../../../src/reader/backup/plan.ts';
import { readBackup } from '../../../src/reader/backup/read-backup.ts';
import { type Change, openStore, type Store } from '../../../src/reader/store/store.ts';
import { mark, place, removed, response, saved, settings } from '../records-of-readers.ts';
import { randomFrom } from '../../random.ts';
import { randomRecords } from './random-backups.ts';

const publication = 'https://example.org/paper/';
let bases = 0;
let opened: Store[] = [];

/** A device with nothing on it. */
function freshDevice() {
  bases += 1;
  return sameDevice();
}

/** Another window of the last device. */
function sameDevice() {
  const store = openStore(`/backup-${bases}/`);
  opened.push(store);
  return { store, backups: backupStore(store, publication) };
}

afterEach(() => {
  for (const store of opened) store.close();
  opened = [];
  vi.restoreAllMocks();
});

const recordsOf = (text: string): BackupRecords => {
  const reading = readBackup(text);
  if ('refused' in reading) throw new Error(reading.refused);
  expect(reading.leftOut).toEqual([]);
  return reading.backup.records;
};
const records = (part: Partial<BackupRecords>): BackupRecords => ({ ...noRecords(), ...part });
const some = () =>
  records({
    saved: [saved('unity'), saved('a-walk', { order: 2 }), removed({ article: 'gone' })],
    places: [place('unity', { fraction: 0.1 + 0.2 })],
    marks: [mark('m1', { note: 'A <b>note</b>\nof two lines, “quoted”, اردو 🌊 \ud800' })],
    responses: [response('r1')],
    drafts: [{ article: 'unity~w1', name: 'Amna', text: 'half a th', order: 1 }],
    settings: [settings({ theme: 'sepia', size: 1.2, singleKeys: false })],
  });

const devices = (count: number) => Array.from({ length: count }, (_, seed) => randomRecords(randomFrom(seed + 900)));

describe('a backup', () => {
  test('of everything, brought to a device with nothing, is the same there byte by byte', async () => {
    for (const all of [some(), ...devices(40)]) {
      const { backups: here } = freshDevice();
      await here.restore(all);
      const first = await here.save();
      const { backups: there } = freshDevice();
      await there.restore(recordsOf(first));
      expect(await there.save()).toBe(first);
    }
  });

  test('is the same in whatever order its records came to be', async () => {
    const [one, two] = [freshDevice(), freshDevice()];
    const list = [saved('b'), saved('a'), saved('c')];
    await one.backups.restore(records({ saved: list }));
    for (const record of list.toReversed()) await two.backups.restore(records({ saved: [record] }));
    expect(await one.backups.save()).toBe(await two.backups.save());
  });

  test('of nothing is a backup too', async () => {
    expect(recordsOf(await freshDevice().backups.save())).toEqual(noRecords());
  });

  test('has a record a line, and says where it belongs', async () => {
    const { backups } = freshDevice();
    await backups.restore(some());
    const text = await backups.save();
    expect(text).toContain(`"publication": "${publication}",\n`);
    expect(text.split('\n').filter((line) => line.startsWith('{"'))).toHaveLength(8);
    expect(text).toContain('\\ud800');
  });

  test('leaves behind what another version of this app has added', async () => {
    const { store, backups } = freshDevice();
    const strange = { ...saved('unity'), about: { headline: 'Unity', mood: 'calm' }, later: [new Date()] };
    await store.change(['saved'], async ({ put }) => put('saved', strange));
    expect(await backups.save()).not.toMatch(/mood|later/);
    expect((await backups.restore(recordsOf(await backups.save()))).steps).toEqual([]);
  });
});

describe('restoring', () => {
  test('A and then B is restoring B and then A', async () => {
    const all = devices(60);
    for (let at = 0; at < all.length; at += 2) {
      const texts = [];
      for (const order of [
        [at, at + 1],
        [at + 1, at],
      ]) {
        const { backups } = freshDevice();
        for (const which of order) await backups.restore(all[which]!);
        texts.push(await backups.save());
      }
      expect(texts[0]).toBe(texts[1]);
    }
  });

  test('twice changes nothing the second time, and makes no second snapshot', async () => {
    const { store, backups } = freshDevice();
    await backups.restore(some());
    const text = await backups.save();
    const heard: Change[] = [];
    store.subscribe((change) => heard.push(change));
    const again = await backups.restore(some());
    expect(again.steps).toEqual([]);
    expect(again.same).toBe(7);
    expect(heard).toEqual([]);
    expect(await backups.save()).toBe(text);
  });

  test('says before what it adds, changes and brings back, and takes nothing away', async () => {
    const { backups } = freshDevice();
    await backups.restore(
      records({
        saved: [saved('here'), saved('older', { revision: 1 }), removed({ article: 'thrown-away' })],
        marks: [mark('newer', { revision: 5, note: 'as it is now' })],
      }),
    );
    const file = records({
      saved: [
        saved('new', { about: { headline: 'A new one' } }),
        saved('older', { revision: 2 }),
        saved('thrown-away'),
        removed({ article: 'here' }, { revision: 9 }),
        removed({ article: 'unheard-of' }),
      ],
      marks: [mark('newer', { revision: 4, note: 'as it was' })],
    });
    const before = await backups.save();
    const plan = await backups.preview(file);
    expect(await backups.save()).toBe(before);
    const count = (of: Plan) =>
      (['adds', 'changes', 'returns', 'remembers'] as const).map((effect) => countSteps(of, 'saved', effect));
    expect(count(plan)).toEqual([1, 1, 1, 1]);
    expect(countSteps(plan, 'marks', 'changes')).toBe(0);
    expect(plan.same).toBe(1);
    expect(nameOf(plan.steps[0]!.record)).toBe('A new one');
    expect(await backups.restore(file)).toEqual(plan);
    const after = recordsOf(await backups.save());
    expect(after.saved.filter(({ deleted }) => deleted === undefined).map(({ article }) => article)).toEqual([
      'here',
      'new',
      'older',
      'thrown-away',
    ]);
    expect(after.marks).toMatchObject([{ note: 'as it is now' }]);
  });

  test('tells the other windows', async () => {
    freshDevice();
    const heard: string[] = [];
    const all = new Promise<void>((resolve) => {
      sameDevice().store.subscribe(({ store, key }) => {
        heard.push(`${store} ${key}`);
        if (store === 'snapshots') resolve();
      });
    });
    await sameDevice().backups.restore(some());
    await all;
    expect(heard.toSorted()).toEqual([
      'drafts unity~w1',
      'marks m1',
      'places unity',
      'responses r1',
      'saved a-walk',
      'saved gone',
      'saved unity',
      'settings reading',
      'snapshots 000000000001',
    ]);
  });

  test('that fails half-way has not been', async () => {
    const { store, backups } = freshDevice();
    await backups.restore(records({ saved: [saved('unity')] }));
    const before = await backups.save();
    // oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below
    const { put } = IDBObjectStore.prototype;
    let puts = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function putOrFail(this: IDBObjectStore, record) {
      puts += 1;
      if (puts > 4) throw new DOMException('No room', 'QuotaExceededError');
      return put.call(this, record);
    });
    await expect(
      backups.restore(records({ marks: [1, 2, 3, 4, 5, 6].map((n) => mark(`m${n}`)) })),
    ).rejects.toMatchObject({
      kind: 'full',
    });
    vi.restoreAllMocks();
    expect(await backups.save()).toBe(before);
    expect(await store.read(['snapshots'], ({ count }) => count('snapshots'))).toBe(1);
  });

  test('takes all that a busy reader has in one go', async () => {
    const { backups } = freshDevice();
    const many = records({
      saved: Array.from({ length: 3000 }, (_, at) => saved(`s${at}`, { order: at })),
      marks: Array.from({ length: 1500 }, (_, at) => mark(`m${at}`, { order: at })),
    });
    expect((await backups.restore(many)).steps).toHaveLength(4500);
    expect((await backups.preview(many)).same).toBe(4500);
  });
});

describe('undoing a restore', () => {
  let store: Store;
  let backups: BackupStore;

  beforeEach(async () => {
    ({ store, backups } = freshDevice());
    await backups.restore(records({ saved: [saved('unity')], marks: [mark('m', { note: 'mine' })] }));
  });

  test('leaves everything as it was before, byte by byte', async () => {
    const before = await backups.save();
    await backups.restore(
      records({
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
    const all = devices(80);
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
    await backups.restore(records({ saved: [saved('new')], marks: [mark('m', { note: 'theirs', revision: 2 })] }));
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
      await backups.restore(records({ saved: [saved(article)] }));
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
    await backups.restore(records({ saved: [saved('unity', { revision: 2 }), saved('new')] }));
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

test('every kind of record is in the tests above', () => {
  expect(kinds.every((kind) => some()[kind].length > 0)).toBe(true);
});
