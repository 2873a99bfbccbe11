// @vitest-environment jsdom
/** The settings in their two homes: the store, which decides, and the mirror that the head of the document reads. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { defaults, type Settings } from '../../../src/reader/settings/settings.ts';
import type { Store } from '../../../src/reader/store/store.ts';
import { basePath, freshPublication, openWindow } from '../windows.ts';
import { clearDocument, mirrorKey, openSettings } from './open-settings.ts';

const root = document.documentElement;

beforeEach(() => {
  freshPublication();
  localStorage.clear();
  clearDocument();
});

const mirror = () => JSON.parse(localStorage.getItem(mirrorKey()) ?? 'null') as Record<string, unknown> | null;

const record = (store: Store) => store.read(['settings'], (records) => records.get('settings', 'reading'));

const kept = (store: Store, values: Partial<Settings>) =>
  vi.waitFor(async () => expect((await record(store))?.values).toMatchObject(values));

/** What another window would hear of the mirror. */
const tellMirror = (newValue: string | null) =>
  dispatchEvent(new StorageEvent('storage', { key: mirrorKey(), newValue }));

describe('a choice', () => {
  test('shows at once, is mirrored at once, and is kept in the store', async () => {
    const store = openWindow();
    const chosen = openSettings(store);
    chosen.choose({ theme: 'sepia', size: 150 });
    expect(chosen.now()).toEqual({ ...defaults, theme: 'sepia', size: 150 });
    expect(root.dataset['theme']).toBe('sepia');
    expect(root.style.getPropertyValue('--set-size')).toBe('1.5');
    expect(mirror()).toMatchObject({ values: { theme: 'sepia', size: 150 }, shown: { theme: 'sepia', size: 1.5 } });
    await kept(store, { theme: 'sepia', size: 150 });
    expect(await record(store)).toMatchObject({ name: 'reading', revision: 1, order: 1 });
    expect(chosen.problem()).toBeUndefined();
  });

  test('goes from the document when it is taken back', async () => {
    const store = openWindow();
    const chosen = openSettings(store);
    chosen.choose({ theme: 'dark', letter: 0.12, keys: false, align: 'justify' });
    await kept(store, { theme: 'dark' });
    chosen.choose(defaults);
    expect(Object.keys(root.dataset)).toEqual([]);
    expect(root.getAttribute('style') ?? '').toBe('');
    await kept(store, defaults);
  });

  test('is kept in whole when a hand slides through many values', async () => {
    const store = openWindow();
    const chosen = openSettings(store);
    for (let size = 100; size <= 200; size += 5) chosen.choose({ size });
    chosen.choose({ theme: 'dark' });
    await kept(store, { size: 200, theme: 'dark' });
    expect((await record(store))!.revision).toBeLessThan(5);
  });

  test('tells those who listen', () => {
    const chosen = openSettings();
    const heard = vi.fn<() => void>();
    chosen.subscribe(heard);
    chosen.choose({ face: 'sans' });
    expect(heard).toHaveBeenCalled();
    expect(mirror()).toMatchObject({ faces: [['Inter', 'url(/inter.woff2)', { weight: '100 900' }]] });
  });

  test('is never written where nobody has chosen anything', async () => {
    const store = openWindow();
    openSettings(store);
    expect(await record(store)).toBeUndefined();
    expect(localStorage).toHaveLength(0);
  });
});

describe('coming back', () => {
  test('finds the settings in the store, and puts a lost mirror back', async () => {
    const store = openWindow();
    openSettings(store).choose({ theme: 'dark', size: 130 });
    await kept(store, { size: 130 });
    localStorage.clear();
    delete root.dataset['theme'];
    const chosen = openSettings();
    await vi.waitFor(() => expect(chosen.now()).toMatchObject({ theme: 'dark', size: 130 }));
    expect(root.dataset['theme']).toBe('dark');
    expect(mirror()).toMatchObject({ revision: 1, values: { theme: 'dark', size: 130 } });
  });

  test('finds them in the mirror where the store is gone, and fills it again', async () => {
    localStorage.setItem(mirrorKey(), JSON.stringify({ revision: 7, values: { ...defaults, line: 2 } }));
    const store = openWindow();
    const chosen = openSettings(store);
    expect(chosen.now().line).toBe(2);
    await kept(store, { line: 2 });
    expect((await record(store))!.revision).toBe(8);
  });

  test('believes the mirror where the page was closed before the store had the last choice', async () => {
    const store = openWindow();
    openSettings(store).choose({ size: 120 });
    await kept(store, { size: 120 });
    localStorage.setItem(mirrorKey(), JSON.stringify({ revision: 2, values: { ...defaults, size: 140 } }));
    const later = openWindow();
    expect(openSettings(later).now().size).toBe(140);
    await kept(later, { size: 140 });
  });

  test('believes the store where the mirror is older', async () => {
    const store = openWindow();
    const chosen = openSettings(store);
    chosen.choose({ size: 120 });
    await kept(store, { size: 120 });
    chosen.choose({ size: 140 });
    await kept(store, { size: 140 });
    localStorage.setItem(mirrorKey(), JSON.stringify({ revision: 1, values: { ...defaults, size: 120 } }));
    const later = openSettings();
    await vi.waitFor(() => expect(later.now().size).toBe(140));
    expect(mirror()).toMatchObject({ values: { size: 140 } });
  });

  test.each([
    ['nonsense', 'nonsense'],
    ['a number', '5'],
    ['a list', '[]'],
    ['no revision', '{"values":{"theme":"dark"}}'],
    ['a revision that is none', '{"revision":-1,"values":{"theme":"dark"}}'],
    ['half of it', '{"revision":3,"values":{"the'],
  ])('takes %s in the mirror for nothing', (_, text) => {
    localStorage.setItem(mirrorKey(), text);
    expect(openSettings().now()).toEqual(defaults);
  });

  test('takes over the paper of the version before, once', async () => {
    localStorage.setItem(`broadsheet:${basePath()}:theme`, 'sepia');
    const store = openWindow();
    const chosen = openSettings(store);
    expect(chosen.now().theme).toBe('sepia');
    await kept(store, { theme: 'sepia' });
    await vi.waitFor(() => expect(localStorage.getItem(`broadsheet:${basePath()}:theme`)).toBeNull());
    chosen.choose({ theme: 'system' });
    await kept(store, { theme: 'system' });
    const later = openSettings();
    expect(later.now().theme).toBe('system');
  });
});

