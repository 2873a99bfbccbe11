/** Encodings as files declare them, as their bytes tell, and where the two disagree. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMultibyteEncoder } from '@exodus/bytes/multi-byte.js';
import { createSinglebyteEncoder } from '@exodus/bytes/single-byte.js';
import { describe, expect, test } from 'vitest';
import { decodedPieces, encodingOf } from '../../../src/import/read/decoding.ts';
import { reportOf, contentOf, emptyFolder, folderWith } from '../import-folder.ts';
import { contentFolder } from '../../press/content/content-folder.ts';

async function decoded(bytes: Buffer): Promise<{ text: string; codes: string[]; name: string | undefined }> {
  const path = join(emptyFolder(), 'file');
  writeFileSync(path, bytes);
  const encoding = await encodingOf(path);
  let text = '';
  if (encoding) for await (const piece of decodedPieces(path, encoding)) text += piece;
  return { text, codes: encoding?.notes.map(({ code }) => code) ?? [], name: encoding?.name };
}

const multibyte = new Set(['shift_jis', 'euc-jp', 'gb18030', 'iso-2022-jp']);

function encoded(text: string, encoding: string): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return encoded(text, 'utf-16le').swap16();
  if (encoding === 'utf-32le')
    return Buffer.from(Uint32Array.from(text, (character) => character.codePointAt(0)!).buffer);
  if (encoding === 'utf-32be') return encoded(text, 'utf-32le').swap32();
  return Buffer.from((multibyte.has(encoding) ? createMultibyteEncoder : createSinglebyteEncoder)(encoding)(text));
}

const english = 'She paid £5 — “a fair price”, said the naïve café owner, who didn’t know.';
const german = 'Die Straße nach Köln ist gesperrt; über die Gründe schweigt die Behörde, wie üblich.';
const polish = 'Zażółć gęślą jaźń. Książka leży na stole, a kot śpi pod łóżkiem i nie chce wyjść.';
const russian = 'Сегодня хорошая погода, и мы идём гулять в парк. Вечером обещают дождь и сильный ветер.';
const arabic = 'اليوم الجو جميل ونحن نذهب إلى الحديقة مع الأصدقاء، وفي المساء سوف ينزل المطر';
const urdu = 'کراچی میں آج بارش ہوئی اور بازار دیر سے کھلے، ٹریفک بھی سست رہا۔';
const japanese = 'これは普通の日本語の文章です。今日は天気がいいので、散歩に行きましょう。';
const greek = 'Σήμερα ο καιρός είναι καλός και πάμε βόλτα στο πάρκο με τους φίλους μας.';

describe('bytes without a declaration', () => {
  test.each([
    ['utf-8', urdu],
    ['windows-1252', english],
    ['iso-8859-1', german],
    ['iso-8859-2', polish],
    ['windows-1251', russian],
    ['koi8-r', russian],
    ['windows-1256', arabic],
    ['shift_jis', japanese],
    ['euc-jp', japanese],
    ['iso-8859-7', greek],
    ['gb18030', '今天天气很好，我们去公园散步，晚上可能会下雨，记得带伞。'],
    ['utf-16le', urdu],
    ['utf-16be', russian],
    ['utf-16le', `${english}\n`],
  ])('of %s are read as that', async (encoding, text) => {
    expect(await decoded(encoded(text, encoding))).toMatchObject({ text, codes: [] });
  });

  test.each(['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])(
    'with a byte order mark of %s',
    async (encoding) => {
      expect(await decoded(encoded(`\ufeff${urdu} 😀`, encoding))).toMatchObject({
        text: `${urdu} 😀`,
        codes: [],
      });
    },
  );

  test.each([
    ['zeros', Buffer.from([1, 0, 0, 0, 2, 0, 0, 9, 0, 0, 0])],
    ['control characters', Buffer.from(Array.from({ length: 60 }, (_, at) => (at % 2 ? 5 : 200)))],
  ])('that are mostly %s are no text', async (_what, bytes) => {
    expect((await decoded(bytes)).name).toBeUndefined();
  });
});

describe('declared encodings', () => {
  const xml = (encoding: string, text: string) => `<?xml version="1.0" encoding="${encoding}"?>\n<rss>${text}</rss>`;
  const html = (encoding: string, text: string) =>
    `<!doctype html><html><head><meta charset="${encoding}"></head><body><p>${text}</p></body></html>`;
  const old = (encoding: string, text: string) =>
    `<html><head><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=${encoding}"></head><body>${text}</body></html>`;

  test.each([
    [xml('windows-1251', russian), 'windows-1251'],
    [xml('KOI8-R', russian), 'koi8-r'],
    [xml('ISO-8859-1', english), 'windows-1252'],
    [html('shift_jis', japanese), 'shift_jis'],
    [html('windows-1256', arabic), 'windows-1256'],
    [old('iso-8859-15', 'Le cœur coûte 5 €.'), 'iso-8859-15'],
    [old('ISO-8859-9', 'Bugün hava çok güzel ve biz parka gidiyoruz. Işık'), 'windows-1254'],
    [xml('utf-8', urdu), 'utf-8'],
    [xml('x-cp1251', 'Дождь'), 'windows-1251'],
    [html('koi8', 'Дождь'), 'koi8-r'],
    [html('ISO-2022-JP', japanese), 'iso-2022-jp'],
  ])('%# are believed where the bytes agree', async (text, encoding) => {
    expect(await decoded(encoded(text, encoding))).toMatchObject({ text, codes: [] });
  });

  test.each([
    ['windows-1252, and UTF-8', xml('windows-1252', urdu), 'utf-8'],
    ['UTF-8, and Windows-1251', xml('UTF-8', russian), 'windows-1251'],
    ['UTF-8, and Windows-1252', html('utf-8', german), 'windows-1252'],
    ['one that nobody knows', xml('x-mine', german), 'windows-1252'],
  ])('of %s are told (I104)', async (_what, text, encoding) => {
    const found = await decoded(encoded(text, encoding));
    expect([found.text, found.codes]).toEqual([text, ['I104']]);
  });

  test('in a text that is no mark-up are only words', async () => {
    const text = `${urdu}\nWrite <meta charset="windows-1256"> in old pages.`;
    expect(await decoded(Buffer.from(text))).toMatchObject({ text, codes: [] });
  });
});

test('a few bad bytes in a text of UTF-8 are taken out and told, not taken for another encoding', async () => {
  const bytes = Buffer.concat([
    Buffer.from(`---\ntitle: Rain\n---\n\n${urdu} `),
    Buffer.from([0xe2, 0x80]),
    Buffer.from(` ${urdu}\n`),
  ]);
  const data = contentFolder({ 'articles/rain.json': null, 'must-read.json': null });
  const report = await reportOf('--data', data, folderWith({ 'rain.md': bytes }));
  expect(report.files[0]).toMatchObject({ encoding: 'utf-8', notes: [{ code: 'I104' }] });
  expect(contentOf(data, 'articles/rain.json')).toMatchObject({ body: [`${urdu}  ${urdu}`] });
  expect(report.items[0]?.notes).toContainEqual({
    code: 'I109',
    message: '1 character that nobody can read any more taken out',
  });
});

test('text that was decoded wrongly before is told and left as it is', async () => {
  const input = folderWith({ 'rain.md': '---\ntitle: Rain\n---\n\nIt didnâ€™t rain.\n' });
  const data = contentFolder({ 'articles/rain.json': null, 'must-read.json': null });
  const report = await reportOf('--data', data, input);
  expect(contentOf(data, 'articles/rain.json')).toMatchObject({ body: ['It didnâ€™t rain.'] });
  expect(report.items[0]?.notes.map(({ code }) => code)).toContain('I110');
});

test('a character that falls on the border of two pieces stays whole', async () => {
  const text = 'ا'.repeat(400_000);
  expect((await decoded(Buffer.from(`x${text}`))).text).toBe(`x${text}`);
});
