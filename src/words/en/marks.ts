/** Words of the reader’s marks and notes, in English. */
import { pluralsIn } from '../plural.ts';

const plural = pluralsIn('en');
const count = new Intl.NumberFormat('en');

export const marks = {
  /** The list after an article. */
  title: 'Your marks',
  beside: 'Your marks beside the text',
  introduction: 'They stay on this device. Nobody else sees them.',
  count: (marks: number) => plural(marks, { one: '# mark', other: '# marks' }),
  colours: { yellow: 'yellow', green: 'green', blue: 'blue', pink: 'pink' },
  colour: 'Colour',
  highlight: {
    yellow: 'Highlight in yellow',
    green: 'Highlight in green',
    blue: 'Highlight in blue',
    pink: 'Highlight in pink',
  },
  /** What can be done with words that are selected. */
  selected: 'Selected words',
  note: 'Note',
  addNote: 'Add a note',
  copy: 'Copy with source',
  link: 'Copy a link to these words',
  share: 'Share a link to these words',
  close: 'Close',
  previousSentence: 'Sentence before',
  nextSentence: 'Next sentence',
  longer: 'One sentence more',
  marked: 'Marked.',
  notMarked: 'Not marked.',
  tooLong: (limit: number) =>
    `That is too much for one mark: it can hold ${count.format(limit)} characters. Select less.`,
  copied: 'Copied, with its source.',
  linkCopied: 'The link to these words is copied.',
  copyRefused: 'This browser did not let the page copy. Copy it from here:',
  toCopy: 'Text to copy',
  /** The panel of one mark. */
  mark: 'Your mark',
  noteLabel: 'Your note',
  noteLimit: (length: number, limit: number) =>
    `The note has ${count.format(length)} characters; ${count.format(limit)} can be kept. Shorten it.`,
  save: 'Save note',
  noteSaved: 'Note saved.',
  notSaved: 'The note is not saved. Your text is still here.',
  draftKept: 'Not saved yet; kept as a draft.',
  draftNotKept: 'Not saved yet, and no draft can be kept. Save it before you leave.',
  otherVersionKept: 'Note saved. What another window had written here is kept beside it, as a mark of its own.',
  removedElsewhere:
    'This mark was removed in another window. Your text is still here: save it again to make a new mark.',
  changedElsewhere: 'This note was changed in another window.',
  goTo: 'Go to the words',
  goToNamed: (quote: string) => `Go to the words: ${quote}`,
  edit: 'Edit',
  editNamed: (quote: string) => `Edit the mark: ${quote}`,
  remove: 'Remove',
  removeNamed: (quote: string) => `Remove the mark: ${quote}`,
  removed: 'The mark is removed.',
  notRemoved: 'The mark is not removed.',
  notChanged: 'The mark is not changed.',
  undo: 'Undo',
  undone: 'The mark is back.',
  /** Marks whose words are not in the text any more. */
  lostTitle: 'The text has changed',
  lost: 'These words are no longer in the article as you marked them. Nothing of yours is lost.',
  reattach: 'Put it elsewhere',
  reattachNamed: (quote: string) => `Put the mark elsewhere: ${quote}`,
  selectPlace: 'Select the words where this mark belongs, then choose “Put it here”.',
  putHere: 'Put it here',
  placed: 'The mark is on these words now.',
  cancel: 'Cancel',
  translated:
    'The words on this page are not those of the article: it seems to be translated. Show the original to mark it and to see your marks.',
  notPainted: 'This browser cannot show marks in the text; they are listed here.',
  notRead: 'Your marks could not be read.',
  tryAgain: 'Try again',
  /** On the shelf. */
  shelfEmpty: 'Nothing is marked yet. Select words in an article to mark them.',
  shelfNothing: 'No mark has these words.',
  search: 'Search your marks',
  more: 'More marks',
  inArticle: 'Read in the article',
};
