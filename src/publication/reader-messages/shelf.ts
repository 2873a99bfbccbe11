/** Words of the reader's shelf. */
export type ShelfMessages = { title: string };
