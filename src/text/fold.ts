/**
 * A text as far as it matters for finding words in it: quotation marks, dashes, spaces, ways to write a letter (Unicode
 * NFC and NFD, Arabic and Urdu forms) and signs nobody sees are made alike, and every character knows where it was.
 */
export type Folded = {
  text: string;
  /** For each UTF-16 unit of the folded text, where in the text the characters it stands for begin and end. */
  from: readonly number[];
  to: readonly number[];
};

const space = /\s/u;
const invisible = /\p{Cf}|\u0640|\ufe0e|\ufe0f/u;
const quotes = /["'`´\u2018-\u201f\u2039\u203a\u2032-\u2036«»]/u;
const dash = /[-\u2010-\u2015\u2212]/u;
const joined = /^\p{M}/u;
const likeness: Record<string, string> = { ي: 'ی', ى: 'ی', ك: 'ک', ہ: 'ه' };

export function foldWithPositions(text: string): Folded {
  const signs: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const put = (sign: string, start: number, end: number) => {
    for (const unit of sign.split('')) {
      signs.push(unit);
      from.push(start);
      to.push(end);
    }
  };
  const stretch = (end: number) => {
    if (to.length > 0) to[to.length - 1] = end;
  };
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = start + 1;
    // Most of most texts, told at a glance.
    if (isPlain(text.charCodeAt(start)) && !(text.charCodeAt(end) >= 0x300)) {
      signs.push(text.charAt(start));
      from.push(start);
      to.push(end);
      continue;
    }
    end = segmentEnd(text, start);
    const sign = text.slice(start, end);
    const last = signs.at(-1);
    if (space.test(sign)) {
      if (last !== ' ' && last !== '-') put(' ', start, end);
    } else if (dash.test(sign)) {
      if (last === ' ') [signs, from, to].forEach((list) => list.pop());
      if (signs.at(-1) !== '-') put('-', start, end);
    } else if (invisible.test(sign) && sign.length === 1) stretch(end);
    else if (quotes.test(sign)) put("'", start, end);
    else if (sign === '…') put('...', start, end);
    else
      put(
        sign.normalize('NFD').replace(/[يىكہ]/gu, (letter) => likeness[letter] ?? letter),
        start,
        end,
      );
  }
  return { text: signs.join(''), from, to };
}

const isPlain = (code: number) => (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x5a);

/** A character with the signs that are written on it. */
function segmentEnd(text: string, start: number): number {
  let end = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  while (end < text.length && text.charCodeAt(end) >= 0x300 && joined.test(text.slice(end, end + 2))) end += 1;
  return end;
}
