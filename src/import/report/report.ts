/**
 * The report on a run: every item in exactly one column, with where it came from, where it went and why. An item is
 * added when it is found, and gets its column once; one without a column is an error of the importer, not silence.
 */
import type { Item, Note } from '../item.ts';
import { changes } from '../codes.ts';

export type Column = 'taken' | 'changed' | 'left out';

export type ReportedItem = {
  file: string;
  line?: number | undefined;
  /** What it is called in the sum: "article", "brief", "author", "comment", "menu" … */
  of: string;
  name: string;
  column?: Column;
  /** The file it became, below the content folder. */
  to?: string;
  notes: Note[];
};

export type FileReport = {
  file: string;
  kind?: string;
  encoding?: string;
  found: number;
  /** Time of the processor for reading it and for taking its items. */
  milliseconds?: number;
  notes: Note[];
  /** Why reading stopped; what was found before is in the report all the same. */
  refused?: { code: string; message: string; line?: number; column?: number };
};

export type Sum = { of: string; found: number; taken: number; changed: number; leftOut: number };

/** The most left-out items of one group in one file that are listed; all are counted. */
const mostListed = 1000;

export class ImportReport {
  readonly files: FileReport[] = [];
  /** Notes on the whole run: sections added, slugs numbered. */
  readonly notes: Note[] = [];
  readonly items: ReportedItem[] = [];
  readonly #leftOut = new Map<string, number>();
  readonly #unlisted = new Map<string, number>();

  addFile(path: string): FileReport {
    const file: FileReport = { file: path, found: 0, notes: [] };
    this.files.push(file);
    return file;
  }

  /** Adds an item; one that its format left out gets its column at once. */
  add(file: FileReport, item: Item): ReportedItem {
    file.found += 1;
    const { name, line } = item;
    const of = item.is === 'left-out' ? item.of : item.is;
    const notes = item.is === 'left-out' ? [item.why] : [...item.notes];
    const reported: ReportedItem = { file: file.file, line, of, name, notes };
    if (item.is !== 'left-out') this.items.push(reported);
    else {
      reported.column = 'left out';
      this.#list(reported);
    }
    return reported;
  }

  #list(reported: ReportedItem): void {
    const group = `${reported.file}\n${reported.of}`;
    const before = this.#leftOut.get(group) ?? 0;
    this.#leftOut.set(group, before + 1);
    if (before < mostListed) this.items.push(reported);
    else this.#unlisted.set(reported.of, (this.#unlisted.get(reported.of) ?? 0) + 1);
  }

  /** The item became the file `to`; where a note tells of a change, it counts as changed. */
  taken(reported: ReportedItem, to: string): void {
    setColumn(reported, reported.notes.some(changes) ? 'changed' : 'taken');
    reported.to = to;
  }

  leftOut(reported: ReportedItem, why: Note): void {
    setColumn(reported, 'left out');
    reported.notes.push(why);
  }

  /** Left-out items that are counted only, since there were too many of their group. */
  get unlisted(): ReadonlyMap<string, number> {
    return this.#unlisted;
  }

  /** The sums by kind of item, in the order of first appearance. Throws where an item is in no column. */
  sums(): Sum[] {
    const sums = new Map<string, Sum>();
    const sumOf = (of: string): Sum => {
      const sum = sums.get(of) ?? { of, found: 0, taken: 0, changed: 0, leftOut: 0 };
      sums.set(of, sum);
      return sum;
    };
    for (const { of, column, name } of this.items) {
      const sum = sumOf(of);
      sum.found += 1;
      if (column === undefined) throw new Error(`"${name}" was found and is in no column of the report`);
      sum[column === 'left out' ? 'leftOut' : column] += 1;
    }
    for (const [of, number] of this.#unlisted) {
      const sum = sumOf(of);
      sum.found += number;
      sum.leftOut += number;
    }
    return [...sums.values()];
  }
}

function setColumn(reported: ReportedItem, column: Column): void {
  if (reported.column !== undefined) throw new Error(`"${reported.name}" is in two columns of the report`);
  reported.column = column;
}
