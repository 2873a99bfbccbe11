/** Where the content is: the folder that `--data` or BROADSHEET_DATA names, else `src/data`. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { rollBackKilled } from './content/staging.ts';

export function dataFolder(root: string): string {
  return resolve(root, process.env['BROADSHEET_DATA'] || 'src/data');
}

/** The folder that a command is given, or the usual one, for all that runs after it; what was killed there is rolled back. */
export function openDataFolder(given: string | undefined): string {
  if (given !== undefined) process.env['BROADSHEET_DATA'] = given;
  const folder = dataFolder(process.cwd());
  rollBackKilled(folder);
  return folder;
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
