/**
 * The account of a run: every found item in exactly one column, with where it came from, where it went and why. An
 * entry is opened when something is found, and closed once; what was never closed is a fault of the desk, not silence.
 */
import type { Item, Note } from '../item.ts';
import { changes } from '../codes.ts';

export type Column = 'taken' | 'changed' | 'left out';

export type Entry = {
  file: string;
  line?: number;
  /** What it is called in the sum: "article", "brief", "author", "comment", "menu" … */
  of: string;
  name: string;
  column?: Column;
  /** The file it became, below the content folder. */
  to?: string;
  notes: Note[];
};

export type FileAccount = {
  file: string;
  kind?: string;
  encoding?: string;
  found: number;
  /** Time of the processor for reading it and for what the desk made of it. */
  milliseconds?: number;
  notes: Note[];
  /** Why reading stopped; what was found before is in the account all the same. */
  refused?: { code: string; message: string; line?: number; column?: number };
};

export type Sum = { of: string; found: number; taken: number; changed: number; leftOut: number };

/** Of one group in one file, so many left-out items are listed one by one; all are counted. */
const mostListed = 1000;

export class Ledger {
  readonly files: FileAccount[] = [];
  /** What concerns the run as a whole: sections added, slugs numbered. */
  readonly notes: Note[] = [];
  readonly entries: Entry[] = [];
  readonly #leftOut = new Map<string, number>();
  readonly #unlisted = new Map<string, number>();

  opened(file: string): FileAccount {
    const account: FileAccount = { file, found: 0, notes: [] };
    this.files.push(account);
    return account;
  }

  /** Opens an entry; one that is found left out is closed with it. */
  found(account: FileAccount, found: Item): Entry {
    account.found += 1;
    const { name, line } = found;
    const of = found.is === 'left-out' ? found.of : found.is;
    const notes = found.is === 'left-out' ? [found.why] : [...found.notes];
    const entry: Entry = { file: account.file, ...(line === undefined ? {} : { line }), of, name, notes };
    if (found.is !== 'left-out') this.entries.push(entry);
    else {
      entry.column = 'left out';
      this.#list(entry);
    }
    return entry;
  }

  #list(entry: Entry): void {
    const group = `${entry.file}\n${entry.of}`;
    const before = this.#leftOut.get(group) ?? 0;
    this.#leftOut.set(group, before + 1);
    if (before < mostListed) this.entries.push(entry);
    else this.#unlisted.set(entry.of, (this.#unlisted.get(entry.of) ?? 0) + 1);
  }

  /** Closes an entry as taken, or as changed where a note tells of a change. */
  taken(entry: Entry, to: string): void {
    close(entry, entry.notes.some(changes) ? 'changed' : 'taken');
    entry.to = to;
  }

  leftOut(entry: Entry, why: Note): void {
    close(entry, 'left out');
    entry.notes.push(why);
  }

  /** Counted only, because there were so many of their kind. */
  get unlisted(): ReadonlyMap<string, number> {
    return this.#unlisted;
  }

  /** By what was found, in the order of first sight. Throws where an entry is in no column. */
  sums(): Sum[] {
    const sums = new Map<string, Sum>();
    const sumOf = (of: string): Sum => {
      const sum = sums.get(of) ?? { of, found: 0, taken: 0, changed: 0, leftOut: 0 };
      sums.set(of, sum);
      return sum;
    };
    for (const { of, column, name } of this.entries) {
      const sum = sumOf(of);
      sum.found += 1;
      if (column === 'taken') sum.taken += 1;
      else if (column === 'changed') sum.changed += 1;
      else if (column === 'left out') sum.leftOut += 1;
      else throw new Error(`"${name}" was found and is in no column of the ledger`);
    }
    for (const [of, number] of this.#unlisted) {
      const sum = sumOf(of);
      sum.found += number;
      sum.leftOut += number;
    }
    return [...sums.values()];
  }
}

function close(entry: Entry, column: Column): void {
  if (entry.column !== undefined) throw new Error(`"${entry.name}" is in two columns of the ledger`);
  entry.column = column;
}
