/** Words of pictures that are looked at closely, in Urdu. */
import type { PicturesWords } from '../words.ts';

export const pictures: PicturesWords = {
  of: (number, count) => `${number.toLocaleString('ur')} از ${count.toLocaleString('ur')}`,
  previous: 'پچھلی تصویر',
  next: 'اگلی تصویر',
  enlarge: 'بڑی کیجیے',
  whole: 'پوری تصویر',
  close: 'بند کیجیے',
};
