// @vitest-environment jsdom
/** Sizes as they are said to a reader. */
import { expect, test } from 'vitest';
import { bytesInWords } from '../../../src/reader/backup/numbers.ts';

test.each([
  [0, '0 kB'],
  [1, '1 kB'],
  [999, '1 kB'],
  [1249, '1.2 kB'],
  [25_500, '26 kB'],
  [999_999, '1,000 kB'],
  [2_100_000, '2.1 MB'],
  [80_530_000, '81 MB'],
])('%i bytes are %s', (bytes, words) => {
  document.documentElement.lang = 'en';
  expect(bytesInWords(bytes)).toBe(words);
});
