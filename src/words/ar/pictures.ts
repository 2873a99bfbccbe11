/** Words of pictures that are looked at closely, in Arabic. */
import type { PicturesWords } from '../words.ts';

export const pictures: PicturesWords = {
  of: (number, count) => `${number.toLocaleString('ar')} من ${count.toLocaleString('ar')}`,
  previous: 'الصورة السابقة',
  next: 'الصورة التالية',
  enlarge: 'تكبير',
  whole: 'الصورة كاملة',
  close: 'إغلاق',
};
