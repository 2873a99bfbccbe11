import { storageProblems } from '../storage-problems-en.ts';
import { backupEn } from './backup-en.ts';
import { keysEn } from './keys-en.ts';
import { marksEn } from './marks-en.ts';
import type { ReaderMessages } from './reader-messages.ts';
import { settingsEn } from './settings-en.ts';
import { shelfEn } from './shelf-en.ts';

export const readerMessagesEn: ReaderMessages = {
  settings: settingsEn,
  keys: keysEn,
  shelf: shelfEn,
  marks: marksEn,
  backup: backupEn,
  problems: storageProblems,
};
