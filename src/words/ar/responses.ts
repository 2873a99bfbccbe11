/** The response form in Arabic. */
import { pluralsIn } from '../plural.ts';
import type { ResponsesWords } from '../words.ts';
import { problems } from './storage-problems.ts';

const plural = pluralsIn('ar');
const characters = (count: number) =>
  plural(count, { zero: '# حرف', one: 'حرف واحد', two: 'حرفان', few: '# أحرف', many: '# حرفًا', other: '# حرف' });

export const responses: ResponsesWords = {
  list: 'التعليقات المحفوظة على هذا الجهاز',
  comment: 'التعليق',
  name: 'الاسم',
  keep: 'حفظ على هذا الجهاز',
  save: 'حفظ',
  cancel: 'إلغاء',
  edit: 'تعديل',
  edited: 'معدَّل',
  remove: 'إزالة',
  removeQuestion: 'هل يُزال هذا التعليق؟',
  leave: 'إبقاء',
  emptyComment: 'يرجى كتابة تعليقك!',
  emptyName: 'يرجى كتابة اسمك هنا',
  longComment: (length, limit) => `طول التعليق ${characters(length)}، وأقصى ما يُحفظ ${characters(limit)}.`,
  longName: (length, limit) => `طول الاسم ${characters(length)}، وأقصى ما يُحفظ ${characters(limit)}.`,
  kept: 'حُفظ على هذا الجهاز، ولم يُرسل إلى أحد.',
  removed: 'أُزيل من هذا الجهاز.',
  notKept: 'لم يُحفظ هذا على الجهاز. نصّك ما زال في النموذج.',
  notRemoved: 'لم يُزَل التعليق.',
  notRead: 'تعذّر عرض ما هو محفوظ على هذا الجهاز.',
  tryAgain: 'إعادة المحاولة',
  changedElsewhere:
    'عُدّل هذا التعليق في نافذة أخرى، وصار كما يظهر أدناه. نصّك ما زال في النموذج: إن أُعيد حفظه حلّ محل النص أدناه.',
  removedElsewhere:
    'أُزيل هذا التعليق في نافذة أخرى. نصّك ما زال في النموذج: إن أُعيد حفظه صار تعليقًا جديدًا على هذا الجهاز.',
  nowReads: 'عُدّل في نافذة أخرى، وصار كما يظهر أعلاه.',
  problems,
};
