/**
 * Positions in a text as they are kept, in code points (W3C Web Annotation Data Model, 4.2.4: "not in terms of code
 * units"), and as the browser counts them, in UTF-16 units. They differ after every character of two units, as emoji are.
 */
import { firstThat } from '../publication/first-that.ts';

let last: { text: string; pairs: number[] } | undefined;

/** Where the characters of two units begin, in units. Many positions are asked for in one text. */
function pairsIn(text: string): number[] {
  if (last?.text !== text) {
    last = { text, pairs: Array.from(text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g), ({ index }) => index) };
  }
  return last.pairs;
}

/** How many of the pairs of a text come before the first that is told. */
function pairsBefore(text: string, isTold: (pair: number, index: number) => boolean): number {
  const pairs = pairsIn(text);
  return firstThat(0, pairs.length, (index) => isTold(pairs[index]!, index));
}

/** The position in code points of one that is given in units. */
export function pointOf(text: string, unit: number): number {
  return unit - pairsBefore(text, (pair) => pair >= unit);
}

/** The position in units of one that is given in code points. */
export function unitOf(text: string, point: number): number {
  return point + pairsBefore(text, (pair, index) => pair - index >= point);
}
