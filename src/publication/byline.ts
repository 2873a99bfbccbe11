/**
 * The byline of an article, in the order and with the separators of the interface's language (Intl.ListFormat).
 *
 * - no author: "By Broadsheet", the publication, not a link
 * - one: "By A" · two: "By A and B" · more: "By A, B and C", each a link to the profile
 */
import type { Byline, LinkTo } from './page.ts';

/** The names alone, with separators between them. */
export function nameList(writers: readonly (LinkTo | string)[], language: string): Byline {
  const format = listFormat(language);
  // The separator may depend on the name beside it: "Ana e Inés", but "Inés y Ana".
  const names = writers.map((writer) => (typeof writer === 'string' ? writer : writer.text));
  const remaining = [...writers];
  return format
    .formatToParts(names)
    .map((part) => (part.type === 'element' ? (remaining.shift() ?? part.value) : part.value));
}

const formats = new Map<string, Intl.ListFormat>();

/** Making one costs more than using it a hundred times. */
function listFormat(language: string): Intl.ListFormat {
  const known = formats.get(language) ?? new Intl.ListFormat(language, { style: 'long', type: 'conjunction' });
  formats.set(language, known);
  return known;
}

/** What a byline says, as plain text. */
export function bylineText(byline: Byline): string {
  return byline.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}

/** One or two letters that stand for a name where there is no portrait; its first sign where it has no letter. */
export function initials(name: string): string {
  const known = knownInitials.get(name) ?? initialsOf(name);
  knownInitials.set(name, known);
  return known;
}

const knownInitials = new Map<string, string>();

function initialsOf(name: string): string {
  const words = name
    .replaceAll(/\(.*?\)/g, ' ')
    .split(/\s+/u)
    .filter((word) => letter.test(word) && !/^(?:the|of)$/iu.test(word));
  const [first = name.trim(), last] = words.length > 1 ? [words[0], words.at(-1)] : words;
  const letters = (last === undefined ? [first] : [first, last]).map(firstLetter);
  const joined = /\p{Script=Arabic}/u.test(name) ? letters.join('\u00a0') : letters.join('');
  return joined.toUpperCase();
}

/** Apostrophes that count as letters (the ʻokina) and quotation marks begin no initial. */
const letter = /[\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{N}]/u;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** With the marks that belong to it. */
function firstLetter(word: string): string {
  const begins = word.slice(Math.max(0, word.search(letter)));
  for (const { segment } of graphemes.segment(begins)) return segment;
  return '';
}
