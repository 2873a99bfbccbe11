/** Words of the reader's marks. */
export type MarksMessages = { title: string };
