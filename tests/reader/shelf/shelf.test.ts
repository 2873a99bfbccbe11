/** The lists of the shelf: sorted, searched, read by page, and what changes them. */
import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { markFinished } from '../../../src/reader/place/places.ts';
import { save, unsave } from '../../../src/reader/shelf/saved.ts';
import { openShelf, type ShelfLists, type ShelfOrder, type ShelfPart } from '../../../src/reader/shelf/shelf.ts';
import { about, place, put, saved } from '../shelved.ts';
import { freshWindow, openWindow } from '../windows.ts';

const view = { order: 'last', query: '', count: 20 } as const;

async function listed(
  shelf: ShelfLists,
  part: ShelfPart,
  more: Partial<{ order: ShelfOrder; query: string; count: number }> = {},
) {
  const { items, total } = await shelf.list(part, { ...view, ...more });
  return [total, ...items.map(({ article }) => article)];
}

async function filled() {
  const store = freshWindow();
  await put(store, {
    saves: [
      saved('hill', 3, { about: about('A hill', { byline: 'By Amna', section: 'World' }) }),
      saved('river', 1, { about: about('Élan of rivers', { byline: 'By Bilal', section: 'Reading' }) }),
      saved('urdu', 2, { about: about('اسکرین پر نستعلیق', { lang: 'ur', dir: 'rtl' }) }),
    ],
    places: [place('hill', 1), place('sea', 2), place('river', 3, { state: 'finished', fraction: 1 })],
  });
  return { store, shelf: openShelf(store) };
}

describe('a list', () => {
  test.each<[ShelfPart, ShelfOrder, string, (string | number)[]]>([
    ['saved', 'last', '', [3, 'hill', 'urdu', 'river']],
    ['saved', 'first', '', [3, 'river', 'urdu', 'hill']],
    ['saved', 'headline', '', [3, 'hill', 'river', 'urdu']],
    ['saved', 'last', 'elan', [1, 'river']],
    ['saved', 'last', 'amna world', [1, 'hill']],
    ['saved', 'last', 'نستعليق', [1, 'urdu']],
    ['saved', 'last', 'nothing like it', [0]],
    ['reading', 'last', '', [2, 'sea', 'hill']],
    ['reading', 'first', '', [2, 'hill', 'sea']],
    ['reading', 'headline', 'the', [2, 'hill', 'sea']],
    ['finished', 'last', '', [1, 'river']],
    ['finished', 'last', 'sea', [0]],
  ])('%s, in the order %s, searched for %j', async (part, order, query, expected) => {
    const { shelf } = await filled();
    expect(await listed(shelf, part, { order, query })).toEqual(expected);
  });

  test('says of what is saved how far it was read', async () => {
    const { shelf } = await filled();
    const { items } = await shelf.list('saved', view);
    expect(items.map(({ place: at }) => [at?.state, at?.fraction])).toEqual([
      ['reading', 0.5],
      [undefined, undefined],
      ['finished', 1],
    ]);
  });

  test('has as many as were asked for, and says how many there are', async () => {
    const { store, shelf } = await filled();
    await put(store, { saves: Array.from({ length: 120 }, (_, index) => saved(`piece-${index}`, index + 10)) });
    await unsave(store, 'piece-119');
    const [total, ...found] = await listed(shelf, 'saved');
    expect(total).toBe(122);
    expect([found.length, found[0], found.at(-1)]).toEqual([20, 'piece-118', 'piece-99']);
    expect(await listed(shelf, 'saved', { query: 'piece-11', count: 3 })).toEqual([
      10,
      'piece-118',
      'piece-117',
      'piece-116',
    ]);
  });

  test('reads no more of ten thousand than it shows', async () => {
    const store = freshWindow();
    await put(store, { saves: Array.from({ length: 10_000 }, (_, index) => saved(`piece-${index}`, index + 1)) });
    const [getAll, more] = [vi.spyOn(IDBObjectStore.prototype, 'getAll'), vi.spyOn(IDBCursor.prototype, 'continue')];
    expect((await listed(openShelf(store), 'saved')).slice(0, 2)).toEqual([10_000, 'piece-9999']);
    expect(getAll).not.toHaveBeenCalled();
    expect(more.mock.calls.length).toBeLessThan(30);
  });
});

describe('a change', () => {
  test('of this window or another is heard, and is in the lists', async () => {
    const { store, shelf } = await filled();
    await listed(shelf, 'saved', { query: 'the' });
    const heard = vi.fn<() => void>();
    const other = openShelf(openWindow());
    shelf.subscribe(heard);
    const both = new Promise<void>((resolve) => {
      other.subscribe(resolve);
    });
    await save(store, 'sea', about('The sea'));
    await both;
    expect(heard).toHaveBeenCalledTimes(1);
    expect(await listed(other, 'saved')).toEqual([4, 'sea', 'hill', 'urdu', 'river']);
  });

  test('is found by a search that had looked before', async () => {
    const { store, shelf } = await filled();
    shelf.subscribe(() => {});
    expect(await listed(shelf, 'reading', { query: 'sea' })).toEqual([1, 'sea']);
    await markFinished(store, 'sea', about('The sea, again'));
    expect(await listed(shelf, 'reading', { query: 'sea' })).toEqual([0]);
    expect(await listed(shelf, 'finished', { query: 'again' })).toEqual([1, 'sea']);
    await listed(shelf, 'saved', { query: 'hill' });
    await unsave(store, 'hill');
    expect(await listed(shelf, 'saved', { query: 'hill' })).toEqual([0]);
  });
});
