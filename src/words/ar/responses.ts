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
  letters: {
    send: 'أرسل إلى المحررين',
    sendAgain: 'أرسل مرة أخرى',
    kept: 'حُفظ على هذا الجهاز.',
    ways: 'كيف تصل رسالتك إلى المحررين؟',
    mail: 'افتحها في برنامج بريدك',
    copy: 'انسخ الرسالة',
    file: 'احفظها في ملف',
    subject: (headline) => `رسالة: ${headline}`,
    leaveLines: 'يرجى إبقاء هذه الأسطر: بها يعرف المحررون رسالتك.',
    tooLong: 'الرسالة أطول من أن تُسلَّم كاملة: تُنسخ حين تُفتح رسالة البريد لتلصقها فيها.',
    paste: 'نُسخت الرسالة. ألصقها في رسالة البريد.',
    notCopied: 'تعذّر نسخ الرسالة. احفظها في ملف وأرسل الملف.',
    handed: {
      mail: (date) => `سُلّمت إلى برنامج بريدك في ${date}.`,
      copy: (date) => `نُسخت في ${date}.`,
      file: (date) => `حُفظت في ملف في ${date}.`,
      post: (moment) => `تسلّمتها الصحيفة في ${moment}.`,
    },
    changed: 'عُدّلت بعد ذلك؛ أرسلها مرة أخرى.',
    printed: (date) => `نُشرت في ${date}.`,
    sending: 'يجري الإرسال إلى المحررين …',
    failed: {
      cut: 'انقطع الاتصال قبل أن يصل جواب.',
      silent: 'لم يصل أي جواب خلال 30 ثانية.',
      elsewhere: 'جاء الجواب من عنوان غير عنوان الرسائل.',
      foreign: 'أجابت الشبكة بصفحة ليست من صفحات هذه الصحيفة.',
      tooLarge: 'الرسالة أطول مما يقبله الخادم.',
      refused: (status) => `أجاب الخادم بخطأ (${status}).`,
    },
    notReceived: 'لذلك لا تُعدّ الرسالة مستلَمة. هي محفوظة هنا، ولا ضرر في إرسالها مرتين.',
    notReceivedNorKept: 'لذلك لا تُعدّ الرسالة مستلَمة. نصّك ما زال في النموذج.',
    hereOnly: 'يُزال من هذا الجهاز وحده.',
    theirs: { received: 'وهو عند المحررين.', handed: 'وإن كنت قد أرسلته فهو عند المحررين.' },
  },
};
