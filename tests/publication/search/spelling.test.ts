/** One slip of the hand in a word is forgiven. */
import { describe, expect, test } from 'vitest';
import { halvesOf, isMistyped, isOneSlip } from '../../../src/publication/search/spelling.ts';
import { wordKeyOf } from '../../../src/publication/search/words-of.ts';

describe('one slip', () => {
  test.each([
    ['harbour', 'harbour', true],
    ['harbor', 'harbour', true],
    ['harbbour', 'harbour', true],
    ['hatbour', 'harbour', true],
    ['hrabour', 'harbour', true],
    ['arbour', 'harbour', true],
    ['harbou', 'harbour', true],
    ['hrabor', 'harbour', false],
    ['harbuor', 'harbour', true],
    ['harobur', 'harbour', true],
    ['rahbour', 'harbour', false],
    ['habrouk', 'harbour', false],
    ['harb', 'harbour', false],
    ['نستعلق', 'نستعلیق', true],
  ])('%s for %s: %s', (one, other, expected) => {
    expect(isOneSlip(one, other)).toBe(expected);
    expect(isOneSlip(other, one)).toBe(expected);
  });
});

describe('a slip in a form of the word', () => {
  test.each([
    ['publishign', 'publishing'],
    ['publshing', 'publishing'],
    ['publishng', 'publishing'],
    ['stoppng', 'stopping'],
    ['housng', 'housing'],
    ['citeis', 'cities'],
    ['votign', 'voting'],
    ['artcles', 'articles'],
  ])('%s for %s', (written, meant) => {
    expect(isMistyped(written, wordKeyOf(meant))).toBe(true);
  });

  test.each([
    ['harbour', 'market'],
    ['reading', 'writing'],
    ['hill', 'mountain'],
  ])('%s is not %s', (written, other) => {
    expect(isMistyped(written, wordKeyOf(other))).toBe(false);
  });
});

test('one slip in a word of five letters and more leaves a half of it whole, or exchanges the middle', () => {
  for (const word of ['river', 'harbour', 'nastaliq', 'کتابیں', 'broadsheet']) {
    const letters = Array.from(word);
    const slips = letters.flatMap((letter, at) => [
      letters.toSpliced(at, 1).join(''),
      letters.toSpliced(at, 0, 'x').join(''),
      letters.toSpliced(at, 1, 'x').join(''),
      letters.toSpliced(at, 2, letters[at + 1] ?? '', letter).join(''),
    ]);
    for (const slip of slips) {
      const { beginning, end, exchanged } = halvesOf(slip);
      expect(word.startsWith(beginning) || word.endsWith(end) || exchanged === word, `${slip} for ${word}`).toBe(true);
    }
  }
});
