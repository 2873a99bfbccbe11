/** A few words to try settings on, in the language of what is being read. */
export type Sample = { lang: string; dir: 'ltr' | 'rtl'; text: string };

const english: Sample = {
  lang: 'en',
  dir: 'ltr',
  text: 'Good type is like clear water: one looks through it at what lies on the ground, and forgets that it is there.',
};

const urdu: Sample = {
  lang: 'ur',
  dir: 'rtl',
  text: 'اچھا خط صاف پانی کی طرح ہوتا ہے: نظر اس کے پار تہہ تک جاتی ہے، اور پڑھنے والا بھول جاتا ہے کہ وہ بیچ میں ہے۔',
};

const arabic: Sample = {
  lang: 'ar',
  dir: 'rtl',
  text: 'الخط الجيد كالماء الصافي: تنظر من خلاله إلى ما في القاع، وتنسى أن بينك وبينه ماءً.',
};

const samples: Record<string, Sample> = { ur: urdu, ar: arabic };

export const sampleFor = (language: string): Sample => samples[language.split('-')[0] ?? ''] ?? english;
