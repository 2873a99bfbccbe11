/**
 * The words of the search index as a file, from one build to the next: where only texts have changed, only these are
 * read again. It may be deleted at any time; one that was made of other facts or by other code, or is damaged, is not
 * used. It holds a checksum, where the description of the table begins, the numbers of the table, then the description.
 */
import { closeSync, fstatSync, openSync, readSync, renameSync, rmSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { TermTable, type KeptTable } from '../search/term-table.ts';
import { checksumOf, readRange, TextFile } from './text-store.ts';

const checksumLength = 32;
const headLength = checksumLength + 8;

type Description = Omit<KeptTable, 'entries' | 'known'>;

/** The table in `file`, or an empty one. `facts`: a hash of all that the index depends on but the texts. */
export function readTable(file: string, facts: string): TermTable {
  let from: number;
  try {
    from = openSync(file, 'r');
  } catch {
    return new TermTable();
  }
  try {
    const head = readRange(from, { at: 0, length: headLength });
    if (!head.subarray(0, checksumLength).equals(checksumOf(from, headLength, facts))) return new TermTable();
    const end = Number(head.readBigUInt64LE(checksumLength));
    const used = (end - headLength) / 6;
    const [entries, known] = [new Int32Array(used), new Uint16Array(used)];
    readSync(from, entries, 0, entries.byteLength, headLength);
    readSync(from, known, 0, known.byteLength, headLength + entries.byteLength);
    return new TermTable({ ...(deserialize(readRange(from, restOf(from, end))) as Description), entries, known });
  } catch {
    return new TermTable();
  } finally {
    closeSync(from);
  }
}

const restOf = (file: number, at: number) => ({ at, length: fstatSync(file).size - at });

export function writeTable(file: string, facts: string, { kept }: TermTable): void {
  const unfinished = `${file}.${process.pid}`;
  rmSync(unfinished, { force: true });
  const { entries, known, ...description } = kept;
  const used = description.articles.at(-1)?.end ?? 0;
  const to = new TextFile(unfinished, headLength, facts);
  to.append(Buffer.from(entries.buffer, entries.byteOffset, used * 4));
  to.append(Buffer.from(known.buffer, known.byteOffset, used * 2));
  const head = Buffer.alloc(headLength);
  head.writeBigUInt64LE(BigInt(to.end), checksumLength);
  to.append(serialize(description satisfies Description));
  to.checksum.digest().copy(head);
  to.writeHead(head);
  to.close();
  renameSync(unfinished, file);
}
