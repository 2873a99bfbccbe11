/** The whole index of an edition, file by file: the passages while the articles are read, then the words. */
import type { Edition } from '../../publication/edition.ts';
import { authorTerm, type Directory, passageFile, sectionTerm } from '../../publication/search/index-files.ts';
import type { IndexFile } from './ordered-files.ts';
import { passagesOf, searchedText } from './searched-text.ts';
import { spellingFiles } from './spelling-files.ts';
import { termFiles } from './term-files.ts';
import { TermTable } from './term-table.ts';

/** Yields the files, and answers the directory that leads to them; whoever writes them names the folder. */
export function* searchIndex(edition: Edition): Generator<IndexFile, Omit<Directory, 'folder'>> {
  const table = new TermTable();
  for (const article of edition.articles) {
    const text = searchedText(edition, article);
    table.add(text, [sectionTerm(article.section), ...new Set(article.authors.map(authorTerm))]);
    for (const [block, passage] of passagesOf(edition, article, text).entries()) {
      yield { file: passageFile(article.place, block), text: JSON.stringify(passage) };
    }
  }
  const { borders, common } = yield* termFiles(table);
  const { spelling, endings } = yield* spellingFiles(table);
  return {
    articles: edition.articles.length,
    borders: { terms: borders, spelling, endings },
    common,
    years: yearsOf(edition),
  };
}

/** The newest article of each year; after the last year come those without a date. */
function yearsOf(edition: Edition): Directory['years'] {
  const years: Directory['years'] = [];
  for (const { day, place } of edition.articles) {
    const year = day?.slice(0, 4) ?? '';
    if (years.at(-1)?.[0] !== year) years.push([year, place]);
  }
  return years;
}
