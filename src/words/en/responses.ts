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
  /** Of a response that goes to the editors as a letter. */
  letters: {
    send: 'Send to the editors',
    sendAgain: 'Send again',
    kept: 'Kept on this device.',
    ways: 'How shall your letter go to the editors?',
    mail: 'Open in your mail program',
    copy: 'Copy the letter',
    file: 'Save as a file',
    /** Of the message in the mail program. */
    subject: (headline: string) => `Letter: ${headline}`,
    /** In brackets above the lines by which the desk knows the letter. */
    leaveLines: 'Please leave these lines: the editors know your letter by them.',
    tooLong: 'The letter is too long to be handed over whole: it is copied as the message opens, for you to paste.',
    paste: 'The letter is copied. Paste it into the message.',
    notCopied: 'The letter could not be copied. Save it as a file, and send that.',
    handed: {
      mail: (date: string) => `Handed to your mail program on ${date}.`,
      copy: (date: string) => `Copied on ${date}.`,
      file: (date: string) => `Saved as a file on ${date}.`,
      post: (moment: string) => `Received by the publication on ${moment}.`,
    },
    changed: 'Changed since then; send it again.',
    printed: (date: string) => `Printed on ${date}.`,
    sending: 'Sending to the editors …',
    failed: {
      cut: 'The connection failed before an answer came.',
      silent: 'No answer came within 30 seconds.',
      elsewhere: 'The answer came from another address than the one for letters.',
      foreign: 'The network answered with a page that is not of this publication.',
      tooLarge: 'The letter is too long for the server.',
      refused: (status: number) => `The server answered with an error (${status}).`,
    },
    notReceived: 'So the letter does not count as received. It is kept here, and sending it twice does no harm.',
    /** The same of one that could not be kept. */
    notReceivedNorKept: 'So the letter does not count as received. Your text is still in the form.',
    hereOnly: 'It goes from this device only.',
    theirs: { received: 'The editors have it.', handed: 'If you sent it, the editors have it.' },
  },
};
