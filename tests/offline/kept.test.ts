/** What is kept of the paper: pages whole with their pictures, for every reason until the last is gone, as far as there is room. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { deleteKept, type Kept, type KeptFile, NoRoom, type NewPage, openKept } from '../../src/offline/kept.ts';

let base: string;
let papers = 0;
let kept: Kept;

async function openWindow(): Promise<Kept> {
  const window = await openKept(base);
  onTestFinished(() => window.close());
  return window;
}

beforeEach(async () => {
  papers += 1;
  vi.stubGlobal('navigator', {});
  base = `/paper-${papers}/`;
  kept = await openWindow();
});

afterEach(() => vi.unstubAllGlobals());

const picture = (url: string, size = 100): KeptFile => ({ url, type: 'image/png', bytes: new ArrayBuffer(size) });

const page = (address: string, more: Partial<NewPage> = {}): NewPage => ({
  address,
  title: address,
  hash: 'one',
  kept: '2026-11-30T08:00:00.000Z',
  data: '{}',
  files: [],
  ...more,
});

/** The browser allows so many bytes, of which three quarters are for what is kept. */
const allow = (quota: number, usage = 0) =>
  vi.stubGlobal('navigator', { storage: { estimate: () => Promise.resolve({ quota, usage }) } });

const addresses = async () => (await kept.pages()).map(({ address }) => address);

test('a page is kept with its data and its pictures', async () => {
  await kept.keep([page('/a/', { data: '{"kind":"article"}', files: [picture('/images/a.png')] })], 'read');
  expect(await kept.page('/a/')).toMatchObject({ reasons: ['read'], files: ['/images/a.png'], bytes: 118 });
  expect(await kept.data('/a/')).toBe('{"kind":"article"}');
  expect((await kept.file('/images/a.png'))?.bytes.byteLength).toBe(100);
});

test('its size is that of its bytes, in every script', async () => {
  await kept.keep([page('/a/', { data: '{"headline":"اردو"}' })], 'read');
  expect((await kept.page('/a/'))?.bytes).toBe(23);
});

test('it stays until the last of its reasons is gone', async () => {
  await kept.keep([page('/a/')], 'read');
  expect(await kept.addReason('/a/', 'saved')).toBe(true);
  expect(await kept.addReason('/b/', 'saved')).toBe(false);
  await kept.keep([page('/a/', { hash: 'two' })], 'read');
  expect(await kept.page('/a/')).toMatchObject({ hash: 'two', reasons: ['read', 'saved'] });
  await kept.release(['/a/'], 'read');
  await kept.release(['/a/'], 'must-read');
  expect(await kept.page('/a/')).toMatchObject({ reasons: ['saved'] });
  expect(await kept.pagesFor('read')).toEqual([]);
  await kept.release(['/a/'], 'saved');
  expect(await kept.page('/a/')).toBeUndefined();
  expect(await kept.data('/a/')).toBeUndefined();
});

test('without a reason named it goes at once', async () => {
  await kept.keep([page('/a/')], 'read');
  await kept.addReason('/a/', 'saved');
  await kept.release(['/a/']);
  expect(await addresses()).toEqual([]);
});

test('a picture goes with the last page that shows it', async () => {
  const both = picture('/images/both.png');
  const files = [both, picture('/images/a.png')];
  await kept.keep([page('/a/', { files }), page('/b/', { files: [both] })], 'read');
  await kept.release(['/a/'], 'read');
  expect(await kept.file('/images/a.png')).toBeUndefined();
  expect(await kept.file('/images/both.png')).toBeDefined();
  await kept.release(['/b/'], 'read');
  expect(await kept.file('/images/both.png')).toBeUndefined();
});

test('a picture that an edit took out of its page goes too', async () => {
  await kept.keep([page('/a/', { files: [picture('/images/old.png'), picture('/images/both.png')] })], 'read');
  await kept.keep([page('/b/', { files: [picture('/images/both.png')] })], 'read');
  await kept.keep([page('/a/', { files: [picture('/images/new.png')] })], 'read');
  expect(await kept.file('/images/old.png')).toBeUndefined();
  expect(await kept.file('/images/both.png')).toBeDefined();
  expect(await kept.file('/images/new.png')).toBeDefined();
});

test('pages that come together are kept together or not at all', async () => {
  const broken = { ...page('/b/'), address: undefined } as unknown as NewPage;
  await expect(kept.keep([page('/a/', { files: [picture('/images/a.png')] }), broken], 'read')).rejects.toMatchObject({
    name: 'DataError',
  });
  expect(await addresses()).toEqual([]);
  expect(await kept.file('/images/a.png')).toBeUndefined();
});

test('a transaction that the browser refuses for want of room is no room', async () => {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const refused = await kept.keep([page('/a/')], 'read').catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(NoRoom);
  expect(refused).toMatchObject({ free: 0 });
});

/** `letters` of ASCII. */
const large = (address: string, letters: number, more: Partial<NewPage> = {}) =>
  page(address, { data: 'x'.repeat(letters), ...more });

