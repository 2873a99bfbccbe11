/** The words of a text, in any script. */
import { describe, expect, test } from 'vitest';
import { keysOf, wordsOf } from '../../../src/publication/search/words-of.ts';

const keys = (text: string): string[] => Array.from(wordsOf(text), keysOf).flat();

describe('the words of a text', () => {
  test.each([
    ['The ships, at last: home!', ['the', 'ship', 'at', 'last', 'home']],
    ['don’t', ['dont']],
    ["don't", ['dont']],
    ['the nation’s ships', ['the', 'nation', 'ship']],
    ['l’homme', ['lhomm', 'homm']],
    ['O’Brien', ['obrien', 'brien']],
    ['well-being', ['wellbeing', 'well', 'being']],
    ['well‑being', ['wellbeing', 'well', 'being']],
    ['news\u00adpaper', ['newspaper']],
    ['1,000 and 3.14', ['1000', '1', '000', 'and', '314', '3', '14']],
    ['the end.Then', ['the', 'end', 'then']],
    ['می‌خواهم', ['میخواهم', 'می', 'خواهم']],
    ['اردو، ادب۔', ['اردو', 'ادب']],
    ['محمدﷺ نے', ['محمد', 'صلی', 'الله', 'علیه', 'وسلم', 'نے']],
    ['ﷻ', ['جل', 'جلاله']],
    ['東京都', ['東京', '京都']],
    ['中', ['中']],
    ['iPhone手机壳', ['iphon', '手机', '机壳']],
    ['ラーメン', ['ラー', 'ーメ', 'メン']],
    ['서울시', ['서울', '울시']],
    ['ไทย', ['ไท', 'ทย']],
    ['น้ำใจ', ['น้ำใ'.normalize('NFKC'), 'ใจ']],
    ['🎉 party 🇵🇰', ['🎉', 'party', '🇵🇰']],
    ['👍🏽', ['👍']],
    ['', []],
    ['— … !', []],
  ])('%s', (text, expected) => {
    expect(keys(text)).toEqual(expected);
  });

  test('are the same composed and decomposed', () => {
    for (const text of ['résumé über naïve', 'آدم أحمد مؤمن', '서울시 한국어', 'がぎぐ', 'Việt Nam', 'ёлка й']) {
      expect(keys(text.normalize('NFD'))).toEqual(keys(text.normalize('NFC')));
    }
  });

  test('stand where they are said to stand', () => {
    const text = 'Der Fluß, “l’homme” und 東京都 (well-being) नमस्ते';
    const places = Array.from(wordsOf(text), ({ start, end }) => text.slice(start, end));
    expect(places).toEqual(['Der', 'Fluß', 'l’homme', 'und', '東京都', 'well-being', 'नमस्ते']);
    const parts = Array.from(wordsOf(text), ({ parts = [] }) => parts.map(({ start, end }) => text.slice(start, end)));
    expect(parts).toEqual([[], [], ['homme'], [], ['東京', '京都'], ['well', 'being'], []]);
  });

  test('a word without end is cut, and nothing is endless', () => {
    expect(keys('a'.repeat(100_000))).toEqual(['a'.repeat(40)]);
    expect(keys(`x${'\u0301'.repeat(50_000)}`)).toEqual(['x']);
    expect(keys(`${'a-'.repeat(5000)}a`).length).toBeGreaterThan(5000);
  });
});
