/**
 * A bare "&", as in "?a=1&b=2", is the most common error in XML, and makes a parser look for the ";" in all that
 * follows. It is replaced by "&amp;" before the parser reads it, except in CDATA and comments, where it may stand.
 */

const reference = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z_][\w.:-]{0,31});/y;
const longestReference = 34;
const openings = ['<![CDATA[', '<!--'] as const;
const closings = { '<![CDATA[': ']]>', '<!--': '-->' } as const;

export class BareAmpersands {
  #held = '';
  #inside: keyof typeof closings | undefined;

  /** The piece, with what was held back of the one before; `found` gets the text before each bare "&" in it. */
  escaped(piece: string, found: (before: string) => void): string {
    const text = this.#held + piece;
    this.#held = '';
    if (this.#inside === undefined && !/[&<]/.test(text)) return text;
    const parts: string[] = [];
    let index = 0;
    while (index < text.length) {
      if (this.#inside) {
        const close = closings[this.#inside];
        const end = text.indexOf(close, index);
        const to = end < 0 ? this.#hold(text, Math.max(index, text.length - close.length + 1)) : end + close.length;
        parts.push(text.slice(index, to));
        if (end < 0) return parts.join('');
        this.#inside = undefined;
        index = to;
        continue;
      }
      const next = nextSign(text, index);
      parts.push(text.slice(index, next));
      if (next >= text.length) break;
      const rest = text.slice(next, next + longestReference);
      const opening = openings.find((sign) => rest.startsWith(sign));
      const mayGoOn = rest[0] === '<' ? openings.some((sign) => sign.startsWith(rest)) : /^&[#\w.:-]*$/.test(rest);
      if (next + rest.length === text.length && rest.length < longestReference && mayGoOn && !opening) {
        this.#hold(text, next);
        return parts.join('');
      }
      if (opening) {
        this.#inside = opening;
        parts.push(opening);
        index = next + opening.length;
        continue;
      }
      reference.lastIndex = next;
      const isBare = text[next] === '&' && !reference.test(text);
      if (isBare) found(text.slice(0, next));
      parts.push(isBare ? '&amp;' : text[next]!);
      index = next + 1;
    }
    return parts.join('');
  }

  /** The text that is still held back when nothing follows. */
  rest(found: (before: string) => void): string {
    const held = this.#held;
    this.#held = '';
    if (this.#inside || !held.startsWith('&')) return held;
    found('');
    return `&amp;${held.slice(1)}`;
  }

  #hold(text: string, from: number): number {
    this.#held = text.slice(from);
    return from;
  }
}

function nextSign(text: string, from: number): number {
  const ampersand = text.indexOf('&', from);
  const tag = text.indexOf('<!', from);
  const last = text.endsWith('<') ? text.length - 1 : -1;
  return Math.min(...[ampersand, tag, last].filter((place) => place >= from), text.length);
}
