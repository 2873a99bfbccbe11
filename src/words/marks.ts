/** Words of the reader's marks and notes. */
export type MarksMessages = {
  /** The list after an article. */
  title: string;
  introduction: string;
  count: (count: number) => string;
  colours: { yellow: string; green: string; blue: string; pink: string };
  colour: string;
  highlight: { yellow: string; green: string; blue: string; pink: string };
  /** What can be done with words that are selected. */
  selected: string;
  note: string;
  addNote: string;
  copy: string;
  link: string;
  share: string;
  close: string;
  previousSentence: string;
  nextSentence: string;
  longer: string;
  marked: string;
  notMarked: string;
  tooLong: (limit: number) => string;
  copied: string;
  linkCopied: string;
  copyRefused: string;
  toCopy: string;
  /** The panel of one mark. */
  mark: string;
  noteLabel: string;
  noteLimit: (length: number, limit: number) => string;
  save: string;
  noteSaved: string;
  notSaved: string;
  draftKept: string;
  draftNotKept: string;
  otherVersionKept: string;
  removedElsewhere: string;
  changedElsewhere: string;
  goTo: string;
  goToNamed: (quote: string) => string;
  edit: string;
  editNamed: (quote: string) => string;
  remove: string;
  removeNamed: (quote: string) => string;
  removed: string;
  notRemoved: string;
  notChanged: string;
  undo: string;
  undone: string;
  /** Marks whose words are not in the text any more. */
  lostTitle: string;
  lost: string;
  reattach: string;
  reattachNamed: (quote: string) => string;
  selectPlace: string;
  putHere: string;
  placed: string;
  cancel: string;
  translated: string;
  notPainted: string;
  notRead: string;
  tryAgain: string;
  /** On the shelf. */
  shelfEmpty: string;
  shelfNothing: string;
  search: string;
  more: string;
  inArticle: string;
};
