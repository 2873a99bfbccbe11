/** Where what one build leaves for the next is kept. The folder may be deleted at any time. */
import { join, resolve } from 'node:path';
import { hashOf } from './outputs.ts';

export const cacheFolder = (root: string): string => resolve(root, 'node_modules/.cache/broadsheet');

/** A file of the cache, one for each content and place. */
export const cacheOf = (root: string, name: string, ...of: string[]): string =>
  join(
    cacheFolder(root),
    `${name}-${hashOf(...of)
      .replaceAll(/\W/g, '')
      .slice(0, 12)}`,
  );
