/** Words on paper, in Urdu. */
import type { PrintWords } from '../words.ts';

export const print: PrintWords = {
  pageOf: (page, pages) => `صفحہ ${page} از ${pages}`,
};
