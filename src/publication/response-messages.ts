/** The words of the response form and list, in the languages of the interface. Nothing here may say "posted" or "sent". */
export type ResponseMessages = {
  list: string;
  comment: string;
  name: string;
  /** The button of the form under the article. */
  keep: string;
  save: string;
  cancel: string;
  edit: string;
  edited: string;
  remove: string;
  removeQuestion: string;
  /** The other answer to that question. */
  leave: string;
  emptyComment: string;
  emptyName: string;
  longComment: (length: number, limit: number) => string;
  longName: (length: number, limit: number) => string;
  kept: string;
  removed: string;
  notKept: string;
  notRemoved: string;
  notRead: string;
  tryAgain: string;
  changedElsewhere: string;
  removedElsewhere: string;
  /** Of a response that was to be removed. */
  nowReads: string;
  /** Why the device keeps nothing, by kind of `StoreProblem`. */
  problems: { blocked: string; newer: string; full: string; unavailable: string; lost: string };
};

export const responsesEnglish: ResponseMessages = {
  list: 'Responses kept on this device',
  comment: 'Comment',
  name: 'Name',
  keep: 'Keep on this device',
  save: 'Save',
  cancel: 'Cancel',
  edit: 'Edit',
  edited: 'edited',
  remove: 'Remove',
  removeQuestion: 'Remove this response?',
  leave: 'Keep',
  emptyComment: 'Please enter your comment!',
  emptyName: 'Please enter your name here',
  longComment: (length, limit) =>
    `The comment has ${length.toLocaleString('en')} characters; ${limit.toLocaleString('en')} can be kept.`,
  longName: (length, limit) =>
    `The name has ${length.toLocaleString('en')} characters; ${limit.toLocaleString('en')} can be kept.`,
  kept: 'Kept on this device. Not sent to anybody.',
  removed: 'Removed from this device.',
  notKept: 'This is not kept on this device. Your text is still in the form.',
  notRemoved: 'The response was not removed.',
  notRead: 'What is kept on this device cannot be shown.',
  tryAgain: 'Try again',
  changedElsewhere:
    'This response was changed in another window, and now reads as below. Your text is still in the form: saving again replaces what is below.',
  removedElsewhere:
    'This response was removed in another window. Your text is still in the form: saving again keeps it as a new response.',
  nowReads: 'It was changed in another window and now reads as above.',
  problems: {
    blocked:
      'An older page of this publication is open in another window and holds the storage. Close it and try again.',
    newer: 'A newer version of this publication is open in another window. Copy your text and load this page again.',
    full: 'There is no room left on this device. Free some space and try again.',
    unavailable: 'This browser lets the page keep nothing: storage is switched off, or this is a private window.',
    lost: 'The connection to the storage of this device was lost. Try again, or copy your text and load this page again.',
  },
};

export const responsesUrdu: ResponseMessages = {
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
  problems: {
    blocked:
      'اس اشاعت کا پرانا صفحہ کسی دوسری ونڈو میں کھلا ہے اور ذخیرہ اسی کے پاس ہے۔ اسے بند کر کے دوبارہ کوشش کیجیے۔',
    newer: 'اس اشاعت کا نیا نسخہ کسی دوسری ونڈو میں کھلا ہے۔ اپنا متن نقل کر کے یہ صفحہ دوبارہ کھولیے۔',
    full: 'اس آلے پر جگہ باقی نہیں۔ کچھ جگہ خالی کر کے دوبارہ کوشش کیجیے۔',
    unavailable: 'یہ براؤزر صفحے کو کچھ محفوظ نہیں کرنے دیتا: ذخیرہ بند ہے یا یہ نجی ونڈو ہے۔',
    lost: 'اس آلے کے ذخیرے سے رابطہ ٹوٹ گیا۔ دوبارہ کوشش کیجیے، یا اپنا متن نقل کر کے یہ صفحہ دوبارہ کھولیے۔',
  },
};
