/**
 * The outputs of an incremental build, and its manifest. An output whose dependencies have not changed stays as the
 * build before left it, if its files have not been written since; every other one is made, and what is not there already
 * is written beside the site. Nothing of the site is touched until all is made; then what is new is moved in, and what
 * belongs to it no more is deleted.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  type Stats,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Edition } from '../../publication/edition.ts';
import { type TextDependencies, DependencyTracker } from './dependency-tracker.ts';

/** What a build leaves for the next: a hash of the facts that all outputs depend on, and an entry for each output by its name. */
export type BuildManifest = { facts: string; outputs: Map<string, ManifestEntry> };

type ManifestEntry = {
  /** The texts it asked for. */
  asked: TextDependencies;
  /** A hash of what the files are written from, where they are known by it. */
  made?: string | undefined;
  /** The files as they were written. */
  left: Left[];
  /** What is said of them elsewhere in the site, so that nobody has to read them again. */
  note?: unknown;
};

/** Size in bytes and time of the last change in milliseconds: a file that has kept both was not written since. */
type Left = [size: number, changed: number];

/**
 * `contents` answers what is in the files, in their order; `from` tells one version of them from another, where that
 * costs less than to make and compare them; `note`: of what they are made from.
 */
type Making = { from?: readonly string[]; contents: () => readonly (string | Uint8Array)[]; note?: unknown };

type Options = {
  edition: Edition;
  /** Where the site is, or will be. */
  outDir: string;
  /** Where its new files are written; beside it, so that they can be moved. */
  staging: string;
  /** Of the build before, which made what is in `outDir`. */
  before: BuildManifest;
  /** Of the code and of all that is beside the content. */
  fingerprint: string;
};

export class Outputs {
  /** What outputs are made from; the texts that are asked of it are noted. */
  readonly edition: Edition;
  /** For the next build. */
  readonly manifest: BuildManifest;
  readonly #tracker: DependencyTracker;
  readonly #outDir: string;
  readonly #staging: string;
  readonly #before: BuildManifest;
  readonly #fingerprint: string;
  readonly #hasSameFacts: boolean;
  readonly #folders = new Set<string>();
  /** By their paths below the site, all beginning with "/": what it has already as it is to be, and what is new. */
  readonly #kept = new Set<string>();
  readonly #new = new Set<string>();

