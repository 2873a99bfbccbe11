/** The response form in Urdu. */
import type { ResponsesWords } from '../words.ts';
import { problems } from './storage-problems.ts';

export const responses: ResponsesWords = {
  list: 'اس آلے پر محفوظ تبصرے',
  comment: 'تبصرہ',
  name: 'نام',
  keep: 'اس آلے پر محفوظ کیجیے',
  save: 'محفوظ کیجیے',
  cancel: 'رہنے دیجیے',
  edit: 'ترمیم',
  edited: 'ترمیم شدہ',
  remove: 'ہٹائیے',
  removeQuestion: 'کیا یہ تبصرہ ہٹا دیا جائے؟',
  leave: 'نہ ہٹائیے',
  emptyComment: 'براہِ کرم اپنا تبصرہ لکھیے!',
  emptyName: 'براہِ کرم یہاں اپنا نام لکھیے',
  longComment: (length, limit) =>
    `تبصرے میں ${length.toLocaleString('ur')} حروف ہیں؛ زیادہ سے زیادہ ${limit.toLocaleString('ur')} محفوظ ہو سکتے ہیں۔`,
  longName: (length, limit) =>
    `نام میں ${length.toLocaleString('ur')} حروف ہیں؛ زیادہ سے زیادہ ${limit.toLocaleString('ur')} محفوظ ہو سکتے ہیں۔`,
  kept: 'اس آلے پر محفوظ ہو گیا۔ کسی کو نہیں بھیجا گیا۔',
  removed: 'اس آلے سے ہٹا دیا گیا۔',
  notKept: 'یہ اس آلے پر محفوظ نہیں ہوا۔ آپ کا متن فارم میں موجود ہے۔',
  notRemoved: 'تبصرہ ہٹایا نہ جا سکا۔',
  notRead: 'جو اس آلے پر محفوظ ہے وہ دکھایا نہیں جا سکتا۔',
  tryAgain: 'دوبارہ کوشش کیجیے',
  changedElsewhere:
    'یہ تبصرہ کسی دوسری ونڈو میں بدل دیا گیا ہے اور اب یوں ہے جیسے نیچے درج ہے۔ آپ کا متن فارم میں موجود ہے: دوبارہ محفوظ کرنے سے نیچے والے متن کی جگہ لے لے گا۔',
  removedElsewhere:
    'یہ تبصرہ کسی دوسری ونڈو میں ہٹا دیا گیا ہے۔ آپ کا متن فارم میں موجود ہے: دوبارہ محفوظ کرنے سے وہ نئے تبصرے کے طور پر رکھا جائے گا۔',
  nowReads: 'یہ کسی دوسری ونڈو میں بدل دیا گیا تھا اور اب یوں ہے جیسے اوپر درج ہے۔',
  problems,
};
