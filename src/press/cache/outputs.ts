/**
 * The files of a site as a build brings them about. What is made of the same as in the build before is taken from the
 * site that stands, if its files are still as they were left; all else is made.
 */
import { hash } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Edition } from '../../publication/edition.ts';
import { type AskedTexts, WatchedEdition } from './watched-edition.ts';

/** What a build leaves for the next: what all outputs were made of, and each by its name. */
export type Proofs = { facts: string; outputs: Map<string, Proof> };

type Proof = {
  /** The texts it asked for. */
  asked: AskedTexts;
  /** A hash of what the files are written from. */
  made: string;
  /** The files as they were left. */
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
  /** The site of the build before, and its proofs. */
  before: { outDir: string; proofs: Proofs };
  /** Of the code and of all that is beside the content. */
  fingerprint: string;
};

export class Outputs {
  /** What outputs are made of; texts that are asked of it are noted. */
  readonly edition: Edition;
  /** For the next build. */
  readonly proofs: Proofs;
  readonly #watched: WatchedEdition;
  readonly #outDir: string;
  readonly #before: Options['before'];
  readonly #fingerprint: string;
  readonly #hasSameFacts: boolean;

  constructor({ edition, outDir, before, fingerprint }: Options) {
    this.#watched = new WatchedEdition(edition);
    this.edition = this.#watched.edition;
    this.#outDir = outDir;
    this.#before = before;
    this.#fingerprint = fingerprint;
    this.proofs = { facts: hashOf(fingerprint, this.#watched.facts), outputs: new Map() };
    this.#hasSameFacts = before.proofs.facts === this.proofs.facts;
  }

  /** Brings the files of one output about, from nothing but `edition`; answers whether they are those of the build before. */
  bring(name: string, files: readonly string[], make: () => Making): boolean {
    const known = this.#before.proofs.outputs.get(name);
    const folders = new Set(files.map((file) => dirname(join(this.#outDir, file))));
    for (const folder of folders) mkdirSync(folder, { recursive: true });
    if (known && this.#hasSameFacts && this.#watched.isSame(known.asked) && this.#taken(files, known.left)) {
      this.proofs.outputs.set(name, known);
      return true;
    }
    const { made: making, asked } = this.#watched.watch(make);
    const made = hashOf(this.#fingerprint, name, ...making.from);
    if (known?.made === made && this.#taken(files, known.left)) {
      this.proofs.outputs.set(name, { ...known, asked });
      return true;
    }
    const contents = making.contents();
    const left = files.map((file, place) => written(join(this.#outDir, file), contents[place] ?? ''));
    this.proofs.outputs.set(name, { asked, made, left });
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

export const noProofs = (): Proofs => ({ facts: '', outputs: new Map() });

/** Proofs of the build before; where there are none, or they cannot be read, everything is made. */
export function keptProofs(file: string): Proofs {
  try {
    const { facts, outputs } = JSON.parse(readFileSync(file, 'utf8')) as { facts: string; outputs: [string, Proof][] };
    return { facts, outputs: new Map(outputs) };
  } catch {
    return noProofs();
  }
}

export function keepProofs(file: string, { facts, outputs }: Proofs): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ facts, outputs: [...outputs] }));
}
