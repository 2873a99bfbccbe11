/**
 * Every word of every article, collected article by article and given back word by word. All of it lies in a few long
 * arrays of numbers, six bytes for each word of an article: an archive of 100,000 articles has tens of millions. For
 * 10,000 articles of 1,000 words the index takes 8 s of CPU and 315 MB so, and 17 s and 750 MB with an array for each
 * word. Words are kept as they are written, so that an article can be taken back for what it is after an edit: then it
 * is the table of the articles as they are now, and nothing tells of what stood there before.
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

/** What a table is made of, for the next build; `entries` and `known` in arrays that may be longer than `used`. */
export type KeptTable = {
  /** Of each article: the fingerprint of its text, if it has one, its words, its parts, and where its entries end. */
  articles: { fingerprint: string | undefined; length: number; blocks: number; end: number }[];
  /** What is found in texts, as it is written; by what terms each is found, and whether it is how its term is spelt. */
  spans: { written: string[]; terms: (number | number[])[]; spells: boolean[] };
  keys: string[];
  /** Of each article and span: the span, and in 16 bits how often (8), in which fields (4) and in which block (4). */
  entries: Int32Array;
  known: Uint16Array;
};

const emptyTable = (): KeptTable => ({
  articles: [],
  spans: { written: [], terms: [], spells: [] },
  keys: [],
  entries: new Int32Array(1 << 16),
  known: new Uint16Array(1 << 16),
});

export class TermTable {
  /** The number of each term that stands in an article. */
  terms: ReadonlyMap<string, number> = new Map();
  /** By number: how a word with this key is written, where it is a word that may be mistyped. */
  written: (string | undefined)[] = [];
  readonly kept: KeptTable;
  readonly #numbers: Map<string, number>;
  readonly #spans: Map<string, number>;
  readonly #reader = new SpanReader((span) => this.#spanOf(span));
  /** Of the article that is being read, by span. */
  #times = new Uint8Array(1 << 16);
  #bits = new Uint8Array(1 << 16);
  #blocks = new Uint8Array(1 << 16);
  #touched: number[] = [];
  #counts = new Int32Array(0);

  constructor(kept = emptyTable()) {
    this.kept = kept;
    this.#numbers = new Map(kept.keys.map((key, number) => [key, number]));
    this.#spans = new Map(kept.spans.written.map((written, span) => [written, span]));
    this.#grow();
  }

  get articles(): number {
    return this.kept.articles.length;
  }

  /** In how many parts an article is indexed with this text; undefined where it is not. */
  blocksOf(article: number, fingerprint: string | undefined): number | undefined {
    const known = this.kept.articles[article];
    return fingerprint !== undefined && known?.fingerprint === fingerprint ? known.blocks : undefined;
  }

