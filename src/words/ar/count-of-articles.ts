/** "3 articles" in Arabic, as many places say it. */
import { pluralsIn } from '../plural.ts';

const plural = /* @__PURE__ */ pluralsIn('ar');

export const articles = (count: number): string =>
  plural(count, {
    zero: 'لا مقالات',
    one: 'مقالة واحدة',
    two: 'مقالتان',
    few: '# مقالات',
    many: '# مقالة',
    other: '# مقالة',
  });
