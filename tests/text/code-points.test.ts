/** Positions in code units and in code points lead to each other. */
import { expect, test } from 'vitest';
import { pointOf, unitOf } from '../../src/text/code-points.ts';

test.each(['', 'plain', '😀', 'a😀b', '😀😀a😀', 'اردو 👩‍👩‍👧 متن', 'half \ud83d alone 😀'])(
  'places and positions of %j are those of its letters, there and back',
  (text) => {
    let unit = 0;
    for (const [point, letter] of Array.from(text).entries()) {
      expect(pointOf(text, unit)).toBe(point);
      expect(unitOf(text, point)).toBe(unit);
      unit += letter.length;
    }
    expect(pointOf(text, text.length)).toBe(Array.from(text).length);
    expect(unitOf(text, Array.from(text).length)).toBe(text.length);
  },
);
