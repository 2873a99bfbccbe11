/** Files that are broken, hostile, or from elsewhere: each is refused or taken without harm, and says what it is. */
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { backupStore } from '../../../src/reader/backup/backup-store.ts';
import { type BackupRecords, type RecordKind, kinds } from '../../../src/reader/backup/format.ts';
import { noRecords } from '../../../src/reader/backup/merge.ts';
import { readBackup, readBackupFile } from '../../../src/reader/backup/read-backup.ts';
import { writeBackup } from '../../../src/reader/backup/write-backup.ts';
import { limits } from '../../../src/reader/store/records.ts';
import { mark, passage, place, removed, response, saved, settings } from '../records-of-readers.ts';
import { freshWindow, openWindow } from '../windows.ts';

const publication = 'https://example.org/';
const head = { format: 'broadsheet-backup', version: 1, publication };
/** The text of a file with these records, sound or not. */
const file = (records: object, more: object = {}) => JSON.stringify({ ...head, ...more, records });
const deep = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth);

/** What a device with some records is like after a file was put into it, if it can be. */
async function deviceAfter(text: string) {
  const backups = backupStore(freshWindow(), publication);
  await backups.restore({ ...noRecords(), saved: [saved('mine')], marks: [mark('mine', { note: 'my note' })] });
  const before = await backups.save();
  const reading = readBackup(text);
  if ('backup' in reading) await backups.restore(reading.backup.records);
  const after = readBackup(await backups.save());
  if (!('backup' in after)) throw new Error('What was restored cannot be saved.');
  return { before, after: writeBackup(after.backup), records: after.backup.records, reading };
}

describe('a file that is refused', () => {
  const refused: [string, string, string][] = [
    ['is empty', '', 'empty'],
    ['holds nothing but space', ' \n\t', 'empty'],
    ['is plain text', 'My notes of the summer', 'not-json'],
    ['is a web page', '<!doctype html><title>Log in</title>', 'not-json'],
    ['is cut off in the middle', file({ saved: [saved('a')] }).slice(0, 150), 'cut-off'],
    ['is cut off after its first bracket', '{', 'cut-off'],
    ['has a comma too many', `${file({}).slice(0, -1)},}`, 'not-json'],
    ['holds NaN', file({ saved: [saved('a')] }).replace('"order":1', '"order":NaN'), 'not-json'],
    ['is only a number', '42', 'not-a-backup'],
    ['is null', 'null', 'not-a-backup'],
    ['is a list', '[]', 'not-a-backup'],
    ['is JSON of something else', '{"bookmarks":[]}', 'not-a-backup'],
    ['is a backup of another program', file({}, { format: 'readest-backup' }), 'not-a-backup'],
    ['is deeply nested', deep('[', ']', 100_000), 'not-a-backup'],
    ['is of a newer version', file({ saved: [] }, { version: 2 }), 'newer'],
    ['is of a version before the first', file({}, { version: 0 }), 'unknown-version'],
    ['has a version that is none', file({}, { version: '1' }), 'unknown-version'],
    ['has no version', JSON.stringify({ format: 'broadsheet-backup', publication, records: {} }), 'unknown-version'],
    ['does not say whose it is', JSON.stringify({ ...head, publication: undefined, records: {} }), 'damaged'],
    ['has records that are a list', file([]), 'damaged'],
    ['has no records', JSON.stringify(head), 'damaged'],
    ['has a kind that is no list', file({ saved: { length: 1e9 } }), 'damaged'],
    ['has too many records', `${file({}).slice(0, -2)}"saved":[${'0,'.repeat(100_000)}0]}}`, 'too-many'],
  ];

  test.each(refused)('because it %s', async (_, text, reason) => {
    const { before, after, reading } = await deviceAfter(text);
    expect(reading).toEqual({ refused: reason });
    expect(after).toBe(before);
  });

  test.each([
    [
      'is larger than 50 MB, before a byte of it is read',
      { size: 50 * 1024 * 1024 + 1, arrayBuffer: () => Promise.reject(new Error('It was read.')) },
      'too-large',
    ],
    ['is a picture', new Blob([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe)]), 'not-text'],
    ['is UTF-16', new Blob([Uint8Array.from([0xff, 0xfe, ...Buffer.from(file({}), 'utf16le')])]), 'not-text'],
    [
      'cannot be read from its disk',
      { size: 5, arrayBuffer: () => Promise.reject(new DOMException('Gone', 'NotReadableError')) },
      'not-text',
    ],
  ])('because it %s', async (_, blob, reason) => {
    expect(await readBackupFile(blob)).toEqual({ refused: reason });
  });
});

