/** Where a reader is in each article, as the device keeps it. */
import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import {
  forgetPlace,
  keepPlace,
  keepPlaceInPassing,
  lastTouched,
  markFinished,
  placeIn,
  putPlaceBack,
} from '../../../src/reader/place/places.ts';
import { about, passage, place, put } from '../shelved.ts';
import { freshWindow, openWindow } from '../windows.ts';

const at = (start: number) => ({ passage: passage('the words of a line', start), fraction: start / 1000 });
const hill = about('A hill');

describe('a place', () => {
  test('is the last one that was kept, not the furthest', async () => {
    const store = freshWindow();
    await keepPlace(store, 'hill', hill, at(800), 'reading');
    await keepPlace(store, 'hill', hill, at(120), 'reading');
    expect(await placeIn(openWindow(), 'hill')).toMatchObject({ ...at(120), state: 'reading', order: 2, revision: 2 });
  });

  test('of an article that nobody began is none', async () => {
    expect(await placeIn(freshWindow(), 'hill')).toBeUndefined();
  });

  test('that is forgotten leaves a tombstone, and can be put back', async () => {
    const store = freshWindow();
    await keepPlace(store, 'hill', hill, at(800), 'reading');
    const before = await forgetPlace(store, 'hill');
    expect(await placeIn(store, 'hill')).toBeUndefined();
    await putPlaceBack(store, before!);
    expect(await placeIn(store, 'hill')).toMatchObject({ ...at(800), order: 1, revision: 3 });
  });

  test('that was read on in another window is not put back to where it was', async () => {
    const store = freshWindow();
    await keepPlace(store, 'hill', hill, at(300), 'reading');
    const before = await forgetPlace(store, 'hill');
    await keepPlace(openWindow(), 'hill', hill, at(500), 'reading');
    await putPlaceBack(store, before!);
    expect(await placeIn(store, 'hill')).toMatchObject(at(500));
  });
});

test('a page that is being left keeps its place without asking for anything first', async () => {
  const store = freshWindow();
  const known = await keepPlace(store, 'hill', hill, at(300), 'reading');
  const asked = vi.spyOn(IDBObjectStore.prototype, 'get');
  await keepPlaceInPassing(store, known, at(400), 'reading');
  expect(asked).not.toHaveBeenCalled();
  expect(await placeIn(openWindow(), 'hill')).toMatchObject({ ...at(400), order: 1, revision: 2 });
});

describe('an article that is finished', () => {
  test('by the reader’s word keeps its place for the way back', async () => {
    const store = freshWindow();
    await keepPlace(store, 'hill', hill, at(300), 'reading');
    const before = await markFinished(store, 'hill', hill);
    expect(await placeIn(store, 'hill')).toMatchObject({ state: 'finished', fraction: 1 });
    await putPlaceBack(store, before!);
    expect(await placeIn(store, 'hill')).toMatchObject({ ...at(300), state: 'reading' });
  });

  test('may never have been begun', async () => {
    const store = freshWindow();
    expect(await markFinished(store, 'hill', hill)).toBeUndefined();
    expect(await placeIn(store, 'hill')).toMatchObject({ about: hill, state: 'finished' });
  });

  test('is being read again from the moment that a place is kept in it', async () => {
    const store = freshWindow();
    await markFinished(store, 'hill', hill);
    await keepPlace(store, 'hill', hill, at(100), 'reading');
    expect(await placeIn(store, 'hill')).toMatchObject({ ...at(100), state: 'reading' });
  });
});

test('the last touched of one state come first, and no more than are asked for', async () => {
  const store = freshWindow();
  await put(store, {
    places: [
      place('a', 1),
      place('b', 5),
      place('c', 3, { state: 'finished' }),
      place('d', 4),
      place('e', 2, { state: 'finished' }),
    ],
  });
  const slugs = async (...asked: ['reading' | 'finished', number]) =>
    (await lastTouched(store, ...asked)).map(({ article }) => article);
  expect(await slugs('reading', 10)).toEqual(['b', 'd', 'a']);
  expect(await slugs('reading', 2)).toEqual(['b', 'd']);
  expect(await slugs('finished', 10)).toEqual(['c', 'e']);
});
