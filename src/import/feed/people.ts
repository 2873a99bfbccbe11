/**
 * Names as feeds write them, often with an e-mail address before, after or instead of them. The address is never taken.
 */
import type { ImportedAuthor } from '../item.ts';
import { htmlWords } from '../wording/html-words.ts';

const email = /\s*[<([]?\s*(?:mailto:)?[^\s<>()[\]]+@[^\s<>()[\]]+\.[^\s<>()[\]]+?\s*[>)\]]?(?=[\s,;]|$)/gi;

/** RSS 2.0: "lawyer@boyer.net (Lawyer Boyer)"; often the name alone, or "By A and B". */
export function feedNamesIn(text: string): ImportedAuthor[] {
  const written = htmlWords(text);
  const inBrackets = /@[^()]*\(([^()]+)\)\s*$/.exec(written)?.[1];
  const names = (inBrackets ?? written.replace(email, ' '))
    .replace(/^\s*by\s+/i, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s"'(]+(?=.*["')]$)|(?<=^["'(].*)["')]+$/g, '')
    .trim();
  if (names === '' || /^https?:\/\/\S+$/i.test(names)) return [];
  return separated(names).map(personNamed);
}

const personNamed = (name: string): ImportedAuthor => ({ name });

/** "A B, C D and E F" are three, "Smith, John" and "Food and Drink" are not. */
export function separated(names: string): string[] {
  const parts = names.split(/\s*[,;،]\s*(?:and\s+|& )?|\s+(?:and|&)\s+/i).filter((part) => part !== '');
  const isName = (part: string): boolean =>
    /^\S+(?:\s+\S+){1,3}$/.test(part) && !/^(?:the|jr|sr|inc|ltd)\b/i.test(part);
  return parts.length > 1 && parts.every(isName) ? parts : [names];
}
