/**
 * Detects the encoding of a file and decodes it. A byte order mark comes first, then what the file declares (XML 1.0,
 * 4.3.3; the meta element of HTML), if its bytes agree; else UTF-8 if they are valid UTF-8; else what the statistics of
 * letters suggest. Labels mean what they mean in browsers (WHATWG Encoding: ISO-8859-1 is read as Windows-1252).
 */
import { isAscii, isUtf8 } from 'node:buffer';
import { createReadStream, openSync, readSync, closeSync, statSync } from 'node:fs';
import { normalizeEncoding, TextDecoder } from '@exodus/bytes/encoding.js';
import { analyse } from 'chardet';
import type { Note } from '../item.ts';

export type Encoding = {
  /** As the Encoding standard names it, in lower case; or utf-32le and utf-32be, which the standard does not have. */
  name: string;
  /** The length of the byte order mark. */
  skip: number;
  notes: Note[];
};

const pieceBytes = 256 * 1024;
const sampleBytes = 64 * 1024;

/** The first bytes of a file. */
export function firstBytes(path: string, length: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(Math.min(length, statSync(path).size));
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(file);
  }
}

/** Reads the whole file once; undefined for what is no text in any encoding. */
export async function encodingOf(path: string): Promise<Encoding | undefined> {
  const sample = firstBytes(path, sampleBytes);
  const marked = byteOrderMark(sample);
  if (marked) return { ...marked, notes: [] };
  if (sample.includes(0) && !isStrayIn(sample)) {
    const name = wideWithoutMark(sample);
    return name && isText(new TextDecoder(name).decode(sample)) ? { name, skip: 0, notes: [] } : undefined;
  }
  if (!isText(sample.toString('latin1'))) return undefined;
  const declared = declaredIn(sample);
  const bytes = await lookedThrough(path);
  return chosen(sample, declared, bytes);
}

function byteOrderMark(bytes: Buffer): { name: string; skip: number } | undefined {
  const start = bytes.toString('latin1', 0, 4);
  if (start.startsWith('\xef\xbb\xbf')) return { name: 'utf-8', skip: 3 };
  if (start === '\xff\xfe\0\0') return { name: 'utf-32le', skip: 4 };
  if (start === '\0\0\xfe\xff') return { name: 'utf-32be', skip: 4 };
  if (start.startsWith('\xff\xfe')) return { name: 'utf-16le', skip: 2 };
  return start.startsWith('\xfe\xff') ? { name: 'utf-16be', skip: 2 } : undefined;
}

/** In UTF-16 spaces and line ends have a zero byte on one side, in whatever script the words are. */
function wideWithoutMark(bytes: Buffer): string | undefined {
  const zeros: [even: number, odd: number] = [0, 0];
  for (let at = 0; at + 1 < bytes.length; at += 1) if (bytes[at] === 0) zeros[at % 2 === 0 ? 0 : 1] += 1;
  const [even, odd] = zeros;
  if (odd > 5 * even && odd * 100 > bytes.length / 2) return 'utf-16le';
  return even > 5 * odd && even * 100 > bytes.length / 2 ? 'utf-16be' : undefined;
}

// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffe\uffff]/g;

/** Control characters are rare in text of any encoding; ESC begins the sequences of ISO-2022. */
const isText = (sample: string): boolean => (sample.match(controls)?.length ?? 0) * 20 <= sample.length;

/** Whether zero bytes stand in a text of UTF-8 by mistake: the form of a page takes them from anybody. */
const isStrayIn = (sample: Buffer): boolean =>
  isUtf8(sample.subarray(0, sample.length - unfinished(sample))) && isText(sample.toString('latin1'));

const xmlDeclaration = /^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/i;
const metaElement = /<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i;

/** The encoding that the file declares, as written; only mark-up declares one. */
function declaredIn(sample: Buffer): string | undefined {
  const start = sample.toString('latin1');
  if (!/^\s*</.test(start)) return undefined;
  return (xmlDeclaration.exec(start) ?? metaElement.exec(start.slice(0, 16 * 1024)))?.[1];
}

type Looked = { ascii: boolean; firstFault: number; faults: number; characters: number };

