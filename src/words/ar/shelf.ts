/** Words of what the reader saves, of their place in an article, and of the shelf that lists both, in Arabic. */
import { articles } from './count-of-articles.ts';
import { pluralsIn } from '../plural.ts';
import type { ShelfWords } from '../words.ts';

const plural = pluralsIn('ar');
const number = (count: number) => count.toLocaleString('ar');

export const shelf: ShelfWords = {
  title: 'رفّ القراءة',
  save: 'حفظ على رفّ القراءة',
  saved: 'حُفظت على هذا الجهاز.',
  unsaved: 'لم تعد محفوظة.',
  notSaved: 'لم تُحفظ هذه المقالة.',
  notUnsaved: 'ما زالت هذه المقالة محفوظة.',
  place: 'موضعك في هذه المقالة',
  continueReading: 'المتابعة من حيث توقفت',
  notNow: 'ليس الآن',
  offered: (percent) => `قرأت ${number(percent)} في المئة من هذه المقالة. يمكنك المتابعة من حيث توقفت.`,
  here: 'أنت هنا',
  tools: 'أدوات القراءة',
  minutesLeft: (count) =>
    plural(count, {
      zero: 'بقي أقل من دقيقة',
      one: 'بقيت دقيقة واحدة',
      two: 'بقيت دقيقتان',
      few: 'بقيت # دقائق',
      many: 'بقيت # دقيقة',
      other: 'بقيت # دقيقة',
    }),
  read: 'مقروءة',
  readSoFar: (percent) => `قُرئ ${number(percent)}%`,
  parts: { reading: 'متابعة القراءة', saved: 'المحفوظة', finished: 'المقروءة', marks: 'العلامات والملاحظات' },
  empty: {
    reading: 'لا مقالات قيد القراءة. المقالة التي تُترك قبل إكمالها تنتظر هنا عند السطر الذي توقفت القراءة عنده.',
    saved:
      'لا مقالات محفوظة بعد. بالضغط على زر الإشارة المرجعية بجوار اسم الكاتب، أو على المفتاح S، تُضاف المقالة إلى هنا.',
    finished: 'لا مقالات مقروءة بعد. المقالة التي تُقرأ إلى آخرها تُدرج هنا.',
  },
  nothingFound: {
    reading: 'ليس بين المقالات التي هي قيد القراءة ما ترد هذه الكلمات في عنوانه أو اسم كاتبه أو قسمه.',
    saved: 'ليس بين المقالات المحفوظة ما ترد هذه الكلمات في عنوانه أو اسم كاتبه أو قسمه.',
    finished: 'ليس بين المقالات المقروءة ما ترد هذه الكلمات في عنوانه أو اسم كاتبه أو قسمه.',
  },
  partsOfTheShelf: 'أجزاء الرفّ',
  search: 'البحث في رفّ القراءة',
  sort: 'الترتيب',
  sorts: { last: 'الأحدث استخدامًا', first: 'الأقدم استخدامًا', headline: 'بحسب العنوان' },
  count: articles,
  more: 'عرض المزيد',
  remove: 'إزالة',
  removeNamed: (headline) => `إزالة: ${headline}`,
  finish: 'نقل إلى المقروءة',
  finishNamed: (headline) => `نقل إلى المقروءة: ${headline}`,
  unfinish: 'إعادة إلى غير المقروءة',
  unfinishNamed: (headline) => `إعادة إلى غير المقروءة: ${headline}`,
  removed: (headline) => `أُزيلت «${headline}» من رفّ القراءة.`,
  forgotten: (headline) => `عادت «${headline}» غير مقروءة.`,
  finished: (headline) => `صارت «${headline}» بين المقروءة.`,
  undo: 'تراجع',
  undoNamed: (headline) => `تراجع: ${headline}`,
  undone: (headline) => `عادت «${headline}» كما كانت.`,
  notChanged: 'لم يتغيّر شيء.',
  gone: (date) => `في ${date} لم تعد هذه المقالة موجودة هنا في الموقع. وعلاماتك عليها محفوظة.`,
  wasKept: 'كانت هذه المقالة على رفّ القراءة، ولم تعد في هذا العنوان من الموقع. وما حفظته منها ما زال لك.',
  toShelf: 'إلى رفّ القراءة',
  notRead: 'تعذّر عرض ما هو محفوظ على هذا الجهاز.',
  tryAgain: 'إعادة المحاولة',
};