describe('a record that does not fit', () => {
  const { note: _, ...noteless } = mark('x');
  const cases: [string, RecordKind, unknown, string][] = [
    ['has a note of 20,001 characters', 'marks', mark('x', { note: 'n'.repeat(20_001) }), 'note'],
    [
      'has a quote of 10 MB',
      'marks',
      mark('x', { passage: passage({ exact: 'q'.repeat(10_000_000) }) }),
      'passage.exact',
    ],
    ['has an object for a text', 'marks', { ...mark('x'), note: { toString: 'x' } }, 'note'],
    ['lacks a field', 'marks', noteless, 'note'],
    ['has a colour there is none of', 'marks', { ...mark('x'), colour: 'url(evil)' }, 'colour'],
    ['is null', 'marks', null, ''],
    ['is a list', 'saved', [[]], ''],
    ['is a text', 'saved', 'everything', ''],
    ['is deeply nested', 'saved', { ...saved('x'), about: JSON.parse(deep('[', ']', 900)) }, 'about'],
    ['has a number too large to be one', 'saved', JSON.parse('{"article":"x","order":1e999}'), 'order'],
    ['has a counter that leaves no room to count', 'saved', { ...saved('x'), order: limits.counter * 2 }, 'order'],
    ['counts below zero', 'saved', { ...saved('x'), revision: -1 }, 'revision'],
    ['counts in halves', 'saved', { ...saved('x'), revision: 1.5 }, 'revision'],
    ['has a date that is none', 'saved', { ...saved('x'), changed: 'yesterday' }, 'changed'],
    ['has a day that is none', 'saved', { ...saved('x'), changed: '2026-13-45T00:00:00Z' }, 'changed'],
    ['has a number for a date', 'saved', { ...saved('x'), changed: 0 }, 'changed'],
    ['was removed at no time', 'marks', { ...mark('x'), deleted: true }, 'deleted'],
    ['brings its fields by its prototype', 'saved', JSON.parse('{"__proto__":{"article":"x","order":1}}'), 'article'],
    ['has a fraction above one', 'places', { ...place('x'), fraction: 7 }, 'fraction'],
    ['is in a state there is none of', 'places', { ...place('x'), state: 'constructor' }, 'state'],
    [
      'went to the editors in a way there is none of',
      'responses',
      { ...response('x'), sent: { how: 'pigeon', at: '2026-05-03T09:00:00Z', revision: 1 } },
      'sent.how',
    ],
    ['is a response with an endless name', 'responses', response('x', { name: 'n'.repeat(101) }), 'name'],
    ['has a setting that is an object', 'settings', { ...settings({}), values: { theme: {} } }, 'values.theme'],
    [
      'has a setting called __proto__',
      'settings',
      { ...settings({}), values: JSON.parse('{"__proto__":"x"}') },
      'values.__proto__',
    ],
    ['has a draft without text', 'drafts', { article: 'x', name: '' }, 'text'],
  ];

  test.each(cases)('because it %s is left out and named, and the others are taken', async (_, kind, bad, field) => {
    const good = { ...noRecords(), [kind]: [], saved: [saved('good')] };
    const list = kind === 'saved' ? [saved('good'), bad] : [bad];
    const { records, reading } = await deviceAfter(file({ ...good, [kind]: list }));
    expect(reading).toMatchObject({ leftOut: [{ kind, number: list.length, field }] });
    expect(records.saved.map(({ article }) => article)).toEqual(['good', 'mine']);
    expect(records.marks).toMatchObject([{ id: 'mine', note: 'my note' }]);
    expect(records[kind].length).toBe({ saved: 2, marks: 1 }[kind as string] ?? 0);
  });
});

