/**
 * The pictures that content uses: found in the images folder and nowhere else, what their bytes say they are,
 * small enough to show, and measured. A picture that is refused says why and what to do. With a survey of the folder
 * (`pictures/survey.ts`) they are there in the sizes that a build makes of them, else as they are.
 */
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { extname, join, posix, relative, sep } from 'node:path';
import { imageSize } from 'image-size';
import type { Picture } from '../../publication/content.ts';
import { type Crop, cropIn, focusClasses } from '../../publication/picture-crop.ts';
import { nearest } from '../../publication/nearest.ts';
import { oneNameOf, oneWidthOf, sizesOf } from '../pictures/recipe.ts';
import type { Survey, Surveyed } from '../pictures/survey.ts';
import { inMegabytes, limitOf, mostPixelsASide } from './picture-limits.ts';
import { type PictureType, typeOf, typesOf } from './picture-types.ts';
import { didYouMean, quoted } from './problems.ts';
import { shownPath } from './read-folder.ts';
import { svgFault } from './svg.ts';

export type PictureRefusal = { code: string; message: string };
/** `told`: what an editor should know of it. */
export type Outcome = { picture: Picture; told?: PictureRefusal[] } | { refused: PictureRefusal };

/** Outcomes by file, valid while its size and modification time are the same. */
export type PictureCache = Map<string, { stamp: string; outcome: Outcome }>;

const refused = (code: string, message: string): Outcome => ({ refused: { code, message } });

export class Pictures {
  readonly #folder: string;
  readonly #base: string;
  readonly #cache: PictureCache;
  readonly #survey: Survey;
  readonly #outcomes = new Map<string, Outcome>();
  #names: Set<string> | undefined;

  constructor(root: string, base: string, cache: PictureCache = new Map(), survey: Survey = new Map()) {
    this.#folder = join(root, 'images');
    this.#base = base;
    this.#cache = cache;
    this.#survey = survey;
  }

  /** The picture a source such as "/images/x.jpg" stands for, or why there is none. */
  outcome(source: string): Outcome {
    let outcome = this.#outcomes.get(source);
    if (!outcome) {
      outcome = this.#looked(source);
      this.#outcomes.set(source, outcome);
    }
    return outcome;
  }

