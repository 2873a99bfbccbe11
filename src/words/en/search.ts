/** Searching in English. */
import { pluralsIn } from '../plural.ts';

const plural = pluralsIn('en');
const articles = (count: number) => plural(count, { one: '# article', other: '# articles' });

export const search = {
  results: 'Results',
  hint: 'Every word of every article can be found: headlines, texts, authors and tags, in any language and from any keyboard.',
  phraseHint: 'Put words in quotation marks to find them one after the other.',
  tooShort: 'One letter stands nearly everywhere. Type one more.',
  /** How many articles were found; `atLeast` where there are more. */
  found: (count: number, atLeast: boolean) => (atLeast ? `More than ${articles(count)}` : articles(count)),
  none: (query: string) => `Nothing was found for “${query}”.`,
  /** None has all words. */
  partly: 'No article has all of these words. These have some of them.',
  /** Before and after the word that was taken instead of one that no article has. */
  corrected: (from: string, to: string) => `No article has “${from}”. These have “${to}”.`,
  nearby: 'Words that begin alike:',
  withoutFilters: 'Search everywhere instead',
  toArchive: 'Look through the archive',
  sort: 'Order',
  byRelevance: 'Best first',
  byDate: 'Newest first',
  section: 'Section',
  allSections: 'All sections',
  author: 'Author',
  allAuthors: 'All authors',
  year: 'Year',
  allYears: 'All years',
  pageOf: (number: number, count: number) => `Page ${number.toLocaleString('en')} of ${count.toLocaleString('en')}`,
  previous: 'Previous',
  next: 'Next',
  /** Without a connection: what is searched then. */
  kept: (count: number) => `There is no connection: what this device keeps was searched, ${articles(count)}.`,
  gone: 'This publication has changed since the page was loaded. Load it again to search in what it is now.',
  reload: 'Load again',
  failed: 'What is needed to search could not be fetched. Your words are still in the field.',
  tryAgain: 'Try again',
  looking: 'Searching',
};
