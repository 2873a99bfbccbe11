/** An index that lies elsewhere, read file by file; what was read once is kept. */
import { firstThat } from '../first-that.ts';
import {
  type Borders,
  bordersOf,
  type Directory,
  type IndexedPassage,
  type IndexKind,
  numbersAPart,
  placeInIndex,
  type Term,
  termOf,
  textFile,
  textsAFolder,
} from './index-files.ts';
import { type Postings, postingsOf } from './postings.ts';
import { backwards } from './spelling.ts';
import { wordKeyOf } from './words-of.ts';

/** Gets a file of the index by its name, or fails (`IndexGone`, `IndexUnreachable`). */
export type ReadIndexFile = (file: string) => Promise<string>;

/** The files are not there any more: the publication has been built again. */
export class IndexGone extends Error {}

/** The files could not be had: no connection, or a server in trouble. */
export class IndexUnreachable extends Error {}

/** Files that one beginning may make the reader fetch. */
const mostFiles = 4;

export class IndexReader {
  readonly directory: Directory;
  readonly #read: ReadIndexFile;
  readonly #files = new Map<string, Promise<unknown>>();
  readonly #roots: Record<IndexKind, Borders>;
  readonly #common: ReadonlySet<string>;
  readonly #texts: string[];

  constructor(directory: Directory, read: ReadIndexFile) {
    this.directory = directory;
    this.#read = read;
    const { terms, spelling, endings } = directory.roots;
    this.#roots = {
      terms: bordersOf('borders', terms),
      spelling: bordersOf('borders', spelling),
      endings: bordersOf('borders', endings),
    };
    this.#common = new Set(directory.common.split(' '));
    this.#texts = directory.texts.split(' ');
  }

  isCommon = (key: string): boolean => this.#common.has(key);

  async term(key: string): Promise<Term | undefined> {
    const { borders, place } = await this.#placeInIndex('terms', key);
    const lines = await this.#lines(borders.files[place]!);
    return lines.get(key);
  }

  /**
   * Terms that begin so, those in most articles first. Of a beginning that very many have, only those that lie with the
   * word itself, where there is such a word.
   */
  async termsFrom(beginning: string, most: number): Promise<[key: string, Term][]> {
    const { files, all } = await this.#filesFrom('terms', beginning);
    const isWord = !all && (await this.#lines(files[0]!)).get(beginning) !== undefined;
    const lists = await Promise.all((isWord ? files.slice(0, 1) : files).map((file) => this.#lines(file)));
    const found = lists.flatMap((lines) => lines.from(beginning));
    return found.sort(([, one], [, other]) => other.count - one.count).slice(0, most);
  }

  /** Words as they are written whose keys begin, or end, so; with the power of two of articles they stand in. */
  async spelt(half: { beginning: string } | { end: string }): Promise<Spelt[]> {
    const kind = 'end' in half ? 'endings' : 'spelling';
    const { files } = await this.#filesFrom(kind, 'end' in half ? backwards(half.end) : half.beginning);
    const lists = await Promise.all(files.map((file) => this.#kept(file, speltOf)));
    return lists.flat().filter(({ key }) => ('end' in half ? key.endsWith(half.end) : key.startsWith(half.beginning)));
  }

  /** All articles of a list that is cut, between two articles, in parts that `has` some of what is looked for. */
  async rest(
    full: readonly string[],
    has: (from: number, to: number) => boolean,
    most: number,
  ): Promise<{ postings: Postings[]; whole: boolean }> {
    const parts = full.filter((file, part) => file !== '' && has(part * numbersAPart, (part + 1) * numbersAPart));
    const postings = await Promise.all(
      parts.slice(0, most).map((file) =>
        this.#kept(file, (text) => {
          const [docs, levels, blocks] = text.split(' ');
          return postingsOf(docs, levels, blocks);
        }),
      ),
    );
    return { postings, whole: parts.length <= most };
  }

  passage(article: number, block: number): Promise<IndexedPassage> {
    const folder = this.#texts[Math.floor(article / textsAFolder)]!;
    return this.#kept(textFile(folder, article, block), (text) => JSON.parse(text) as IndexedPassage);
  }

  /** The whole text of an article, and what is said above it. */
  async whole(article: number, known: number): Promise<string> {
    const { blocks } = await this.passage(article, known);
    const passages = await Promise.all(Array.from({ length: blocks }, (_, block) => this.passage(article, block)));
    return [passages[0]?.headline, ...passages.map(({ text }) => text)].join('\n');
  }

  /** The file that a key is in, if it is in any: in which part of the borders, and where there. */
  async #placeInIndex(kind: IndexKind, key: string): Promise<{ part: number; borders: Borders; place: number }> {
    const root = this.#roots[kind];
    const part = placeInIndex(root, key);
    const borders = await this.#kept(root.files[part]!, (text) => bordersOf(kind, text));
    return { part, borders, place: placeInIndex(borders, key) };
  }

  async #filesFrom(kind: IndexKind, beginning: string): Promise<{ files: string[]; all: boolean }> {
    const [first, last] = await Promise.all([
      this.#placeInIndex(kind, beginning),
      this.#placeInIndex(kind, `${beginning}\uffff`),
    ]);
    const parts = last.part - first.part;
    const files =
      parts === 0
        ? first.borders.files.slice(first.place, last.place + 1)
        : [
            ...first.borders.files.slice(first.place),
            ...(parts === 1 ? last.borders.files.slice(0, last.place + 1) : []),
          ];
    return { files: files.slice(0, mostFiles), all: parts <= 1 && files.length <= mostFiles };
  }

  #lines(file: string): Promise<Lines> {
    return this.#kept(file, (text) => new Lines(text));
  }

  /** A failure is not kept: whoever asks again tries again. */
  #kept<Value>(file: string, made: (text: string) => Value): Promise<Value> {
    const known = this.#files.get(file) as Promise<Value> | undefined;
    if (known) return known;
    const reading = this.#read(file).then(made);
    this.#files.set(file, reading);
    reading.catch(() => this.#files.delete(file));
    return reading;
  }
}

export type Spelt = { written: string; key: string; power: number };

function speltOf(text: string): Spelt[] {
  return text.split('\n').map((line) => {
    const [written = '', power] = line.split(' ');
    return { written, key: wordKeyOf(written), power: Number(power) };
  });
}

/** The lines of a file of terms; one is read when it is asked for. */
class Lines {
  readonly #lines: string[];
  readonly #terms = new Map<string, Term>();

  constructor(text: string) {
    this.#lines = text.split('\n');
  }

  get(key: string): Term | undefined {
    const known = this.#terms.get(key);
    if (known) return known;
    const line = this.#lines[this.#place(key)];
    if (!line?.startsWith(`${key} `)) return undefined;
    const term = termOf(line);
    this.#terms.set(key, term);
    return term;
  }

  from(beginning: string): [string, Term][] {
    const first = this.#place(beginning);
    const after = this.#lines.findIndex((line, place) => place >= first && !line.startsWith(beginning));
    return this.#lines.slice(first, after < 0 ? undefined : after).flatMap((line): [string, Term][] => {
      const key = keyOf(line);
      const term = this.get(key);
      return term ? [[key, term]] : [];
    });
  }

  /** Of the first line whose key does not come before `key`. */
  #place(key: string): number {
    const lines = this.#lines;
    return firstThat(0, lines.length, (place) => keyOf(lines[place]!) >= key);
  }
}

const keyOf = (line: string): string => line.slice(0, line.indexOf(' '));
