/** Drafts of two windows on one article: neither takes the other's text away. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { responsesIn, type ResponseStore } from '../../../src/reader/responses/responses.ts';
import type { Store } from '../../../src/reader/store/store.ts';
import { closeWindows, freshWindow, openDatabase, openWindow } from '../windows.ts';

let windows: [Store, Store];
let here: ResponseStore;
let there: ResponseStore;

/** The responses of another window, or of a tab that was loaded again. */
const open = (): ResponseStore => responsesIn(openWindow());

beforeEach(() => {
  windows = [freshWindow(), openWindow()];
  here = responsesIn(windows[0]);
  there = responsesIn(windows[1]);
});

afterEach(() => {
  vi.restoreAllMocks();
});

const noRoom = () => {
  throw new DOMException('No room', 'QuotaExceededError');
};

const typed = (text: string) => ({ name: 'Amna', text });
const opened = async (kept: ResponseStore, of?: string) => (await kept.draft('unity', of))?.text;

async function keptTexts() {
  const opened = await openDatabase();
  const drafts: { text: string }[] = await opened.getAll('drafts');
  opened.close();
  return drafts.map(({ text }) => text).sort();
}

/** Until what another window does when it hears of a change has been done. */
async function settled(texts: string[]) {
  await expect.poll(keptTexts).toEqual(texts);
}

describe('two windows on one article', () => {
  test('each find their own text again, whoever typed last', async () => {
    await here.keepDraft('unity', typed('from here'));
    await there.keepDraft('unity', typed('from there'));
    expect([await opened(here), await opened(there)]).toEqual(['from here', 'from there']);
    await here.keepDraft('unity', typed('from here, and more'));
    expect([await opened(here), await opened(there)]).toEqual(['from here, and more', 'from there']);
  });

  test('one that opens later goes on with the text of the other, which keeps it as long as it stands there', async () => {
    await here.keepDraft('unity', typed('from here'));
    expect(await opened(there)).toBe('from here');
    await there.keepDraft('unity', typed('from here, gone on there'));
    await settled(['from here', 'from here, gone on there']);
    expect([await opened(here), await opened(there)]).toEqual(['from here', 'from here, gone on there']);
  });

  test('one that empties its form takes nothing from the other', async () => {
    await here.keepDraft('unity', typed('from here'));
    expect(await opened(there)).toBe('from here');
    await there.keepDraft('unity', typed(''));
    await there.keepDraft('unity', { name: '', text: '' });
    await settled(['from here']);
  });

  test('may keep a response in one while the other is half through its own', async () => {
    await here.keepDraft('unity', typed('from here'));
    await there.keepDraft('unity', typed('from there'));
    await there.post('unity', typed('from there'));
    expect(await keptTexts()).toEqual(['from here']);
    expect(await opened(open())).toBe('from here');
  });

  test('may edit one response in both', async () => {
    await here.keepDraft('unity', { ...typed('an edit'), revision: 1 }, 'some-id');
    await there.keepDraft('unity', { ...typed('another edit'), revision: 1 }, 'some-id');
    expect([await opened(here, 'some-id'), await opened(there, 'some-id')]).toEqual(['an edit', 'another edit']);
    expect(await opened(here)).toBeUndefined();
  });
});

describe('a window that is closed', () => {
  test('leaves its text to the next, and nothing double', async () => {
    await here.keepDraft('unity', typed('half a'));
    windows[0].close();
    expect(await opened(there)).toBe('half a');
    await there.keepDraft('unity', typed('half a thought'));
    expect(await keptTexts()).toEqual(['half a thought']);
  });

  test('leaves what was written last first, and the other after that', async () => {
    const heard = new Promise<unknown>((resolve) => windows[1].subscribe(resolve));
    await here.keepDraft('unity', typed('earlier'));
    await heard;
    await there.keepDraft('unity', typed('later'));
    closeWindows();
    const next = open();
    expect(await opened(next)).toBe('later');
    await next.post('unity', typed('later'));
    expect(await opened(open())).toBe('earlier');
  });

  test('leaves a draft that an older version kept for all windows', async () => {
    await here.keepDraft('other', typed('so that there is a database'));
    const raw = await openDatabase();
    await raw.put('drafts', { article: 'unity', name: 'Amna', text: 'of old' });
    raw.close();
    expect(await opened(there)).toBe('of old');
    await there.keepDraft('unity', typed('of old, mended'));
    expect(await keptTexts()).toEqual(['of old, mended', 'so that there is a database']);
  });
});

describe('a tab that is loaded again', () => {
  /** The storage of a tab, as it stood when it was left. */
  function ofTab(kept: Map<string, string>): void {
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    });
  }

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test('goes on with its own draft, though another was written later', async () => {
    ofTab(new Map());
    const tab = open();
    await tab.keepDraft('unity', typed('of this tab'));
    await there.keepDraft('unity', typed('of another, later'));
    const again = open();
    vi.unstubAllGlobals();
    expect(await opened(again)).toBe('of this tab');
  });

  test('has the words that the browser had not kept when it left', async () => {
    const kept = new Map<string, string>();
    ofTab(kept);
    const tab = open();
    const keeping = tab.keepDraft('unity', typed('the last words'));
    const left = new Map(kept);
    await keeping;
    expect([...kept.values()].join()).not.toContain('the last words');
    const records = await openDatabase();
    await records.clear('drafts');
    records.close();
    ofTab(left);
    expect(await opened(open())).toBe('the last words');
    await settled(['the last words']);
    expect([...left.values()].join()).not.toContain('the last words');
  });

  test('has the words that there was no room for, and until there is', async () => {
    const kept = new Map<string, string>();
    ofTab(kept);
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(noRoom);
    await expect(open().keepDraft('unity', typed('no room for this'))).rejects.toMatchObject({ kind: 'full' });
    expect(await opened(open())).toBe('no room for this');
    expect(await opened(open())).toBe('no room for this');
    full.mockRestore();
    const tab = open();
    expect(await opened(tab)).toBe('no room for this');
    await settled(['no room for this']);
    expect([...kept.values()].join()).not.toContain('no room for this');
    await tab.keepDraft('unity', typed('room for this'));
    expect(await keptTexts()).toEqual(['room for this']);
  });

  test('does not bring back what there was no room for and was then posted', async () => {
    ofTab(new Map());
    const tab = open();
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(noRoom);
    await expect(tab.keepDraft('unity', typed('a response'))).rejects.toMatchObject({ kind: 'full' });
    full.mockRestore();
    await tab.post('unity', typed('a response'));
    expect(await opened(open())).toBe('');
  });

  test('does not bring back what was written over since', async () => {
    const kept = new Map<string, string>();
    ofTab(kept);
    const tab = open();
    const keeping = tab.keepDraft('unity', typed('first'));
    const left = new Map(kept);
    await keeping;
    await tab.keepDraft('unity', typed('second'));
    ofTab(left);
    expect(await opened(open())).toBe('second');
  });
});

test('a draft that could not be kept or spent is still this window’s', async () => {
  await here.keepDraft('unity', typed('first'));
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(noRoom);
  await expect(here.keepDraft('unity', typed('second'))).rejects.toMatchObject({ kind: 'full' });
  await expect(here.post('unity', typed('second'))).rejects.toMatchObject({ kind: 'full' });
  vi.restoreAllMocks();
  expect(await opened(here)).toBe('first');
  await there.draft('unity');
  await there.keepDraft('unity', typed('gone on'));
  await settled(['first', 'gone on']);
});
