import type { MarksMessages } from './marks.ts';

export const marksEn: MarksMessages = { title: '' };
