/** The store of this device: responses and drafts of two windows that share one store. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ResponseRecord } from '../../../src/reader/store/records.ts';
import { ChangedElsewhere, responsesIn, type ResponseStore } from '../../../src/reader/responses/responses.ts';
import { freshWindow, openDatabase, openWindow } from '../windows.ts';

let here: ResponseStore;
let there: ResponseStore;

beforeEach(() => {
  here = responsesIn(freshWindow());
  there = responsesIn(openWindow());
});

afterEach(() => {
  vi.useRealTimers();
});

const amna = { name: 'Amna', text: 'Well said.' };
const texts = async (store: ResponseStore, article = 'unity') => (await store.list(article)).map(({ text }) => text);

describe('responses', () => {
  test('stand under their article, oldest first even if the clock was wrong', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2099-01-01') });
    await here.post('unity', { name: 'Amna', text: 'first' });
    vi.setSystemTime(new Date('1999-01-01'));
    await here.post('unity', { name: 'Bilal', text: 'second' });
    await here.post('other', { name: 'Amna', text: 'elsewhere' });
    expect(await texts(here)).toEqual(['first', 'second']);
    expect(await texts(here, 'other')).toEqual(['elsewhere']);
  });

  test('keep the shape of their text, without what surrounds it', async () => {
    await here.post('unity', { name: '  Amna ', text: '  a line\n\n   <b>another</b>\n\n' });
    expect(await here.list('unity')).toMatchObject([{ name: 'Amna', text: '  a line\n\n   <b>another</b>' }]);
  });

  test('can be edited, and say so', async () => {
    const response = await here.post('unity', amna);
    await here.edit(response, { ...amna, text: 'Better said.' });
    expect(await here.list('unity')).toMatchObject([
      { id: response.id, text: 'Better said.', written: response.written, edited: expect.any(String) },
    ]);
  });

  test('once removed leave nothing of what was written', async () => {
    const response = await here.post('unity', amna);
    await here.keepDraft('unity', { ...amna, text: 'secret' }, response.id);
    await here.remove(response);
    const database = await openDatabase();
    const left = JSON.stringify([await database.getAll('responses'), await database.getAll('drafts')]);
    database.close();
    expect(left).toContain(response.id);
    expect(left).not.toMatch(/Amna|Well said|secret/);
  });
});

describe('two windows', () => {
  test('hear of what the other keeps, edits and removes', async () => {
    const news: ResponseRecord[] = [];
    const heard = new Promise<void>((resolve) =>
      there.subscribe((record) => {
        news.push(record);
        if (news.length === 3) resolve();
      }),
    );
    const first = await here.post('unity', amna);
    const second = await here.edit(first, { ...amna, text: 'Better said.' });
    await here.remove(second);
    await heard;
    expect(news).toEqual([first, second, expect.objectContaining({ id: first.id, deleted: expect.any(String) })]);
  });

  test('do not overwrite each other: the later edit learns what stands there', async () => {
    const response = await here.post('unity', amna);
    const current = await there.edit(response, { ...amna, text: 'From there.' });
    const refused = await here.edit(response, { ...amna, text: 'From here.' }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ChangedElsewhere);
    expect(refused).toMatchObject({ current });
    expect(await texts(here)).toEqual(['From there.']);
    await here.edit(current, { ...amna, text: 'From here, knowing.' });
    expect(await texts(there)).toEqual(['From here, knowing.']);
  });

  test('do not bring back what the other removed', async () => {
    const response = await here.post('unity', amna);
    await there.remove(response);
    await expect(here.edit(response, amna)).rejects.toMatchObject({ name: 'ChangedElsewhere', current: undefined });
    expect(await texts(here)).toEqual([]);
  });

  test('do not remove what the other has changed meanwhile', async () => {
    const response = await here.post('unity', amna);
    const current = await there.edit(response, { ...amna, text: 'From there.' });
    await expect(here.remove(response)).rejects.toMatchObject({ name: 'ChangedElsewhere', current });
    expect(await texts(here)).toEqual(['From there.']);
  });

  test('may both remove the same response', async () => {
    const response = await here.post('unity', amna);
    await Promise.all([here.remove(response), there.remove(response)]);
    expect(await texts(here)).toEqual([]);
  });

  test('number what they keep at the same moment one after the other', async () => {
    await Promise.all([here, there, here, there].map((store) => store.post('unity', amna)));
    expect((await here.list('unity')).map(({ order }) => order)).toEqual([1, 2, 3, 4]);
  });
});

describe('drafts', () => {
  test('are kept per article and per response being edited', async () => {
    await here.keepDraft('unity', { name: 'Amna', text: 'half a' });
    await here.keepDraft('unity', { name: 'Amna', text: 'an edit', revision: 1 }, 'some-id');
    await here.keepDraft('other', { name: '', text: 'another' });
    expect(await there.draft('unity')).toMatchObject({ name: 'Amna', text: 'half a' });
    expect(await there.draft('unity', 'some-id')).toMatchObject({ text: 'an edit', revision: 1 });
    expect(await there.draft('other')).toMatchObject({ text: 'another' });
  });

  test('go when they are emptied and when they become a response', async () => {
    await here.keepDraft('unity', amna);
    await here.keepDraft('unity', { name: '', text: '' });
    expect(await here.draft('unity')).toBeUndefined();
    await here.keepDraft('unity', amna);
    await here.keepDraft('unity', amna, 'some-id');
    await here.post('unity', amna);
    expect(await here.draft('unity')).toEqual({ name: 'Amna', text: '' });
    expect(await here.draft('unity', 'some-id')).toMatchObject(amna);
  });

  test('begin with the name of the last response that is still there', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-05-03') });
    await here.post('unity', amna);
    vi.setSystemTime(new Date('2026-05-04'));
    const later = await here.post('other', { ...amna, name: 'Amna Khan' });
    expect(await here.draft('third')).toEqual({ name: 'Amna Khan', text: '' });
    await here.remove(later);
    expect(await here.draft('third')).toEqual({ name: 'Amna', text: '' });
  });
});
