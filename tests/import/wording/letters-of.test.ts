import { expect, test } from 'vitest';
import { lettersOf } from '../../../src/import/wording/letters-of.ts';

test.each([
  ['capital letters, spaces and points', 'J. R.  LUND', 'j.r. lund'],
  ['composed and decomposed letters', 'José Díaz', 'José Díaz'.normalize('NFD')],
  ['wide letters', 'Ｌｕｎｄ', 'Lund'],
])('%s do not part two names', (_, one, other) => {
  expect(one).not.toBe(other);
  expect(lettersOf(one)).toBe(lettersOf(other));
});

test('vowel signs do', () => expect(lettersOf('की')).not.toBe(lettersOf('का')));
