/** Words of what is kept on this device to be read without a line, in Urdu. */
import type { OfflineWords } from '../words.ts';
import { pluralsIn } from '../plural.ts';

const plural = pluralsIn('ur');
const articles = { one: '# تحریر', other: '# تحریریں' };

export const offline: OfflineWords = {
  copyOf: (day) => `رابطہ نہیں ہے۔ یہ ${day} کی نقل ہے جو اس آلے پر رکھی ہے۔`,
  keptInstead: 'رابطے کے بغیر آپ یہاں کیا پڑھ سکتے ہیں',
  opensItself: 'رابطہ بحال ہوتے ہی یہ صفحہ خود کھل جائے گا۔',
  moreOnShelf: 'اس آلے پر رکھی ہوئی ہر چیز',
  title: 'رابطے کے بغیر',
  introduction:
    'جو آپ محفوظ کرتے ہیں، جو کچھ دیر پڑھتے ہیں اور جو ”ضرور پڑھیے“ میں ہے، تصویروں سمیت اس آلے پر رکھا جاتا ہے اور رابطے کے بغیر کھلتا ہے۔',
  nothing: 'ابھی کچھ نہیں رکھا گیا۔ کوئی تحریر محفوظ کیجیے یا کچھ دیر پڑھیے۔',
  count: (count) => `رکھے گئے: ${plural(count, articles)}`,
  size: (kept, bytes) => `${kept}، تقریباً ${bytes}۔`,
  offline: 'رابطے کے بغیر',
  why: { saved: 'محفوظ', 'must-read': 'ضرور پڑھیے', read: 'یہاں پڑھی گئی', section: 'اپنے حصے کے ساتھ' },
  remove: 'نقل ہٹائیے',
  removeNamed: (headline) => `نقل ہٹائیے: ${headline}`,
  removed: (headline) => `”${headline}“ کی نقل ہٹا دی گئی۔`,
  more: 'مزید دکھائیے',
  noRoom: (needed, free) =>
    `اس آلے پر جگہ نہیں: ${needed} درکار ہیں، ${free} خالی ہیں۔ جو آپ نے محفوظ اور نشان زد کیا وہ باقی ہے؛ جگہ بنانے کے لیے الماری سے حصے یا نقلیں ہٹائیے۔`,
  home: 'آئی فون یا آئی پیڈ پر: ”شیئر“، پھر ”ہوم اسکرین میں شامل کریں“۔ وہاں رکھی ہوئی چیزیں یہاں سے الگ ہوتی ہیں، اس لیے رابطہ ہوتے ہوئے ایک بار کھول لیجیے۔',
  sections: 'پورے حصے',
  keepSection: 'یہ حصہ اس آلے پر رکھیے',
  keepNamed: (section) => `${section} رکھیے`,
  keepAll: 'پورا اخبار رکھیے',
  asks: (count, bytes) => `${plural(count, articles)}، تقریباً ${bytes}۔`,
  yes: 'رکھیے',
  no: 'ابھی نہیں',
  progress: (done, all) => `${all} میں سے ${done} تحریریں`,
  pause: 'روکیے',
  paused: 'رکا ہوا ہے۔',
  resume: 'جاری رکھیے',
  cancel: 'منسوخ کیجیے اور ہٹائیے',
  isKept: 'یہ حصہ اس آلے پر ہے۔',
  isKeptNamed: (section) => `${section}: اس آلے پر ہے۔`,
  removeSection: 'ہٹائیے',
  removeSectionNamed: (section) => `${section} کو اس آلے سے ہٹائیے`,
  notReached: 'اس حصے کی فہرست نہیں آ سکی۔',
  newer: 'یہ سائٹ نئی ہو گئی ہے۔',
  useNewer: 'نیا نسخہ کھولیے',
};
