/** Words of the list of keys, in Urdu. */
import type { KeysWords } from '../words.ts';

export const keys: KeysWords = {
  title: 'کنجیاں',
  introduction: 'ہر کام کے لیے ایک کنجی، Ctrl یا Alt کے بغیر۔ لکھتے وقت کوئی کنجی کام نہیں کرتی۔',
  key: 'کنجی',
  does: 'کام',
  actions: {
    'next-paragraph': 'اگلا پیراگراف',
    'previous-paragraph': 'پچھلا پیراگراف',
    'next-article': 'اگلی تحریر',
    'previous-article': 'پچھلی تحریر',
    save: 'تحریر الماری میں رکھیے، یا نکال لیجیے',
    mark: 'منتخب الفاظ پر نشان لگائیے',
    settings: 'پڑھنے کی ترتیبات',
    search: 'تلاش',
    shelf: 'آپ کی الماری',
    help: 'یہ فہرست',
  },
  pictures: {
    title: 'جب تصویر کھلی ہو',
    arrowKeys: 'تیر',
    arrows: 'پچھلی یا اگلی تصویر؛ بڑی کی ہوئی تصویر کے اندر ادھر ادھر',
    ends: 'پہلی یا آخری تصویر',
    signs: 'تصویر بڑی کیجیے، اور پھر پوری',
  },
  use: 'اکیلی کنجیاں استعمال ہوں',
  off: 'اکیلی کنجیاں بند ہیں۔ یہ انتخاب پڑھنے کی ترتیبات میں بھی ہے۔',
  close: 'بند کیجیے',
  paragraph: (number, count) => `پیراگراف ${number.toLocaleString('ur')} از ${count.toLocaleString('ur')}`,
};
