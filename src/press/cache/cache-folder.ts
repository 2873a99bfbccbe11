/** Where what one build leaves for the next is kept. The folder may be deleted at any time. */
import { readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { hashOf } from './outputs.ts';

export const cacheFolder = (root: string): string => resolve(root, 'node_modules/.cache/broadsheet');

/** Names of files that hold texts of the content, or words of them. */
const ofContent = ['parsed', 'words', 'manifest'] as const;

/** Takes out all that is kept of texts, so that nothing is left of what was in them; the next build makes all anew. */
export function forgetContent(root: string): void {
  const folder = cacheFolder(root);
  let names: string[] = [];
  try {
    names = readdirSync(folder);
  } catch {
    // Nothing was built here.
  }
  for (const name of names) {
    if (ofContent.some((kind) => name.startsWith(`${kind}-`))) rmSync(join(folder, name), { force: true });
  }
}

/** A file of the cache, one for each content and place. */
export const cacheOf = (root: string, name: (typeof ofContent)[number] | 'pictures', ...of: string[]): string =>
  join(
    cacheFolder(root),
    `${name}-${hashOf(...of)
      .replaceAll(/\W/g, '')
      .slice(0, 12)}`,
  );
