/** Which files are made of a picture, and how. A change here gives all of them other names. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Sharp } from 'sharp';
import { type Crop, partOf, type Shape } from '../../publication/picture-crop.ts';
import type { Surveyed } from './survey.ts';

/**
 * Browsers take the next width that is enough, so the steps are those of screens: a telephone's column at one, two and
 * three dots a pixel (284 to 394, to 788, to 1,182), the measure of a text (576, 1,152, 1,728), the lead (736, 1,472,
 * 2,208). What comes is nowhere a third wider than what is shown, but for windows that hardly anybody has.
 */
const ladder = [320, 400, 500, 600, 780, 960, 1200, 1780, 2300];

/** The one file for all who take a single one is no wider. */
const oneWidth = 1080;

/** The same for what lists and portraits show, as the sheet sets it, at one, two and three dots a pixel. */
const cropLadders: Record<Shape, readonly number[]> = {
  teaser: [180, 320, 400, 600, 780, 960, 1200],
  portrait: [88, 132, 224, 336],
};

/** Found by measuring (tests/bench/README.md): more effort for AVIF takes eight times as long for a tenth of the bytes. */
const encoders = {
  avif: { quality: 58, effort: 2 },
  jpeg: { quality: 80, mozjpeg: true },
  png: { compressionLevel: 9 },
};

/** To ask sharp itself would load it, for every build and every check. */
const { version } = JSON.parse(
  readFileSync(join(dirname(createRequire(import.meta.url).resolve('sharp')), '../package.json'), 'utf8'),
) as { version: string };

/** Another whenever the same picture may become other files. The number is for what is said in `made`. */
export const recipe = JSON.stringify([1, version, ladder, oneWidth, cropLadders, encoders]);

/** A file to be made, below `images/` or, where it is one of several sizes, below `assets/`. */
export type PictureFile = { file: string; type: 'jpeg' | 'png' | 'avif'; width: number; crop?: Crop };

/** The name of the one file below `images/`: the picture's own, unless it has to be of another type. */
export function oneNameOf(name: string, { type, kind }: Surveyed): string {
  const one = kind === 'photo' ? 'jpeg' : 'png';
  return type === one ? name : `${name}.${one === 'jpeg' ? 'jpg' : one}`;
}

/** The widths that the picture is made in, narrowest first; none where the one file is all there is to have. */
export function widthsOf({ width }: Surveyed): number[] {
  const widths = ladder.filter((step) => step <= width);
  // Whatever is a tenth wider than the last step is worth a file of its own.
  if (width < ladder.at(-1)! && width > (widths.at(-1) ?? 0) * 1.1) widths.push(width);
  return widths.length > 1 ? widths : [];
}

export const sizedType = ({ kind }: Surveyed): 'avif' | 'png' => (kind === 'drawing' ? 'png' : 'avif');

/** All files of a picture; the one file first. */
export function filesOf(oneName: string, picture: Surveyed): PictureFile[] {
  const [type, one] = [sizedType(picture), picture.kind === 'photo' ? 'jpeg' : 'png'] as const;
  return [
    { file: `images/${oneName}`, type: one, width: oneWidthOf(picture) },
    ...widthsOf(picture).map((width) => ({
      file: `assets/pictures/${oneName}/${picture.hash}-${width}.${type}`,
      type,
      width,
    })),
  ];
}

/** The widths that a part of the picture is made in; none where it is too small for a second one. */
export function cropWidthsOf(picture: Surveyed, crop: Crop): number[] {
  const { width } = partOf(picture, crop);
  const widths = cropLadders[crop.shape].filter((step) => step <= width);
  return widths.length > 1 ? widths : [];
}

/** Tells a part from the whole and from other parts. */
export const cropName = ({ hash }: Surveyed, { shape, focus }: Crop): string =>
  `${hash}-${shape}-${focus.x}-${focus.y}`;

/** All files of a part of a picture. */
export function cropFilesOf(oneName: string, picture: Surveyed, crop: Crop): PictureFile[] {
  const type = sizedType(picture);
  return cropWidthsOf(picture, crop).map((width) => ({
    file: `assets/pictures/${oneName}/${cropName(picture, crop)}-${width}.${type}`,
    type,
    width,
    crop,
  }));
}

export const oneWidthOf = ({ width }: Surveyed): number => Math.min(width, oneWidth);

/**
 * Upright, in its size, without anything that is not picture: whatever is not asked to stay is left out by sharp, and
 * colours become those of sRGB unless they are those of Display P3.
 */
export function made(source: Sharp, { width, type, crop }: PictureFile, picture: Surveyed): Sharp {
  const { kind, isWide } = picture;
  const upright = source.autoOrient();
  const shown = crop ? upright.extract(partOf(picture, crop)) : upright;
  const fitted = shown.resize({ width, withoutEnlargement: true, kernel: 'lanczos3' });
  const coloured = isWide ? fitted.withIccProfile('p3') : fitted.toColourspace('srgb');
  if (type === 'png') return coloured.png({ ...encoders.png, palette: kind === 'drawing' });
  return type === 'avif' ? coloured.avif(encoders.avif) : coloured.jpeg(encoders.jpeg);
}
