/** The survey of a content folder, from the cache as far as its pictures are the same. */
import { join } from 'node:path';
import { cacheOf } from '../cache/cache-folder.ts';
import { fingerprintOfCode } from '../cache/parse-cache-file.ts';
import { picturesIn } from '../content/pictures.ts';
import { progress, type Progress } from '../progress.ts';
import { survey, type Survey } from './survey.ts';

/** Of no picture where they are to stay as they are. */
export async function surveyOf(root: string, folder: string): Promise<Survey> {
  if (process.env['BROADSHEET_PICTURES'] === 'off') return new Map();
  const images = join(folder, 'images');
  // Other code may find other things.
  const cacheFile = cacheOf(root, 'pictures', folder, fingerprintOfCode(root));
  let line: Progress | undefined;
  const found = await survey(images, picturesIn(images), cacheFile, (pictures) => {
    line = progress('Looking at', pictures, 'pictures');
    return line.step;
  });
  line?.end();
  return found;
}
