import { storageProblems } from './storage-problems.ts';
import { backupEn } from './backup.ts';
import { keysEn } from './keys.ts';
import { marksEn } from './marks.ts';
import type { ReaderMessages } from '../reader-messages.ts';
import { settingsEn } from './settings.ts';
import { shelfEn } from './shelf.ts';

export const readerMessagesEn: ReaderMessages = {
  settings: settingsEn,
  keys: keysEn,
  shelf: shelfEn,
  marks: marksEn,
  backup: backupEn,
  problems: storageProblems,
};
