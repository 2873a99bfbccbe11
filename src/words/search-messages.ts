/** The words of the search page; they are loaded with what finds. */
export type SearchMessages = {
  results: string;
  hint: string;
  phraseHint: string;
  tooShort: string;
  /** How many articles were found; `atLeast` where there are more. */
  found: (count: number, atLeast: boolean) => string;
  none: (query: string) => string;
  /** None has all words. */
  partly: string;
  /** Before and after the word that was taken instead of one that no article has. */
  corrected: (from: string, to: string) => string;
  nearby: string;
  withoutFilters: string;
  toArchive: string;
  sort: string;
  byRelevance: string;
  byDate: string;
  section: string;
  allSections: string;
  author: string;
  allAuthors: string;
  year: string;
  allYears: string;
  pageOf: (number: number, count: number) => string;
  previous: string;
  next: string;
  gone: string;
  reload: string;
  failed: string;
  tryAgain: string;
  looking: string;
};