  #looked(source: string): Outcome {
    const crop = cropIn(source);
    if (crop) return this.#part(crop);
    if (/^\s*(?:[a-z][a-z0-9+.-]*:|[\\/]{2})/i.test(source)) {
      return refused(
        'A313',
        `the picture ${quoted(source)} is not of this publication. Put the file into images/ and write "/images/…".`,
      );
    }
    const name = nameOf(source);
    if (name.startsWith('..') || /[\\\0]/.test(name)) {
      return refused(
        'A310',
        `the picture ${quoted(source)} is outside the images folder. Put it there and write "/images/…".`,
      );
    }
    if (source !== `/images/${name}`) {
      return refused(
        'A309',
        `the picture ${quoted(source)} is not written from the root. Write ${quoted(`/images/${name}`)}.`,
      );
    }
    const there = nameIn(this.#all(), name);
    if (there === undefined) return this.#missing(source, name);
    const path = join(this.#folder, there);
    if (!inside(path, this.#folder)) {
      return refused(
        'A310',
        `the picture ${quoted(source)} is a link to a file outside the images folder. Put the file itself there.`,
      );
    }
    return this.#sized(source, there, this.#measured(source, there, path));
  }

  /** The part of a picture that has a shape of its own; of one that is not made in sizes, all of it. */
  #part({ source, ...crop }: NonNullable<ReturnType<typeof cropIn>>): Outcome {
    const outcome = this.outcome(source);
    if ('refused' in outcome) return outcome;
    const name = nameIn(this.#all(), nameOf(source))!;
    const found = this.#survey.get(name);
    const { sizes: _, ...whole } = outcome.picture;
    const sizes = found && 'kind' in found ? this.#sizes(found, name, crop) : undefined;
    const focus = focusClasses(crop.focus);
    return { picture: { ...whole, ...(sizes ? { sizes } : focus && { focus }) } };
  }

  #sizes(found: Surveyed, name: string, crop?: Crop): Picture['sizes'] {
    const sizes = sizesOf(oneNameOf(name, found), found, crop);
    return sizes && { ...sizes, at: urlOf(this.#base, sizes.at) };
  }

  #missing(source: string, name: string): Outcome {
    const near = nearest(name, this.#all(), 2).map((other) => `/images/${other}`);
    const looked = `looked in ${shownPath(this.#folder)}`;
    return refused('A309', `file not found: images/${name} (${looked}, for ${quoted(source)}).${didYouMean(near)}`);
  }

  #measured(source: string, name: string, path: string): Outcome {
    const { size, mtimeMs } = statSync(path);
    const stamp = `${size} ${mtimeMs} ${this.#base}`;
    const known = this.#cache.get(path);
    if (known?.stamp === stamp) return known.outcome;
    const outcome =
      size > limitOf('jpeg') ? tooLarge(source, size, 'jpeg') : looked(source, name, readFileSync(path), this.#base);
    this.#cache.set(path, { stamp, outcome });
    return outcome;
  }

  /** As a build makes it: in sizes, or not at all where its pixels cannot be read. */
  #sized(source: string, name: string, outcome: Outcome): Outcome {
    const found = this.#survey.get(name);
    if (!found || 'refused' in outcome) return outcome;
    const about = ({ code, message }: PictureRefusal) => ({
      code,
      message: `the picture ${quoted(source)} ${message}`,
    });
    if ('fault' in found) return { refused: about(found.fault) };
    const told = found.told.length > 0 ? { told: found.told.map(about) } : {};
    if ('isMoving' in found) return { ...outcome, ...told };
    const one = oneNameOf(name, found);
    if (one !== name && this.#all().has(one)) {
      const message = `is made into ${quoted(one)}, and there is a picture of that name. Name one of them otherwise.`;
      return { refused: about({ code: 'A323', message }) };
    }
    const [width, sizes] = [oneWidthOf(found), this.#sizes(found, name)];
    const picture = {
      url: urlOf(this.#base, `images/${one}`),
      width,
      height: Math.max(1, Math.round((found.height * width) / found.width)),
      ...(found.tone && { tone: found.tone }),
      ...(sizes && { sizes }),
    };
    return { picture, ...told };
  }

  /** Names of the folder's files as they are written there, so that "/images/A.jpg" is not found as "a.jpg" on some computers only. */
  #all(): Set<string> {
    return (this.#names ??= new Set(picturesIn(this.#folder)));
  }
}

/** The name below the folder that a source stands for. */
const nameOf = (source: string): string => posix.normalize(source.replace(/^\/?(?:images\/)?/, ''));

/** The name of a file as the folder has it: some systems write accents as letters of their own (NFD). */
export function nameIn(names: ReadonlySet<string>, name: string): string | undefined {
  if (names.has(name)) return name;
  const composed = name.normalize('NFC');
  for (const other of names) if (other.normalize('NFC') === composed) return other;
  return undefined;
}

/** The names of all files of the folder, also of those in its folders. */
export function picturesIn(folder: string, prefix = ''): string[] {
  try {
    return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
      const name = `${prefix}${entry.name}`;
      if (entry.isDirectory()) return picturesIn(folder, `${name}/`);
      return entry.isFile() || entry.isSymbolicLink() ? [name] : [];
    });
  } catch {
    return [];
  }
}

function inside(path: string, folder: string): boolean {
  try {
    const way = relative(realpathSync(folder), realpathSync(path));
    return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && statSync(path).isFile();
  } catch {
    return false;
  }
}

const urlOf = (base: string, path: string): string => base + path.split('/').map(encodeURIComponent).join('/');

function tooLarge(source: string, bytes: number, type: PictureType): Outcome {
  const [has, limit] = [inMegabytes(bytes), inMegabytes(limitOf(type))];
  return refused('A214', `the picture ${quoted(source)} has ${has} MB. The limit is ${limit} MB.`);
}

function looked(source: string, name: string, bytes: Buffer, base: string): Outcome {
  const type = typeOf(bytes);
  const extension = extname(name).slice(1).toLowerCase();
  if (!type)
    return refused(
      'A311',
      `${quoted(source)} is no picture that browsers show. Use JPEG, PNG, WebP, AVIF, GIF or SVG.`,
    );
  if (!typesOf[type].includes(extension)) {
    return refused(
      'A311',
      `${quoted(source)} is named .${extension} and its bytes are ${type.toUpperCase()}. Name it .${typesOf[type][0]}.`,
    );
  }
  if (bytes.length > limitOf(type)) return tooLarge(source, bytes.length, type);
  const fault = type === 'svg' ? svgFault(bytes) : undefined;
  if (fault) return refused('A312', `the SVG ${quoted(source)} ${fault}. A picture may hold drawing only.`);
  return sized(source, name, type === 'svg' ? withPlainViewBox(bytes) : bytes, base);
}

function sized(source: string, name: string, bytes: Buffer, base: string): Outcome {
  let size: { width: number; height: number };
  try {
    size = upright(imageSize(bytes));
  } catch {
    return refused(
      'A311',
      `${quoted(source)} has no size that can be read; it may be damaged. An SVG needs a viewBox.`,
    );
  }
  const { width, height } = size;
  if (!(width >= 1 && height >= 1)) return refused('A311', `${quoted(source)} has no size that can be read.`);
  if (width > mostPixelsASide || height > mostPixelsASide) {
    const limit = `${mostPixelsASide} × ${mostPixelsASide}`;
    return refused('A214', `the picture ${quoted(source)} has ${width} × ${height} pixels. The limit is ${limit}.`);
  }
  return { picture: { url: urlOf(base, `images/${name}`), width, height } };
}

/** SVG 2, 8.6: the numbers may be parted by commas, and have spaces around them; `image-size` knows one space between them. */
const withPlainViewBox = (bytes: Buffer): Buffer =>
  Buffer.from(
    bytes.toString().replace(
      /(\sviewBox\s*=\s*["'])([^"']*)/,
      (_, before: string, box: string) =>
        before +
        box
          .trim()
          .split(/[\s,]+/)
          .join(' '),
    ),
  );

/** Width and height as shown: cameras store a turned picture lying down, and say so. */
function upright({ width, height, orientation }: ReturnType<typeof imageSize>): { width: number; height: number } {
  const [across, down] = [Math.round(width), Math.round(height)];
  return orientation && orientation >= 5 ? { width: down, height: across } : { width: across, height: down };
}
