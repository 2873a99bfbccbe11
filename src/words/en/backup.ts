/** Words of the backup in English. */
import { pluralsIn } from '../plural.ts';

const number = (count: number) => count.toLocaleString('en');
const plural = pluralsIn('en');
const entries = (count: number) => plural(count, { one: '# entry', other: '# entries' });

export const backup = {
  title: 'Take it with you',
  introduction: 'All of this is kept on this device and nowhere else. A backup file carries it to another one.',
  /** What is kept, by kind. */
  kinds: {
    saved: 'Saved articles',
    places: 'Places in articles',
    marks: 'Marks and notes',
    responses: 'Responses',
    drafts: 'Unfinished responses',
    settings: 'Settings',
  },
  nothingKept: 'Nothing is kept on this device yet.',
  /** `size` is such as "1.2 MB". */
  size: (size: string) => `With what the browser keeps for reading faster, this takes about ${size}.`,
  persisted: 'The browser has agreed to keep it even when the device runs short of space.',
  notPersisted:
    'The browser may remove it when the device runs short of space, or after weeks without a visit. Save a backup now and then.',
  /** Of damaged records. */
  putAside: (count: number) =>
    `${plural(count, { one: '# entry was', other: '# entries were' })} found damaged and put aside. Everything else is as it was.`,
  notCounted: 'What is kept on this device cannot be read.',
  saveHeading: 'Save',
  saveHelp: 'One file with everything: articles, places, marks, notes, responses and settings. It is not encrypted.',
  save: 'Save a backup file',
  handedOver: (file: string) => `${file} was handed to the browser, which puts it with your downloads.`,
  notSaved: 'The file could not be made.',
  showText: 'No file? Show the text instead',
  text: 'Text of the file',
  textHelp: 'Copy all of it into an empty text file, and give that the name above.',
  copy: 'Copy the text',
  copied: 'Copied.',
  copyFailed: 'The browser does not let this page copy. Select the text and copy it by hand.',
  restoreHeading: 'Restore',
  restoreHelp: 'Choose a backup file. You will see what it adds and changes before anything is done.',
  file: 'Backup file',
  refused: {
    'too-large': 'This file is larger than 50 MB, which no backup is. Choose the file that was saved here.',
    empty: 'This file is empty. Choose another, or save the backup again where it was made.',
    'not-text': 'This is no text, or it cannot be read from its disk. A backup file ends in .json.',
    'cut-off': 'This backup is cut off: its end is missing. Copy or download it again from where it was made.',
    'not-json':
      'This is not a backup file, or it was changed in an editor and is not JSON any more. Choose another file.',
    'not-a-backup': 'This file holds something else than a backup of Broadsheet. Choose another file.',
    damaged: 'This is a backup, but a part of it is missing or broken. Save it again where it was made.',
    newer: 'This backup was made by a newer version of this publication. Load this page again and try once more.',
    'unknown-version': 'This backup does not say by which version it was made. Save it again where it was made.',
    'too-many': 'This file says it has more than 100,000 entries, which no backup of a reader has.',
  },
  unchanged: 'Nothing was changed.',
  preview: 'What this file will do',
  foreign: (address: string) =>
    `This is a backup of another publication (${address}). What it holds may lead to articles that are not here.`,
  kind: 'What',
  adds: 'Added',
  changes: 'Changed',
  returns: 'Brought back',
  nothingGoes: 'Nothing is deleted. What is here now is kept aside first, so that this can be undone.',
  same: (count: number) =>
    `${plural(count, { one: '# entry is', other: '# entries are' })} here already, as in the file or newer.`,
  nothingNew: 'Everything in this file is here already. There is nothing to restore.',
  names: (count: number) => `Show ${entries(count)}`,
  moreNames: (count: number) => `and ${number(count)} more`,
  leftOut: (count: number) => `${entries(count)} cannot be read and will be left out`,
  leftOutAt: (kind: string, number: number, field: string) =>
    `${kind}, number ${number}: “${field}” is not as it should be.`,
  leftOutWhole: (kind: string, number: number) => `${kind}, number ${number}: it is not an entry at all.`,
  unknownLists: (names: string) => `Left out because this version does not know it: ${names}.`,
  restore: 'Restore',
  restoreForeign: 'Restore it here all the same',
  cancel: 'Change nothing',
  restored: (count: number) => `Done: ${entries(count)} restored.`,
  notRestored: 'Nothing was restored: all is as it was before.',
  undoHelp: (date: string) => `The restore of ${date} can be undone. What you have changed since then stays.`,
  undo: 'Undo the restore',
  undone: 'Undone: all is as it was before the restore.',
  undoneInPart: (left: number) =>
    `Undone, but for ${entries(left)} that changed since the restore and stayed as they are.`,
  undoDamaged: 'The copy of what was here before is damaged. Nothing was changed.',
  notUndone: 'The restore was not undone: all is as it was.',
  marksHeading: 'Marks for other programs',
  marksHelp: 'Quotes and notes, each with a link to its passage.',
  markdown: 'Marks as Markdown',
  jsonLd: 'Marks as JSON-LD (W3C Web Annotation)',
  /** Heading of the list of marks; `name` is the publication's. */
  marksTitle: (name: string) => `Marks in ${name}`,
  toPassage: 'Read it in the article',
  deleteHeading: 'Delete',
  deleteHelp: 'Before you give this device away, or to begin anew.',
  delete: 'Delete everything on this device…',
  deleteQuestion: 'Delete everything that is yours on this device?',
  deleteList: 'These go, here and in every other window of this publication:',
  deleteAdvice: 'This cannot be undone. Save a backup file first if you may want any of it again.',
  deleteYes: 'Delete everything',
  deleteNo: 'Keep everything',
  deleted: 'Everything that was yours is deleted on this device.',
  notDeleted: 'Not everything could be deleted.',
  lost: (count: number, date: string) =>
    `Your saved things are missing on this device: ${plural(count, { one: '# was', other: '# were' })} here on ${date}. The browser has removed or lost them.`,
  lostHelp: 'If you have a backup file, restore it.',
  toBackup: 'Restore a backup',
  close: 'Do not say this again',
  loadAgain: 'Load this page again',
};
