/** Small things around marked words: their borders, their sentences, and how they are carried elsewhere. */
import { describe, expect, test } from 'vitest';
import { wholeSigns } from '../../../src/text/graphemes.ts';
import { quotationHtml, quotationText } from '../../../src/reader/marks/quotation.ts';
import { sentencesIn } from '../../../src/text/sentences.ts';

describe('the borders of a mark', () => {
  const cut = (text: string, start: number, end: number) => {
    const span = wholeSigns(text, { start, end });
    return span && text.slice(span.start, span.end);
  };
  test.each([
    ['a 👩‍🔬 b', 3, 5, '👩‍🔬'],
    ['a 🇵🇰🇬🇧 b', 4, 6, '🇵🇰'],
    ['👍🏽 yes', 0, 2, '👍🏽'],
    ['cafe\u0301 x', 0, 4, 'cafe\u0301'],
    ['  words  ', 0, 9, 'words'],
    ['one\n\ntwo', 3, 8, 'two'],
    ['عِلم', 1, 4, 'عِلم'],
  ])('of %j from %i to %i', (text, start, end, words) => {
    expect(cut(text, start, end)).toBe(words);
  });

  test('are nowhere in mere space', () => {
    expect(cut('a  \n\n b', 1, 5)).toBeUndefined();
  });
});

test('sentences end with their line, in English and in Urdu', () => {
  const split = (text: string, language: string) =>
    sentencesIn(text, { start: 0, end: text.length }, language).map(({ start, end }) => text.slice(start, end));
  expect(split('One is here. Two? Three', 'en')).toEqual(['One is here.', 'Two?', 'Three']);
  expect(split('پہلا جملہ۔ دوسرا جملہ۔', 'ur')).toEqual(['پہلا جملہ۔', 'دوسرا جملہ۔']);
});

describe('words with their source', () => {
  const source = {
    byline: 'Ada & Bo',
    headline: 'Tide <tables>',
    publication: 'Post',
    address: 'https://a.example/x/',
  };
  test('as text', () => {
    expect(quotationText('The river\n\nrose. ', source)).toBe(
      '“The river\nrose.” — Ada & Bo, Tide <tables>, Post, https://a.example/x/',
    );
    expect(quotationText('Words', { ...source, byline: '' })).toBe(
      '“Words” — Tide <tables>, Post, https://a.example/x/',
    );
  });

  test('as markup, in which the words are no markup', () => {
    expect(quotationHtml('<img src=x onerror=alert(1)>\n\n"B"', source, 'en" x')).toBe(
      '<blockquote cite="https://a.example/x/" lang="en&quot; x"><p>&lt;img src=x onerror=alert(1)&gt;</p><p>&quot;B&quot;</p></blockquote>' +
        '<p>— Ada &amp; Bo, <a href="https://a.example/x/"><cite>Tide &lt;tables&gt;</cite></a>, Post</p>',
    );
  });
});
