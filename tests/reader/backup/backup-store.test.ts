/** Carrying everything away and bringing it back: byte by byte the same, whole or not at all. */
import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { kinds } from '../../../src/reader/backup/format.ts';
import { noRecords } from '../../../src/reader/backup/merge.ts';
import { countSteps, nameOf, type Plan } from '../../../src/reader/backup/plan.ts';
import type { Change } from '../../../src/reader/store/store.ts';
import { mark, removed, saved } from '../records-of-readers.ts';
import {
  freshDevice,
  oneOfEachKind,
  publication,
  randomBackups,
  recordsOf,
  recordsWith,
  sameDevice,
} from './devices.ts';

describe('a backup', () => {
  test('of everything, brought to a device with nothing, is the same there byte by byte', async () => {
    for (const all of [oneOfEachKind(), ...randomBackups(40)]) {
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
    await one.backups.restore(recordsWith({ saved: list }));
    for (const record of list.toReversed()) await two.backups.restore(recordsWith({ saved: [record] }));
    expect(await one.backups.save()).toBe(await two.backups.save());
  });

  test('of nothing is a backup too', async () => {
    expect(recordsOf(await freshDevice().backups.save())).toEqual(noRecords());
  });

  test('has a record a line, and says where it belongs', async () => {
    const { backups } = freshDevice();
    await backups.restore(oneOfEachKind());
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
    const all = randomBackups(60);
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
    await backups.restore(oneOfEachKind());
    const text = await backups.save();
    const heard: Change[] = [];
    store.subscribe((change) => heard.push(change));
    const again = await backups.restore(oneOfEachKind());
    expect(again.steps).toEqual([]);
    expect(again.same).toBe(7);
    expect(heard).toEqual([]);
    expect(await backups.save()).toBe(text);
  });

  test('says before what it adds, changes and brings back, and takes nothing away', async () => {
    const { backups } = freshDevice();
    await backups.restore(
      recordsWith({
        saved: [saved('here'), saved('older', { revision: 1 }), removed({ article: 'thrown-away' })],
        marks: [mark('newer', { revision: 5, note: 'as it is now' })],
      }),
    );
    const file = recordsWith({
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
    await sameDevice().backups.restore(oneOfEachKind());
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
    await backups.restore(recordsWith({ saved: [saved('unity')] }));
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
      backups.restore(recordsWith({ marks: [1, 2, 3, 4, 5, 6].map((n) => mark(`m${n}`)) })),
    ).rejects.toMatchObject({
      kind: 'full',
    });
    vi.restoreAllMocks();
    expect(await backups.save()).toBe(before);
    expect(await store.read(['snapshots'], ({ count }) => count('snapshots'))).toBe(1);
  });

  test('takes all that a busy reader has in one go', async () => {
    const { backups } = freshDevice();
    const many = recordsWith({
      saved: Array.from({ length: 3000 }, (_, at) => saved(`s${at}`, { order: at })),
      marks: Array.from({ length: 1500 }, (_, at) => mark(`m${at}`, { order: at })),
    });
    expect((await backups.restore(many)).steps).toHaveLength(4500);
    expect((await backups.preview(many)).same).toBe(4500);
  });
});

test('every kind of record is in the tests above', () => {
  expect(kinds.every((kind) => oneOfEachKind()[kind].length > 0)).toBe(true);
});
