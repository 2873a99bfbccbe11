/**
 * The spans of a text (`spansOf`) and what is known of each, without making a string of every word: an archive has
 * tens of millions of them, nearly all seen before. Words of ASCII are looked up in a hash table by their letters in
 * the text; for all others the pattern of `words-of.ts` is asked. For 10,000 articles of 1,000 words the index takes
 * 8 s of CPU so, and 10 s with `spansOf` and a `Map`; the memory is the same.
 */
import { spanAt } from '../../publication/search/words-of.ts';

/** Of each character of ASCII: 1 where it is of a word, 2 where it may join two parts of one. */
const classes = new Uint8Array(128);
for (const letter of '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ')
  classes[letter.charCodeAt(0)] = 1;
for (const joint of `'\`-.,`) classes[joint.charCodeAt(0)] = 2;

export class SpanReader<Known> {
  readonly #make: (span: string) => Known;
  readonly #others = new Map<string, Known>();
  /** The hash table (open addressing, linear probing): by the hash of a span of ASCII, its number, or -1. */
  #places = new Int32Array(1 << 16).fill(-1);
  #spans: string[] = [];
  #known: Known[] = [];

  /** `make` is asked once for each span. */
  constructor(make: (span: string) => Known) {
    this.#make = make;
  }

  /** Calls `take` for each span of the text, in order. */
  read(text: string, take: (known: Known) => void): void {
    const { length } = text;
    let at = 0;
    while (at < length) {
      const code = text.charCodeAt(at);
      if (code < 128 && classes[code] !== 1) {
        at += 1;
        continue;
      }
      let end = at;
      let hash = 0x811c9dc5;
      for (let next = code; end < length && next < 128 && classes[next] === 1; next = text.charCodeAt(end)) {
        hash = Math.imul(hash ^ next, 0x01000193);
        end += 1;
      }
      if (end > at && endsThere(text, end)) take(this.#plain(text, at, end, hash));
      else {
        const span = spanAt(text, at);
        if (span !== undefined) take(this.#other(span));
        end = at + (span?.length ?? 1);
      }
      at = end;
    }
  }

  #plain(text: string, start: number, end: number, hash: number): Known {
    const mask = this.#places.length - 1;
    let place = (hash ^ (hash >>> 15)) & mask;
    for (let found = this.#places[place]!; found >= 0; found = this.#places[place]!) {
      const span = this.#spans[found]!;
      if (span.length === end - start && text.startsWith(span, start)) return this.#known[found]!;
      place = (place + 1) & mask;
    }
    const span = text.slice(start, end);
    const known = this.#make(span);
    this.#places[place] = this.#spans.length;
    this.#spans.push(span);
    this.#known.push(known);
    if (this.#spans.length * 2 > this.#places.length) this.#grow();
    return known;
  }

  #grow(): void {
    this.#places = new Int32Array(this.#places.length * 4).fill(-1);
    const mask = this.#places.length - 1;
    for (const [index, span] of this.#spans.entries()) {
      let hash = 0x811c9dc5;
      for (let at = 0; at < span.length; at += 1) hash = Math.imul(hash ^ span.charCodeAt(at), 0x01000193);
      let place = (hash ^ (hash >>> 15)) & mask;
      while (this.#places[place]! >= 0) place = (place + 1) & mask;
      this.#places[place] = index;
    }
  }

  #other(span: string): Known {
    const known = this.#others.get(span);
    if (known !== undefined) return known;
    const made = this.#make(span);
    this.#others.set(span, made);
    return made;
  }
}

/** Whether no letter can follow that would belong to the same span. */
function endsThere(text: string, end: number): boolean {
  if (end === text.length) return true;
  const code = text.charCodeAt(end);
  if (code >= 128) return false;
  if (classes[code] !== 2) return true;
  const after = text.charCodeAt(end + 1);
  return after < 128 && classes[after] === 0;
}
