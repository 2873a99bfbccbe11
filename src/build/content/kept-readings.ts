/**
 * What was read and compiled in one build, for the next: only files that were edited are compiled again. The cache may
 * be deleted at any time; one that was made by other code, or is damaged, is not believed and everything is read anew.
 */
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { ReadCache, type ReadFile } from './read-file.ts';

type Entry = [path: string, kept: { key: string; read: ReadFile }];

const sealLength = 32;

/** The readings kept in `file`, or none. `print` is that of the code which made them. */
export function keptReadings(file: string, print: string): ReadCache {
  const cache = new ReadCache();
  try {
    const bytes = readFileSync(file);
    const seal = bytes.subarray(0, sealLength);
    const body = bytes.subarray(sealLength);
    if (!seal.equals(createHash('sha256').update(print).update(body).digest())) return cache;
    for (let at = 0; at < body.length;) {
      const end = at + 4 + body.readUInt32LE(at);
      const [path, kept] = deserialize(body.subarray(at + 4, end)) as Entry;
      cache.files.set(path, kept);
      at = end;
    }
    return cache;
  } catch {
    return new ReadCache();
  }
}

/** Keeps readings for the next build: an entry at a time, so that it takes no memory, under another name until whole. */
export function keepReadings(file: string, print: string, cache: ReadCache): void {
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  const hash = createHash('sha256').update(print);
  const target = openSync(unfinished, 'w');
  try {
    writeSync(target, Buffer.alloc(sealLength));
    for (const entry of cache.files) {
      const bytes = serialize(entry satisfies Entry);
      const length = Buffer.alloc(4);
      length.writeUInt32LE(bytes.length);
      for (const part of [length, bytes]) {
        hash.update(part);
        writeSync(target, part);
      }
    }
    writeSync(target, hash.digest(), 0, sealLength, 0);
    closeSync(target);
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** A print of all code that readings come from, of what it stands on, and of the program that runs it. */
export function printOfCode(root: string): string {
  const hash = createHash('sha256').update(process.version);
  for (const folder of ['src/build', 'src/publication']) {
    const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => name.endsWith('.ts')).sort()) {
      hash.update(file).update(readFileSync(join(root, folder, file)));
    }
  }
  return hash.update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
}
