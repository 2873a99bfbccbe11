/** Which files are made of a picture, and how. A change here gives all of them other names. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Sharp } from 'sharp';
import type { Picture } from '../../publication/content.ts';
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
export function oneNameOf(name: string, picture: Surveyed): string {
  const type = oneTypeOf(picture);
  return picture.type === type ? name : `${name}.${type === 'jpeg' ? 'jpg' : type}`;
}

/** The widths that a picture, or a part of it, is made in, narrowest first; none where one is all there is to have. */
export function widthsOf(picture: Surveyed, crop?: Crop): number[] {
  const { width } = crop ? partOf(picture, crop) : picture;
  const widths = (crop ? cropLadders[crop.shape] : ladder).filter((step) => step <= width);
  // Whatever is a tenth wider than the last step is worth a file of its own.
  if (!crop && width < ladder.at(-1)! && width > (widths.at(-1) ?? 0) * 1.1) widths.push(width);
  return widths.length > 1 ? widths : [];
}

/** Tells a picture from all others, and a part of it from the whole. */
export const keyOf = ({ hash }: Surveyed, crop?: Crop): string =>
  crop ? `${hash}-${crop.shape}-${crop.focus.x}-${crop.focus.y}` : hash;

/** The sizes of a picture or of a part of it, if there are any; `at` is how their paths below the site begin. */
export function sizesOf(oneName: string, picture: Surveyed, crop?: Crop): Picture['sizes'] {
  const widths = widthsOf(picture, crop);
  if (widths.length === 0) return undefined;
  const type = picture.kind === 'drawing' ? 'png' : 'avif';
  return { at: `assets/pictures/${oneName}/${keyOf(picture, crop)}-`, type, widths };
}

/** All files of a picture, the one file first; or those of a part of it, which are sizes only. */
export function filesOf(oneName: string, picture: Surveyed, crop?: Crop): PictureFile[] {
  const { at, type, widths } = sizesOf(oneName, picture, crop) ?? { at: '', type: 'png', widths: [] };
  const sizes = widths.map((width) => ({ file: `${at}${width}.${type}`, type, width, ...(crop && { crop }) }));
  if (crop) return sizes;
  return [{ file: `images/${oneName}`, type: oneTypeOf(picture), width: oneWidthOf(picture) }, ...sizes];
}

export const oneWidthOf = ({ width }: Surveyed): number => Math.min(width, oneWidth);

const oneTypeOf = ({ kind }: Surveyed): 'jpeg' | 'png' => (kind === 'photo' ? 'jpeg' : 'png');

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
