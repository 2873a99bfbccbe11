/** What a format is to the desk. `formats.ts` lists them; to add one, write its file and name it there. */
import type { Item } from './item.ts';

export type FormatName =
  | 'text'
  | 'html'
  | 'markdown'
  | 'feed'
  | 'wordpress'
  | 'ghost'
  | 'medium'
  | 'substack'
  | 'omnivore'
  | 'pocket'
  | 'instapaper'
  | 'wallabag'
  | 'bookmarks';

/** The beginning of a file, for telling its kind. */
export type Opening = {
  /** As shown in messages: relative to where the command runs. */
  path: string;
  /** The first 64 kB, decoded. */
  text: string;
  /** Names of the files in the same folder, where the command was given the folder. */
  beside: readonly string[];
};

/** One file of the input. */
export type Source = Opening & {
  size: number;
  /** The whole file, decoded as it declares or as was detected; throws `Refusal` above the limit of the format. */
  whole(limit?: number): Promise<string>;
  /** The file in decoded pieces, for what may be too large to hold. */
  pieces(): AsyncIterable<string>;
  /** A file of the same given folder by its path relative to this one; undefined where there is none. Never leaves that folder. */
  neighbour(path: string): Promise<Source | undefined>;
  /** Marks a neighbour as read with this file, so that it is not asked for by itself. */
  takes(path: string): void;
};

/** The file cannot be read as this format: code, what was found, what to do. Other files go on. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;
  readonly line: number | undefined;
  readonly column: number | undefined;

  constructor(code: string, message: string, line?: number, column?: number) {
    super(message);
    this.code = code;
    this.line = line;
    this.column = column;
  }
}

export type Format = {
  name: FormatName;
  /** Whether the bytes look like this format; asked in the order of the list, the first that agrees reads the file. */
  recognises(opening: Opening): boolean;
  /** Everything in the file, in order. What was found before a `Refusal` has been found. */
  read(source: Source): AsyncIterable<Item>;
};
