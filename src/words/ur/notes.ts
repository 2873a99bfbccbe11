/** Words of notes in their place, in Urdu. */
import type { NotesWords } from '../words.ts';

export const notes: NotesWords = {
  all: 'تمام حواشی',
  glossary: 'فرہنگ میں',
  close: 'بند کیجیے',
  beside: 'متن کے پہلو میں حواشی',
  back: 'متن پر واپس',
};
