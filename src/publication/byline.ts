/**
 * The byline of an article, in the order and with the separators of the interface's language (Intl.ListFormat).
 *
 * - no author: "By Broadsheet", the publication, not a link
 * - one: "By A" · two: "By A and B" · more: "By A, B and C", each a link to the profile
 */
import type { Byline, LinkTo } from './page.ts';

/** The names alone, with separators between them. */
export function nameList(writers: readonly (LinkTo | string)[], language: string): Byline {
  const format = new Intl.ListFormat(language, { style: 'long', type: 'conjunction' });
  const names = writers.map((_, index) => String(index));
  return format
    .formatToParts(names)
    .map((part) => (part.type === 'element' ? (writers[Number(part.value)] ?? '') : part.value));
}

/** What a byline says, as plain text. */
export function bylineText(byline: Byline): string {
  return byline.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}

/** One or two letters that stand for a name where there is no portrait. */
export function initials(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word) && !/^(?:the|a|an|of)$/iu.test(word));
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  const letters = chosen.map((word) => firstGrapheme(word ?? ''));
  const joined = /\p{Script=Arabic}/u.test(name) ? letters.join('\u00a0') : letters.join('');
  return joined.toUpperCase();
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

function firstGrapheme(word: string): string {
  for (const { segment } of graphemes.segment(word)) return segment;
  return '';
}
