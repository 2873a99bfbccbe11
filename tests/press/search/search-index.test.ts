/** The files of an index: few of them change with the content, and words are read in them as they are written. */
import { describe, expect, test } from 'vitest';
import { inBlocks } from '../../../src/press/search/searched-text.ts';
import { searchIndexInMemory } from '../../../src/press/search/search-index.ts';
import { SpanReader } from '../../../src/press/search/span-reader.ts';
import { spansOf } from '../../../src/publication/search/words-of.ts';
import { textOf, wordOfRank } from '../../bench/search-archive.ts';
import { editionWith, type Parts, pieces } from '../../fixtures/edition.ts';

describe('of an index of 800 articles', () => {
  const articles = pieces(800, (number) => ({ body: textOf(number).paragraphs }))!;
  const index = (changed: Parts['articles'] = {}) =>
    searchIndexInMemory(editionWith({ articles: { ...articles, ...changed } }));
  const whole = index();
  const slug = 'piece-00400';
  const body = articles[slug]!.body!;

  /** How many files are not in both, by kind. */
  const differing = ({ files }: typeof whole): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const file of new Set([...whole.files.keys(), ...files.keys()])) {
      const kind = file.split('/')[file.startsWith('assets') ? 2 : 1]!;
      if (whole.files.get(file) !== files.get(file)) counts[kind] = (counts[kind] ?? 0) + 1;
    }
    return counts;
  };

  test('none changes without an edit', () => {
    expect(differing(index())).toEqual({});
  });

  test('a new word changes the text, and the files it is in with their borders', () => {
    expect(differing(index({ [slug]: { ...articles[slug], body: ['Zanzibar.', ...body] } }))).toEqual({
      texts: 1,
      terms: 2,
      spelling: 2,
      endings: 2,
      borders: 6,
    });
  });

  test('a word that all articles have changes the file it is in', () => {
    const often = new RegExp(`\\b${wordOfRank(1)}s?\\b`, 'gi');
    const without = body.map((text) => text.replaceAll(often, 'zanzibar'));
    const counts = differing(index({ [slug]: { ...articles[slug], body: without } }));
    expect(counts).toEqual({ texts: 1, terms: 4, spelling: 2, endings: 2, borders: 8 });
  });

  test('a paragraph more changes those of its words', () => {
    const [paragraph = ''] = textOf(5000).paragraphs;
    const counts = differing(index({ [slug]: { ...articles[slug], body: [...body, paragraph] } }));
    expect(counts['texts']).toBe(1);
    expect(counts['terms']).toBeLessThan(2.5 * new Set(paragraph.split(' ')).size);
  });

  test('a new article changes no text but those in the folder of the newest', () => {
    const counts = differing(index({ 'piece-00801': { published: '2026-01-01', body: ['Zanzibar.'] } }));
    expect(counts['texts']).toBeLessThanOrEqual(2 * 128);
    expect(counts['terms']).toBeLessThanOrEqual(20);
  });

  test('an edit renames all that it changes but the text, so that no old page reads new lists', () => {
    const { files } = index({ [slug]: { ...articles[slug], body: ['Zanzibar.', ...body] } });
    const rewritten = [...files].filter(([file, text]) => (whole.files.get(file) ?? text) !== text);
    expect(rewritten.map(([file]) => file.split('/')[0])).toEqual(['search']);
  });

  test('an article that comes before others names the folders of their texts anew', () => {
    const { files } = index({ 'an-older-piece': { published: '1980-01-01' } });
    const texts = [...whole.files.keys()].filter((file) => file.startsWith('search/texts/'));
    expect(texts.filter((file) => files.has(file))).toEqual([]);
  });
});

test('an index of an empty publication is one too', () => {
  expect(searchIndexInMemory(editionWith()).directory).toMatchObject({ articles: 0, years: [] });
});

test('what every page of search carries does not grow with the archive', () => {
  const sizeOf = (count: number) =>
    JSON.stringify(
      searchIndexInMemory(
        editionWith({ articles: pieces(count, (number) => ({ body: [`Word${number} of ${number * 7}.`] })) }),
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
  ])('%s: nothing is lost, no letter is cut, at most fifteen', (_, text) => {
    const blocks = inBlocks(text);
    expect(blocks.length).toBeLessThanOrEqual(15);
    expect(blocks.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    const letters = (each: string) => [...new Intl.Segmenter('en').segment(each.replaceAll(' ', ''))].length;
    expect(blocks.reduce((sum, block) => sum + letters(block), 0)).toBe(letters(text));
  });
});
