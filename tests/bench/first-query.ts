/** What a first query moves: every file that it reads, packed, and in how many turns one waits for the other. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Directory } from '../../src/publication/search/index-files.ts';
import { type Asked, type SearchHit, resultsAtFirst, searchIn } from '../../src/publication/search/search.ts';

export type Moved = { bytes: number; files: number; turns: number; found: SearchHit };

/** With nothing read before. Files that are asked for while others are on their way come with them. */
export async function firstQuery(
  site: string,
  directory: Directory,
  text: string,
  more: Partial<Asked> = {},
): Promise<Moved> {
  let bytes = 0;
  let files = 0;
  let turns = 0;
  let turn: Promise<void> | undefined;
  const read = async (file: string) => {
    const packed = readFileSync(join(site, file));
    bytes += gzipSync(packed, { level: 9 }).length;
    files += 1;
    turn ??= new Promise((resolve) => {
      turns += 1;
      setTimeout(() => {
        turn = undefined;
        resolve();
      });
    });
    await turn;
    return packed.toString();
  };
  const search = searchIn(directory, read);
  const found = await search.find({ text, sort: 'relevance', page: 1, ...more });
  await Promise.all(found.results.slice(0, resultsAtFirst).map((result) => search.show(result)));
  return { bytes, files, turns, found };
}
