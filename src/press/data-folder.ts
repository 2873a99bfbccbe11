/** Where the content is: the folder that BROADSHEET_DATA names, else `src/data`. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export function dataFolder(root: string): string {
  return resolve(root, process.env['BROADSHEET_DATA'] || 'src/data');
}

/** The path in the publication's address ("/folder/" of "https://example.org/folder"), "/" where it cannot be told. */
export function basePath(folder: string): string {
  try {
    const { address } = JSON.parse(readFileSync(resolve(folder, 'publication.json'), 'utf8')) as { address: string };
    return `${new URL(address).pathname}/`.replace(/\/{2,}/g, '/');
  } catch {
    return '/';
  }
}
