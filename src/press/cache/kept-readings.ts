/**
 * What was read and compiled in one build, for the next: only files that were edited are compiled again. The file may
 * be deleted at any time; one that was made by other code, or is damaged, is not believed and everything is read anew.
 * It holds a seal, where the entries begin, the texts, then the entries, each with its length.
 */
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { type KeptText, readStretch, sealFor, sealOf, TextFile } from './kept-texts.ts';
import { ReadCache, type ReadFile } from '../content/read-file.ts';

type Entry = [path: string, kept: { key: string; read: ReadFile }];

const sealLength = 32;
const headLength = sealLength + 8;

/** A cache for one build, and what becomes of it afterwards. */
export type Readings = {
  cache: ReadCache;
  /** Makes it the cache of the next build, and forgets what only that will need. */
  keep: () => void;
  /** Lets go of the files; texts cannot be asked for any more. */
  close: () => void;
};

/** The readings kept in `file`, or none. `print` is that of the code which made them. */
export function readingsIn(file: string, fingerprint: string): Readings {
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  rmSync(unfinished, { force: true });
  const texts = new TextFile(unfinished, headLength, sealFor(fingerprint));
  const before = opened(file, fingerprint);
  const cache = new ReadCache(texts, before && ((text) => textBefore(before.file, text)));
  for (const [path, kept] of before?.entries ?? []) cache.files.set(path, kept);
  let kept = false;
  return {
    cache,
    keep() {
      const head = Buffer.alloc(headLength);
      head.writeBigUInt64LE(BigInt(texts.end), sealLength);
      for (const entry of cache.files) {
        const bytes = serialize(entry satisfies Entry);
        const length = Buffer.alloc(4);
        length.writeUInt32LE(bytes.length);
        texts.append(length);
        texts.append(bytes);
      }
      texts.digest().copy(head);
      texts.begin(head);
      renameSync(unfinished, file);
      kept = true;
      cache.forget();
    },
    close() {
      texts.close();
      if (before) closeSync(before.file);
      if (!kept) rmSync(unfinished, { force: true });
    },
  };
}

const textBefore = (file: number, { html, ...rest }: KeptText) => ({
  ...rest,
  html: typeof html === 'string' ? html : readStretch(file, html).toString(),
});

/** The file of the build before, with the entries in it, if it is whole and made by the same code. */
function opened(path: string, fingerprint: string): { file: number; entries: Entry[] } | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return undefined;
  }
  try {
    const head = readStretch(file, { at: 0, length: headLength });
    if (!head.subarray(0, sealLength).equals(sealOf(file, headLength, fingerprint)))
      throw new Error('not as it was made');
    const entries: Entry[] = [];
    for (let at = Number(head.readBigUInt64LE(sealLength)); ;) {
      const length = lengthAt(file, at);
      if (length === undefined) return { file, entries };
      entries.push(deserialize(readStretch(file, { at: at + 4, length })) as Entry);
      at += 4 + length;
    }
  } catch {
    closeSync(file);
    return undefined;
  }
}

function lengthAt(file: number, at: number): number | undefined {
  try {
    return readStretch(file, { at, length: 4 }).readUInt32LE();
  } catch {
    return undefined;
  }
}

/** A print of all code that readings come from, of what it stands on, and of the program that runs it. */
export function fingerprintOfCode(root: string): string {
  const hash = createHash('sha256').update(process.version);
  for (const folder of ['src/press', 'src/publication', 'src/words']) {
    const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => name.endsWith('.ts')).sort()) {
      hash.update(file).update(readFileSync(join(root, folder, file)));
    }
  }
  return hash.update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
}
