/**
 * The fragment of an address that leads a browser to words of a page, "#:~:text=…" (WICG URL Fragment Text Directives).
 * Few words stand in it whole, more by their beginning and end, and where they are very few, what stands around them
 * in their line tells them from others.
 */
import type { Passage } from './passage.ts';
import { contextLength } from './candidates.ts';

/** Characters of a quote that stands in the address whole, words of a beginning or end, words of context. */
const most = { whole: 120, ends: 5, context: 3 };

export function textFragment(passage: Passage): string {
  const { before, quote, after } = inWholeWords(passage);
  const lines = quote.split('\n').filter((line) => line.trim() !== '');
  const [first = '', last = ''] = [lines[0], lines.at(-1)];
  if (lines.length > 1 || first.length > most.whole) {
    const terms = [wordsOf(first).slice(0, most.ends), wordsOf(last).slice(-most.ends)].map(joined);
    return directive(terms, wordsOf(first).length > most.context ? '' : contextBefore(before, passage));
  }
  if (wordsOf(first).length > most.ends) return directive([first.trim()]);
  return directive([first.trim()], contextBefore(before, passage), contextAfter(after, passage));
}

function directive(terms: string[], prefix = '', suffix = ''): string {
  const parts = [prefix && `${encoded(prefix)}-`, ...terms.map(encoded), suffix && `-${encoded(suffix)}`];
  return `#:~:text=${parts.filter((part) => part !== '').join(',')}`;
}

const joined = (words: string[]): string => words.join(' ');

/** Browsers find only whole words: a quote that begins or ends within one takes the rest of it from its context. */
function inWholeWords({ prefix, exact, suffix }: Passage): { before: string; quote: string; after: string } {
  const head = /^[\p{L}\p{M}\p{N}]/u.test(exact) ? (/[\p{L}\p{M}\p{N}]+$/u.exec(prefix)?.[0] ?? '') : '';
  const tail = /[\p{L}\p{M}\p{N}]$/u.test(exact) ? (/^[\p{L}\p{M}\p{N}]+/u.exec(suffix)?.[0] ?? '') : '';
  return {
    before: prefix.slice(0, prefix.length - head.length),
    quote: head + exact + tail,
    after: suffix.slice(tail.length),
  };
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** Words of the same line; the first of a context that was cut may be half a word. */
function contextBefore(before: string, { prefix }: Passage): string {
  const line = before.split('\n').at(-1) ?? '';
  const words = wordsOf(line);
  const isCut = line.length === before.length && prefix.length >= contextLength;
  return (isCut ? words.slice(1) : words).slice(-most.context).join(' ');
}

function contextAfter(after: string, { suffix }: Passage): string {
  const line = after.split('\n')[0] ?? '';
  const words = wordsOf(line);
  const isCut = line.length === after.length && suffix.length >= contextLength;
  return (isCut ? words.slice(0, -1) : words).slice(0, most.context).join(' ');
}

/** "-" and "," have a meaning in the directive; half a character cannot be written in an address. */
const encoded = (text: string): string =>
  encodeURIComponent(text.replaceAll(/[\ud800-\udfff]/gu, '\ufffd')).replaceAll('-', '%2D');
