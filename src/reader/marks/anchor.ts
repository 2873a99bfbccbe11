/**
 * Ties words of an article to what is kept of them: a passage is made from a part of the text of its body, and found
 * again in that text after it has been edited. Pure: texts are what `textOf` gives.
 */
import type { Passage } from '../records.ts';
import type { Span } from './text-of-body.ts';

/** How much of the text before and after the words is kept, in characters. */
export const contextLength = 64;

/** The words in a part of a text. */
export function passageAt(text: string, start: number, end: number): Passage {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - contextLength), start),
    suffix: text.slice(end, end + contextLength),
    start,
    end,
    block: text.slice(0, start).split('\n\n').length - 1,
  };
}

/** Where these words stand in a text now; nothing where that is not certain. */
export function find(passage: Passage, text: string): Span | undefined {
  const { prefix, exact, suffix, start } = passage;
  const whole = prefix + exact + suffix;
  if (exact === '') return undefined;
  if (text.startsWith(whole, start - prefix.length)) return { start, end: start + exact.length };
  const found = text.indexOf(whole);
  if (found === -1 || text.indexOf(whole, found + 1) !== -1) return undefined;
  return { start: found + prefix.length, end: found + prefix.length + exact.length };
}
