/**
 * The outputs of an incremental build, and its manifest. An output whose dependencies have not changed is taken from the
 * site of the build before, if its files have not been written since; every other one is made, and written where it is
 * not what was there.
 */
import { hash } from 'node:crypto';
import { type Stats, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Edition } from '../../publication/edition.ts';
import { type TextDependencies, DependencyTracker } from './dependency-tracker.ts';

/** What a build leaves for the next: a hash of the facts that all outputs depend on, and an entry for each output by its name. */
export type BuildManifest = { facts: string; outputs: Map<string, ManifestEntry> };

type ManifestEntry = {
  /** The texts it asked for. */
  asked: TextDependencies;
  /** A hash of what the files are written from. */
  made: string;
  /** The files as they were written. */
  left: Left[];
};

/** Size in bytes and time of the last change in milliseconds: a file that has kept both was not written since. */
type Left = [size: number, changed: number];

/** `from` tells one version of the files from another; `contents` answers their text, in their order. */
type Making = { from: readonly string[]; contents: () => readonly string[] };

type Options = {
  edition: Edition;
  /** Where the site is written. */
  outDir: string;
  /** The site of the build before, and its manifest, where files may be taken from it. */
  before: { outDir: string; manifest: BuildManifest } | undefined;
  /** Of the code and of all that is beside the content. */
  fingerprint: string;
};

export class Outputs {
  /** What outputs are made from; the texts that are asked of it are noted. */
  readonly edition: Edition;
  /** For the next build. */
  readonly manifest: BuildManifest;
  /** Files of the site so far, and those of them that the site before did not have as they are. */
  readonly files = { all: 0, new: 0 };
  readonly #tracker: DependencyTracker;
  readonly #outDir: string;
  readonly #before: Options['before'];
  readonly #fingerprint: string;
  readonly #hasSameFacts: boolean;
  readonly #folders = new Set<string>();

  constructor({ edition, outDir, before, fingerprint }: Options) {
    this.#tracker = new DependencyTracker(edition);
    this.edition = this.#tracker.edition;
    this.#outDir = outDir;
    this.#before = before;
    this.#fingerprint = fingerprint;
    this.manifest = { facts: hashOf(fingerprint, this.#tracker.facts), outputs: new Map() };
    this.#hasSameFacts = before?.manifest.facts === this.manifest.facts;
  }

  /** Writes the files of one output, made from nothing but `edition`; answers whether they are those of the build before. */
  write(name: string, files: readonly string[], make: () => Making): boolean {
    const known = this.#before?.manifest.outputs.get(name);
    if (known && this.#hasSameFacts && this.#tracker.areUnchanged(known.asked) && this.#taken(files, known.left)) {
      this.manifest.outputs.set(name, known);
      return true;
    }
    const { made: making, asked } = this.#tracker.track(make);
    const made = hashOf(this.#fingerprint, name, ...making.from);
    if (known?.made === made && this.#taken(files, known.left)) {
      this.manifest.outputs.set(name, { ...known, asked });
      return true;
    }
    const contents = making.contents();
    const left = files.map((file, place): Left => {
      this.put(file, contents[place] ?? '');
      const { size, mtimeMs } = statSync(join(this.#outDir, file));
      return [size, mtimeMs];
    });
    this.manifest.outputs.set(name, { asked, made, left });
    return false;
  }

  /** Puts a file into the site: the one of the site before, with its time, if that has these bytes. */
  put(file: string, content: string | Uint8Array): void {
    const bytes = Buffer.from(content);
    this.files.all += 1;
    if (this.#link(file, (from, { size }) => size === bytes.length && readFileSync(from).equals(bytes))) return;
    this.files.new += 1;
    writeAnew(this.#pathOf(file), bytes);
  }

  /** Puts in what others have written into the folder of the site. */
  takeIn(): void {
    for (const entry of readdirSync(this.#outDir, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (!entry.isFile()) continue;
      const bytes = readFileSync(path);
      rmSync(path);
      this.put(relative(this.#outDir, path), bytes);
    }
  }

  #taken(files: readonly string[], left: readonly Left[]): boolean {
    const taken = files.every((file, place) => {
      const [size, changed] = left[place]!;
      return this.#link(file, (_, found) => found.size === size && found.mtimeMs === changed);
    });
    if (taken) this.files.all += files.length;
    return taken;
  }

  /** Takes a file over into the new site; two sites may share it, since files are only ever made anew. */
  #link(file: string, isSame: (path: string, found: Stats) => boolean): boolean {
    if (!this.#before) return false;
    const from = join(this.#before.outDir, file);
    const found = statSync(from, { throwIfNoEntry: false });
    if (!found) return false;
    try {
      if (!isSame(from, found)) return false;
      linkSync(from, this.#pathOf(file));
      return true;
    } catch {
      return false;
    }
  }

  /** Where a file of the new site goes; its folder is there. */
  #pathOf(file: string): string {
    const path = join(this.#outDir, file);
    const folder = dirname(path);
    if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
    return path;
  }
}

/** Never writes into a file that the site before may share. */
function writeAnew(path: string, bytes: Uint8Array): void {
  try {
    writeFileSync(path, bytes, { flag: 'wx' });
  } catch {
    rmSync(path, { force: true });
    writeFileSync(path, bytes);
  }
}

/** Parts are told apart: "ab" and "c" are not "a" and "bc". */
export const hashOf = (...parts: string[]): string =>
  hash('sha256', parts.map((part) => `${part.length} ${part}`).join(''), 'base64');

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
