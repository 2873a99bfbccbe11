/** The URLs of a picture that is there in several sizes. */
import { expect, test } from 'vitest';
import type { Picture } from '../../src/publication/content.ts';
import { largestSize, largestUrl, oneFileOf, sizesAt, srcsetOf } from '../../src/publication/picture-files.ts';

const plain: Picture = { url: '/images/paper/images/a.svg', width: 40, height: 30 };
const sized: Picture = {
  url: '/images/paper/images/a%20b.jpg',
  width: 1080,
  height: 810,
  sizes: { at: '/images/paper/assets/pictures/a%20b.jpg/abc-', type: 'avif', widths: [320, 1600] },
};

test('are told to browsers with their widths, and the largest to those who look closely', () => {
  expect(srcsetOf(sized)).toBe(
    '/images/paper/assets/pictures/a%20b.jpg/abc-320.avif 320w, /images/paper/assets/pictures/a%20b.jpg/abc-1600.avif 1600w',
  );
  expect(largestUrl(sized)).toBe('/images/paper/assets/pictures/a%20b.jpg/abc-1600.avif');
  expect([srcsetOf(plain), largestUrl(plain)]).toEqual(['', plain.url]);
  expect(largestSize(sized)).toEqual({ width: 1600, height: 1200 });
  expect(largestSize(plain)).toEqual({ width: 40, height: 30 });
});

test('lead back to the one file, which is what a device keeps', () => {
  expect(oneFileOf('/assets/pictures/a%20b.jpg/abc-320.avif')).toBe('/images/a%20b.jpg');
  expect(oneFileOf('/assets/pictures/2026/pictures/b.jpg/abc-320.avif')).toBe('/images/2026/pictures/b.jpg');
  expect(oneFileOf('/images/a.jpg')).toBeUndefined();
});

test('ask the layout only where there is time for it', () => {
  expect(sizesAt('text', true)).toMatch(/^auto, /);
  expect(sizesAt('text', false)).not.toContain('auto');
});
