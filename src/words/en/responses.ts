/** The response form in English. */
import type { ResponseMessages } from '../response-messages.ts';
import { storageProblems } from './storage-problems.ts';

export const responses: ResponseMessages = {
  list: 'Responses kept on this device',
  comment: 'Comment',
  name: 'Name',
  keep: 'Keep on this device',
  save: 'Save',
  cancel: 'Cancel',
  edit: 'Edit',
  edited: 'edited',
  remove: 'Remove',
  removeQuestion: 'Remove this response?',
  leave: 'Keep',
  emptyComment: 'Please enter your comment!',
  emptyName: 'Please enter your name here',
  longComment: (length, limit) =>
    `The comment has ${length.toLocaleString('en')} characters; ${limit.toLocaleString('en')} can be kept.`,
  longName: (length, limit) =>
    `The name has ${length.toLocaleString('en')} characters; ${limit.toLocaleString('en')} can be kept.`,
  kept: 'Kept on this device. Not sent to anybody.',
  removed: 'Removed from this device.',
  notKept: 'This is not kept on this device. Your text is still in the form.',
  notRemoved: 'The response was not removed.',
  notRead: 'What is kept on this device cannot be shown.',
  tryAgain: 'Try again',
  changedElsewhere:
    'This response was changed in another window, and now reads as below. Your text is still in the form: saving again replaces what is below.',
  removedElsewhere:
    'This response was removed in another window. Your text is still in the form: saving again keeps it as a new response.',
  nowReads: 'It was changed in another window and now reads as above.',
  problems: storageProblems,
};