test('sections make way first, then what was read, then Must Read', async () => {
  await kept.keep([large('/must-read/', 100)], 'must-read');
  await kept.keep([large('/read/', 100)], 'read');
  await kept.keep([large('/section/', 100)], 'section /sections/a/');
  allow(400, 300);
  await kept.keep([large('/first/', 100)], 'saved');
  expect(await addresses()).toEqual(['/first/', '/must-read/', '/read/']);
  await kept.keep([large('/second/', 100)], 'saved');
  expect(await addresses()).toEqual(['/first/', '/must-read/', '/second/']);
  await kept.keep([large('/third/', 100)], 'saved');
  expect(await addresses()).toEqual(['/first/', '/second/', '/third/']);
});

test('what is saved, and the paper itself, never makes way', async () => {
  await kept.keep([large('/saved/', 100)], 'saved');
  await kept.keep([large('/', 100)], 'paper');
  allow(400, 300);
  for (const reason of ['paper', 'saved', 'must-read', 'read', 'section /sections/a/'] as const) {
    await expect(kept.keep([large('/a/', 100)], reason)).rejects.toMatchObject({ needed: 100, free: 0 });
  }
  expect(await addresses()).toEqual(['/', '/saved/']);
});

test('what was read longest ago makes way for what is read now; nothing else makes way for its like', async () => {
  await kept.keep([large('/old/', 100, { kept: '2026-11-01T08:00:00.000Z' }), large('/new/', 100)], 'read');
  await kept.keep([large('/pick/', 100)], 'must-read');
  allow(400, 300);
  await kept.keep([large('/newest/', 100)], 'read');
  expect(await addresses()).toEqual(['/new/', '/newest/', '/pick/']);
  await expect(kept.keep([large('/section/', 100)], 'section /sections/a/')).rejects.toBeInstanceOf(NoRoom);
});

test('where not even all of that is enough, nothing goes', async () => {
  await kept.keep([large('/read/', 100), large('/other/', 100)], 'read');
  allow(400, 300);
  await expect(kept.keep([large('/huge/', 1000)], 'saved')).rejects.toMatchObject({ needed: 1000, free: 0 });
  expect(await addresses()).toEqual(['/other/', '/read/']);
});

test('a page that is kept for a better reason too does not go with its section', async () => {
  await kept.keep([large('/a/', 100), large('/b/', 100)], 'section /sections/a/');
  await kept.addReason('/a/', 'saved');
  allow(400, 300);
  await kept.keep([large('/c/', 100)], 'read');
  expect(await addresses()).toEqual(['/a/', '/c/']);
});

test('a section that had to make way is not whole any more, and waits for the reader', async () => {
  const section = '/sections/a/';
  await kept.keep([large('/a/', 100), large('/b/', 100)], `section ${section}`);
  await kept.putSection({ section, title: 'A', state: 'kept', pages: 2, done: 2, bytes: 200 });
  allow(400, 300);
  await kept.keep([large('/c/', 100)], 'read');
  expect(await kept.section(section)).toMatchObject({ state: 'paused', pages: 2, done: 1 });
});

test('a section is changed only as it is, whoever changes it meanwhile', async () => {
  const section = '/sections/a/';
  expect(await kept.changeSection(section, () => ({ done: 1 }))).toBe(false);
  await kept.putSection({ section, title: 'A', state: 'fetching', pages: 2, done: 0, bytes: 200 });
  const other = await openWindow();
  const goOn = (window: Kept, done: number) =>
    window.changeSection(section, ({ state }) => (state === 'fetching' ? { done } : undefined));
  const [first, , second] = await Promise.all([
    goOn(kept, 1),
    other.changeSection(section, () => ({ state: 'paused' })),
    goOn(kept, 2),
  ]);
  expect([first, second]).toEqual([true, false]);
  expect(await kept.section(section)).toMatchObject({ state: 'paused', done: 1 });
});

test('two windows keep the same page, each for its reason', async () => {
  const other = await openWindow();
  await Promise.all([kept.keep([page('/a/')], 'read'), other.keep([page('/a/')], 'saved')]);
  expect((await kept.page('/a/'))?.reasons.toSorted()).toEqual(['read', 'saved']);
});

test('it can be deleted while windows have it open, and is empty afterwards', async () => {
  const other = await openWindow();
  await kept.keep([page('/a/')], 'saved');
  await deleteKept(base);
  await expect(kept.pages()).rejects.toMatchObject({ name: 'InvalidStateError' });
  await expect(other.pages()).rejects.toMatchObject({ name: 'InvalidStateError' });
  expect(await (await openWindow()).pages()).toEqual([]);
});

test('publications of one origin keep apart', async () => {
  await kept.keep([page('/a/')], 'saved');
  const below = await openKept(`${base}below/`);
  expect(await below.pages()).toEqual([]);
  below.close();
  await deleteKept(`${base}below/`);
  expect(await addresses()).toEqual(['/a/']);
});
