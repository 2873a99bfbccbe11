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
import { passagesOf, searchedText } from './searched-text.ts';
import { spellingFiles } from './spelling-files.ts';
import { termFiles } from './term-files.ts';
import { TermTable } from './term-table.ts';

/** Gives the files away as they are made, and answers the directory that leads to them. */
export function makeSearchIndex(edition: Edition, take: Take): Directory {
  // The oldest first: an article that is added is the newest, and changes the number of no other.
  const articles = edition.articles.toReversed();
  const folders = foldersOf(articles);
  const table = new TermTable();
  for (const [number, article] of articles.entries()) {
    const text = searchedText(edition, article);
    table.add(text, [sectionTerm(article.section), ...new Set(article.authors.map(authorTerm))]);
    for (const [block, passage] of passagesOf(edition, article, text).entries()) {
      take(textFile(folders[Math.floor(number / textsAFolder)]!, number, block), JSON.stringify(passage));
    }
  }
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
  return { directory: makeSearchIndex(edition, (file, text) => files.set(file, text)), files };
}

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
