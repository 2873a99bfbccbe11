/** Words on paper, in Arabic. */
import type { PrintWords } from '../words.ts';

export const print: PrintWords = {
  pageOf: (page, pages) => `الصفحة ${page} من ${pages}`,
};
