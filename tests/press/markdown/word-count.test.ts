/** How many words a text has, in any script. */
import { describe, expect, it } from 'vitest';
import { wordCount } from '../../../src/press/markdown/word-count.ts';

describe('words', () => {
  const cases = [
    { text: '', words: 0, language: 'en' },
    { text: '— … !', words: 0, language: 'en' },
    { text: 'one, two.Three', words: 2, language: 'en' },
    { text: "don’t, won't, it's", words: 3, language: 'en' },
    { text: 'well-known - and so', words: 3, language: 'en' },
    { text: '3.14 and 1,000 in 2025', words: 5, language: 'en' },
    { text: 'a/b and x_y', words: 5, language: 'en' },
    { text: 'Čeština a Ελληνικά', words: 3, language: 'cs' },
    { text: 'cafe\u0301 crème', words: 2, language: 'fr' },
    { text: 'یہ ایک اچھی خبر ہے۔', words: 5, language: 'ur' },
    { text: 'نمی‌دانم چه', words: 2, language: 'fa' },
    { text: 'यह हिन्दी है', words: 3, language: 'hi' },
    { text: '私は学生です。', words: 4, language: 'ja' },
    { text: '我们是学生', words: 3, language: 'zh' },
    { text: 'ฉันรักประเทศไทย', words: 3, language: 'th' },
    { text: '한국어 신문', words: 2, language: 'ko' },
    { text: 'Tokyo 東京', words: 2, language: 'not a language' },
  ];
  it.each(cases)('$language: $text', ({ text, words, language }) => expect(wordCount(text, language)).toBe(words));
});
