/** The maths of colours, against values that are known from elsewhere. */
import { describe, expect, test } from 'vitest';
import { contrast, inSixDigits, luminance, mixed, nearestThat } from '../../../src/press/theme/colour.ts';

test.each([
  ['#FFF', '#ffffff'],
  ['#0af', '#00aaff'],
  ['#8C1C13', '#8c1c13'],
])('%s is %s', (written, colour) => {
  expect(inSixDigits(written)).toBe(colour);
});

// Of the definition in WCAG 2.2: a channel alone has its weight.
test.each([
  ['#000', 0],
  ['#fff', 1],
  ['#f00', 0.2126],
  ['#0f0', 0.7152],
  ['#00f', 0.0722],
  ['#808080', 0.2159],
])('%s has the luminance %d', (colour, value) => {
  expect(luminance(colour)).toBeCloseTo(value, 4);
});

// As WebAIM's contrast checker and the notes of WCAG have them.
test.each([
  ['#000', '#fff', 21],
  ['#fff', '#000', 21],
  ['#777', '#fff', 4.48],
  ['#767676', '#fff', 4.54],
  ['#595959', '#fff', 7],
  ['#f00', '#fff', 4],
  ['#00f', '#fff', 8.59],
  ['#abc', '#abc', 1],
])('%s on %s is %d to 1', (one, other, ratio) => {
  expect(contrast(one, other)).toBeCloseTo(ratio, 2);
});

describe('mixing', () => {
  // Grey in the middle of black and white has half the lightness: L = 0.5 of OKLab is #636363.
  test.each([
    ['#000', '#fff', 0.5, '#636363'],
    ['#8c1c13', '#fffdf9', 0, '#8c1c13'],
    ['#8c1c13', '#fffdf9', 1, '#fffdf9'],
    // As browsers have it of color-mix(in oklab, …).
    ['#0000ff', '#ffff00', 0.5, '#6cabc7'],
    ['#eef4ff', '#0a6b3d', 0.22, '#bfd5d2'],
    ['#101828', '#eef4ff', 0.36, '#565e6e'],
  ])('%s with %s, %d of the way, is %s', (from, to, share, colour) => {
    expect(mixed(from, to, share)).toBe(colour);
  });
});

describe('the nearest colour of the hue', () => {
  const isRead = (colour: string) => contrast(colour, '#fffdf9') >= 4.5;

  test('is the colour itself where it does', () => {
    expect(nearestThat(isRead, '#8c1c13', 'darker')).toBe('#8c1c13');
  });

  test('is just enough, and still has its hue', () => {
    const colour = nearestThat(isRead, '#c0a080', 'darker')!;
    expect(contrast(colour, '#fffdf9')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour, '#fffdf9')).toBeLessThan(4.65);
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
    expect(red > green && green > blue).toBe(true);
  });

  test('goes lighter as well, and there is none where not even white does', () => {
    const onDark = nearestThat((colour) => contrast(colour, '#161513') >= 7, '#2040a0', 'lighter')!;
    expect(contrast(onDark, '#161513')).toBeGreaterThanOrEqual(7);
    expect(nearestThat((colour) => contrast(colour, '#888') >= 7, '#999', 'lighter')).toBeUndefined();
  });
});
