/** The index of an edition as files in a folder of its own, or in memory. */
import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Edition } from '../../publication/edition.ts';
import type { Directory } from '../../publication/search/index-files.ts';
import { searchIndex } from './search-index.ts';

/** Where the indexes are, below the site: with all that is named for its content and may be kept for ever. */
export const indexFolder = '/assets/search/';

/** Writes it below a site, into a folder that is named for what is in it. */
export function writeSearchIndex(edition: Edition, outDir: string): { directory: Directory; files: number } {
  const place = join(outDir, indexFolder);
  const making = join(place, 'making');
  const hash = createHash('sha256');
  const folders = new Set<string>();
  const { files, directory } = takeIndex(edition, (file, text) => {
    const path = join(making, file);
    const folder = dirname(path);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(path, text);
    hash.update(file).update('\0').update(text).update('\0');
  });
  const name = hash.digest('hex').slice(0, 12);
  renameSync(making, join(place, name));
  return { directory: { folder: `${indexFolder}${name}/`, ...directory }, files };
}

/** The same in memory, for the dev server: by the names that the files would have in the folder. */
export function searchIndexInMemory(
  edition: Edition,
  folder: string,
): { directory: Directory; texts: Map<string, string> } {
  const texts = new Map<string, string>();
  const { directory } = takeIndex(edition, (file, text) => texts.set(file, text));
  return { directory: { folder, ...directory }, texts };
}

function takeIndex(edition: Edition, take: (file: string, text: string) => void) {
  const making = searchIndex(edition);
  let files = 0;
  for (;;) {
    const next = making.next();
    if (next.done) return { directory: next.value, files };
    take(next.value.file, next.value.text);
    files += 1;
  }
}
