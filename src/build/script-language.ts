/** Which language words are in, as far as their letters tell honestly; undefined where they do not. */

/** The usual script of a language, such as "Latn" or "Arab". */
export function scriptOf(language: string): string {
  try {
    return new Intl.Locale(language).maximize().script ?? 'Latn';
  } catch {
    return 'Latn';
  }
}

const urduAlone = /[ٹڈڑںےۓہۂۃھ]/;
const persianAndUrdu = /[پچژگکی]/;
/** Letters of Pashto, Sindhi, Kurdish, Uyghur and others. */
const ofNoneOfThem = /(?![\u0621-\u064a\u0671ٹڈڑںےۓہۂۃھپچژگکی\ufb50-\ufdff\ufe70-\ufefc])\p{Script=Arabic}/u;
const persianHeh = '\u0647';

/**
 * Urdu if a letter is Urdu's alone. Letters shared with Persian mean Persian where heh is written ه, else Urdu, in which
 * it is ہ. With neither: Arabic.
 */
export function rightToLeftLanguage(text: string): string | undefined {
  if (/\p{Script=Hebrew}/u.test(text)) return 'he';
  if (/\p{Script=Thaana}/u.test(text)) return 'dv';
  const letters = text.match(/(?=\p{L})\p{Script=Arabic}/gu)?.join('') ?? '';
  if (letters === '' || ofNoneOfThem.test(letters)) return undefined;
  if (urduAlone.test(letters)) return 'ur';
  if (persianAndUrdu.test(letters)) return letters.includes(persianHeh) ? 'fa' : 'ur';
  return 'ar';
}

/** English if it needs only the letters a to z. */
export const latinLanguage = (text: string): string | undefined =>
  text.match(/\p{L}/gu)?.every((letter) => /[a-z]/i.test(letter) || /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(letter))
    ? 'en'
    : undefined;

/** Kana is Japanese, Hangul Korean, Han alone Chinese; in a Japanese or Korean text Han is the text's own. */
export function eastAsianLanguage(run: string, own: string): string | undefined {
  const script = scriptOf(own);
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(run)) return script === 'Jpan' ? own : 'ja';
  if (/\p{Script=Hangul}/u.test(run)) return script === 'Kore' ? own : 'ko';
  if (!/\p{Script=Han}/u.test(run)) return undefined;
  return ['Jpan', 'Kore', 'Hans', 'Hant', 'Hani'].includes(script) ? own : 'zh';
}