/** Counts characters beyond ASCII that are UTF-8, and bytes that are not. */
async function lookedThrough(path: string): Promise<Looked> {
  const found: Looked = { ascii: true, firstFault: -1, faults: 0, characters: 0 };
  let held: Buffer = Buffer.alloc(0);
  let at = 0;
  const look = (bytes: Buffer) => {
    if (isAscii(bytes)) return;
    found.ascii = false;
    const text = bytes.toString('utf8');
    const strange = text.match(/[^\0-\u007f]/gu)?.length ?? 0;
    const faults = isUtf8(bytes) ? 0 : (text.match(/\ufffd/g)?.length ?? 0);
    if (faults > 0 && found.firstFault < 0) {
      found.firstFault = at + Buffer.byteLength(text.slice(0, text.indexOf('\ufffd')));
    }
    found.faults += faults;
    found.characters += strange - faults;
  };
  for await (const piece of createReadStream(path, { highWaterMark: pieceBytes }) as AsyncIterable<Buffer>) {
    const bytes = held.length > 0 ? Buffer.concat([held, piece]) : piece;
    const end = bytes.length - unfinished(bytes);
    look(bytes.subarray(0, end));
    held = bytes.subarray(end);
    at += end;
  }
  look(held);
  return found;
}

/** How many bytes at the end begin a character of UTF-8 that is not whole. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? back : 0;
    }
    if (byte < 0x80) return 0;
  }
  return 0;
}

/** A few invalid bytes do not make UTF-8 another encoding: so many valid characters are never an accident. */
const mostlyUtf8 = ({ faults, characters }: Looked): boolean => characters > 10 * faults;

function chosen(sample: Buffer, declared: string | undefined, bytes: Looked): Encoding {
  const known = declared === undefined ? undefined : labelled(declared);
  const told = (name: string, message: string): Encoding => ({ name, skip: 0, notes: [{ code: 'I104', message }] });
  // Of all encodings only ISO-2022-JP writes everything in bytes of ASCII.
  if (bytes.ascii) return { name: known === 'iso-2022-jp' ? known : 'utf-8', skip: 0, notes: [] };
  if (bytes.faults === 0) {
    if (known === undefined || known === 'utf-8' || bytes.characters < 2)
      return { name: bytes.characters < 2 && known ? known : 'utf-8', skip: 0, notes: [] };
    return told('utf-8', `declared ${declared}, and its bytes are UTF-8; read as UTF-8`);
  }
  if (mostlyUtf8(bytes)) {
    const message = `not valid UTF-8 at byte ${bytes.firstFault}; read as UTF-8 all the same, without what is broken`;
    return told('utf-8', message);
  }
  if (known !== undefined && !known.startsWith('utf-')) return { name: known, skip: 0, notes: [] };
  const name = suggested(sample, bytes.firstFault);
  if (declared === undefined) return { name, skip: 0, notes: [] };
  return told(name, `declared ${declared}, not valid at byte ${bytes.firstFault}; read as ${name}`);
}

/** The encoding that a label means; undefined for one that cannot be decoded. */
function labelled(label: string): string | undefined {
  const name = normalizeEncoding(label);
  return name === null || name === 'replacement' || name === 'x-user-defined' ? undefined : name;
}

/** Below this the statistics of letters are worthless. */
const leastConfidence = 10;

function suggested(sample: Buffer, firstFault: number): string {
  const strange = sample.subarray(Math.min(Math.max(firstFault - 2000, 0), sample.length));
  const letters = strange.toString('latin1').replace(/<[^>]*>/g, ' ');
  const [best] = analyse(Buffer.from(letters, 'latin1'));
  const name = best && best.confidence >= leastConfidence ? labelled(best.name) : undefined;
  return name === undefined || name.startsWith('utf-') ? 'windows-1252' : name;
}

/** The text in pieces; what cannot be decoded is U+FFFD, which `Cleaner` removes and counts. */
export async function* decodedPieces(path: string, { name, skip }: Encoding): AsyncIterable<string> {
  const bytes: AsyncIterable<Buffer> = createReadStream(path, { start: skip, highWaterMark: pieceBytes });
  if (name.startsWith('utf-32')) return yield* utf32Pieces(bytes, name);
  const decoder = new TextDecoder(name, { ignoreBOM: true });
  for await (const piece of bytes) {
    const text = decoder.decode(piece, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/** UTF-32 has four bytes a character. */
async function* utf32Pieces(bytes: AsyncIterable<Buffer>, name: string): AsyncIterable<string> {
  let held: Buffer = Buffer.alloc(0);
  for await (const piece of bytes) {
    held = Buffer.concat([held, piece]);
    const codes = Array.from({ length: Math.floor(held.length / 4) }, (_, at) =>
      name === 'utf-32le' ? held.readUInt32LE(4 * at) : held.readUInt32BE(4 * at),
    );
    yield codes.map((code) => (code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code))).join('');
    held = held.subarray(4 * codes.length);
  }
}
