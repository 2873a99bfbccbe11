/** What the first files of a new publication say, in the languages of the interface; a publication in another begins with English. */

type FirstWords = {
  /** "en" */
  language: string;
  section: string;
  author: string;
  headline: string;
  standfirst: string;
  /** What the shipped picture of a press shows. */
  picture: string;
  body: string[];
  /** Why the article is in Must Read. */
  reason: string;
  /** The first block of a text that is still to be written. */
  begin: string;
};

export const wordsFor = (language: string): FirstWords => (/^ur(?:-|$)/i.test(language) ? urdu : english);

const english: FirstWords = {
  language: 'en',
  section: 'Notes',
  author: 'The editors',
  headline: 'The first page',
  standfirst: 'Every paper has one. This one is here to be written over.',
  picture:
    'An iron hand press, its screw and lever between two black uprights, with paper stacked on a table beside it. Printed sheets hang drying on a line behind it.',
  body: [
    'A new paper looks best with something in it, so this article came along. It is the file `articles/first-page.json`, and it is yours: change a word of it while `npm run dev` is running, and the page in the browser changes with it.',
    '## What can be in a text',
    'A text is a list of blocks in *Markdown*. A block is a paragraph, a heading, a quotation, a list, a table or a picture. A word can lead [to another page](/must-read/), and a remark can wait at the foot until somebody wants it.[^1]',
    '> Short sentences are read. Long ones are admired, from a distance, by those who wrote them.',
    '## What to do with this one',
    '- Write a headline that says what happened.\n- Take out the picture, or put one of your own into `images`.\n- Put your own name into `authors/editors.json`.\n- When you have an article of your own, delete this one, and its line in `must-read.json` with it.',
    'Nothing can break: `npm run check` names every mistake, with the file, the line and what to write instead.',
    '[^1]: Like this. On paper it stands at the foot of the page.',
  ],
  reason: 'To begin with',
  begin: 'Write here.',
};

const urdu: FirstWords = {
  language: 'ur',
  section: 'تحریریں',
  author: 'ادارہ',
  headline: 'پہلا صفحہ',
  standfirst: 'ہر اخبار کا ایک پہلا صفحہ ہوتا ہے۔ یہ اس لیے ہے کہ آپ اس کی جگہ اپنا لکھیں۔',
  picture:
    'لوہے کی ایک دستی چھاپہ مشین، دو سیاہ ستونوں کے بیچ اس کا پیچ اور دستہ، ساتھ میز پر کاغذ کا ڈھیر۔ پیچھے رسی پر چھپے ہوئے ورق سوکھ رہے ہیں۔',
  body: [
    'نیا اخبار خالی اچھا نہیں لگتا، اس لیے یہ تحریر ساتھ چلی آئی۔ یہ `articles/first-page.json` نام کی فائل ہے اور اب آپ کی ہے: `npm run dev` چلتا ہو تو اس کا ایک لفظ بدلیے، براؤزر کا صفحہ بھی بدل جائے گا۔',
    '## متن میں کیا کیا آ سکتا ہے',
    'متن ٹکڑوں کی ایک فہرست ہے، جو *مارک ڈاؤن* میں لکھے جاتے ہیں۔ ہر ٹکڑا ایک پیرا، سرخی، اقتباس، فہرست، جدول یا تصویر ہوتا ہے۔ کوئی لفظ [دوسرے صفحے](/must-read/) تک لے جا سکتا ہے، اور کوئی بات حاشیے میں ٹھہر سکتی ہے۔[^1]',
    '> چھوٹے جملے پڑھے جاتے ہیں۔ لمبے جملوں کی تعریف ہوتی ہے، دور سے۔',
    '## اس تحریر کا کیا کریں',
    '- ایسی سرخی لکھیے جو بتائے کہ ہوا کیا۔\n- تصویر ہٹا دیجیے، یا اپنی تصویر `images` میں رکھیے۔\n- اپنا نام `authors/editors.json` میں لکھیے۔\n- جب اپنی تحریر تیار ہو جائے تو اسے مٹا دیجیے، اور `must-read.json` میں اس کی سطر بھی۔',
    'کچھ بگڑے گا نہیں: `npm run check` ہر غلطی کی فائل، سطر اور علاج بتاتا ہے۔',
    '[^1]: اس طرح۔ کاغذ پر یہ صفحے کے نیچے چھپتا ہے۔',
  ],
  reason: 'شروع کرنے کے لیے',
  begin: 'یہاں لکھیے۔',
};
