/** Which part of a picture lists and portraits show. */
import { describe, expect, test } from 'vitest';
import { cropIn, cropSource, focusClasses, focusOf, partOf } from '../../src/publication/picture-crop.ts';

describe('a focus', () => {
  test.each([
    ['left top', { x: 0, y: 0 }],
    ['top left', { x: 0, y: 0 }],
    ['top', { x: 50, y: 0 }],
    ['right', { x: 100, y: 50 }],
    ['bottom right', { x: 100, y: 100 }],
    ['center', { x: 50, y: 50 }],
    ['30% 60%', { x: 30, y: 60 }],
    ['30%', { x: 30, y: 50 }],
    ['left 25%', { x: 0, y: 25 }],
  ])('%j is %j', (written, focus) => {
    expect(focusOf(written)).toEqual(focus);
  });

  test.each([
    '',
    'middle',
    'left right',
    'top bottom',
    'left left',
    '120% 0%',
    '30 60',
    '1e2% 0%',
    'constructor',
    'LEFT',
  ])('%j is none', (written) => {
    expect(focusOf(written)).toBeUndefined();
  });
});

test('is part of the name by which the content knows what is shown, and is found in it again', () => {
  const crop = cropSource('/images/two boats.jpg', 'teaser', 'left 25%');
  expect(cropIn(crop)).toEqual({ shape: 'teaser', focus: { x: 0, y: 25 }, source: '/images/two boats.jpg' });
  expect(cropIn('/images/teaser 1 2 x.jpg')).toBeUndefined();
});

test.each([
  // An upright picture in a list: all of its width, from the top, the middle and the foot of it.
  ['teaser', 600, 1200, 'top', { left: 0, top: 0, width: 600, height: 400 }],
  ['teaser', 600, 1200, 'center', { left: 0, top: 400, width: 600, height: 400 }],
  ['teaser', 600, 1200, 'bottom', { left: 0, top: 800, width: 600, height: 400 }],
  ['teaser', 600, 1200, '0% 25%', { left: 0, top: 100, width: 600, height: 400 }],
  ['teaser', 900, 600, 'left', { left: 0, top: 0, width: 900, height: 600 }],
  ['portrait', 900, 600, 'left', { left: 0, top: 0, width: 600, height: 600 }],
  ['portrait', 900, 600, '90% 0%', { left: 300, top: 0, width: 600, height: 600 }],
  ['portrait', 1, 1, 'center', { left: 0, top: 0, width: 1, height: 1 }],
] as const)('a %s of %i × %i around %j is %j', (shape, width, height, written, part) => {
  expect(partOf({ width, height }, { shape, focus: focusOf(written)! })).toEqual(part);
});

test('a whole picture in a box of another shape is set around it to a quarter', () => {
  expect(focusClasses({ x: 50, y: 50 })).toBeUndefined();
  expect(focusClasses({ x: 0, y: 60 })).toBe('focus focus-x-0');
  expect(focusClasses({ x: 80, y: 100 })).toBe('focus focus-x-75 focus-y-100');
});
