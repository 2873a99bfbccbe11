/** Letters that a passage is found by are never stricter than those of search: what is alike here is alike there. */
import { describe, expect, test } from 'vitest';
import { foldText } from '../../src/publication/search/fold.ts';
import { foldWithPositions } from '../../src/text/fold.ts';

describe('letters of Arabic and Urdu keyboards fold the same for passages as for search', () => {
  test.each([
    ['heh', 'ہوا', 'هوا'],
    ['yeh', 'ياد', 'یاد'],
    ['yeh without points', 'ىاد', 'یاد'],
    ['kaf', 'كتاب', 'کتاب'],
    ['a decomposed letter', 'ۂ', '\u06c1\u0654'],
  ])('%s', (_, one, other) => {
    expect(foldWithPositions(one).text).toBe(foldWithPositions(other).text);
    expect(foldText(one)).toBe(foldText(other));
  });

  test('a folded passage is the same to search', () => {
    const text = 'ہر کتاب كى یاد ہوا';
    expect(foldText(foldWithPositions(text).text)).toBe(foldText(text));
  });
});
