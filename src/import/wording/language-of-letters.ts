/** The language of a text as its letters tell, and whether they are those of a language that it is said to be in. */
import { eastAsianLanguage, rightToLeftLanguage, scriptOf } from '../../press/markdown/script-language.ts';

const eastern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** An address has the same letters in every language. */
const lettersOf = (text: string): string[] => text.replace(/\S*(?::\/\/|@|www\.)\S*/gi, '').match(/\p{L}/gu) ?? [];

/** Undefined where the letters do not tell. */
export function languageOfLetters(text: string): string | undefined {
  const letters = lettersOf(text);
  const of = (pattern: RegExp) => letters.filter((letter) => pattern.test(letter));
  const turned = of(/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}\p{Script=Syriac}]/u);
  if (letters.length > 0 && turned.length * 2 > letters.length) return rightToLeftLanguage(turned.join('')) ?? 'ar';
  const ofTheEast = of(eastern);
  return ofTheEast.length * 2 > letters.length ? eastAsianLanguage(ofTheEast.join(''), 'en') : undefined;
}

/** Whether half of the letters or more are of the script of the language. */
export function isInScriptOf(language: string, text: string): boolean {
  const letters = lettersOf(text);
  const own = lettersOfScript(scriptOf(language));
  return letters.filter((letter) => own.test(letter)).length * 2 >= letters.length;
}

/** A script that has no name in Unicode, such as that of Japanese, is one of those that share Han. */
function lettersOfScript(script: string): RegExp {
  try {
    return new RegExp(`\\p{Script=${script}}`, 'u');
  } catch {
    return eastern;
  }
}
