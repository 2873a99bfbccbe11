/** The response form in English. */
import { problems } from './storage-problems.ts';

export const responses = {
  list: 'Responses kept on this device',
  comment: 'Comment',
  name: 'Name',
  /** The button of the form under the article. */
  keep: 'Keep on this device',
  save: 'Save',
  cancel: 'Cancel',
  edit: 'Edit',
  edited: 'edited',
  remove: 'Remove',
  removeQuestion: 'Remove this response?',
  /** The other answer to that question. */
  leave: 'Keep',
  emptyComment: 'Please enter your comment!',
  emptyName: 'Please enter your name here',
  longComment: (length: number, limit: number) =>
    `The comment has ${length.toLocaleString('en')} characters; ${limit.toLocaleString('en')} can be kept.`,
  longName: (length: number, limit: number) =>
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
  /** Of a response that was to be removed. */
  nowReads: 'It was changed in another window and now reads as above.',
  problems,
};
