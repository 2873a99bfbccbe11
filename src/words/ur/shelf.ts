/** Words of what the reader saves, of their place in an article, and of the shelf that lists both, in Urdu. */
import { pluralsIn } from '../plural.ts';
import type { ShelfWords } from '../words.ts';

const plural = pluralsIn('ur');
const number = (count: number) => count.toLocaleString('ur');

export const shelf: ShelfWords = {
  title: 'آپ کی الماری',
  save: 'اپنی الماری میں رکھیے',
  saved: 'اس آلے پر محفوظ ہو گئی۔',
  unsaved: 'اب محفوظ نہیں۔',
  notSaved: 'یہ تحریر محفوظ نہیں ہوئی۔',
  notUnsaved: 'یہ تحریر اب بھی محفوظ ہے۔',
  place: 'اس تحریر میں آپ کی جگہ',
  continueReading: 'جہاں چھوڑا تھا وہیں سے پڑھیے',
  notNow: 'ابھی نہیں',
  offered: (percent) => `آپ اس تحریر کا ${number(percent)} فیصد پڑھ چکے ہیں۔ جہاں چھوڑا تھا وہیں سے پڑھ سکتے ہیں۔`,
  here: 'آپ یہاں ہیں',
  tools: 'پڑھنے کے اوزار',
  minutesLeft: (count) => plural(count, { one: 'ایک منٹ باقی', other: '# منٹ باقی' }),
  read: 'پڑھ لی',
  readSoFar: (percent) => `${number(percent)} فیصد پڑھی`,
  parts: { reading: 'پڑھنا جاری رکھیے', saved: 'محفوظ', finished: 'پوری پڑھی ہوئی', marks: 'نشان اور یادداشتیں' },
  empty: {
    reading: 'کوئی تحریر ادھوری نہیں۔ جو تحریر آپ شروع کر کے چھوڑ دیں وہ اسی سطر پر یہاں منتظر رہتی ہے۔',
    saved:
      'ابھی کچھ محفوظ نہیں۔ تحریر کے مصنف کے نام کے پاس نشانی والا بٹن دبائیے، یا S کی کلید، تو تحریر یہاں آ جائے گی۔',
    finished: 'ابھی کوئی تحریر پوری نہیں ہوئی۔ جو تحریر آپ آخر تک پڑھ لیں وہ یہاں درج ہوتی ہے۔',
  },
  nothingFound: {
    reading: 'جو آپ پڑھ رہے ہیں ان میں کسی کی سرخی، مصنف یا شعبے میں یہ الفاظ نہیں۔',
    saved: 'جو آپ نے محفوظ کیا ان میں کسی کی سرخی، مصنف یا شعبے میں یہ الفاظ نہیں۔',
    finished: 'جو آپ نے پورا پڑھا ان میں کسی کی سرخی، مصنف یا شعبے میں یہ الفاظ نہیں۔',
  },
  partsOfTheShelf: 'الماری کے حصے',
  search: 'اپنی الماری میں تلاش کیجیے',
  sort: 'ترتیب',
  sorts: { last: 'جو آخر میں دیکھی', first: 'جو پہلے دیکھی', headline: 'سرخی کے مطابق' },
  count: (count) => plural(count, { one: 'ایک تحریر', other: '# تحریریں' }),
  more: 'اور دکھائیے',
  remove: 'ہٹائیے',
  removeNamed: (headline) => `ہٹائیے: ${headline}`,
  finish: 'پوری پڑھ لی',
  finishNamed: (headline) => `پوری پڑھ لی: ${headline}`,
  unfinish: 'نہیں پڑھی',
  unfinishNamed: (headline) => `نہیں پڑھی: ${headline}`,
  removed: (headline) => `”${headline}“ آپ کی الماری سے ہٹا دی گئی۔`,
  forgotten: (headline) => `”${headline}“ اب ان پڑھی شمار ہو گی۔`,
  finished: (headline) => `”${headline}“ پوری پڑھ لی گئی۔`,
  undo: 'واپس لائیے',
  undoNamed: (headline) => `واپس لائیے: ${headline}`,
  undone: (headline) => `”${headline}“ پھر ویسی ہی ہے۔`,
  notChanged: 'کچھ نہیں بدلا۔',
  gone: (date) => `${date} کو یہ تحریر اشاعت میں اس جگہ موجود نہ تھی۔ اس میں آپ کے نشان محفوظ ہیں۔`,
  wasKept: 'یہ تحریر آپ کی الماری میں تھی۔ اشاعت میں اب وہ اس پتے پر نہیں؛ اس میں سے جو آپ نے رکھا وہ اب بھی آپ کا ہے۔',
  toShelf: 'اپنی الماری پر جائیے',
  notRead: 'جو اس آلے پر محفوظ ہے وہ دکھایا نہیں جا سکتا۔',
  tryAgain: 'دوبارہ کوشش کیجیے',
};
