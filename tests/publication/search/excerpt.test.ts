/** What a result of search shows of an article, with the words marked that were asked for. */
import { describe, expect, test } from 'vitest';
import { excerptOf, marked, type Part } from '../../../src/publication/search/excerpt.ts';
import { wordKeyOf, keysOf, wordsOf } from '../../../src/publication/search/words-of.ts';

/** Words of a query, all worth the same. */
const wantedOf = (query: string) => {
  const keys = new Set(Array.from(wordsOf(query), keysOf).flat());
  return (key: string) => (keys.has(key) ? 1 : 0);
};
const shown = (parts: readonly Part[]): string =>
  parts.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

describe('words are marked as they are written', () => {
  test.each([
    ['resume', 'A résumé, two Résumés', 'A [résumé], two [Résumés]'],
    ['حسن', 'اردو کا حُسن', 'اردو کا [حُسن]'],
    ['اردو كتاب', 'اُردو کی کتاب', '[اُردو] کی [کتاب]'],
    ['house', 'Housing and a houseboat', '[Housing] and a houseboat'],
    ['being', 'Well-being', 'Well-[being]'],
    ['wellbeing', 'of well-being.', 'of [well-being].'],
    ['京都', '東京都に行く', '東[京都]に行く'],
    ['東京都', '東京都に行く', '[東京都]に行く'],
    ['2026', 'سنہ ۲۰۲۶ میں', 'سنہ [۲۰۲۶] میں'],
    ['nothing', 'No such word', 'No such word'],
    ['👩', 'by 👩🏽‍🚒 and 👨', 'by [👩🏽‍🚒] and 👨'],
    ['e\u0301t\u00e9', 'l’été', 'l’[été]'],
  ])('%s in %s', (query, text, expected) => {
    expect(shown(marked(text, wantedOf(query)))).toBe(expected);
  });
});

describe('an excerpt', () => {
  const long = `${'Rain fell on the quay all day. '.repeat(20)}Then the lamp was lit. ${'Nobody came to see it again. '.repeat(20)}`;

  test('stands around the words, between words, with a sign where something is left out', () => {
    const text = shown(excerptOf(long, wantedOf('lamp')));
    expect(text).toMatch(/^… \S.* the \[lamp\] was lit\. .*\S …$/);
    expect(text.length).toBeLessThan(240);
  });

  test('is where most of the words are', () => {
    const text = `A lamp. ${'Rain fell on the quay. '.repeat(30)}A lamp was lit by the keeper. ${'Rain. '.repeat(60)}`;
    expect(shown(excerptOf(text, wantedOf('lamp keeper')))).toContain('A [lamp] was lit by the [keeper]');
  });

  test('is the beginning where none of the words is there', () => {
    expect(shown(excerptOf(long, wantedOf('zebra')))).toMatch(/^Rain fell on the quay .*\S …$/);
  });

  test('is the whole of a short text', () => {
    expect(shown(excerptOf('A short one.', wantedOf('short')))).toBe('A [short] one.');
  });

  const samples = {
    English: long,
    Urdu: 'بارش دن بھر گودی پر گرتی رہی، اور چراغ جلا دیا گیا۔ '.repeat(20),
    Hindi: 'दिन भर बारिश होती रही और क्षत्रिय दीपक जलाया गया। '.repeat(20),
    Thai: 'ฝนตกที่ท่าเรือทั้งวันแล้วตะเกียงก็ถูกจุดขึ้นน้ำใจ'.repeat(20),
    Chinese: '雨整天落在码头上然后灯点亮了没有人来看'.repeat(30),
    Korean: '부두에비가온종일내렸다'.normalize('NFD').repeat(40),
    emoji: '👩🏽‍🚒👨‍👩‍👧‍👦🇵🇰🏴󠁧󠁢󠁳󠁣󠁴󠁿é'.repeat(60),
    'marks without end': `a${'\u0301'.repeat(50)}`.repeat(20),
    'one long word': 'x'.repeat(2000),
  };

  test.each(Object.entries(samples))('never cuts a letter: %s', (_, text) => {
    const letters = [...new Intl.Segmenter('en').segment(text)];
    const borders = new Set([...letters.map(({ index }) => index), text.length]);
    const queries = letters.filter((__, place) => place % 17 === 0).map(({ index }) => text.slice(index, index + 6));
    for (const query of queries) {
      const parts = excerptOf(text, wantedOf(query));
      const whole = parts.map((part) => part.text).join('');
      const cut = whole.replace(/^… /, '').replace(/ …$/, '');
      const place = text.indexOf(cut);
      expect(place, cut).toBeGreaterThanOrEqual(0);
      let at = place;
      for (const part of parts) {
        if (part.text === '… ' || part.text === ' …') continue;
        expect(borders.has(at) && borders.has(at + part.text.length), JSON.stringify(part.text)).toBe(true);
        at += part.text.length;
      }
    }
  });

  test('what is marked is a word that was asked for', () => {
    for (const text of Object.values(samples)) {
      const [word] = wordsOf(text);
      const query = text.slice(word!.start, word!.end);
      for (const part of excerptOf(text, wantedOf(query)).filter((each) => each.marked)) {
        const keys = Array.from(wordsOf(part.text), keysOf).flat();
        expect(keys.some((key) => wantedOf(query)(key) > 0) || wordKeyOf(part.text) === wordKeyOf(query)).toBe(true);
      }
    }
  });
});
