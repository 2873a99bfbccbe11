/** The drawn code is the code, module by module. */
import { describe, expect, test } from 'vitest';
import { codeOf, type DrawnCode } from '../../../src/reader/print/code-of-address.ts';

/** The square as lines of `#` and spaces, from the path that is drawn. */
function squareOf({ size, path }: DrawnCode): string[] {
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => ' '));
  for (const [, x, y, width, back] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)) {
    expect(back).toBe(width);
    rows[Number(y)]!.fill('#', Number(x), Number(x) + Number(width));
  }
  return rows.map((row) => row.join(''));
}

const finder = ['#######', '#     #', '# ### #', '# ### #', '# ### #', '#     #', '#######'];

describe.each([
  'https://broadsheet.example/articles/a-hill-in-pyongyang/',
  'https://xn--mgb2ddes.example/%D9%86%D8%B3%D8%AA%D8%B9%D9%84%DB%8C%D9%82/',
])('the code of %s', (address) => {
  const code = codeOf(address);
  const square = squareOf(code);
  const corner = (x: number, y: number) => square.slice(y, y + 7).map((row) => row.slice(x, x + 7));

  test('has its three finders, and none in the fourth corner', () => {
    const far = code.size - 4 - 7;
    expect(corner(4, 4)).toEqual(finder);
    expect(corner(far, 4)).toEqual(finder);
    expect(corner(4, far)).toEqual(finder);
    expect(corner(far, far)).not.toEqual(finder);
  });

  test('has a quiet zone of four modules', () => {
    const quiet = ' '.repeat(4);
    expect([...square.slice(0, 4), ...square.slice(-4)].join('').trim()).toBe('');
    expect(square.every((row) => row.startsWith(quiet) && row.endsWith(quiet))).toBe(true);
  });

  test('has its timing, dark and light in turn', () => {
    const timing = square[4 + 6]!.slice(4 + 7, -4 - 7);
    expect(timing).toBe(' #'.repeat(timing.length).slice(0, timing.length));
    expect(timing.length).toBeGreaterThan(5);
  });
});

test('another address has another code', () => {
  expect(codeOf('https://one.example/').path).not.toBe(codeOf('https://two.example/').path);
});
