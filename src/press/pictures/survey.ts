/**
 * What has to be known of the photographs and drawings of a folder before pages show them: what kind they are, how large
 * they stand upright, their tone, and what is wrong with their pixels. Every one is decoded once, and what was found is
 * kept in a file by the size and time of the picture; the file may be deleted at any time.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { Metadata, Sharp } from 'sharp';
import { inMegabytes, limitOf, mostBytesAsItIs, mostPixelsASide } from '../content/picture-limits.ts';
import { type PictureType, typeOf } from '../content/picture-types.ts';
import { holdsPlace } from './exif.ts';
import { recipe } from './recipe.ts';
import { toneOf } from './tone.ts';

/** A photograph has no transparent part, a cutout has; a drawing has 256 colours at most. */
export type PictureKind = 'photo' | 'cutout' | 'drawing';

/** Of a picture that is made in sizes. Width and height are those of its pixels, upright. */
export type Surveyed = {
  /** Of its bytes, and of the recipe by which sizes are made of them. */
  hash: string;
  type: PictureType;
  kind: PictureKind;
  width: number;
  height: number;
  /** Whether its colours are those of a wider screen (Display P3). */
  isWide: boolean;
  tone?: string;
  told: PictureNote[];
};

/** What an editor should know; `message` is the end of a sentence that begins with the picture. */
export type PictureNote = { code: string; message: string };

/** What moves goes out as it came; what is damaged does not. */
export type Found = Surveyed | { isMoving: true; told: PictureNote[] } | { fault: PictureNote };

/** By the name of the file below `images/`. SVG is not in it, nor what is no picture or too large to be looked at. */
export type Survey = ReadonlyMap<string, Found>;

type Kept = { recipe: string; found: [name: string, stamp: string, found: Found][] };

type Watch = (pictures: number) => () => void;

/** Looks at all `names` of a folder; `cacheFile` keeps what was found. `watch` is told how many are new, and of each. */
export async function survey(
  folder: string,
  names: readonly string[],
  cacheFile: string,
  watch?: Watch,
): Promise<Survey> {
  const before = readKept(cacheFile);
  const found = new Map<string, Found>();
  const stamps = new Map<string, string>();
  const fresh: string[] = [];
  for (const name of names) {
    if (!/^\.(?:jpe?g|png|webp|avif|gif)$/i.test(extname(name))) continue;
    const there = statOf(join(folder, name));
    if (!there || there.size > limitOf('jpeg')) continue;
    const stamp = `${there.size} ${there.mtimeMs}`;
    stamps.set(name, stamp);
    const known = before.get(name);
    if (known?.stamp === stamp) found.set(name, known.found);
    else fresh.push(name);
  }
  if (fresh.length > 0) {
    const step = watch?.(fresh.length);
    const waiting = [...fresh];
    const work = async () => {
      for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
        // oxlint-disable-next-line no-await-in-loop -- as many at one time as there are workers
        const looked = await look(join(folder, name));
        if (looked) found.set(name, looked);
        step?.();
      }
    };
    await Promise.all([work(), work()]);
  }
  // Also where nothing is new: what no build has written for a fortnight is deleted as unused.
  writeKept(cacheFile, found, stamps);
  return found;
}

/** Undefined for a link that leads nowhere: whoever shows it is told by the checks of names. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** What is left for the checks of bytes (`content/pictures.ts`) is undefined: another type than its name says, too large. */
async function look(path: string): Promise<Found | undefined> {
  const bytes = readFileSync(path);
  const type = typeOf(bytes);
  if (!type || type === 'svg' || bytes.length > limitOf(type)) return undefined;
  const { default: sharp } = await import('sharp');
  const open = () => sharp(bytes, { failOn: 'error', limitInputPixels: mostPixelsASide ** 2 });
  try {
    const facts = await open().metadata();
    if (Math.max(facts.width, facts.height) > mostPixelsASide) return undefined;
    return isMoving(facts, type, bytes) ? moving(facts, bytes) : await still(open, facts, type, bytes);
  } catch (cause) {
    const why = (cause as Error).message.split('\n')[0];
    return { fault: { code: 'A311', message: `is damaged (${why}). Save it again, or take another copy.` } };
  }
}

