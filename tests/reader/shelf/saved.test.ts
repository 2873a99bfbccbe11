/** What a reader saves, lets go and puts back. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { isSaved, putBackSaved, save, unsave } from '../../../src/reader/shelf/saved.ts';
import { about } from '../shelved.ts';
import { freshWindow, openWindow } from '../windows.ts';

const recordOf = (article: string) => openWindow().read(['saved'], ({ get }) => get('saved', article));

test('an article is saved, with what is known of it, after those saved before', async () => {
  const store = freshWindow();
  await save(store, 'hill', about('A hill'));
  await save(store, 'river', about('A river'));
  expect(await recordOf('hill')).toMatchObject({ about: { headline: 'A hill' }, order: 1, revision: 1 });
  expect(await recordOf('river')).toMatchObject({ order: 2 });
  expect([await isSaved(openWindow(), 'hill'), await isSaved(store, 'sea')]).toEqual([true, false]);
});

test('saving what is saved changes nothing', async () => {
  const store = freshWindow();
  await save(store, 'hill', about('A hill'));
  const before = await recordOf('hill');
  await save(openWindow(), 'hill', about('Another headline'));
  expect(await recordOf('hill')).toEqual(before);
});

test('what is let go leaves a tombstone without a word of it', async () => {
  const store = freshWindow();
  await save(store, 'hill', about('A hill'));
  await unsave(store, 'hill');
  const record = await recordOf('hill');
  expect(record).toMatchObject({ article: 'hill', revision: 2, deleted: expect.stringMatching(/^\d{4}-/) });
  expect(JSON.stringify(record)).not.toContain('A hill');
  expect(await isSaved(store, 'hill')).toBe(false);
  expect(await unsave(store, 'hill')).toBeUndefined();
});

test('what is put back stands where it stood', async () => {
  const store = freshWindow();
  for (const slug of ['hill', 'river', 'sea']) await save(store, slug, about(slug));
  const removed = await unsave(store, 'river');
  await putBackSaved(store, removed!);
  expect(await recordOf('river')).toMatchObject({ about: { headline: 'river' }, order: 2, revision: 3 });
});

test('what was saved again in another window stays as it is there', async () => {
  const store = freshWindow();
  await save(store, 'hill', about('Before'));
  const removed = await unsave(store, 'hill');
  await save(openWindow(), 'hill', about('After'));
  await putBackSaved(store, removed!);
  expect(await recordOf('hill')).toMatchObject({ about: { headline: 'After' }, revision: 3 });
});

test('every save of two windows at once is kept, each in a place of its own', async () => {
  const windows = [freshWindow(), openWindow()];
  const slugs = Array.from({ length: 40 }, (_, index) => `piece-${index}`);
  await Promise.all(slugs.map((slug, index) => save(windows[index % 2]!, slug, about(slug))));
  const orders = await Promise.all(slugs.map(async (slug) => (await recordOf(slug))?.order));
  expect(new Set(orders).size).toBe(40);
});
