/**
 * The store of compiled texts, from which pages are printed. The dev server and the checks have the HTML in memory; a
 * build has it in a file, so that its memory does not grow with the length of the texts.
 */
import { createHash, type Hash } from 'node:crypto';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import type { CompiledText } from '../../publication/content.ts';

/** Where a text lies in a file, in bytes. */
export type ByteRange = { at: number; length: number };

/** A text with its HTML, or with the place of its HTML in a file. */
export type StoredText = Omit<CompiledText, 'html'> & { html: string | ByteRange };

export interface TextStore {
  keep(text: CompiledText): StoredText;
  htmlOf(text: StoredText): string;
}

export const textsInMemory: TextStore = {
  keep: (text) => text,
  htmlOf: ({ html }) => (typeof html === 'string' ? html : ''),
};

/** The text as pages ask for it; HTML in a file is read when it is wanted. */
export function storedTextOf(stored: StoredText, store: TextStore): CompiledText {
  const { html, outline, words, fingerprint } = stored;
  return typeof html === 'string'
    ? (stored as CompiledText)
    : {
        outline,
        words,
        fingerprint,
        get html() {
          return store.htmlOf(stored);
        },
      };
}

/** Letters of texts that are held in memory, beside the last one. */
const mostRecent = 1 << 20;

/** Texts in a file that is written from its beginning to its end, with a checksum of all that was written. */
export class TextFile implements TextStore {
  readonly #file: number;
  readonly #checksum: Hash;
  /** Texts that were just asked for, by where they lie: a page and its feeds ask again. */
  readonly #recent = new Map<number, string>();
  #recentLength = 0;
  #end: number;

  /** Makes the file; the first `reserved` bytes are left free. `fingerprint`: of what its checksum is to tell, too. */
  constructor(path: string, reserved: number, fingerprint: string) {
    this.#file = openSync(path, 'wx+');
    this.#checksum = startChecksum(fingerprint);
    this.#end = reserved;
    writeSync(this.#file, Buffer.alloc(reserved));
  }

  get end(): number {
    return this.#end;
  }

  keep({ html, outline, words, fingerprint }: CompiledText): StoredText {
    const bytes = Buffer.from(html);
    return {
      outline,
      words,
      fingerprint: fingerprint ?? fingerprintOf(bytes, outline, words),
      html: this.append(bytes),
    };
  }

  htmlOf({ html }: StoredText): string {
    if (typeof html === 'string') return html;
    const known = this.#recent.get(html.at);
    if (known !== undefined) return known;
    const text = readRange(this.#file, html).toString();
    if (this.#recentLength > mostRecent) {
      this.#recent.clear();
      this.#recentLength = 0;
    }
    this.#recent.set(html.at, text);
    this.#recentLength += text.length;
    return text;
  }

  append(bytes: Buffer): ByteRange {
    const stretch = { at: this.#end, length: bytes.length };
    this.#checksum.update(bytes);
    writeSync(this.#file, bytes, 0, bytes.length, this.#end);
    this.#end += bytes.length;
    return stretch;
  }

  /** Writes into the reserved bytes. */
  writeHead(bytes: Buffer): void {
    writeSync(this.#file, bytes, 0, bytes.length, 0);
  }

  /** Of all that was written so far. */
  get checksum(): Hash {
    return this.#checksum.copy();
  }

  close(): void {
    closeSync(this.#file);
  }
}

const fingerprintOf = (html: Buffer, ...rest: unknown[]): string =>
  createHash('sha256').update(html).update(JSON.stringify(rest)).digest('base64').slice(0, 22);

export function readRange(file: number, { at, length }: ByteRange): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  const read = readSync(file, bytes, 0, length, at);
  if (read !== length) throw new Error('A file of texts is shorter than it was.');
  return bytes;
}

/** A file from one byte to another, or to its end; a piece is there until the next is asked for. */
export function* piecesOf(file: number, from: number, to = Infinity): Generator<Buffer> {
  const piece = Buffer.allocUnsafe(1 << 20);
  for (let at = from; at < to;) {
    const read = readSync(file, piece, 0, Math.min(piece.length, to - at), at);
    if (read === 0) return;
    yield piece.subarray(0, read);
    at += read;
  }
}

/** The checksum of a file from `from` on. */
export function checksumOf(file: number, from: number, fingerprint: string): Buffer {
  const checksum = startChecksum(fingerprint);
  for (const piece of piecesOf(file, from)) checksum.update(piece);
  return checksum.digest();
}

const startChecksum = (fingerprint: string): Hash => createHash('sha256').update(fingerprint);