  constructor({ edition, outDir, staging, before, fingerprint }: Options) {
    this.#tracker = new DependencyTracker(edition);
    this.edition = this.#tracker.edition;
    this.#outDir = outDir;
    this.#staging = staging;
    this.#before = before;
    this.#fingerprint = fingerprint;
    this.manifest = { facts: hashOf(fingerprint, this.#tracker.facts), outputs: new Map() };
    this.#hasSameFacts = before.facts === this.manifest.facts;
  }

  /** Files of the site so far, and those of them that the site before does not have as they are. */
  get files(): { all: number; new: number } {
    return { all: this.#kept.size + this.#new.size, new: this.#new.size };
  }

  has(file: string): boolean {
    return this.#kept.has(rooted(file)) || this.#new.has(rooted(file));
  }

  /** Writes the files of one output, made from nothing but `edition`; answers whether they are those of the build before. */
  write(name: string, files: readonly string[], make: () => Making): boolean {
    const known = this.#before.outputs.get(name);
    if (known && this.#hasSameFacts && this.#tracker.areUnchanged(known.asked) && this.#stay(files, known.left)) {
      this.manifest.outputs.set(name, known);
      return true;
    }
    const { made: making, asked } = this.#tracker.track(make);
    const made = making.from && hashOf(this.#fingerprint, name, ...making.from);
    if (made !== undefined && known?.made === made && this.#stay(files, known.left)) {
      this.manifest.outputs.set(name, { ...known, asked });
      return true;
    }
    const contents = making.contents();
    const left = files.map((file, place): Left => {
      const { size, mtimeMs } = this.put(file, contents[place] ?? '');
      return [size, mtimeMs];
    });
    this.manifest.outputs.set(name, { asked, made, left, note: making.note });
    return false;
  }

  /** What the making of an output has noted, in this build or before. */
  noteOf(name: string): unknown {
    return this.manifest.outputs.get(name)?.note;
  }

  /** Puts a file into the site: the one that is there, with its time, if it has these bytes. */
  put(file: string, content: string | Uint8Array): Stats {
    const bytes = bytesOf(content);
    const there = this.#there(file);
    if (there?.size === bytes.length && bytes.equals(readFileSync(join(this.#outDir, file)))) {
      this.#kept.add(rooted(file));
      return there;
    }
    this.#new.add(rooted(file));
    const path = join(this.#staging, file);
    const folder = dirname(path);
    if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
    return written(path, bytes);
  }

  /** Puts in all files of a folder but those that are left out; answers which they are, in the order of their names. */
  putAll(folder: string, leftOut: readonly string[]): string[] {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
      .filter((file) => !leftOut.includes(file))
      .sort();
    for (const file of files) this.put(file, readFileSync(join(folder, file)));
    return files;
  }

  /**
   * Moves what is new into the site: first what pages ask for, so that no page is there before it, then the rest. At
   * last what is not of the site is deleted, unless `others` may stay.
   */
  deliver(others: 'stay' | 'go'): void {
    moveInto(join(this.#staging, 'assets'), join(this.#outDir, 'assets'));
    moveInto(this.#staging, this.#outDir);
    if (others === 'go') this.#deleteOthers(this.#outDir, '/');
  }

  /** Deletes files that are not of the site, and folders that have none of it; answers whether anything is left. */
  #deleteOthers(folder: string, address: string): boolean {
    let left = false;
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      const stays = entry.isDirectory()
        ? this.#deleteOthers(path, `${address}${entry.name}/`)
        : this.has(address + entry.name);
      if (stays) left = true;
      else rmSync(path, { recursive: true });
    }
    return left;
  }

  #stay(files: readonly string[], left: readonly Left[]): boolean {
    const same = files.every((file, place) => {
      const [size, changed] = left[place]!;
      const there = this.#there(file);
      return there?.size === size && there.mtimeMs === changed;
    });
    if (same) for (const file of files) this.#kept.add(rooted(file));
    return same;
  }

  #there(file: string): Stats | undefined {
    try {
      const there = statSync(join(this.#outDir, file), { throwIfNoEntry: false });
      return there?.isFile() ? there : undefined;
    } catch {
      // Below what is a file so far.
      return undefined;
    }
  }
}

const rooted = (file: string): string => (file.startsWith('/') ? file : `/${file}`);

/** Most files fit in here, so that no memory is taken for each. */
const desk = Buffer.allocUnsafe(1 << 20);

/** The bytes of a text, until the next one is asked for. */
function bytesOf(content: string | Uint8Array): Buffer {
  if (typeof content !== 'string') return Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  // A unit of UTF-16 is three bytes of UTF-8 at most.
  return content.length * 3 <= desk.length ? desk.subarray(0, desk.write(content)) : Buffer.from(content);
}

function written(path: string, bytes: Buffer): Stats {
  const file = openSync(path, 'w');
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    return fstatSync(file);
  } finally {
    closeSync(file);
  }
}

/** Moves all that is in a folder, as whole folders where there is none of the name. */
function moveInto(from: string, to: string): void {
  if (!statSync(from, { throwIfNoEntry: false })) return;
  const there = statSync(to, { throwIfNoEntry: false });
  if (there && !there.isDirectory()) rmSync(to);
  if (!there?.isDirectory()) {
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
    return;
  }
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) moveInto(source, target);
    else {
      if (statSync(target, { throwIfNoEntry: false })?.isDirectory()) rmSync(target, { recursive: true });
      renameSync(source, target);
    }
  }
}

/** Parts are told apart: "ab" and "c" are not "a" and "bc". */
export function hashOf(...parts: string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length} `).update(part);
  return hash.digest('base64');
}

/** The manifest of the build before; where there is none, or it cannot be read, everything is made. */
export function readManifest(file: string): BuildManifest {
  try {
    const { facts, outputs } = JSON.parse(readFileSync(file, 'utf8')) as {
      facts: string;
      outputs: [string, ManifestEntry][];
    };
    return { facts, outputs: new Map(outputs) };
  } catch {
    return { facts: '', outputs: new Map() };
  }
}

export function writeManifest(file: string, { facts, outputs }: BuildManifest): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ facts, outputs: [...outputs] }));
}