describe('two windows', () => {
  test('hear of each other, and neither loses what the other chose at the same time', async () => {
    const [store, other] = [openWindow(), openWindow()];
    const [here, there] = [openSettings(store), openSettings(other)];
    here.choose({ size: 150 });
    there.choose({ theme: 'black' });
    const both = { size: 150, theme: 'black' };
    await vi.waitFor(() => expect([here.now(), there.now()]).toMatchObject([both, both]));
    await kept(store, both as Partial<Settings>);
    expect(mirror()).toMatchObject({ revision: 2, values: both });
  });

  test('hear it from the mirror, with the values in the message', () => {
    const chosen = openSettings();
    tellMirror(JSON.stringify({ revision: 3, values: { ...defaults, word: 0.2 } }));
    expect(chosen.now().word).toBe(0.2);
    tellMirror(JSON.stringify({ revision: 2, values: { ...defaults, word: 0.4 } }));
    expect(chosen.now().word).toBe(0.2);
  });

  test('are as the publication has it when all is deleted in one of them', async () => {
    const [store, other] = [openWindow(), openWindow()];
    const [here, there] = [openSettings(store), openSettings(other)];
    here.choose({ theme: 'dark' });
    await kept(store, { theme: 'dark' });
    await vi.waitFor(() => expect(there.now().theme).toBe('dark'));
    await store.deleteAll().catch(() => undefined);
    await vi.waitFor(() => expect([here.now(), there.now()]).toEqual([defaults, defaults]));
    expect(mirror()).toBeNull();
    expect(root.dataset['theme']).toBeUndefined();
  });

  test('follow the store when an import is undone, which leads to an older record', async () => {
    const store = openWindow();
    const chosen = openSettings(store);
    chosen.choose({ size: 120 });
    await kept(store, { size: 120 });
    const older = (await record(store))!;
    chosen.choose({ size: 180 });
    await kept(store, { size: 180 });
    await openWindow().change(['settings'], async (records) => records.put('settings', older));
    await vi.waitFor(() => expect(chosen.now().size).toBe(120));
    expect(mirror()).toMatchObject({ revision: 1, values: { size: 120 } });
  });
});

describe('where storage fails', () => {
  const noMirror = () =>
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
  const noStore = () => ({
    ...openWindow(),
    read: () => Promise.reject(new DOMException('denied', 'SecurityError')),
    change: () => Promise.reject(new DOMException('denied', 'SecurityError')),
  });

  test('the mirror goes on without the store', async () => {
    const chosen = openSettings(noStore());
    chosen.choose({ theme: 'dark' });
    await vi.waitFor(() => expect(mirror()).toMatchObject({ revision: 1, values: { theme: 'dark' } }));
    chosen.choose({ size: 120 });
    await vi.waitFor(() => expect(mirror()).toMatchObject({ revision: 2, values: { theme: 'dark', size: 120 } }));
    expect(chosen.problem()).toBeUndefined();
  });

  test('the store goes on without the mirror', async () => {
    noMirror();
    const store = openWindow();
    const chosen = openSettings(store);
    chosen.choose({ theme: 'dark' });
    await kept(store, { theme: 'dark' });
    expect(chosen.problem()).toBeUndefined();
  });

  test('without both a choice lasts as long as the page, and that is said', async () => {
    noMirror();
    const chosen = openSettings(noStore());
    chosen.choose({ theme: 'dark' });
    await vi.waitFor(() => expect(chosen.problem()).toBe('lost'));
    expect(root.dataset['theme']).toBe('dark');
    chosen.choose({ size: 120 });
    expect(chosen.now()).toMatchObject({ theme: 'dark', size: 120 });
  });
});
