/**
 * The parse cache as a file, from one build to the next: only files that were edited are parsed and compiled again. It
 * may be deleted at any time; one that was written by other code, or is damaged, is not used and everything is parsed
 * anew. It holds a checksum, where the entries begin, the texts, then the entries in batches, each with its length.
 */
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { piecesOf, readRange, TextFile } from './text-store.ts';
import { type KeptFile, ReadCache } from '../content/read-file.ts';

type Entry = [path: string, kept: KeptFile];

/** Entries that are written and read at once. */
const batch = 256;
const checksumLength = 32;
const headLength = checksumLength + 8;

/** The cache of one build. */
export type ParseCacheFile = {
  cache: ReadCache;
  /** Writes the cache of the next build, and frees what only that will need. */
  save: () => void;
  /** Closes the file; texts cannot be asked for any more. */
  close: () => void;
};

/** The cache in `file`, or an empty one. `fingerprint` is that of the code which reads it. */
export function openParseCache(file: string, fingerprint: string): ParseCacheFile {
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  const { texts, entries } = broughtOver(file, unfinished, fingerprint);
  const cache = new ReadCache(texts);
  for (const [path, kept] of entries) cache.files.set(path, kept);
  let saved = false;
  return {
    cache,
    save() {
      const head = Buffer.alloc(headLength);
      head.writeBigUInt64LE(BigInt(texts.end), checksumLength);
      const all: Entry[] = [...cache.files];
      for (let at = 0; at < all.length; at += batch) {
        const bytes = serialize(all.slice(at, at + batch));
        const length = Buffer.alloc(4);
        length.writeUInt32LE(bytes.length);
        texts.append(length);
        texts.append(bytes);
      }
      texts.checksum.digest().copy(head);
      texts.writeHead(head);
      renameSync(unfinished, file);
      saved = true;
      cache.forget();
    },
    close() {
      texts.close();
      if (!saved) rmSync(unfinished, { force: true });
    },
  };
}

/** A new file with all texts of the one before, in their places, and what was read of the files they are of. */
function broughtOver(file: string, unfinished: string, fingerprint: string): { texts: TextFile; entries: Entry[] } {
  const begun = () => {
    rmSync(unfinished, { force: true });
    return new TextFile(unfinished, headLength, fingerprint);
  };
  const texts = begun();
  const entries = entriesOf(file, texts);
  if (entries) return { texts, entries };
  texts.close();
  return { texts: begun(), entries: [] };
}

/** Copies the texts of a file, and answers its entries if it is whole and made by the same code. */
function entriesOf(path: string, texts: TextFile): Entry[] | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return undefined;
  }
  try {
    const head = readRange(file, { at: 0, length: headLength });
    const end = Number(head.readBigUInt64LE(checksumLength));
    for (const piece of piecesOf(file, headLength, end)) texts.append(piece);
    const checksum = texts.checksum;
    for (const piece of piecesOf(file, end)) checksum.update(piece);
    if (!head.subarray(0, checksumLength).equals(checksum.digest())) return undefined;
    const entries: Entry[] = [];
    let used = 0;
    for (let at = end; ;) {
      const length = lengthAt(file, at);
      if (length === undefined) break;
      const read = deserialize(readRange(file, { at: at + 4, length })) as Entry[];
      for (const entry of read) {
        const { text } = entry[1].read;
        if (typeof text?.html === 'object') used += text.html.length;
      }
      entries.push(...read);
      at += 4 + length;
    }
    // Texts that were edited are still in it; where these are the most, all is made anew.
    return used * 2 < end - headLength ? undefined : entries;
  } catch {
    return undefined;
  } finally {
    closeSync(file);
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
