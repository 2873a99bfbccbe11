/**
 * Makes the files of all pictures of an edition and puts them into the site. What was made once is kept in a folder of
 * the cache, one for each picture and recipe, until no build has asked for it for a month.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cropIn } from '../../publication/picture-crop.ts';
import type { Outputs } from '../cache/outputs.ts';
import { nameIn, picturesIn } from '../content/pictures.ts';
import { progress } from '../progress.ts';
import { filesOf, keyOf, made, oneNameOf, type PictureFile } from './recipe.ts';
import type { Survey, Surveyed } from './survey.ts';

const longestUnused = 30 * 24 * 3600 * 1000;

type Job = { url: string; name: string; picture: Surveyed; files: PictureFile[]; kept: string };

type Options = {
  outputs: Outputs;
  /** The folder whose `images/` the content speaks of. */
  dataDir: string;
  /** Where what was made is kept. */
  cacheDir: string;
  survey: Survey;
  say: (line: string) => void;
};

/** Answers how many bytes the one file of each picture has, by its URL. */
export async function printPictures({
  outputs,
  dataDir,
  cacheDir,
  survey,
  say,
}: Options): Promise<Map<string, number>> {
  const images = join(dataDir, 'images');
  const names = new Set(picturesIn(images));
  const jobs: Job[] = [];
  const bytes = new Map<string, number>();
  for (const [key, { url }] of outputs.edition.content.pictures) {
    const crop = cropIn(key);
    const name = nameIn(names, (crop?.source ?? key).replace('/images/', ''))!;
    const picture = survey.get(name);
    if (picture && 'kind' in picture) {
      const files = filesOf(oneNameOf(name, picture), picture, crop);
      if (files.length > 0) jobs.push({ url, name, picture, files, kept: join(cacheDir, keyOf(picture, crop)) });
    } else if (!crop) bytes.set(url, outputs.put(`images/${name}`, readFileSync(join(images, name))).size);
  }
  const missing = jobs.filter(({ kept, files }) => !files.every((file) => existsSync(join(kept, keptName(file)))));
  const line = progress('Making', missing.length, 'pictures');
  for (const job of missing) {
    // oxlint-disable-next-line no-await-in-loop
    await make(job, images);
    line.step();
  }
  line.end();
  for (const { url, files, kept } of jobs) {
    const paths = files.map(({ file }) => file);
    const made = files.map((file) => join(kept, keptName(file)));
    outputs.write(paths[0]!, paths, () => ({
      from: [basename(kept)],
      contents: () => made.map((path) => readFileSync(path)),
    }));
    if (paths[0]!.startsWith('images/')) bytes.set(url, statSync(made[0]!).size);
  }
  keepUsed(cacheDir, jobs);
  if (jobs.length > 0) {
    say(`${missing.length} pictures made in sizes, ${jobs.length - missing.length} had from the cache`);
  }
  return bytes;
}

const keptName = ({ file, type }: PictureFile): string => (file.startsWith('images/') ? `one.${type}` : basename(file));

/** Made beside it and moved there: a build that breaks off leaves no half of it. */
async function make({ name, picture, files, kept }: Job, images: string): Promise<void> {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  const making = `${kept}.${process.pid}`;
  mkdirSync(making, { recursive: true });
  // An encoder has use for one core, and the memory of its picture: one begins with the largest, one with the smallest.
  const left = [...files].sort((one, other) => one.width - other.width);
  const makeEach = async (take: () => PictureFile | undefined) => {
    for (let file = take(); file; file = take()) {
      // oxlint-disable-next-line no-await-in-loop
      await made(sharp(join(images, name)), file, picture).toFile(join(making, keptName(file)));
    }
  };
  await Promise.all([makeEach(() => left.pop()), makeEach(() => left.shift())]);
  rmSync(kept, { recursive: true, force: true });
  renameSync(making, kept);
}

/** Notes the day of what was used, and deletes what was not for a month, and what a build that broke off has left. */
function keepUsed(cacheDir: string, jobs: readonly Job[]): void {
  const today = new Date();
  for (const { kept } of jobs) utimesSync(kept, today, today);
  for (const entry of existsSync(cacheDir) ? readdirSync(cacheDir) : []) {
    const path = join(cacheDir, entry);
    const used = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (today.getTime() - used > longestUnused) rmSync(path, { recursive: true, force: true });
  }
}
