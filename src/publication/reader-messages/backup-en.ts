import type { BackupMessages } from './backup.ts';

export const backupEn: BackupMessages = { title: '' };
