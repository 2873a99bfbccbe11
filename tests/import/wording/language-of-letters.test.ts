/** The language of a letter, as its letters tell. */
import { expect, test } from 'vitest';
import { isInScriptOf, languageOfLetters } from '../../../src/import/wording/language-of-letters.ts';

test.each([
  ['میں نے یہ پہاڑ دیکھا ہے۔', 'ur'],
  ['رأيت هذا الجبل.', 'ar'],
  ['دیکھا۔ https://example.org/a-very-long-address/of-a-hill', 'ur'],
  ['دیکھا۔ www.example.org/a-very-long-address desk@example.org', 'ur'],
  ['この丘を見た', 'ja'],
  ['I have seen the hill that is called جبل.', undefined],
  ['', undefined],
])('%j is %s', (text, language) => {
  expect(languageOfLetters(text)).toBe(language);
});

test('an address is in no script', () => {
  expect(isInScriptOf('ur', 'خط https://example.org/hill')).toBe(true);
  expect(isInScriptOf('ur', 'A letter.')).toBe(false);
});
