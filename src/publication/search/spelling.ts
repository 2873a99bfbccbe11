/** One-letter slips of the hand: a letter too many, one too few, a wrong one, or two neighbours exchanged. */
import { wordKeyOf } from './words-of.ts';

/** Shorter words are too often another word with one letter changed. */
export const shortestMistyped = 5;

/** Whether one slip, or none, lies between two words. */
export function isOneSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end += 1;
  const left = long.length - start - end;
  if (left <= 1) return true;
  return (
    left === 2 && short.length === long.length && short[start] === long[start + 1] && short[start + 1] === long[start]
  );
}

const endings = ['', 'e', 's', 'es', 'd', 'ed', 'ing'];

/** Whether `written` (folded) is a word of this key with one slip, which may be in an ending that the key does not have. */
export function isMistyped(written: string, key: string): boolean {
  if (Math.abs(written.length - key.length) > 4) return false;
  if (isOneSlip(written, key) || isOneSlip(wordKeyOf(written), key)) return true;
  if (!/^[a-z]+$/.test(key)) return false;
  const doubled = key + key.at(-1);
  const dropped = key.replace(/e$/, '');
  return (
    endings.some((ending) => isOneSlip(written, key + ending)) ||
    ['ed', 'ing'].some((ending) => isOneSlip(written, doubled + ending) || isOneSlip(written, dropped + ending)) ||
    (key.endsWith('y') && ['ies', 'ied'].some((ending) => isOneSlip(written, key.slice(0, -1) + ending)))
  );
}

/**
 * Where to look for what was meant: one slip leaves the first half of a word whole or the last, unless it exchanged the
 * two letters in the middle.
 */
export function halvesOf(word: string): { beginning: string; end: string; exchanged: string } {
  const half = Math.floor(word.length / 2);
  return {
    beginning: word.slice(0, half),
    end: word.slice(half),
    exchanged: word.slice(0, half - 1) + word.charAt(half) + word.charAt(half - 1) + word.slice(half + 1),
  };
}

export const backwards = (word: string): string => Array.from(word).toReversed().join('');
