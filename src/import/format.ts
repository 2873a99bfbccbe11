/** The interface of a format. `formats.ts` lists all formats; to add one, write its file and name it there. */
import type { Item } from './item.ts';

export type FormatName =
  | 'mail'
  | 'letters'
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

/** The beginning of a file, to tell its format by. */
export type Opening = {
  /** The path as messages show it: relative to the working directory. */
  path: string;
  /** The first 64 kB, decoded. */
  text: string;
  /** Names of the other files in its folder, where the folder was given. */
  beside: readonly string[];
};

/** One file of the input. */
export type Source = Opening & {
  size: number;
  /** The path from the given folder on, with its name. */
  pathInFolder: string;
  /** The whole file, decoded as declared or as detected; throws `Refusal` above the limit of the format. */
  whole(limit?: number): Promise<string>;
  /** The file in decoded pieces, for files that may be larger than memory. */
  pieces(): AsyncIterable<string>;
  /** The file as it is, in pieces, for what says in its parts how they are encoded. */
  bytes(): AsyncIterable<Buffer>;
  /**
   * A file of the same given folder by its path relative to this one; undefined where there is none. It never leaves
   * that folder.
   */
  neighbour(path: string): Promise<Source | undefined>;
  /**
   * The address, relative to this file, of the one that a wiki calls so: anywhere in the given folder, the nearest of
   * several.
   */
  fileNamed(name: string): string | undefined;
  /** The file that a picture's address means, if it lies in the folder; "/a.jpg" is at the top of the folder. */
  pictureFile(address: string): string | undefined;
  /** Marks a file as read together with this one, so that it is not read by itself. */
  takes(path: string): void;
};

/** The file cannot be read as this format: a code, what was found, what to do. The run goes on with the other files. */
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
  /** It reads bytes: the encoding of the file as a whole says nothing. */
  ofBytes?: true;
  /**
   * Whether the bytes look like this format. Formats are asked in the order of the list; the first that agrees reads
   * the file.
   */
  recognises(opening: Opening): boolean;
  /** Every item of the file, in order. Items that came before a `Refusal` count. */
  read(source: Source): AsyncIterable<Item>;
};
