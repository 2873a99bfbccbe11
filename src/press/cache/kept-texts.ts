/**
 * The HTML of compiled texts while they wait to be printed. The dev server and the checks have it in memory; a build
 * has it in a file, so that its memory does not grow with the length of the texts.
 */
import { createHash, type Hash } from 'node:crypto';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import type { CompiledText } from '../../publication/content.ts';

/** Bytes of a file of texts. */
export type Stretch = { at: number; length: number };

/** A text whose HTML is here, or where it is. */
export type KeptText = Omit<CompiledText, 'html'> & { html: string | Stretch };

/** Somewhere to keep texts. */
export interface KeptTexts {
  keep(text: CompiledText): KeptText;
  htmlOf(text: KeptText): string;
}

export const textsInMemory: KeptTexts = {
  keep: (text) => text,
  htmlOf: ({ html }) => (typeof html === 'string' ? html : ''),
};

/** The text as pages ask for it; HTML that is elsewhere is looked up when it is wanted. */
export function keptTextOf(kept: KeptText, texts: KeptTexts): CompiledText {
  const { html, outline, words, fingerprint } = kept;
  return typeof html === 'string'
    ? (kept as CompiledText)
    : {
        outline,
        words,
        fingerprint,
        get html() {
          return texts.htmlOf(kept);
        },
      };
}

/** Texts in a file that is written from its beginning to its end, and sealed with a hash of all that was written. */
export class TextFile implements KeptTexts {
  readonly #file: number;
  readonly #seal: Hash;
  #end: number;

  /** Makes the file; the first `reserved` bytes are left free. */
  constructor(path: string, reserved: number, seal: Hash) {
    this.#file = openSync(path, 'wx+');
    this.#seal = seal;
    this.#end = reserved;
    writeSync(this.#file, Buffer.alloc(reserved));
  }

  get end(): number {
    return this.#end;
  }

  keep({ html, outline, words, fingerprint }: CompiledText): KeptText {
    const bytes = Buffer.from(html);
    return {
      outline,
      words,
      fingerprint: fingerprint ?? fingerprintOf(bytes, outline, words),
      html: this.append(bytes),
    };
  }

  htmlOf({ html }: KeptText): string {
    return typeof html === 'string' ? html : readStretch(this.#file, html).toString();
  }

  append(bytes: Buffer): Stretch {
    const stretch = { at: this.#end, length: bytes.length };
    this.#seal.update(bytes);
    writeSync(this.#file, bytes, 0, bytes.length, this.#end);
    this.#end += bytes.length;
    return stretch;
  }

  /** Writes into the reserved bytes. */
  begin(bytes: Buffer): void {
    writeSync(this.#file, bytes, 0, bytes.length, 0);
  }

  digest(): Buffer {
    return this.#seal.digest();
  }

  close(): void {
    closeSync(this.#file);
  }
}

const fingerprintOf = (html: Buffer, ...rest: unknown[]): string =>
  createHash('sha256').update(html).update(JSON.stringify(rest)).digest('base64').slice(0, 22);

export function readStretch(file: number, { at, length }: Stretch): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  const read = readSync(file, bytes, 0, length, at);
  if (read !== length) throw new Error('A file of texts is shorter than it was.');
  return bytes;
}

/** The hash of a file of texts from `from` on, read piece by piece. */
export function sealOf(file: number, from: number, fingerprint: string): Buffer {
  const seal = sealFor(fingerprint);
  const piece = Buffer.allocUnsafe(1 << 20);
  for (let at = from; ;) {
    const read = readSync(file, piece, 0, piece.length, at);
    if (read === 0) return seal.digest();
    seal.update(piece.subarray(0, read));
    at += read;
  }
}

export const sealFor = (fingerprint: string): Hash => createHash('sha256').update(fingerprint);
