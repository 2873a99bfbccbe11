/**
 * Unpacks ZIPs into a temporary folder, which is gone when the run is over. Nothing that an archive says is trusted:
 * every entry is held to bounds while its bytes come, and what cannot be taken is told and stops no other.
 */
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { reasonOf } from '../../press/content/problems.ts';
import { DiskFault, onDisk } from '../../press/content/staging.ts';
import { Refusal } from '../format.ts';
import type { Note } from '../item.ts';
import type { PlaceInFolder } from './source.ts';
import { documentIn } from './zip-documents.ts';
import { entryFault, isFolder, isHidden, nameOf, partsOf, TakenNames } from './zip-names.ts';

export type ZipBounds = {
  /** An export of a large blog with its pictures has some ten thousand. */
  entries: number;
  /** Of all that comes out, kept or not: what a temporary folder can be asked to hold, and a machine to unpack. */
  bytes: number;
  /** How much larger than packed a file may come out. Text comes out 3 to 20 times as large, a bomb 1,000 times. */
  ratio: number;
  /** Small files may come out larger than that: nothing can be filled with them. */
  ratioFrom: number;
};

const mega = 1024 * 1024;
const usualBounds: ZipBounds = { entries: 100_000, bytes: 4096 * mega, ratio: 200, ratioFrom: 16 * mega };

export type Unpacked = {
  /** Where the files are now. */
  folder: string;
  /** What was not unpacked, and why. */
  leftOut: { name: string; why: Note }[];
  /** Names that are passed over in a folder as well. */
  hidden: number;
  /** Why the entries end before the last. */
  broken?: Refusal;
};

export class Unpacking {
  readonly #bounds: ZipBounds;
  #folder: string | undefined;

  constructor(bounds = usualBounds) {
    this.#bounds = bounds;
  }

  /** Throws a `Refusal` for what is no archive of files, `DiskFault` where the disk does not take it. */
  async unpack(place: PlaceInFolder, progress: (part: number) => void): Promise<Unpacked> {
    const zip = await opened(place);
    const { entries: most } = this.#bounds;
    if (zip.entryCount > most) {
      zip.close();
      const count = zip.entryCount.toLocaleString('en');
      throw new Refusal('I005', `the ZIP has ${count} entries; the limit is ${most.toLocaleString('en')}. Divide it`);
    }
    // A folder that nobody else can look into.
    const folder = onDisk(() => fs.mkdtempSync(join(tmpdir(), 'broadsheet-unpacked-')));
    this.#folder = folder;
    const unpacked: Unpacked = { folder, leftOut: [], hidden: 0 };
    const entries = new Entries(zip, unpacked, this.#bounds);
    let read = 0;
    try {
      for await (const entry of zip.eachEntry()) {
        await entries.take(entry);
        read += 1;
        progress(read / zip.entryCount);
      }
    } catch (error) {
      if (error instanceof DiskFault) throw error;
      const message = `the list of what is in the ZIP is broken after ${read} of ${zip.entryCount}: ${reasonOf(error)}. Export it again`;
      unpacked.broken = new Refusal('I008', message);
    }
    return unpacked;
  }

  /** Removes what was unpacked. One archive is open at a time. */
  discard(): void {
    if (this.#folder !== undefined) fs.rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = undefined;
  }
}

/** Names are decoded and sizes are counted here, so that one wrong entry does not end the reading of the list. */
async function opened({ path, archive }: PlaceInFolder): Promise<ZipFile> {
  try {
    const document = await documentIn(path);
    if (document !== undefined)
      throw new Refusal('I003', `is ${document}: save it there as a web page (HTML) or as plain text first`);
    if (archive !== undefined)
      throw new Refusal('I003', 'is a ZIP in a ZIP: unpack the outer one, and give this one by itself');
    return await openPromise(path, { decodeStrings: false, validateEntrySizes: false });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('I008', `the ZIP is broken, or was not loaded to its end: ${reasonOf(error)}. Export it again`);
  }
}

class Entries {
  readonly #zip: ZipFile;
  readonly #to: Unpacked;
  readonly #bounds: ZipBounds;
  readonly #taken = new TakenNames();
  /** Bytes that came out so far. */
  #bytes = 0;

  constructor(zip: ZipFile, to: Unpacked, bounds: ZipBounds) {
    this.#zip = zip;
    this.#to = to;
    this.#bounds = bounds;
  }

  async take(entry: Entry): Promise<void> {
    if (isFolder(entry)) return;
    const name = nameOf(entry);
    const fault = entryFault(entry);
    if (fault === undefined && isHidden(name)) {
      this.#to.hidden += 1;
      return;
    }
    const clash = fault ?? this.#taken.take(name);
    if (clash !== undefined) return this.#leave(name, 'I007', clash);
    if (this.#bytes >= this.#bounds.bytes) return this.#leave(name, 'I005', this.#tooMuch());
    const path = join(this.#to.folder, ...partsOf(name));
    try {
      await this.#write(entry, path);
    } catch (error) {
      fs.rmSync(path, { force: true });
      if (error instanceof DiskFault) throw error;
      if (error instanceof Refusal) return this.#leave(name, error.code, error.message);
      this.#leave(name, 'I007', `is damaged: ${reasonOf(error)}`);
    }
  }

  async #write(entry: Entry, path: string): Promise<void> {
    const stream = await this.#zip.openReadStreamPromise(entry);
    const file = onDisk(() => {
      fs.mkdirSync(dirname(path), { recursive: true });
      return fs.openSync(path, 'wx');
    });
    let [bytes, sum] = [0, 0];
    try {
      for await (const piece of stream as AsyncIterable<Buffer>) {
        bytes += piece.length;
        this.#bytes += piece.length;
        this.#hold(bytes, entry);
        sum = crc32(piece, sum);
        onDisk(() => fs.writeFileSync(file, piece));
      }
    } finally {
      fs.closeSync(file);
    }
    if (bytes !== entry.uncompressedSize || sum !== entry.crc32)
      throw new Refusal('I007', 'is damaged: its bytes are not those that were packed. Export it again');
  }

  #hold(bytes: number, { compressedSize }: Entry): void {
    const { bytes: most, ratio, ratioFrom } = this.#bounds;
    if (this.#bytes > most) throw new Refusal('I005', this.#tooMuch());
    if (bytes > ratioFrom && bytes > ratio * compressedSize)
      throw new Refusal('I005', `comes out more than ${ratio} times as large as it was packed: nothing written is so`);
  }

  #tooMuch(): string {
    const most = Math.ceil(this.#bounds.bytes / mega).toLocaleString('en');
    return `is not unpacked: what is in the ZIP comes to more than ${most} MB. Divide it`;
  }

  #leave(name: string, code: string, message: string): void {
    this.#to.leftOut.push({ name, why: { code, message } });
  }
}
