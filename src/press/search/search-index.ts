/** The whole index of an edition, file by file: the passages while the articles are read, then the words. */
import type { Article, Edition } from '../../publication/edition.ts';
import {
  authorTerm,
  type Directory,
  sectionTerm,
  textFile,
  textsAFolder,
} from '../../publication/search/index-files.ts';
import { stampOf, type Take } from './ordered-files.ts';
import { passagesOf, searchedText, type SearchedText } from './searched-text.ts';
import { spellingFiles } from './spelling-files.ts';
import { termFiles } from './term-files.ts';
import { TermTable } from './term-table.ts';

/** Takes the files of an index: each that holds lines, and those of an article's passages, which `make` makes. */
export type IndexTaker = { take: Take; passages: (slug: string, files: string[], make: () => string[]) => void };

/**
 * Gives the files away as they are made, and answers the directory that leads to them. `table` may be that of an index
 * of the same articles, some with other texts: then only those are read.
 */
export function makeSearchIndex(edition: Edition, { take, passages }: IndexTaker, table = new TermTable()): Directory {
  // The oldest first: an article that is added is the newest, and changes the number of no other.
  const articles = edition.articles.toReversed();
  const folders = foldersOf(articles);
  for (const [number, article] of articles.entries()) {
    const { fingerprint } = edition.content.text(`articles/${article.slug}`);
    let text: SearchedText | undefined;
    let blocks = table.blocksOf(number, fingerprint);
    if (blocks === undefined) {
      text = searchedText(edition, article);
      table.add(number, fingerprint, text, [sectionTerm(article.section), ...new Set(article.authors.map(authorTerm))]);
      blocks = text.blocks.length;
    }
    const folder = folders[Math.floor(number / textsAFolder)]!;
    const files = Array.from({ length: blocks }, (_, block) => textFile(folder, number, block));
    passages(article.slug, files, () =>
      passagesOf(edition, article, text ?? searchedText(edition, article)).map((passage) => JSON.stringify(passage)),
    );
  }
  table.count();
  const { terms, common } = termFiles(table, take);
  return {
    articles: articles.length,
    roots: { terms, ...spellingFiles(table, take) },
    common,
    years: yearsOf(articles),
    texts: folders.join(' '),
  };
}

/** The same in memory, for the dev server. */
export function searchIndexInMemory(edition: Edition): { directory: Directory; files: Map<string, string> } {
  const files = new Map<string, string>();
  const take: Take = (file, text) => files.set(file, text);
  return { directory: makeSearchIndex(edition, { take, passages: allOf(take) }), files };
}

/** Takes all passages, whatever was there before. */
export const allOf =
  (take: Take): IndexTaker['passages'] =>
  (_, files, make) => {
    for (const [block, text] of make().entries()) take(files[block]!, text);
  };

/** Named for which articles are in them. */
function foldersOf(articles: readonly Article[]): string[] {
  const slugs = articles.map(({ slug }) => slug);
  return Array.from({ length: Math.ceil(slugs.length / textsAFolder) }, (_, folder) =>
    stampOf(slugs.slice(folder * textsAFolder, (folder + 1) * textsAFolder).join(' ')),
  );
}

function yearsOf(articles: readonly Article[]): Directory['years'] {
  const years: Directory['years'] = [];
  for (const [number, { day }] of articles.entries()) {
    const year = day?.slice(0, 4) ?? '';
    if (years[0]?.[0] !== year) years.unshift([year, number]);
  }
  return years;
}
