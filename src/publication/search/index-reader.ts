/** An index that lies elsewhere, read file by file; what was read once is kept. */
import {
  type Directory,
  directoryFile,
  endingsFile,
  fullFile,
  indexForm,
  type Passage,
  passageFile,
  placeOf,
  spellingFile,
  type Term,
  termOf,
  termsFile,
} from './index-files.ts';
import { type Postings, postingsOf } from './postings.ts';
import { backwards } from './spelling.ts';
import { keyOf } from './words-of.ts';

/** Gets a file of the index by its name, or fails (`IndexGone`, `IndexUnreachable`). */
export type ReadFile = (file: string) => Promise<string>;

/** The files are not there any more, or are of another form: the publication has been built again. */
export class IndexGone extends Error {}

/** The files could not be had: no connection, or a server in trouble. */
export class IndexUnreachable extends Error {}

type Borders = { terms: string[]; spelling: string[]; endings: string[]; common: ReadonlySet<string> };

/** Files that one word may make the reader fetch, of those that begin with it. */
const mostFiles = 3;

export class IndexReader {
  readonly #read: ReadFile;
  readonly #files = new Map<string, Promise<unknown>>();

  constructor(read: ReadFile) {
    this.#read = read;
  }

  directory(): Promise<Directory> {
    return this.#kept(directoryFile, (text) => {
      const directory = JSON.parse(text) as Directory;
      if (directory.form !== indexForm) throw new IndexGone(`form ${String(directory.form)}`);
      return directory;
    });
  }

  async isCommon(key: string): Promise<boolean> {
    return (await this.#borders()).common.has(key);
  }

  async term(key: string): Promise<Term | undefined> {
    const { terms } = await this.#borders();
    return (await this.#lines(termsFile(placeOf(terms, key)))).get(key);
  }

  /** Terms that begin so, those in most articles first. */
  async termsFrom(beginning: string, most: number): Promise<[key: string, Term][]> {
    const { terms } = await this.#borders();
    const files = filesFrom(terms, beginning).map(termsFile);
    const found = (await Promise.all(files.map((file) => this.#lines(file)))).flatMap((lines) =>
      lines.from(beginning),
    );
    return found.sort(([, one], [, other]) => other.count - one.count).slice(0, most);
  }

  /** Words as they are written whose keys begin, or end, so; with the power of two of articles they stand in. */
  async spelt(half: { beginning: string } | { end: string }): Promise<Spelt[]> {
    const { spelling, endings } = await this.#borders();
    const ofEnd = 'end' in half;
    const beginning = ofEnd ? backwards(half.end) : half.beginning;
    const files = filesFrom(ofEnd ? endings : spelling, beginning).map(ofEnd ? endingsFile : spellingFile);
    const lists = await Promise.all(files.map((file) => this.#kept(file, speltOf)));
    return lists.flat().filter(({ key }) => (ofEnd ? key.endsWith(half.end) : key.startsWith(beginning)));
  }

  /** All articles of a list that is cut, between two articles, in parts that `has` some of what is looked for. */
  async rest(
    { list, firsts }: NonNullable<Term['full']>,
    has: (from: number, to: number) => boolean,
    most: number,
  ): Promise<{ postings: Postings[]; whole: boolean }> {
    const parts = firsts
      .map((first, part) => ({ part, first, next: firsts[part + 1] ?? Infinity }))
      .filter(({ first, next }) => has(first, next));
    const postings = await Promise.all(
      parts.slice(0, most).map(({ part }) =>
        this.#kept(fullFile(list, part), (text) => {
          const [docs, levels, blocks] = text.split(' ');
          return postingsOf(docs, levels, blocks);
        }),
      ),
    );
    return { postings, whole: parts.length <= most };
  }

  passage(article: number, block: number): Promise<Passage> {
    return this.#kept(passageFile(article, block), (text) => JSON.parse(text) as Passage);
  }

  /** The whole text of an article, and what is said above it. */
  async whole(article: number, known: number): Promise<string> {
    const { blocks } = await this.passage(article, known);
    const passages = await Promise.all(Array.from({ length: blocks }, (_, block) => this.passage(article, block)));
    return [passages[0]?.headline, ...passages.map(({ text }) => text)].join('\n');
  }

  #bordersMade: Borders | undefined;

  async #borders(): Promise<Borders> {
    const { terms, spelling, endings, common } = await this.directory();
    this.#bordersMade ??= {
      terms: terms.split(' '),
      spelling: spelling.split(' '),
      endings: endings.split(' '),
      common: new Set(common.split(' ')),
    };
    return this.#bordersMade;
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
    return { written, key: keyOf(written), power: Number(power) };
  });
}

function filesFrom(borders: readonly string[], beginning: string): number[] {
  const first = placeOf(borders, beginning);
  const last = placeOf(borders, `${beginning}\uffff`);
  return Array.from({ length: Math.min(mostFiles, last - first + 1) }, (_, index) => first + index);
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
    const found: [string, Term][] = [];
    for (let place = this.#place(beginning); this.#lines[place]?.startsWith(beginning); place += 1) {
      const key = this.#lines[place]!.slice(0, this.#lines[place]!.indexOf(' '));
      const term = this.get(key);
      if (term) found.push([key, term]);
    }
    return found;
  }

  /** Of the first line whose key does not come before `key`. */
  #place(key: string): number {
    let low = 0;
    let high = this.#lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const line = this.#lines[middle]!;
      if (line.slice(0, line.indexOf(' ')) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
