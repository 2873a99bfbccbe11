import type { BackupMessages } from './backup.ts';

export const backupUr: BackupMessages = { title: '' };
