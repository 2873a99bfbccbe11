/** Writes the index of an edition into a folder of its own, named for what is in it. */
import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Edition } from '../../publication/catalogue.ts';
import { searchIndex } from './search-index.ts';

/** Where the indexes are, below the site: with all that is named for its content and may be kept for ever. */
export const indexFolder = '/assets/search/';

/** Answers the address of the new folder, "/assets/search/<name>/", and how many files are in it. */
export function writeSearchIndex(edition: Edition, outDir: string): { address: string; files: number } {
  const place = join(outDir, indexFolder);
  const making = join(place, 'making');
  const hash = createHash('sha256');
  const folders = new Set<string>();
  let files = 0;
  for (const { file, text } of searchIndex(edition)) {
    const path = join(making, file);
    const folder = dirname(path);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(path, text);
    hash.update(file).update('\0').update(text).update('\0');
    files += 1;
  }
  const name = hash.digest('hex').slice(0, 12);
  renameSync(making, join(place, name));
  return { address: `${indexFolder}${name}/`, files };
}