describe('a file that is taken without harm', () => {
  test('with a byte order mark', async () => {
    const reading = await readBackupFile(new Blob([`\ufeff${file({ saved: [saved('a')] })}`]));
    expect(reading).toMatchObject({ backup: { records: { saved: [{ article: 'a' }] } }, leftOut: [] });
  });

  test('that says everything was removed: nothing goes', async () => {
    const { records } = await deviceAfter(
      file({
        saved: [removed({ article: 'mine' }, { revision: 2 ** 52, order: 2 ** 52, deleted: '9999-12-31T23:59:59Z' })],
        marks: [removed({ id: 'mine', article: 'unity' }, { revision: 2 ** 52, order: 2 ** 52 })],
      }),
    );
    expect(records.saved).toMatchObject([saved('mine')]);
    expect(records.marks).toMatchObject([{ note: 'my note' }]);
  });

  test('with counters at their highest: the reader can still keep things and carry them away', async () => {
    const { before } = await deviceAfter(file({ saved: [saved('last', { order: 2 ** 52, revision: 2 ** 52 })] }));
    expect(before).not.toBe('');
    const store = openWindow();
    await store.change(['saved'], async ({ nextOrder, put }) =>
      put('saved', saved('next', { order: await nextOrder('saved') })),
    );
    const text = await backupStore(store, publication).save();
    expect(readBackup(text)).toMatchObject({ leftOut: [], backup: { records: { saved: [{}, {}, {}] } } });
  });

  test('dated in the year 9999', async () => {
    const { records } = await deviceAfter(file({ saved: [saved('mine', { changed: '9999-01-01T00:00:00Z' })] }));
    expect(records.saved).toMatchObject([{ article: 'mine' }]);
  });

  test('with one record twice: the later version stands, wherever it is', async () => {
    for (const list of [
      [saved('a', { revision: 1 }), saved('a', { revision: 2 })],
      [saved('a', { revision: 2 }), saved('a', { revision: 1 })],
    ]) {
      expect(readBackup(file({ saved: list }))).toMatchObject({ backup: { records: { saved: [{ revision: 2 }] } } });
    }
  });

  test('with one key twice, half a character, and marks of the text direction', async () => {
    const text = file({ marks: [mark('x', { note: '\ud800 \u202e \u0000' })] }).replace(
      '"id":"x"',
      '"id":"y","id":"x"',
    );
    const { records } = await deviceAfter(text);
    expect(records.marks[1]).toMatchObject({ id: 'x', note: '\ud800 \u202e \u0000' });
  });

  test('with keys that are names of the language', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const { records } = await deviceAfter(
      file({ saved: names.map((name) => saved(name)), settings: [settings({ constructor: 'x', toString: 'y' })] }),
    );
    expect(records.saved.map(({ article }) => article)).toEqual([...names, 'mine'].sort());
    expect(Object.keys(records.settings[0]?.values ?? {})).toEqual(['constructor', 'toString']);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  test('with markup in a note: it stays the text that it is', async () => {
    const note = '<img src=x onerror=alert(1)><script>alert(1)</script>';
    const { records } = await deviceAfter(file({ marks: [mark('x', { note })] }));
    expect(records.marks[1]).toMatchObject({ note });
  });

  test('with fields and lists that nobody knows: they are left behind, the lists by name', async () => {
    const { reading, after } = await deviceAfter(
      file({ saved: [{ ...saved('a'), evil: JSON.parse(deep('[', ']', 1000)) }], playlists: [1, 2] }, { evil: true }),
    );
    expect(reading).toMatchObject({ leftOut: [], unknown: ['playlists'] });
    expect(after).not.toMatch(/evil|playlists/);
  });

  test('without some of its lists', () => {
    expect(readBackup(file({}))).toMatchObject({ backup: { records: noRecords() }, leftOut: [], unknown: [] });
  });

  test('of before letters went anywhere, and of now: what is known of a letter comes along', async () => {
    const sent = { how: 'post', at: '2026-05-03T09:00:00Z', revision: 1 } as const;
    const { records } = await deviceAfter(file({ responses: [response('old'), response('new', { sent })] }));
    expect(records.responses).toEqual([response('new', { sent }), response('old')]);
  });

  test('of another publication: it says which', () => {
    const reading = readBackup(file({}, { publication: 'https://elsewhere.example/' }));
    expect(reading).toMatchObject({ backup: { publication: 'https://elsewhere.example/' } });
  });
});

test('1,000 files with one byte changed are refused or harmless', async () => {
  const records: BackupRecords = {
    ...noRecords(),
    saved: [saved('a'), removed({ article: 'b' })],
    marks: [mark('m', { note: 'note' })],
    settings: [settings({ theme: 'dark' })],
  };
  const text = writeBackup({ publication, records });
  let taken = 0;
  for (let at = 0; at < 1000; at += 1) {
    const place = (at * 7919) % text.length;
    const reading = readBackup(text.slice(0, place) + '"{}[]:,0 ~\u0000'[at % 11] + text.slice(place + 1));
    if ('refused' in reading) continue;
    taken += 1;
    for (const kind of kinds) expect(reading.backup.records[kind].length).toBeLessThanOrEqual(records[kind].length);
    const written = writeBackup(reading.backup);
    const again = readBackup(written);
    expect('backup' in again && writeBackup(again.backup)).toBe(written);
  }
  expect(taken).toBeGreaterThan(100);
});
