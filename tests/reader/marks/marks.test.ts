/** Marks as the device keeps them: made, noted, removed and brought back, by one window and by two. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  change,
  draftOf,
  keep,
  keepDraft,
  MarkRemoved,
  marksOf,
  pageOfMarks,
  putBack,
  remove,
  subscribe,
  writeNote,
} from '../../../src/reader/marks/marks.ts';
import type { MarkRecord } from '../../../src/reader/store/records.ts';
import { openStore } from '../../../src/reader/store/store.ts';

const passage = (exact: string, start: number) => ({
  exact,
  prefix: '',
  suffix: '',
  start,
  end: start + exact.length,
  block: 0,
});
const made = (exact: string, start = 0, article = 'harbour') => ({
  article,
  about: { headline: `About ${article}` },
  passage: passage(exact, start),
  colour: 'yellow' as const,
});

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

test('stand in the order of the text, each article by itself', async () => {
  const store = openStore('/');
  await keep(store, made('later', 40));
  await keep(store, made('first', 3));
  await keep(store, made('elsewhere', 0, 'bridge'));
  expect((await marksOf(store, 'harbour')).map((mark) => mark.passage.exact)).toEqual(['first', 'later']);
});

test('each change is one revision more, comes last in the order of all, and is told', async () => {
  const store = openStore('/');
  const told: MarkRecord[] = [];
  subscribe(store, (record) => told.push(record));
  const first = await keep(store, made('first'));
  await keep(store, made('second'));
  const pink = await change(store, first.id, { colour: 'pink' });
  expect(pink).toMatchObject({ colour: 'pink', revision: 2, order: 3, made: first.made });
  const { mark } = await writeNote(store, pink, 'A note.');
  expect(mark).toMatchObject({ note: 'A note.', revision: 3, order: 4 });
  expect(told.map(({ id, revision }) => [id === first.id, revision])).toEqual([
    [true, 1],
    [false, 1],
    [true, 2],
    [true, 3],
  ]);
});

describe('what is removed', () => {
  test('leaves a tombstone without words, and comes back whole', async () => {
    const store = openStore('/');
    const { mark } = await writeNote(store, await keep(store, made('words')), 'Mine.');
    await remove(store, mark);
    await remove(store, mark);
    expect(await marksOf(store, 'harbour')).toEqual([]);
    const tombstone = await store.read(['marks'], ({ get }) => get('marks', mark.id));
    expect(JSON.stringify(tombstone)).not.toMatch(/words|Mine/);
    const back = await putBack(store, mark);
    expect(back).toMatchObject({ note: 'Mine.', passage: mark.passage, revision: 4 });
    expect(await marksOf(store, 'harbour')).toEqual([back]);
  });

  test('stays removed whatever a window does that has not heard of it', async () => {
    const [store, other] = [openStore('/'), openStore('/')];
    const mark = await keep(store, made('words'));
    await remove(store, mark);
    await expect(change(other, mark.id, { colour: 'blue' })).rejects.toThrow(MarkRemoved);
    await expect(writeNote(other, mark, 'Too late.')).rejects.toThrow(MarkRemoved);
    expect(await marksOf(other, 'harbour')).toEqual([]);
  });
});

describe('a note that two windows write', () => {
  test('is the later one, with the earlier beside it', async () => {
    const [store, other] = [openStore('/'), openStore('/')];
    const mark = await keep(store, made('words'));
    await writeNote(store, mark, 'Earlier.');
    const { copy } = await writeNote(other, mark, 'Later.');
    expect(copy?.note).toBe('Earlier.');
    const kept = await marksOf(store, 'harbour');
    expect(new Map(kept.map(({ id, note }) => [id === mark.id, note]))).toEqual(
      new Map([
        [true, 'Later.'],
        [false, 'Earlier.'],
      ]),
    );
  });

  test.each([
    ['the same', 'Same.', 'Same.'],
    ['nothing', '', 'Later.'],
  ])('is one where the other wrote %s', async (_name, earlier, later) => {
    const store = openStore('/');
    const mark = await keep(store, made('words'));
    await writeNote(store, mark, earlier);
    expect(await writeNote(store, mark, later)).toEqual({ mark: expect.objectContaining({ note: later }) });
    expect(await marksOf(store, 'harbour')).toHaveLength(1);
  });
});

test('a draft of a note is there until the note is kept', async () => {
  const store = openStore('/');
  const mark = await keep(store, made('words'));
  await keepDraft(store, mark, 'Half a th');
  expect(await draftOf(store, mark)).toBe('Half a th');
  await writeNote(store, mark, 'Half a thought.');
  expect(await draftOf(store, mark)).toBeUndefined();
});

test.each([
  ['accents', 'Her résumé was short', 'resume'],
  ['none, for accents', 'Her resume was short', 'résumé'],
  ['letters of an Arabic keyboard, for Urdu', 'اسکرین پر نستعلیق', 'نستعليق اسكرين'],
  ['letters of Urdu, for Arabic', 'مدرسة في المدينة', 'مدرسہ'],
  ['a straight apostrophe, for a curled one', 'It wasn’t rain', "wasn't"],
  ['half a word', 'Her résumé was short', 'esum'],
])('are found by %s', async (_, words, search) => {
  const store = openStore('/');
  await keep(store, made(words));
  expect((await pageOfMarks(store, search, 9)).records).toHaveLength(1);
});

test('are paged with the last touched first, and searched in words, notes and headlines', async () => {
  const store = openStore('/');
  for (let number = 0; number < 7; number += 1)
    await keep(store, made(`words ${number}`, number, number % 2 ? 'Bridge' : 'harbour'));
  const first = await pageOfMarks(store, '', 3);
  const second = await pageOfMarks(store, '', 3, first.rest);
  expect([...first.records, ...second.records].map((mark) => mark.passage.exact)).toEqual(
    [6, 5, 4, 3, 2, 1].map((number) => `words ${number}`),
  );
  const [mark] = first.records;
  await writeNote(store, mark!, 'Ask about the Tide');
  const exacts = async (search: string) =>
    (await pageOfMarks(store, search, 9)).records.map(({ passage: { exact } }) => exact);
  expect(await exacts('tide ask')).toEqual(['words 6']);
  expect(await exacts('bridge')).toEqual(['words 5', 'words 3', 'words 1']);
  expect(await exacts('WORDS 2')).toEqual(['words 2']);
  expect(await exacts('nothing')).toEqual([]);
});
