/** Searching in Arabic. */
import { articles } from './count-of-articles.ts';
import { pluralsIn } from '../plural.ts';
import type { SearchWords } from '../words.ts';

const plural = pluralsIn('ar');
const moreThan = (count: number) =>
  plural(count, {
    zero: 'مقالة واحدة على الأقل',
    one: 'أكثر من مقالة واحدة',
    two: 'أكثر من مقالتين',
    few: 'أكثر من # مقالات',
    many: 'أكثر من # مقالة',
    other: 'أكثر من # مقالة',
  });

export const search: SearchWords = {
  results: 'النتائج',
  hint: 'يشمل البحث كل كلمة في كل مقالة: العناوين والنصوص وأسماء الكتّاب والموضوعات، بأي لغة ومن أي لوحة مفاتيح.',
  phraseHint: 'الكلمات التي توضع بين علامتي تنصيص يُبحث عنها متتابعة.',
  tooShort: 'الحرف الواحد موجود في كل مكان تقريبًا. يرجى كتابة حرف آخر.',
  found: (count, atLeast) => (atLeast ? moreThan(count) : articles(count)),
  none: (query) => `لا نتائج للبحث عن «${query}».`,
  partly: 'لا مقالة تجمع هذه الكلمات كلها. وفي هذه المقالات بعضها.',
  corrected: (from, to) => `لا ترد «${from}» في أي مقالة. وفي هذه المقالات ترد «${to}».`,
  nearby: 'كلمات تبدأ البداية نفسها:',
  withoutFilters: 'البحث في كل مكان',
  toArchive: 'تصفّح الأرشيف',
  sort: 'الترتيب',
  byRelevance: 'الأنسب أولًا',
  byDate: 'الأحدث أولًا',
  section: 'القسم',
  allSections: 'جميع الأقسام',
  author: 'الكاتب',
  allAuthors: 'جميع الكتّاب',
  year: 'السنة',
  allYears: 'جميع السنوات',
  pageOf: (number, count) => `الصفحة ${number.toLocaleString('ar')} من ${count.toLocaleString('ar')}`,
  previous: 'السابق',
  next: 'التالي',
  kept: (count) => `لا يوجد اتصال: جرى البحث في المحفوظ على هذا الجهاز، ${articles(count)}.`,
  gone: 'تغيّر الموقع منذ تحميل هذه الصفحة. يرجى إعادة تحميلها للبحث في محتواه الحالي.',
  reload: 'إعادة التحميل',
  failed: 'تعذّر جلب ما يحتاج إليه البحث. كلماتك ما زالت في الخانة.',
  tryAgain: 'إعادة المحاولة',
  looking: 'جارٍ البحث',
};
