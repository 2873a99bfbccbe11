/**
 * The parse cache as a file, from one build to the next: only files that were edited are parsed and compiled again. It
 * may be deleted at any time; one that was written by other code, or is damaged, is not used and everything is parsed
 * anew. It holds a checksum, where the entries begin, the texts, then the entries, each with its length.
 */
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { type StoredText, readRange, startChecksum, checksumOf, TextFile } from './text-store.ts';
import { ReadCache, type ReadFile } from '../content/read-file.ts';

type Entry = [path: string, kept: { key: string; read: ReadFile }];

const checksumLength = 32;
const headLength = checksumLength + 8;

/** The cache of one build. */
export type ParseCacheFile = {
  cache: ReadCache;
  /** Writes the cache of the next build, and frees what only that will need. */
  save: () => void;
  /** Closes the files; texts cannot be asked for any more. */
  close: () => void;
};

/** The cache in `file`, or an empty one. `fingerprint` is that of the code which reads it. */
export function openParseCache(file: string, fingerprint: string): ParseCacheFile {
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  rmSync(unfinished, { force: true });
  const texts = new TextFile(unfinished, headLength, startChecksum(fingerprint));
  const before = opened(file, fingerprint);
  const cache = new ReadCache(texts, before && ((text) => textBefore(before.file, text)));
  for (const [path, kept] of before?.entries ?? []) cache.files.set(path, kept);
  let saved = false;
  return {
    cache,
    save() {
      const head = Buffer.alloc(headLength);
      head.writeBigUInt64LE(BigInt(texts.end), checksumLength);
      for (const entry of cache.files) {
        const bytes = serialize(entry satisfies Entry);
        const length = Buffer.alloc(4);
        length.writeUInt32LE(bytes.length);
        texts.append(length);
        texts.append(bytes);
      }
      texts.digest().copy(head);
      texts.writeHead(head);
      renameSync(unfinished, file);
      saved = true;
      cache.forget();
    },
    close() {
      texts.close();
      if (before) closeSync(before.file);
      if (!saved) rmSync(unfinished, { force: true });
    },
  };
}

const textBefore = (file: number, { html, ...rest }: StoredText) => ({
  ...rest,
  html: typeof html === 'string' ? html : readRange(file, html).toString(),
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
    const head = readRange(file, { at: 0, length: headLength });
    if (!head.subarray(0, checksumLength).equals(checksumOf(file, headLength, fingerprint)))
      throw new Error('damaged, or written by other code');
    const entries: Entry[] = [];
    for (let at = Number(head.readBigUInt64LE(checksumLength)); ;) {
      const length = lengthAt(file, at);
      if (length === undefined) return { file, entries };
      entries.push(deserialize(readRange(file, { at: at + 4, length })) as Entry);
      at += 4 + length;
    }
  } catch {
    closeSync(file);
    return undefined;
  }
}

function lengthAt(file: number, at: number): number | undefined {
  try {
    return readRange(file, { at, length: 4 }).readUInt32LE();
  } catch {
    return undefined;
  }
}

/** A fingerprint of all code that the cache depends on, of its packages, and of the program that runs it. */
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
