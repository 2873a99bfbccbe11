/**
 * One spelling for what readers type in many ways: capital and small letters, accents, ligatures and wide letters,
 * the letters and digits of Urdu, Persian and Arabic keyboards, composed and decomposed text. What is folded is only
 * compared, never shown.
 */

/**
 * Marks that a reader may leave out: accents of Latin, Greek and Cyrillic letters, Hebrew points, Arabic vowel signs
 * and hamza above or below a letter, tatweel, variation selectors, and what is not seen at all. Marks without which a
 * word of another script is another word (Devanagari, Thai, the voiced kana of Japanese) stay.
 */
const marks = new RegExp(
  [
    String.raw`[\u0300-\u036f\u0483-\u0487\u1ab0-\u1ace\u1dc0-\u1dff\ufe20-\ufe2f]`,
    String.raw`[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]`,
    String.raw`[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]`,
    String.raw`[\u08ca-\u08e1\u08e3-\u08ff]`,
    String.raw`[\ufe00-\ufe0f\u{1f3fb}-\u{1f3ff}\u{e0100}-\u{e01ef}]`,
  ].join('|'),
  'gu',
);

/** Letters that no decomposition of Unicode makes equal. A yeh, a kaf or a heh is another on each of three keyboards. */
const letters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ς: 'σ',
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ڪ: 'ک',
  ہ: 'ه',
  ھ: 'ه',
  ة: 'ه',
  ۃ: 'ه',
  ە: 'ه',
  ٱ: 'ا',
  ء: '',
};

const otherLetters = new RegExp(`[${Object.keys(letters).join('')}]`, 'g');
const noPartOfAWord = /[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{RI}]/gu;
const noPartOfWords = /[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{RI}\s]/gu;

/** A word in the spelling that is compared: NFC, and empty where nothing of it can be compared. */
export const fold = (word: string): string => (/^[a-z0-9]*$/.test(word) ? word : folded(word, noPartOfAWord));

/** The same of many words; the white space between them stays. */
export const foldText = (text: string): string => folded(text, noPartOfWords);

/** Tells of one folded text after another whether it has all words of a query, or parts of words. */
export function finderOf(query: string): (foldedText: string) => boolean {
  const words = foldText(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return () => query.trim() === '';
  return (foldedText) => words.every((word) => foldedText.includes(word));
}

/** The ligature has an alef of its own only where none is written before it: "اﷲ" is "ﷲ". */
const allahAfterAlef = /\ufdf2(?<=[اٱ\ufe8d\ufe8e]\p{M}*\ufdf2)/gu;

const folded = (text: string, left: RegExp): string =>
  westernDigits(
    text
      .replace(allahAfterAlef, 'لله')
      .normalize('NFKC')
      .toLowerCase()
      .normalize('NFD')
      // The short i of Cyrillic is a letter, not an i with an accent.
      .replaceAll('\u0438\u0306', '\u0439')
      .replace(marks, '')
      .replace(otherLetters, (letter) => letters[letter] ?? letter),
  )
    .replace(left, '')
    .normalize('NFC');

/** Decimal digits of any script as 0-9. */
export const westernDigits = (text: string): string => text.replace(/(?![0-9])\p{Nd}/gu, digit);

/** The digits of a script stand one after the other in Unicode, ten to a run. */
function digit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let first = code;
  while (code - first < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return String(code - first);
}
