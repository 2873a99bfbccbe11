import type { MarksMessages } from './marks.ts';

export const marksUr: MarksMessages = { title: '' };
