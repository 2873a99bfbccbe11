/** The words of everything that belongs to the reader, a part a feature. They are loaded with the features themselves. */
import type { KeysMessages } from './keys.ts';
import type { SettingsMessages } from './settings.ts';
import type { ShelfMessages } from './shelf.ts';
import type { MarksMessages } from './marks.ts';
import type { BackupMessages } from './backup.ts';
import type { StorageProblems } from './storage-problems.ts';

export type ReaderMessages = {
  settings: SettingsMessages;
  keys: KeysMessages;
  shelf: ShelfMessages;
  marks: MarksMessages;
  backup: BackupMessages;
  problems: StorageProblems;
};
