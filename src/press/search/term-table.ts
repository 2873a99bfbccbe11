/**
 * Every word of every article, collected article by article and given back word by word. All of it lies in a few long
 * arrays of numbers, six bytes for each word of an article: an archive of 100,000 articles has tens of millions. For
 * 10,000 articles of 1,000 words the index takes 8 s of CPU and 315 MB so, and 17 s and 750 MB with an array for each
 * word.
 */
import { keysOf, wordsOfSpan } from '../../publication/search/words-of.ts';
import { fieldWeights, levelOf, roundedLength, textWeight } from '../../publication/search/score.ts';
import type { SearchedText } from './searched-text.ts';
import { SpanReader } from './span-reader.ts';

/** The fields beside the text, a bit each. */
const fields = { headline: 1, standfirst: 2, authors: 4, about: 8 } as const;
const weightsOfFields = Array.from(
  { length: 16 },
  (_, bits) =>
    (bits & fields.headline ? fieldWeights.headline : 0) +
    (bits & fields.standfirst ? fieldWeights.standfirst : 0) +
    (bits & fields.authors ? fieldWeights.author : 0) +
    (bits & fields.about ? fieldWeights.about : 0),
);

const noBlock = 15;
const mostTimes = 255;

export type TermList = { docs: Int32Array; levels: Uint8Array; blocks: Uint8Array };

export class TermTable {
  /** The number of each term. */
  readonly terms = new Map<string, number>();
  /** By number: how a word with this key is written, where it is a word that may be mistyped. */
  readonly written: (string | undefined)[] = [];
  readonly #lengths: number[] = [];
  /** Of each article and term: the term, and in 16 bits how often (8), in which fields (4) and in which block (4). */
  #entries = new Int32Array(1 << 16);
  #known = new Uint16Array(1 << 16);
  #used = 0;
  readonly #ends: number[] = [];
  /** Of the article that is being read, by term. */
  #times = new Uint8Array(1 << 16);
  #bits = new Uint8Array(1 << 16);
  #blocks = new Uint8Array(1 << 16);
  #touched: number[] = [];
  readonly #spans = new SpanReader((span) => this.#termsOf(span));
  readonly #counts: number[] = [];

  get articles(): number {
    return this.#ends.length;
  }

  /** Articles are added in the order of their numbers. */
  add(text: SearchedText, filters: readonly string[]): void {
    let length = 0;
    for (const [block, part] of text.blocks.entries()) {
      this.#spans.read(part, (terms) => {
        length += 1;
        if (typeof terms === 'number') this.#count(terms, block);
        else for (const term of terms) this.#count(term, block);
      });
    }
    for (const field of ['headline', 'standfirst', 'authors', 'about'] as const) {
      this.#spans.read(text[field], (terms) => {
        for (const term of [terms].flat()) {
          if (!this.#isTouched(term)) this.#touch(term, field === 'standfirst' ? 0 : noBlock);
          this.#bits[term]! |= fields[field];
        }
      });
    }
    for (const filter of filters) this.#touch(this.#numberOf(filter), noBlock);
    this.#close(length);
  }

  /** The number of articles a term stands in. */
  countOf = (term: number): number => this.#counts[term] ?? 0;

  /** The lists of these terms, in their order. */
  *lists(keys: readonly string[]): Generator<TermList> {
    const words = this.#lengths.reduce((sum, length) => sum + length, 0);
    const average = roundedLength(words / Math.max(1, this.#lengths.length));
    const lengths = this.#lengths.map(roundedLength);
    const starts = new Float64Array(this.terms.size + 1);
    for (let term = 0; term < this.terms.size; term += 1) starts[term + 1] = starts[term]! + this.countOf(term);
    const next = starts.slice();
    const docs = new Int32Array(this.#used);
    const known = new Uint16Array(this.#used);
    let entry = 0;
    for (const [article, end] of this.#ends.entries()) {
      for (; entry < end; entry += 1) {
        const term = this.#entries[entry]!;
        const place = next[term]!;
        next[term] = place + 1;
        docs[place] = article;
        known[place] = this.#known[entry]!;
      }
    }
    for (const key of keys) {
      const term = this.terms.get(key)!;
      const [start, end] = [starts[term]!, starts[term + 1]!];
      const list = {
        docs: docs.subarray(start, end),
        levels: new Uint8Array(end - start),
        blocks: new Uint8Array(end - start),
      };
      for (let index = 0; index < list.docs.length; index += 1) {
        const of = known[start + index]!;
        const length = lengths[list.docs[index]!]!;
        list.levels[index] = levelOf(textWeight(of & 255, length, average) + weightsOfFields[(of >> 8) & 15]!);
        const block = of >> 12;
        list.blocks[index] = block === noBlock ? 0 : block;
      }
      yield list;
    }
  }

  #count(term: number, block: number): void {
    if (!this.#isTouched(term)) this.#touch(term, block);
    if (this.#times[term]! < mostTimes) this.#times[term]! += 1;
  }

  #isTouched(term: number): boolean {
    return this.#times[term]! > 0 || this.#bits[term]! > 0;
  }

  #touch(term: number, block: number): void {
    if (!this.#isTouched(term)) this.#touched.push(term);
    this.#blocks[term] = block;
  }

  #close(length: number): void {
    const needed = this.#used + this.#touched.length;
    if (needed > this.#entries.length) {
      this.#entries = grown(this.#entries, new Int32Array(needed * 2));
      this.#known = grown(this.#known, new Uint16Array(needed * 2));
    }
    for (const term of this.#touched) {
      this.#entries[this.#used] = term;
      this.#known[this.#used] = this.#times[term]! | (this.#bits[term]! << 8) | (this.#blocks[term]! << 12);
      this.#used += 1;
      this.#counts[term] = (this.#counts[term] ?? 0) + 1;
      this.#times[term] = 0;
      this.#bits[term] = 0;
      this.#blocks[term] = 0;
    }
    this.#touched = [];
    this.#ends.push(this.#used);
    this.#lengths.push(length);
  }

  /** What a span is found by: most often one term. */
  #termsOf(span: string): number | number[] {
    const words = [...wordsOfSpan(span, 0)];
    const terms = Array.from(new Set(words.flatMap(keysOf)), (key) => this.#numberOf(key));
    const [word] = words;
    if (words.length === 1 && word?.key !== undefined && !word.parts) this.#spell(this.#numberOf(word.key), span);
    const [only] = terms;
    return terms.length === 1 && only !== undefined ? only : terms;
  }

  #spell(term: number, written: string): void {
    const known = this.written[term];
    if (known === undefined || isPlainer(written, known)) this.written[term] = written;
  }

  #numberOf(key: string): number {
    const known = this.terms.get(key);
    if (known !== undefined) return known;
    const number = this.terms.size;
    this.terms.set(key, number);
    if (number >= this.#times.length) {
      this.#times = grown(this.#times, new Uint8Array(number * 2));
      this.#bits = grown(this.#bits, new Uint8Array(number * 2));
      this.#blocks = grown(this.#blocks, new Uint8Array(number * 2));
    }
    return number;
  }
}

/**
 * How a word is written does not hang on which article is read first. Small letters come before capitals, which are how
 * a sentence begins; the word itself comes before its forms.
 */
function isPlainer(one: string, other: string): boolean {
  const [small, otherSmall] = [one === one.toLowerCase(), other === other.toLowerCase()];
  if (small !== otherSmall) return small;
  return one.length === other.length ? one < other : one.length < other.length;
}

function grown<Numbers extends Int32Array | Uint16Array | Uint8Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}
