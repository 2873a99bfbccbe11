/** Words of notes in their place, in Arabic. */
import type { NotesWords } from '../words.ts';

export const notes: NotesWords = {
  all: 'كل الحواشي',
  glossary: 'في المسرد',
  close: 'إغلاق',
  beside: 'الحواشي بجانب النص',
  back: 'العودة إلى النص',
};
