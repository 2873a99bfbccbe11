/** Words of what is kept on this device to be read without a line, in Arabic. */
import type { OfflineWords } from '../words.ts';
import { pluralsIn } from '../plural.ts';

const plural = pluralsIn('ar');
const articles = {
  zero: 'لا مقالات',
  one: 'مقالة واحدة',
  two: 'مقالتان',
  few: '# مقالات',
  many: '# مقالة',
  other: '# مقالة',
};

export const offline: OfflineWords = {
  copyOf: (day) => `لا يوجد اتصال. هذه نسخة ${day} المحفوظة على هذا الجهاز.`,
  keptInstead: 'ما يمكنك قراءته هنا دون اتصال',
  opensItself: 'تُفتح الصفحة من تلقاء نفسها حالما يعود الاتصال.',
  moreOnShelf: 'كل ما هو محفوظ على هذا الجهاز',
  title: 'دون اتصال',
  introduction: 'ما تحفظه وما تقرؤه مدةً وما في «لا يفوتك» يُحفظ على هذا الجهاز مع صوره، ويُفتح دون اتصال.',
  nothing: 'لا شيء محفوظ بعد. احفظ مقالة أو اقرأ واحدة مدةً.',
  count: (count) => `المحفوظ: ${plural(count, articles)}`,
  size: (kept, bytes) => `${kept}، نحو ${bytes}.`,
  offline: 'دون اتصال',
  why: { saved: 'في رفّك', 'must-read': 'لا يفوتك', read: 'قُرئت هنا', section: 'مع قسمها' },
  remove: 'إزالة النسخة',
  removeNamed: (headline) => `إزالة النسخة: ${headline}`,
  removed: (headline) => `أُزيلت نسخة «${headline}».`,
  more: 'إظهار المزيد',
  noRoom: (needed, free) =>
    `لا متسع على هذا الجهاز: المطلوب ${needed} والمتاح ${free}. ما حفظته وما علّمته باقٍ؛ أزِل من هنا أقسامًا أو نسخًا لتُفسح مكانًا.`,
  home: 'على آيفون أو آيباد: «مشاركة» ثم «إضافة إلى الشاشة الرئيسية». ما يُحفظ هناك منفصل عمّا هنا، فافتحه مرة وأنت متصل.',
  sections: 'أقسام كاملة',
  keepSection: 'حفظ هذا القسم على هذا الجهاز',
  keepNamed: (section) => `حفظ ${section}`,
  keepAll: 'حفظ الصحيفة كلها',
  asks: (count, bytes) => `${plural(count, articles)}، نحو ${bytes}.`,
  yes: 'حفظ',
  no: 'ليس الآن',
  progress: (done, all) => `${done} من ${all} من المقالات`,
  pause: 'إيقاف مؤقت',
  paused: 'متوقف مؤقتًا.',
  resume: 'متابعة',
  cancel: 'إلغاء وإزالة',
  isKept: 'هذا القسم على هذا الجهاز.',
  isKeptNamed: (section) => `${section}: على هذا الجهاز.`,
  removeSection: 'إزالة',
  removeSectionNamed: (section) => `إزالة ${section} من هذا الجهاز`,
  notReached: 'تعذّر تحميل قائمة هذا القسم.',
  newer: 'جُدّد هذا الموقع.',
  useNewer: 'تحميل النسخة الجديدة',
};
