/** Which files are made of a picture, and what is in them: all of the picture, and nothing of who took it where. */
import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { filesOf, made, widthsOf } from '../../../src/press/pictures/recipe.ts';
import type { PictureKind, Surveyed } from '../../../src/press/pictures/survey.ts';
import { likeness, photograph, quarters, withPlace } from './photograph.ts';

const of = (width: number, kind: PictureKind = 'photo', more: Partial<Surveyed> = {}): Surveyed => ({
  hash: 'abc',
  type: kind === 'photo' ? 'jpeg' : 'png',
  kind,
  width,
  height: Math.round((width * 3) / 4),
  isWide: false,
  told: [],
  ...more,
});

test.each([
  [4032, [320, 400, 500, 600, 780, 960, 1200, 1780, 2300]],
  [2300, [320, 400, 500, 600, 780, 960, 1200, 1780, 2300]],
  [1340, [320, 400, 500, 600, 780, 960, 1200, 1340]],
  [1300, [320, 400, 500, 600, 780, 960, 1200]],
  [400, [320, 400]],
  // The one file is all of them.
  [340, []],
  [48, []],
])('a picture %i pixels wide is made in no width above its own: %j', (width, widths) => {
  expect(widthsOf(of(width))).toEqual(widths);
});

test('each of its files is named by what it is, and the one for all is first', () => {
  expect(filesOf('a/boats.jpg', of(500)).map(({ file, width }) => [file, width])).toEqual([
    ['images/a/boats.jpg', 500],
    ['assets/pictures/a/boats.jpg/abc-320.avif', 320],
    ['assets/pictures/a/boats.jpg/abc-400.avif', 400],
    ['assets/pictures/a/boats.jpg/abc-500.avif', 500],
  ]);
  expect(filesOf('plan.png', of(500, 'drawing')).map(({ file }) => file)).toEqual([
    'images/plan.png',
    'assets/pictures/plan.png/abc-320.png',
    'assets/pictures/plan.png/abc-400.png',
    'assets/pictures/plan.png/abc-500.png',
  ]);
});

const files = (source: Buffer, picture: Surveyed) =>
  filesOf('boats', picture).map(async (file) => ({
    ...file,
    bytes: await made(sharp(source), file, picture).toBuffer(),
  }));

describe('a photograph of twelve million pixels', () => {
  let source: Buffer;

  beforeAll(async () => {
    source = await withPlace(await photograph(4032, 3024))
      .jpeg({ quality: 92 })
      .toBuffer();
  });

  test('looks in each of its sizes as when it is made small as well as can be', async () => {
    for (const { bytes, width, type } of await Promise.all(files(source, of(4032)))) {
      // oxlint-disable-next-line no-await-in-loop -- each takes the memory of a photograph
      const best = await sharp(source).resize({ width, kernel: 'lanczos3' }).png().toBuffer();
      expect((await sharp(bytes).metadata()).width).toBe(width);
      // oxlint-disable-next-line no-await-in-loop
      expect(await likeness(best, bytes), `${type} ${width}`).toBeGreaterThanOrEqual(0.96);
    }
  });

  test('tells nothing of the device and of the place', async () => {
    expect((await sharp(source).metadata()).exif).toBeDefined();
    for (const { bytes } of await Promise.all(files(source, of(4032)))) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await sharp(bytes).metadata()).not.toHaveProperty('exif');
      expect(bytes.includes('Exif')).toBe(false);
      expect(bytes.includes('Lighthouse')).toBe(false);
    }
  });
});

describe('in all files of a picture', () => {
  const colourAt = async (bytes: Buffer, across: number, down: number): Promise<string> => {
    const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const at = (Math.floor(info.height * down) * info.width + Math.floor(info.width * across)) * 3;
    return [...data.subarray(at, at + 3)].map((part) => (part > 127 ? 'f' : '0')).join('');
  };
  const corners = (bytes: Buffer) =>
    Promise.all(
      (
        [
          [0.2, 0.2],
          [0.8, 0.2],
          [0.2, 0.8],
          [0.8, 0.8],
        ] as const
      ).map(([x, y]) => colourAt(bytes, x, y)),
    );

  // As a camera stores what it held turned: the picture of `upright`, turned or mirrored, and how to turn it back.
  const mirrored = async (picture: Sharp) => sharp(await picture.png().toBuffer()).flop();
  test.each<[number, (upright: Sharp) => Sharp | Promise<Sharp>]>([
    [1, (picture) => picture],
    [2, (picture) => picture.flop()],
    [3, (picture) => picture.rotate(180)],
    [4, (picture) => picture.flip()],
    [5, (picture) => mirrored(picture.rotate(90))],
    [6, (picture) => picture.rotate(270)],
    [7, (picture) => mirrored(picture.rotate(270))],
    [8, (picture) => picture.rotate(90)],
  ])('it stands upright, however the camera was held: %i', async (orientation, turned) => {
    const upright = sharp(await quarters(800, 400).png().toBuffer());
    const stored = await (await turned(upright)).jpeg().withMetadata({ orientation }).toBuffer();
    for (const { bytes, width } of await Promise.all(files(stored, of(800, 'photo', { height: 400 })))) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await corners(bytes)).toEqual(['f00', '0f0', '00f', 'ff0']);
      // oxlint-disable-next-line no-await-in-loop
      expect(await sharp(bytes).metadata()).toMatchObject({ width, height: width / 2 });
    }
  });

  test('a drawing keeps its few colours, and what is clear stays clear', async () => {
    const drawn = await quarters(800, 400).png().toBuffer();
    for (const { bytes, type } of await Promise.all(files(drawn, of(800, 'drawing', { height: 400 })))) {
      expect(type).toBe('png');
      // oxlint-disable-next-line no-await-in-loop
      expect(await corners(bytes)).toEqual(['f00', '0f0', '00f', 'ff0']);
    }
    const clear = await (await photograph(800, 400)).ensureAlpha(0.5).png().toBuffer();
    for (const { bytes } of await Promise.all(files(clear, of(800, 'cutout', { height: 400 })))) {
      // oxlint-disable-next-line no-await-in-loop
      expect((await sharp(bytes).metadata()).hasAlpha).toBe(true);
    }
  });

  test('the colours of print become those of screens, and those of a wide screen stay', async () => {
    const print = await quarters(800, 400).toColourspace('cmyk').jpeg().toBuffer();
    for (const { bytes } of await Promise.all(files(print, of(800, 'photo', { height: 400 })))) {
      // oxlint-disable-next-line no-await-in-loop
      expect((await sharp(bytes).metadata()).space).toBe('srgb');
    }
    const wide = await quarters(800, 400).withIccProfile('p3').jpeg().toBuffer();
    for (const { bytes } of await Promise.all(files(wide, of(800, 'photo', { height: 400, isWide: true })))) {
      // oxlint-disable-next-line no-await-in-loop
      expect((await sharp(bytes).metadata()).icc).toBeDefined();
      // oxlint-disable-next-line no-await-in-loop
      expect(await corners(bytes)).toEqual(['f00', '0f0', '00f', 'ff0']);
    }
  });
});
