/** What is left of removed records: how long it stays, and with what clocks. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../../src/reader/store/store.ts';
import { expireTombstones } from '../../../src/reader/store/tombstones.ts';
import { mark, removed, saved } from '../records-of-readers.ts';
import { freshWindow } from '../windows.ts';

let store: Store;

beforeEach(async () => {
  store = freshWindow();
  await store.change(['saved', 'marks', 'responses'], async ({ put }) => {
    put('saved', saved('alive', { changed: '1999-01-01T00:00:00.000Z' }));
    put('saved', removed({ article: 'gone' }, { deleted: at(0) }));
    put('marks', removed({ id: 'm', article: 'unity' }, { deleted: at(0) }));
    put('marks', mark('alive'));
    put('responses', { id: 'r', article: 'unity', order: 1, revision: 2, written: at(-9), deleted: at(0) });
  });
});

/** A day since the removals. */
const at = (day: number) => new Date(Date.UTC(2026, 0, 1) + day * 86_400_000).toISOString();
const visit = (day: number) => expireTombstones(store, Date.parse(at(day)));
const left = () =>
  store.read(['saved', 'marks', 'responses'], ({ count }) =>
    Promise.all([count('saved', 'deleted'), count('marks', 'deleted'), count('responses', 'deleted')]),
  );

describe('what is left of removed records', () => {
  test('goes after 180 days of a device that is used', async () => {
    for (let day = 0; day < 180; day += 6) await visit(day);
    expect(await left()).toEqual([1, 1, 1]);
    await visit(180);
    expect(await left()).toEqual([0, 0, 0]);
    const alive = await store.read(['saved', 'marks'], ({ count }) => Promise.all([count('saved'), count('marks')]));
    expect(alive).toEqual([1, 1]);
  });

  test('stays on a device that is seldom used: it has lived through less', async () => {
    for (const day of [0, 100, 200, 300]) await visit(day);
    expect(await left()).toEqual([1, 1, 1]);
  });

  test('stays when the clock leaps by years, and back, and again', async () => {
    for (const day of [0, 27_000, 1, 27_001, 2, -9000, 3, 4]) await visit(day);
    expect(await left()).toEqual([1, 1, 1]);
  });

  test('stays when it is dated in the future or lived through with a clock that stood still', async () => {
    await store.change(['saved'], async ({ put }) =>
      put('saved', removed({ article: 'gone' }, { deleted: '9999-01-01T00:00:00.000Z' })),
    );
    for (let day = 0; day < 300; day += 10) await visit(day);
    expect(await left()).toEqual([1, 0, 0]);
  });

  test('is looked at once a day', async () => {
    await visit(0);
    const heard: string[] = [];
    store.subscribe(({ store: name }) => heard.push(name));
    await visit(0.5);
    expect(heard).toEqual([]);
    await visit(1);
    expect(heard).toEqual(['upkeep']);
  });
});
