/** Words of what the reader saves, of their place in an article, and of the shelf that lists both, in English. */
import { pluralsIn } from '../plural.ts';

const plural = pluralsIn('en');

export const shelf = {
  title: 'Your shelf',
  /** The button beside an article; it is pressed where the article is saved. */
  save: 'Save to your shelf',
  saved: 'Saved on this device.',
  unsaved: 'No longer saved.',
  notSaved: 'This article is not saved.',
  notUnsaved: 'This article is still saved.',
  /** The offer to return to the place of an earlier visit. */
  place: 'Your place in this article',
  continueReading: 'Continue where you were',
  notNow: 'Not now',
  /** Said once, to a screen reader. */
  offered: (percent: number) => `You have read ${percent}% of this article. You can continue where you were.`,
  /** The outline that is beside the text or in the bar of tools: it marks the section that is being read. */
  here: 'Where you are',
  /** The bar in the middle of an article. */
  tools: 'Tools for reading',
  minutesLeft: (count: number) => plural(count, { one: '# minute left', other: '# minutes left' }),
  /** In lists: how far an article has been read. */
  read: 'Read',
  readSoFar: (percent: number) => `${percent}% read`,
  /** The parts of the shelf. */
  parts: { reading: 'Continue reading', saved: 'Saved', finished: 'Finished', marks: 'Marks and notes' },
  /** What stands in a part that holds nothing. */
  empty: {
    reading: 'Nothing is half read. An article that you begin and leave waits here at the line where you stopped.',
    saved:
      'Nothing is saved yet. Press the bookmark beside an article’s byline, or the key S, and the article is here.',
    finished: 'Nothing is finished yet. An article that you read to its end is listed here.',
  },
  /** What stands there when nothing in it has the words that are searched for. */
  nothingFound: {
    reading: 'Nothing that you are reading has these words in its headline, byline or section.',
    saved: 'Nothing that you saved has these words in its headline, byline or section.',
    finished: 'Nothing that you finished has these words in its headline, byline or section.',
  },
  partsOfTheShelf: 'Parts of the shelf',
  search: 'Search your shelf',
  sort: 'In order of',
  sorts: { last: 'last touched', first: 'first touched', headline: 'headline' },
  count: (count: number) => plural(count, { one: '# article', other: '# articles' }),
  more: 'Show more',
  /** Named in full for those who do not see beside what the button stands. */
  remove: 'Remove',
  removeNamed: (headline: string) => `Remove: ${headline}`,
  finish: 'Mark as finished',
  finishNamed: (headline: string) => `Mark as finished: ${headline}`,
  unfinish: 'Mark as unread',
  unfinishNamed: (headline: string) => `Mark as unread: ${headline}`,
  removed: (headline: string) => `“${headline}” is removed from your shelf.`,
  forgotten: (headline: string) => `“${headline}” is unread again.`,
  finished: (headline: string) => `“${headline}” is finished.`,
  undo: 'Undo',
  undoNamed: (headline: string) => `Undo: ${headline}`,
  undone: (headline: string) => `“${headline}” is as it was.`,
  notChanged: 'Nothing was changed.',
  /** Of an article that was looked for and not found. */
  gone: (date: string) => `On ${date} the publication no longer had this article here. What you marked in it is kept.`,
  wasKept:
    'This article was on your shelf. The publication no longer has it at this address; what you kept of it is still yours.',
  toShelf: 'To your shelf',
  notRead: 'What is kept on this device cannot be shown.',
  tryAgain: 'Try again',
};
