/** Articles that the publication renames or takes away, and what the reader keeps of them. */
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { followSlugs } from '../../../src/reader/shelf/former-slugs.ts';
import { noteLost } from '../../../src/reader/shelf/lost-article.ts';
import type { Mark } from '../../../src/reader/store/records.ts';
import { unsave } from '../../../src/reader/shelf/saved.ts';
import type { Change } from '../../../src/reader/store/store.ts';
import { about, passage, place, put, saved } from '../shelved.ts';
import { freshWindow, openWindow } from '../windows.ts';

const now = about('A hill, renamed');
const opened = { article: 'hill', formerly: ['old-hill', 'older-hill'], about: now };

const mark = (id: string, article: string): Mark => ({
  id,
  article,
  about: about('An old hill'),
  passage: passage('words'),
  colour: 'green',
  note: 'A note.',
  made: '2026-05-03T09:00:00.000Z',
  order: 1,
  revision: 1,
  changed: '2026-05-03T09:00:00.000Z',
});

const kept = async (article: string) => {
  const [shelf, reading, marks] = await openWindow().read(['saved', 'places', 'marks'], ({ get, list }) =>
    Promise.all([get('saved', article), get('places', article), list('marks', 'article', article)]),
  );
  return { shelf, reading, marks };
};

describe('an article that was renamed', () => {
  test('has all that was kept under its former slugs when it is opened', async () => {
    const store = freshWindow();
    await put(store, { saves: [saved('old-hill', 7)], places: [place('older-hill', 4)] });
    await store.change(['marks'], async (records) => records.put('marks', mark('m1', 'old-hill')));
    await followSlugs(store, opened);
    const { shelf, reading, marks } = await kept('hill');
    expect(shelf).toMatchObject({ about: now, order: 7 });
    expect(reading).toMatchObject({ about: now, order: 4, fraction: 0.5 });
    expect(marks).toMatchObject([{ id: 'm1', article: 'hill', about: now, note: 'A note.', revision: 2 }]);
    expect((await kept('old-hill')).shelf?.deleted).toBeDefined();
    expect((await kept('old-hill')).marks).toEqual([]);
    expect((await kept('older-hill')).reading?.deleted).toBeDefined();
  });

  test('keeps the last touched where there are several', async () => {
    const store = freshWindow();
    const places = [
      place('old-hill', 4, { fraction: 0.4 }),
      place('older-hill', 9, { fraction: 0.9 }),
      place('hill', 6, { fraction: 0.6 }),
    ];
    await put(store, { places });
    await followSlugs(store, opened);
    expect((await kept('hill')).reading).toMatchObject({ fraction: 0.9, order: 9 });
  });

  test('does not bring back what was removed since', async () => {
    const store = freshWindow();
    await put(store, { saves: [saved('old-hill', 2), saved('hill', 5)] });
    await unsave(store, 'hill');
    await followSlugs(store, opened);
    expect((await kept('hill')).shelf?.deleted).toBeDefined();
    expect((await kept('old-hill')).shelf?.deleted).toBeDefined();
  });

  test('moves all of it or nothing, and once', async () => {
    const store = freshWindow();
    await put(store, { saves: [saved('old-hill', 7)], places: [place('old-hill', 4)] });
    const heard: Change[] = [];
    store.subscribe((change) => heard.push(change));
    await followSlugs(store, opened);
    expect(heard.map(({ store: name, key }) => `${name} ${key}`).sort()).toEqual([
      'places hill',
      'places old-hill',
      'saved hill',
      'saved old-hill',
    ]);
    await followSlugs(store, opened);
    expect(heard).toHaveLength(4);
  });
});

test('an article that is opened brings what is known of it up to date, and writes nothing where nothing is kept', async () => {
  const store = freshWindow();
  await put(store, { saves: [saved('hill', 1, { about: about('Before', { gone: '2026-01-01T00:00:00.000Z' }) })] });
  await followSlugs(store, opened);
  expect((await kept('hill')).shelf).toMatchObject({ about: now, order: 1, revision: 2 });
  expect((await kept('hill')).shelf).not.toHaveProperty('about.gone');
  await followSlugs(store, { ...opened, article: 'river', formerly: [] });
  expect((await kept('river')).shelf).toBeUndefined();
});

describe('an article that the publication has taken away', () => {
  test('is known still, and is said to be gone wherever it is listed', async () => {
    const store = freshWindow();
    await put(store, { saves: [saved('hill', 1)], places: [place('hill', 1)] });
    await store.change(['marks'], async (records) => records.put('marks', mark('m1', 'hill')));
    expect(await noteLost(store, 'hill')).toMatchObject({ headline: 'The hill' });
    const { shelf, reading, marks } = await kept('hill');
    for (const record of [shelf, reading, ...marks]) {
      expect(record).toMatchObject({ about: { gone: expect.stringMatching(/^\d{4}-/) }, revision: 2, order: 1 });
    }
  });

  test('is nothing to one who kept nothing of it, or nothing any more', async () => {
    const store = freshWindow();
    expect(await noteLost(store, 'hill')).toBeUndefined();
    await put(store, { saves: [saved('hill', 1)] });
    await unsave(store, 'hill');
    expect(await noteLost(store, 'hill')).toBeUndefined();
  });
});
