import { storageProblems } from './storage-problems.ts';
import { backupUr } from './backup.ts';
import { keysUr } from './keys.ts';
import { marksUr } from './marks.ts';
import type { ReaderMessages } from '../reader-messages.ts';
import { settingsUr } from './settings.ts';
import { shelfUr } from './shelf.ts';

export const readerMessagesUr: ReaderMessages = {
  settings: settingsUr,
  keys: keysUr,
  shelf: shelfUr,
  marks: marksUr,
  backup: backupUr,
  problems: storageProblems,
};
