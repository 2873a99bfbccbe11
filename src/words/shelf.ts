/** Words of what the reader saves, of their place in an article, and of the shelf that lists both. */
export type ShelfMessages = {
  title: string;
  /** The button beside an article; it is pressed where the article is saved. */
  save: string;
  saved: string;
  unsaved: string;
  notSaved: string;
  notUnsaved: string;
  /** The offer to return to the place of an earlier visit. */
  place: string;
  continueReading: string;
  notNow: string;
  /** Said once, to a screen reader. */
  offered: (percent: number) => string;
  minutesLeft: (count: number) => string;
  /** In lists: how far an article has been read. */
  read: string;
  readSoFar: (percent: number) => string;
  /** The parts of the shelf. */
  parts: { reading: string; saved: string; finished: string; marks: string };
  /** What stands in a part that holds nothing. */
  empty: { reading: string; saved: string; finished: string };
  /** What stands there when nothing in it has the words that are searched for. */
  nothingFound: { reading: string; saved: string; finished: string };
  partsOfTheShelf: string;
  search: string;
  sort: string;
  sorts: { last: string; first: string; headline: string };
  count: (count: number) => string;
  more: string;
  /** Named in full for those who do not see beside what the button stands. */
  remove: string;
  removeNamed: (headline: string) => string;
  finish: string;
  finishNamed: (headline: string) => string;
  unfinish: string;
  unfinishNamed: (headline: string) => string;
  removed: (headline: string) => string;
  forgotten: (headline: string) => string;
  finished: (headline: string) => string;
  undo: string;
  undoNamed: (headline: string) => string;
  undone: (headline: string) => string;
  notChanged: string;
  /** Of an article that was looked for and not found. */
  gone: (date: string) => string;
  wasKept: string;
  toShelf: string;
  notRead: string;
  tryAgain: string;
};
