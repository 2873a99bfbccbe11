/** The measured process: makes the search index of an archive, or, to be taken off, only the archive's texts. */
import { searchArchive } from './search-archive.ts';
import { searchedText } from '../search/searched-text.ts';
import { writeSearchIndex } from '../search/write-index.ts';

/** `<size> <folder>` writes the index below the folder; without one the texts are made and thrown away. */
export async function main([size, folder]: string[]): Promise<number> {
  const edition = searchArchive(Number(size));
  if (folder) writeSearchIndex(edition, folder);
  else for (const article of edition.articles) searchedText({ ...edition, content: edition.content }, article);
  return 0;
}