const isMoving = ({ pages = 1 }: Metadata, type: string, bytes: Buffer): boolean =>
  ((type === 'gif' || type === 'webp') && pages > 1) ||
  (type === 'png' && bytes.subarray(0, bytes.indexOf('IDAT')).includes('acTL')) ||
  (type === 'avif' && bytes.toString('latin1', 8, 12) === 'avis');

function moving({ exif, xmp }: Metadata, bytes: Buffer): Found {
  if (bytes.length > mostBytesAsItIs) {
    return {
      fault: {
        code: 'A214',
        message: `moves, so it goes out as it is, and has ${inMegabytes(bytes.length)} MB. The limit is ${inMegabytes(mostBytesAsItIs)} MB.`,
      },
    };
  }
  if (exif || xmp) {
    const message =
      'moves, so it goes out as it is, and it tells of the device that made it. Save it without metadata.';
    return { fault: { code: 'A322', message } };
  }
  const size = (bytes.length / 1024).toLocaleString('en', { maximumFractionDigits: 0 });
  const message = `moves, so it goes out as it is, with ${size} kB for every screen. A still picture is made to fit.`;
  return { isMoving: true, told: [{ code: 'W516', message }] };
}

async function still(open: () => Sharp, facts: Metadata, type: PictureType, bytes: Buffer): Promise<Surveyed> {
  const { width, height } = facts.autoOrient;
  const kind = type === 'jpeg' ? 'photo' : await kindOf(open);
  return {
    hash: createHash('sha256').update(recipe).update(bytes).digest('hex').slice(0, 10),
    type,
    kind,
    width,
    height,
    isWide: facts.icc?.includes('D\0i\0s\0p\0l\0a\0y\0 \0P\x003') || facts.icc?.includes('Display P3') || false,
    // For nothing shows through it; of a JPEG, this is what reads all of its pixels.
    ...(kind === 'photo' && { tone: toneOf(await meanOf(open)) }),
    told: notesOn(facts),
  };
}

const meanOf = (open: () => Sharp): Promise<Buffer> =>
  open().resize(1, 1, { fit: 'fill' }).removeAlpha().toColourspace('srgb').raw().toBuffer();

async function kindOf(open: () => Sharp): Promise<PictureKind> {
  const data = await open().ensureAlpha().toColourspace('srgb').raw().toBuffer();
  const pixels = new Uint32Array(data.buffer, data.byteOffset, data.length >> 2);
  const colours = new Set<number>();
  for (const pixel of pixels)
    if (colours.size <= 256) colours.add(pixel);
    else break;
  if (colours.size <= 256) return 'drawing';
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return 'cutout';
  return 'photo';
}

function notesOn({ exif, xmp, space, depth }: Metadata): PictureNote[] {
  const told: PictureNote[] = [];
  if ((exif && holdsPlace(exif)) || xmp?.includes('GPSLatitude')) {
    told.push({
      code: 'W515',
      message:
        'holds the place where it was taken. Readers do not get it; whoever has the file does. Remove it if nobody is to know.',
    });
  }
  const odd = space === 'cmyk' ? 'the colours of print (CMYK)' : depth === 'ushort' ? '16 bits a colour' : undefined;
  if (odd)
    told.push({ code: 'W517', message: `has ${odd}; it is shown with those of screens. Look whether they are right.` });
  return told;
}

function readKept(file: string): Map<string, { stamp: string; found: Found }> {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept;
    if (kept.recipe !== recipe) return new Map();
    return new Map(kept.found.map(([name, stamp, found]) => [name, { stamp, found }]));
  } catch {
    return new Map();
  }
}

function writeKept(file: string, found: ReadonlyMap<string, Found>, stamps: ReadonlyMap<string, string>): void {
  mkdirSync(dirname(file), { recursive: true });
  const kept: Kept = { recipe, found: [...found].map(([name, what]) => [name, stamps.get(name)!, what]) };
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(kept));
  renameSync(unfinished, file);
}
