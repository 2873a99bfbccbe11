/** The tones that a picture may have, and the rules of the sheet for them. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toneOf, tones } from '../../../src/press/pictures/tone.ts';

test.each([
  ['tone-warm', [200, 40, 50]],
  ['tone-warm', [200, 40, 60]],
  ['tone-warm', [180, 120, 60]],
  ['tone-warm', [200, 190, 60]],
  ['tone-green', [60, 140, 70]],
  ['tone-cool', [60, 150, 150]],
  ['tone-cool', [70, 90, 160]],
  ['tone-cool', [150, 70, 160]],
  ['tone-grey', [0, 0, 0]],
  ['tone-grey', [120, 126, 130]],
])('%s is that of %j', (tone, mean) => {
  expect(toneOf(mean)).toBe(tone);
});

test('the sheet has a rule for each, and for no other', () => {
  const sheet = readFileSync('src/styles/base.css', 'utf8');
  const ruled = [...sheet.matchAll(/\.tone-([a-z]+) \{/g)].map(([, name]) => name);
  expect(new Set(ruled)).toEqual(new Set(tones));
});
