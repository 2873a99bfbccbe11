import type { ShelfMessages } from './shelf.ts';

export const shelfUr: ShelfMessages = { title: '' };
