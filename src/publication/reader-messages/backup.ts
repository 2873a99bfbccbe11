/** Words of the reader's backup. */
export type BackupMessages = { title: string };
