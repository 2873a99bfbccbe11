/** The files of an index: the same for the same content, found by their names, read as the words are read. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { inBlocks } from '../../../src/press/search/searched-text.ts';
import { SpanReader } from '../../../src/press/search/span-reader.ts';
import { searchIndexInMemory, writeSearchIndex } from '../../../src/press/search/write-index.ts';
import { spansOf } from '../../../src/publication/search/words-of.ts';
import { editionWith, pieces } from '../../fixtures/edition.ts';

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-index-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const edition = (word = 'rain') =>
  editionWith({ articles: pieces(300, (number) => ({ body: [`Of ${word} ${number}.`] })) });

describe('a folder', () => {
  test('is named for what is in it', () => {
    const names = [edition(), edition(), edition('snow')].map(
      (each, number) => writeSearchIndex(each, join(folder, `${number}`)).directory.folder,
    );
    expect(names[0]).toMatch(/^\/assets\/search\/[0-9a-f]{12}\/$/);
    expect(names[1]).toBe(names[0]);
    expect(names[2]).not.toBe(names[0]);
  });

  test('holds what the index in memory holds', () => {
    const { directory, files } = writeSearchIndex(edition(), join(folder, 'whole'));
    const { texts } = searchIndexInMemory(edition(), '/');
    expect(files).toBe(texts.size);
    const written = readdirSync(join(folder, 'whole', directory.folder), { recursive: true, encoding: 'utf8' });
    expect(written.filter((file) => /\.\w+$/.test(file)).sort()).toEqual([...texts.keys()].sort());
  });

  test('of an empty publication is one too', () => {
    const { directory } = writeSearchIndex(editionWith(), join(folder, 'empty'));
    expect(directory).toMatchObject({ articles: 0, years: [] });
  });
});

test('what every page of search carries does not grow with the archive', () => {
  const sizeOf = (count: number) =>
    JSON.stringify(
      searchIndexInMemory(
        editionWith({ articles: pieces(count, (number) => ({ body: [`Word${number} of ${number * 7}.`] })) }),
        '/',
      ).directory,
    ).length;
  expect(sizeOf(4000)).toBeLessThan(sizeOf(40) + 1500);
});

describe('spans are read as the pattern reads them', () => {
  test.each([
    'Plain words, and more; 12 of them.',
    "don't rock’n’roll well-being - dash -- two '' quotes 'single'",
    '3.14, 1,000. 2,x v.2 a.b a,b 1.a',
    'naïve café Straße über',
    'اردو، ۱٫۵ می‌خواهم 東京都2026年 ไทย',
    'x\u0301y a\u00adb \ufeffz 🎉ok 🇵🇰🇮🇳 ©2026™',
    'end',
    '',
    'a'.repeat(300),
    'constructor __proto__ hasOwnProperty',
  ])('%j', (text) => {
    const read: string[] = [];
    const reader = new SpanReader((span) => span);
    for (let time = 0; time < 2; time += 1) reader.read(text, (span) => read.push(span));
    expect(read).toEqual([...spansOf(text), ...spansOf(text)]);
  });

  test('also when there are very many', () => {
    const reader = new SpanReader((span) => span);
    const words = Array.from({ length: 100_000 }, (_, number) => `w${number.toString(36)}`);
    const read: string[] = [];
    reader.read(words.join(' '), (span) => read.push(span));
    reader.read(words.join(' '), (span) => read.push(span));
    expect(read).toEqual([...words, ...words]);
  });
});

describe('a long text in blocks', () => {
  test.each([
    ['words', 'rain fell on the quay '.repeat(900)],
    ['Chinese', '雨整天落在码头上'.repeat(1500)],
    ['families', '👨‍👩‍👧‍👦'.repeat(900)],
    ['short', 'rain'],
    ['none', ''],
  ])('%s: nothing is lost, no letter is cut, at most eight', (_, text) => {
    const blocks = inBlocks(text);
    expect(blocks.length).toBeLessThanOrEqual(8);
    expect(blocks.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    const letters = (each: string) => [...new Intl.Segmenter('en').segment(each.replaceAll(' ', ''))].length;
    expect(blocks.reduce((sum, block) => sum + letters(block), 0)).toBe(letters(text));
  });
});
