/** The same word is found however it is written, and another word is not. */
import { describe, expect, test } from 'vitest';
import { finderOf, fold, foldText, westernDigits } from '../../../src/publication/search/fold.ts';

describe('the same word, written otherwise', () => {
  test.each([
    ['capital letters', 'HARBOUR', 'harbour'],
    ['accents', 'résumé', 'resume'],
    ['accents apart from their letters', 're\u0301sume\u0301', 'résumé'],
    ['a ligature', 'ﬁsh', 'fish'],
    ['wide letters', 'Ｗｉｄｅ', 'wide'],
    ['a sharp s', 'Straße', 'STRASSE'],
    ['letters of the north', 'Ærøskøbing', 'Aeroskobing'],
    ['a crossed l', 'Łódź', 'lodz'],
    ['a dotless i', 'Iğdır', 'igdir'],
    ['a dotted capital i', 'İzmir', 'izmir'],
    ['a final sigma', 'λόγος', 'ΛΟΓΟΣ'],
    ['yo of Russian', 'ёлка', 'елка'],
    ['Hebrew points', 'שָׁלוֹם', 'שלום'],
    ['yeh of Arabic for that of Urdu', 'يوسف', 'یوسف'],
    ['yeh without points', 'على', 'علی'],
    ['kaf of Arabic for that of Urdu', 'كتاب', 'کتاب'],
    ['heh of Urdu for that of Arabic', 'ہوا', 'هوا'],
    ['heh with two eyes', 'بھی', 'بهی'],
    ['teh marbuta', 'مدرسة', 'مدرسه'],
    ['vowel signs', 'كِتَابٌ', 'كتاب'],
    ['tatweel', 'كـــتاب', 'كتاب'],
    ['alef with hamza above', 'أحمد', 'احمد'],
    ['alef with hamza below', 'إسلام', 'اسلام'],
    ['alef with madda', 'آدم', 'ادم'],
    ['waw with hamza', 'مؤمن', 'مومن'],
    ['yeh with hamza', 'مسئلہ', 'مسیلہ'],
    ['letters in their printed forms', 'ﻛﺘﺎﺏ', 'كتاب'],
    ['a ligature with an alef of its own', 'ﷲ', 'الله'],
    ['a ligature after an alef', 'اﷲ', 'الله'],
    ['a ligature after an alef of presses', 'ﺍﷲ', 'اللہ'],
    ['a ligature after waw', 'وﷲ', 'واللہ'],
    ['a ligature after an alef with a sign', 'اَﷲ', 'الله'],
    ['the ligatures of other words', 'ﷴ', 'محمد'],
    ['digits of Urdu', '۲۰۲۶', '2026'],
    ['digits of Arabic', '٢٠٢٦', '2026'],
    ['digits of Devanagari', '२०२६', '2026'],
    ['narrow katakana', 'ｶﾞｽ', 'ガス'],
    ['Korean letters apart', '한국'.normalize('NFD'), '한국'],
    ['a half space', 'می‌خواهم', 'میخواهم'],
    ['a soft hyphen', 'news\u00adpaper', 'newspaper'],
  ])('%s: %s is %s', (_, one, other) => {
    expect(fold(one)).toBe(fold(other));
    expect(fold(one)).not.toBe('');
  });
});

describe('other words stay others', () => {
  test.each([
    ['мой', 'мои'],
    ['カキ', 'ガキ'],
    ['कल', 'काल'],
    ['บาน', 'บาง'],
    ['لڑکا', 'لڑکی'],
  ])('%s is not %s', (one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });
});

test('what holds no letter is nothing', () => {
  for (const empty of ['', ' ', '\u0301', '\u200d', '…', '\ud800']) expect(fold(empty)).toBe('');
});

test('digits of any script are those of Europe', () => {
  expect(westernDigits('٠١٢ ۴۵۶ ৭৮৯ 3')).toBe('012 456 789 3');
});

test('of many words, the spaces between them stay', () => {
  expect(foldText('A “hill”\nin Pyongyang, 1947’s')).toBe('a hill\nin pyongyang 1947s');
});

test.each([
  ['A hill in Pyongyang\nBy M A Hossain\nOpinion', 'pyong hossain', true],
  ['A hill in Pyongyang\nBy M A Hossain\nOpinion', '  HILL  ', true],
  ['A hill in Pyongyang', 'hill valley', false],
  ['A hill in Pyongyang', '', true],
  ['A hill in Pyongyang', '.*', false],
  ['اسکرین پر نستعلیق', 'نستعليق اسكرين', true],
])('in %j, %j is found: %j', (text, query, found) => {
  expect(finderOf(query)(foldText(text))).toBe(found);
});
