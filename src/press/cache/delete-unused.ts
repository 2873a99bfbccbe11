/**
 * Deletes from the folder of caches what no build has written for a fortnight: of contents and places that are built no
 * more, of former names, of builds that broke off. Share images stay, since a build only reads
 * those that it has, and so do pictures, where each notes when it was used.
 */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const longestUnused = 14 * 24 * 3600 * 1000;

export function deleteUnused(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    // Another build may just have deleted it.
    const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (name !== 'share' && name !== 'pictures' && Date.now() - written > longestUnused)
      rmSync(path, { recursive: true, force: true });
  }
}
