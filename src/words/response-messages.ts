/** The words of the response form and list, in the languages of the interface. Nothing here may say "posted" or "sent". */
import type { StorageProblems } from './storage-problems.ts';

export type ResponseMessages = {
  list: string;
  comment: string;
  name: string;
  /** The button of the form under the article. */
  keep: string;
  save: string;
  cancel: string;
  edit: string;
  edited: string;
  remove: string;
  removeQuestion: string;
  /** The other answer to that question. */
  leave: string;
  emptyComment: string;
  emptyName: string;
  longComment: (length: number, limit: number) => string;
  longName: (length: number, limit: number) => string;
  kept: string;
  removed: string;
  notKept: string;
  notRemoved: string;
  notRead: string;
  tryAgain: string;
  changedElsewhere: string;
  removedElsewhere: string;
  /** Of a response that was to be removed. */
  nowReads: string;
  problems: StorageProblems;
};
