/** The words of the interface in the language of a publication. */
import * as languages from './languages.ts';
import type { Words } from './words.ts';

const known: Record<string, Words> = languages;

/** `module` is where the browser finds them. English where the language has no words of its own yet. */
export function interfaceWords(language: string): { words: Words; module: string } {
  const primary = language.split('-')[0]?.toLowerCase() ?? '';
  const code = Object.hasOwn(known, primary) ? primary : 'en';
  return { words: known[code] ?? languages.en, module: `/src/words/${code}/interface.ts` };
}
