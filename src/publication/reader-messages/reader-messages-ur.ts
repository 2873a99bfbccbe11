import { storageProblems } from '../storage-problems-ur.ts';
import { backupUr } from './backup-ur.ts';
import { keysUr } from './keys-ur.ts';
import { marksUr } from './marks-ur.ts';
import type { ReaderMessages } from './reader-messages.ts';
import { settingsUr } from './settings-ur.ts';
import { shelfUr } from './shelf-ur.ts';

export const readerMessagesUr: ReaderMessages = {
  settings: settingsUr,
  keys: keysUr,
  shelf: shelfUr,
  marks: marksUr,
  backup: backupUr,
  problems: storageProblems,
};
