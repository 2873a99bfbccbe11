/** The number of the shape of a page's data says whether code of before can show it; so a change of its types asks. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pageShape } from '../../src/publication/page.ts';

test('a change of the types of page data is one that older code can show, or raises the shape', () => {
  const types = readFileSync('src/publication/page.ts', 'utf8')
    .replace(/\/\*[^]*?\*\/|\/\/.*/g, '')
    .replace(/export const pageShape = \d+;/, '')
    .replaceAll(/\s+/g, ' ');
  // If this fails: raise `pageShape` where a field that is shown has gone or holds something else, then note both here.
  expect([pageShape, createHash('sha256').update(types).digest('hex').slice(0, 16)]).toEqual([3, 'a2eb79f4215e33d0']);
});
