/**
 * The pictures that content uses: found in the images folder and nowhere else, what their bytes say they are,
 * small enough to show, and measured. A picture that is refused says why and what to do.
 */
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { extname, join, posix, relative, sep } from 'node:path';
import { imageSize } from 'image-size';
import type { Picture } from '../../publication/content.ts';
import { nearest } from '../../publication/nearest.ts';
import { typeOf, typesOf } from './picture-types.ts';
import { didYouMean, quoted } from './problems.ts';
import { shownPath } from './read-folder.ts';
import { svgFault } from './svg.ts';

export type PictureRefusal = { code: string; message: string };
export type Outcome = { picture: Picture } | { refused: PictureRefusal };

/** Outcomes by file, valid while its size and modification time are the same. */
export type PictureCache = Map<string, { stamp: string; outcome: Outcome }>;

const mostBytes = 10 * 1024 * 1024;
const mostPixelsASide = 10_000;

const refused = (code: string, message: string): Outcome => ({ refused: { code, message } });

export class Pictures {
  readonly #folder: string;
  readonly #base: string;
  readonly #cache: PictureCache;
  readonly #outcomes = new Map<string, Outcome>();
  #names: Set<string> | undefined;

  constructor(root: string, base: string, cache: PictureCache = new Map()) {
    this.#folder = join(root, 'images');
    this.#base = base;
    this.#cache = cache;
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
    if (/^\s*(?:[a-z][a-z0-9+.-]*:|[\\/]{2})/i.test(source)) {
      return refused(
        'A313',
        `the picture ${quoted(source)} is not of this publication. Put the file into images/ and write "/images/…".`,
      );
    }
    const name = posix.normalize(source.replace(/^\/?(?:images\/)?/, ''));
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
    if (!this.#all().has(name)) return this.#missing(source, name);
    const path = join(this.#folder, name);
    if (!inside(path, this.#folder)) {
      return refused(
        'A310',
        `the picture ${quoted(source)} is a link to a file outside the images folder. Put the file itself there.`,
      );
    }
    return this.#measured(source, name, path);
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
    const fault = size > mostBytes ? tooLarge(source, size) : undefined;
    const outcome = fault ?? looked(source, name, readFileSync(path), this.#base);
    this.#cache.set(path, { stamp, outcome });
    return outcome;
  }

  /** Names of the folder's files as they are written there, so that "/images/A.jpg" is not found as "a.jpg" on some computers only. */
  #all(): Set<string> {
    return (this.#names ??= new Set(filesUnder(this.#folder)));
  }
}

function filesUnder(folder: string, prefix = ''): string[] {
  try {
    return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
      const name = `${prefix}${entry.name}`;
      if (entry.isDirectory()) return filesUnder(folder, `${name}/`);
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

const tooLarge = (source: string, size: number): Outcome =>
  refused('A214', `the picture ${quoted(source)} has ${(size / 1024 / 1024).toFixed(1)} MB. The limit is 10 MB.`);

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
  const fault = type === 'svg' ? svgFault(bytes) : undefined;
  if (fault) return refused('A312', `the SVG ${quoted(source)} ${fault}. A picture may hold drawing only.`);
  return sized(source, name, bytes, base);
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
  return { picture: { url: `${base}images/${name.split('/').map(encodeURIComponent).join('/')}`, width, height } };
}

/** Width and height as shown: cameras store a turned picture lying down, and say so. */
function upright({ width, height, orientation }: ReturnType<typeof imageSize>): { width: number; height: number } {
  const [across, down] = [Math.round(width), Math.round(height)];
  return orientation && orientation >= 5 ? { width: down, height: across } : { width: across, height: down };
}