  /** Articles are added in the order of their numbers; one that is there already takes the place of itself. */
  add(article: number, fingerprint: string | undefined, text: SearchedText, filters: readonly string[]): void {
    let length = 0;
    for (const [block, part] of text.blocks.entries()) {
      this.#reader.read(part, (span) => {
        length += 1;
        if (!this.#isTouched(span)) this.#touch(span, block);
        if (this.#times[span]! < mostTimes) this.#times[span]! += 1;
      });
    }
    for (const field of ['headline', 'standfirst', 'authors', 'about'] as const) {
      this.#reader.read(text[field], (span) => {
        if (!this.#isTouched(span)) this.#touch(span, field === 'standfirst' ? 0 : noBlock);
        this.#bits[span]! |= fields[field];
      });
    }
    for (const filter of filters) this.#touch(this.#filterOf(filter), noBlock);
    this.#put(article, { fingerprint, length, blocks: text.blocks.length });
  }

  /** Counts the articles of each term: when all are added, before anything is asked. */
  count(): void {
    const { keys, spans, articles, entries } = this.kept;
    const counts = new Int32Array(keys.length);
    const lastArticle = new Int32Array(keys.length).fill(-1);
    const isWritten = new Uint8Array(spans.written.length);
    const countIn = (term: number, article: number) => {
      if (lastArticle[term] !== article) counts[term]! += 1;
      lastArticle[term] = article;
    };
    let entry = 0;
    for (const [article, { end }] of articles.entries()) {
      for (; entry < end; entry += 1) {
        const span = entries[entry]!;
        const terms = spans.terms[span]!;
        isWritten[span] = 1;
        if (typeof terms === 'number') countIn(terms, article);
        else for (const term of terms) countIn(term, article);
      }
    }
    this.#counts = counts;
    this.terms = new Map([...this.#numbers].filter(([, term]) => counts[term]! > 0));
    this.written = Array.from({ length: keys.length });
    for (const [span, written] of spans.written.entries()) {
      const term = spans.terms[span]!;
      if (!spans.spells[span] || !isWritten[span] || typeof term !== 'number') continue;
      const known = this.written[term];
      if (known === undefined || isPlainer(written, known)) this.written[term] = written;
    }
  }

  /** The number of articles a term stands in. */
  countOf = (term: number): number => this.#counts[term] ?? 0;

  /** The lists of these terms, in their order. */
  *lists(keys: readonly string[]): Generator<TermList> {
    const { articles, spans, entries, known: of } = this.kept;
    const words = articles.reduce((sum, { length }) => sum + length, 0);
    const average = roundedLength(words / Math.max(1, articles.length));
    const lengths = articles.map(({ length }) => roundedLength(length));
    const starts = new Float64Array(this.#counts.length + 1);
    for (const [term, count] of this.#counts.entries()) starts[term + 1] = starts[term]! + count;
    const next = starts.slice();
    const docs = new Int32Array(starts.at(-1)!);
    const known = new Uint16Array(docs.length);
    const put = (term: number, article: number, facts: number) => {
      const place = next[term]!;
      if (place > starts[term]! && docs[place - 1] === article) known[place - 1] = together(known[place - 1]!, facts);
      else {
        next[term] = place + 1;
        docs[place] = article;
        known[place] = facts;
      }
    };
    let entry = 0;
    for (const [article, { end }] of articles.entries()) {
      for (; entry < end; entry += 1) {
        const terms = spans.terms[entries[entry]!]!;
        if (typeof terms === 'number') put(terms, article, of[entry]!);
        else for (const term of terms) put(term, article, of[entry]!);
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
        const facts = known[start + index]!;
        const length = lengths[list.docs[index]!]!;
        list.levels[index] = levelOf(textWeight(facts & 255, length, average) + weightsOfFields[(facts >> 8) & 15]!);
        const block = facts >> 12;
        list.blocks[index] = block === noBlock ? 0 : block;
      }
      yield list;
    }
  }

  #isTouched(span: number): boolean {
    return this.#times[span]! > 0 || this.#bits[span]! > 0;
  }

  #touch(span: number, block: number): void {
    this.#touched.push(span);
    this.#blocks[span] = block;
  }

  /** Puts what was touched in the place of what the article had, which is nothing where it is new. */
  #put(article: number, about: Omit<KeptTable['articles'][number], 'end'>): void {
    const kept = this.kept;
    const { articles } = kept;
    const start = articles[article - 1]?.end ?? 0;
    const oldEnd = articles[article]?.end ?? start;
    const used = articles.at(-1)?.end ?? 0;
    const more = this.#touched.length - (oldEnd - start);
    if (used + more > kept.entries.length) {
      kept.entries = grown(kept.entries, new Int32Array((used + more) * 2));
      kept.known = grown(kept.known, new Uint16Array((used + more) * 2));
    }
    kept.entries.copyWithin(oldEnd + more, oldEnd, used);
    kept.known.copyWithin(oldEnd + more, oldEnd, used);
    for (const [index, span] of this.#touched.entries()) {
      kept.entries[start + index] = span;
      kept.known[start + index] = this.#times[span]! | (this.#bits[span]! << 8) | (this.#blocks[span]! << 12);
      this.#times[span] = 0;
      this.#bits[span] = 0;
      this.#blocks[span] = 0;
    }
    this.#touched = [];
    for (const later of articles.slice(article + 1)) later.end += more;
    articles[article] = { ...about, end: oldEnd + more };
  }

  #spanOf(written: string): number {
    const known = this.#spans.get(written);
    if (known !== undefined) return known;
    const words = [...wordsOfSpan(written, 0)];
    const terms = Array.from(new Set(words.flatMap(keysOf)), (key) => this.#numberOf(key));
    const [word] = words;
    const isWord = words.length === 1 && word?.key !== undefined && !word.parts;
    return this.#newSpan(written, terms.length === 1 ? terms[0]! : terms, isWord);
  }

  /** No text has "@" in a span, so a filter is a span of its own. */
  #filterOf(filter: string): number {
    return this.#spans.get(filter) ?? this.#newSpan(filter, this.#numberOf(filter), false);
  }

  #newSpan(written: string, terms: number | number[], spells: boolean): number {
    const { spans } = this.kept;
    const span = spans.written.length;
    this.#spans.set(written, span);
    spans.written.push(written);
    spans.terms.push(terms);
    spans.spells.push(spells);
    this.#grow();
    return span;
  }

  #grow(): void {
    const needed = this.kept.spans.written.length;
    if (needed < this.#times.length) return;
    this.#times = grown(this.#times, new Uint8Array(needed * 2));
    this.#bits = grown(this.#bits, new Uint8Array(needed * 2));
    this.#blocks = grown(this.#blocks, new Uint8Array(needed * 2));
  }

  #numberOf(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.kept.keys.length;
    this.#numbers.set(key, number);
    this.kept.keys.push(key);
    return number;
  }
}

/** What an article has of a term that is written in two ways there; the block is the first. */
const together = (one: number, other: number): number =>
  (one & 0xf000) | ((one | other) & 0xf00) | Math.min(mostTimes, (one & 255) + (other & 255));

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
