/** Searching in Urdu. */
import { pluralsIn } from '../plural.ts';
import type { SearchWords } from '../words.ts';

const plural = pluralsIn('ur');
const articles = (count: number) => plural(count, { one: '# تحریر', other: '# تحریریں' });

export const search: SearchWords = {
  results: 'نتائج',
  hint: 'ہر تحریر کا ہر لفظ تلاش کیا جا سکتا ہے: سرخیاں، متن، مصنف اور موضوعات، کسی بھی زبان میں اور کسی بھی کی بورڈ سے۔',
  phraseHint: 'جو الفاظ اسی ترتیب میں چاہییں انہیں واوین میں لکھیے۔',
  tooShort: 'ایک حرف تقریباً ہر جگہ ہے۔ ایک حرف اور لکھیے۔',
  found: (count, atLeast) => (atLeast ? `${articles(count)} سے زیادہ` : articles(count)),
  none: (query) => `”${query}“ کے لیے کچھ نہیں ملا۔`,
  partly: 'کسی تحریر میں یہ سب الفاظ نہیں۔ ان میں سے کچھ ان تحریروں میں ہیں۔',
  corrected: (from, to) => `کسی تحریر میں ”${from}“ نہیں۔ ان میں ”${to}“ ہے۔`,
  nearby: 'اسی طرح شروع ہونے والے الفاظ:',
  withoutFilters: 'ہر جگہ تلاش کیجیے',
  toArchive: 'محفوظات دیکھیے',
  sort: 'ترتیب',
  byRelevance: 'بہترین پہلے',
  byDate: 'تازہ پہلے',
  section: 'شعبہ',
  allSections: 'سب شعبے',
  author: 'مصنف',
  allAuthors: 'سب مصنف',
  year: 'سال',
  allYears: 'سب سال',
  pageOf: (number, count) => `صفحہ ${number.toLocaleString('ur')} از ${count.toLocaleString('ur')}`,
  previous: 'پچھلے',
  next: 'اگلے',
  kept: (count) => `رابطہ نہیں ہے: اس آلے پر رکھی ہوئی ${articles(count)} میں تلاش کی گئی۔`,
  gone: 'یہ صفحہ کھلنے کے بعد اشاعت بدل گئی ہے۔ موجودہ اشاعت میں تلاش کے لیے صفحہ دوبارہ کھولیے۔',
  reload: 'دوبارہ کھولیے',
  failed: 'تلاش کے لیے جو درکار ہے وہ نہ مل سکا۔ آپ کے الفاظ خانے میں موجود ہیں۔',
  tryAgain: 'دوبارہ کوشش کیجیے',
  looking: 'تلاش جاری ہے',
};
