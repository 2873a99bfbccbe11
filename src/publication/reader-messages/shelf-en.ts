import type { ShelfMessages } from './shelf.ts';

export const shelfEn: ShelfMessages = { title: '' };
