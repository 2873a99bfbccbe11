/**
 * Every word of the interface. `ScreenWords` are said by components in the browser; `PressWords` are set into the
 * page data when a page is computed and never reach the browser as code. One file a language holds both.
 */
import type { Byline, LinkTo } from '../publication/page.ts';
import type { ReaderMessages } from './reader-messages.ts';
import type { ResponseMessages } from './response-messages.ts';
import type { SearchMessages } from './search-messages.ts';

export type ScreenWords = {
  skipToText: string;
  home: string;
  sections: string;
  mustRead: string;
  toMustRead: string;
  search: string;
  inBrief: string;
  elsewhere: string;
  inThisArticle: string;
  updated: string;
  corrections: string;
  tags: string;
  aboutTheWriter: string;
  aboutTheWriters: string;
  moreBy: (name: string) => string;
  writeTo: string;
  emailWithheld: string;
  alsoIn: string;
  previousPart: string;
  nextPart: string;
  newer: string;
  older: string;
  otherArticles: string;
  share: string;
  copyLink: string;
  linkCopied: string;
  copyFailed: string;
  rights: string;
  latest: string;
  lead: string;
  accounts: (name: string) => string;
  together: (name: string) => string;
  with: string;
  articlesOf: (name: string) => string;
  noArticles: string;
  pages: string;
  previousPage: string;
  nextPage: string;
  responsesHeading: string;
  responsesKept: string;
  responsesNeedScript: string;
  responsesFailed: string;
  notFoundTitle: string;
  notFoundText: string;
  perhaps: string;
  elsewhereTo: string;
  toFront: string;
  toAuthors: string;
  toArchive: string;
  failedTitle: string;
  failedOffline: string;
  failedServer: string;
  failedForeign: string;
  tryAgain: string;
  partFailed: string;
  toolsFailed: string;
  crashTitle: string;
  crashText: string;
  reload: string;
  reloadPage: string;
  brokenTitle: string;
  brokenText: string;
  foot: string;
  /** Few readers use them, so they are loaded with the form. */
  responses: () => Promise<ResponseMessages>;
  /** Loaded when search is opened. */
  searching: () => Promise<SearchMessages>;
  /** Likewise the words of settings, shelf, marks and backup. */
  reader: () => Promise<ReaderMessages>;
};

export type PressWords = {
  by: (names: Byline) => Byline;
  minutes: (count: number) => string;
  articles: (count: number) => string;
  articlesSince: (count: number, year: string) => string;
  part: (number: number, count: number) => string;
  pageOf: (number: number, count: number) => string;
  pageTitle: (title: string, number: number) => string;
  account: (headline: string | LinkTo, writers: Byline, name: string | undefined) => Byline;
  reasons: {
    pick: string;
    series: string;
    author: (name: string) => string;
    tags: (tag: string) => string;
    newest: string;
  };
  draft: string;
  notBefore: (date: string) => string;
  authors: string;
  archive: string;
  search: string;
  searchFor: string;
  searchNeedsScript: string;
  mustRead: string;
  mustReadIntroduction: string;
  section: string;
  tag: string;
  series: string;
  undated: string;
  allArticles: string;
  shelf: string;
  shelfIntroduction: string;
  shelfWithoutScript: string;
  notFound: string;
  broken: string;
  notes: { heading: string; note: (number: string) => string; back: string; table: string };
};

/** What a language file exports. */
export type Messages = { screen: ScreenWords; press: PressWords };
