/**
 * The outputs of an incremental build, and its manifest. An output whose dependencies have not changed is taken from the
 * site of the build before, if its files have not been written since; every other one is made.
 */
import { hash } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
  /** The site of the build before, and its manifest. */
  before: { outDir: string; manifest: BuildManifest };
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
  readonly #before: Options['before'];
  readonly #fingerprint: string;
  readonly #hasSameFacts: boolean;

  constructor({ edition, outDir, before, fingerprint }: Options) {
    this.#tracker = new DependencyTracker(edition);
    this.edition = this.#tracker.edition;
    this.#outDir = outDir;
    this.#before = before;
    this.#fingerprint = fingerprint;
    this.manifest = { facts: hashOf(fingerprint, this.#tracker.facts), outputs: new Map() };
    this.#hasSameFacts = before.manifest.facts === this.manifest.facts;
  }

  /** Writes the files of one output, made from nothing but `edition`; answers whether they are those of the build before. */
  write(name: string, files: readonly string[], make: () => Making): boolean {
    const known = this.#before.manifest.outputs.get(name);
    const folders = new Set(files.map((file) => dirname(join(this.#outDir, file))));
    for (const folder of folders) mkdirSync(folder, { recursive: true });
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
    const left = files.map((file, place) => written(join(this.#outDir, file), contents[place] ?? ''));
    this.manifest.outputs.set(name, { asked, made, left });
    return false;
  }

  /** Takes the files over into the new site; two sites may share them, since files are only ever made anew. */
  #taken(files: readonly string[], left: readonly Left[]): boolean {
    return files.every((file, place) => {
      const from = join(this.#before.outDir, file);
      const to = join(this.#outDir, file);
      try {
        const [size, changed] = left[place]!;
        const found = statSync(from);
        if (found.size !== size || found.mtimeMs !== changed) return false;
        linkSync(from, to);
        return true;
      } catch {
        return false;
      }
    });
  }
}

/** Never writes into a file that the site before may share. */
function written(file: string, text: string): Left {
  try {
    writeFileSync(file, text, { flag: 'wx' });
  } catch {
    rmSync(file, { force: true });
    writeFileSync(file, text);
  }
  const { size, mtimeMs } = statSync(file);
  return [size, mtimeMs];
}

/** Parts are told apart: "ab" and "c" are not "a" and "bc". */
export const hashOf = (...parts: string[]): string =>
  hash('sha256', parts.map((part) => `${part.length} ${part}`).join(''), 'base64');

export const emptyManifest = (): BuildManifest => ({ facts: '', outputs: new Map() });

/** The manifest of the build before; where there is none, or it cannot be read, everything is made. */
export function readManifest(file: string): BuildManifest {
  try {
    const { facts, outputs } = JSON.parse(readFileSync(file, 'utf8')) as {
      facts: string;
      outputs: [string, ManifestEntry][];
    };
    return { facts, outputs: new Map(outputs) };
  } catch {
    return emptyManifest();
  }
}

export function writeManifest(file: string, { facts, outputs }: BuildManifest): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ facts, outputs: [...outputs] }));
}
