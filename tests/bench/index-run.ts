/** The measured process: makes the search index of an archive, or, to be taken off, only the archive's texts. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { searchArchive } from './search-archive.ts';
import { searchedText } from '../../src/press/search/searched-text.ts';
import type { Take } from '../../src/press/search/ordered-files.ts';
import { allOf, makeSearchIndex } from '../../src/press/search/search-index.ts';

/** `<size> <folder>` writes the index below the folder; without one the texts are made and thrown away. */
export async function main([size, folder]: string[]): Promise<number> {
  const edition = searchArchive(Number(size));
  if (folder) {
    const folders = new Set<string>();
    const take: Take = (file, text) => {
      const path = join(folder, file);
      if (!folders.has(dirname(path))) mkdirSync(dirname(path), { recursive: true });
      folders.add(dirname(path));
      writeFileSync(path, text);
    };
    const directory = makeSearchIndex(edition, { take, passages: allOf(take) });
    writeFileSync(join(folder, 'directory.json'), JSON.stringify(directory));
  }
  // The texts alone: what they cost is no part of the index.
  if (!folder) for (const article of edition.articles) searchedText(edition, article);
  return 0;
}
