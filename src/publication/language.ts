/** Which way a language is written, and what an element in another language than the interface must say of itself. */
import type { LanguageOf } from './page.ts';

const rightToLeftScripts = new Set(['Arab', 'Aran', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr']);

/** Direction of a BCP 47 tag, by its script as CLDR has it ("ur" is Arab, "ku" is Latn). */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const known = directions.get(language);
  if (known) return known;
  const script = new Intl.Locale(language).maximize().script ?? '';
  const direction = rightToLeftScripts.has(script) ? 'rtl' : 'ltr';
  directions.set(language, direction);
  return direction;
}

const directions = new Map<string, 'ltr' | 'rtl'>();

/** `lang` and `dir` for text in `language` on a page whose interface is in `around`; empty where they agree. */
export function languageAttributes(language: string | undefined, around: string): LanguageOf {
  if (language === undefined || language === around) return {};
  const direction = directionOf(language);
  return direction === directionOf(around) ? { lang: language } : { lang: language, dir: direction };
}

/** "en" of "en-GB". */
export const primaryLanguage = (tag: string): string => tag.toLowerCase().replace(/-.*$/s, '');
