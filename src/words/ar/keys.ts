/** Words of the list of keys, in Arabic. */
import type { KeysWords } from '../words.ts';

export const keys: KeysWords = {
  title: 'المفاتيح',
  introduction: 'مفتاح واحد لكل عمل، من دون Ctrl أو Alt. ولا يعمل أيٌّ منها أثناء الكتابة.',
  key: 'المفتاح',
  does: 'عمله',
  actions: {
    'next-paragraph': 'الفقرة التالية',
    'previous-paragraph': 'الفقرة السابقة',
    'next-article': 'المقالة التالية',
    'previous-article': 'المقالة السابقة',
    save: 'حفظ المقالة على رفّ القراءة، أو إزالتها منه',
    mark: 'وضع علامة على النص المحدد',
    settings: 'إعدادات القراءة',
    search: 'البحث',
    shelf: 'رفّ القراءة',
    help: 'هذه القائمة',
  },
  pictures: {
    title: 'حين تكون صورة مفتوحة',
    arrowKeys: 'الأسهم',
    arrows: 'الصورة السابقة أو التالية؛ والتنقل داخل صورة مكبَّرة',
    ends: 'الصورة الأولى أو الأخيرة',
    signs: 'تكبير الصورة، ثم إظهارها كاملة',
  },
  use: 'استخدام المفاتيح المفردة',
  off: 'المفاتيح المفردة معطّلة. ويمكن تشغيلها من إعدادات القراءة أيضًا.',
  close: 'إغلاق',
  paragraph: (number, count) => `الفقرة ${number.toLocaleString('ar')} من ${count.toLocaleString('ar')}`,
};
