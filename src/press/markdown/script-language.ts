/** Tells the language of words from their letters; undefined where the letters do not tell. */

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
  text
    .match(/\p{L}/gu)
    ?.every((letter) => /[a-z]/i.test(letter) || /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(letter))
    ? 'en'
    : undefined;

const kana = String.raw`\p{Script=Hiragana}\p{Script=Katakana}`;
const hangul = String.raw`\p{Script=Hangul}`;
const han = String.raw`\p{Script=Han}`;

/** Han is used in Chinese, Japanese and Korean texts, kana and hangul in one of them; a pattern for the others. */
export function eastAsianLetterForeignTo(script: string): string {
  if (script === 'Jpan') return `[${hangul}]`;
  if (script === 'Kore') return `[${kana}]`;
  return ['Hans', 'Hant', 'Hani'].includes(script) ? `[${kana}${hangul}]` : `[${han}${kana}${hangul}]`;
}

const otherLetter = new RegExp(`(?![${han}${kana}${hangul}])\\p{L}`, 'u');
const anyKana = new RegExp(`[${kana}]`, 'u');
const anyHangul = new RegExp(`[${hangul}]`, 'u');
const anyHan = new RegExp(`[${han}]`, 'u');

/** Kana is Japanese, Hangul Korean, Han alone Chinese. */
export function eastAsianLanguage(run: string, own: string): string | undefined {
  if (otherLetter.test(run)) return undefined;
  const lang = anyKana.test(run) ? 'ja' : anyHangul.test(run) ? 'ko' : anyHan.test(run) ? 'zh' : undefined;
  return lang !== undefined && own.startsWith(lang) ? own : lang;
}
