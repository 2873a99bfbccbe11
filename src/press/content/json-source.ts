/**
 * The text of one JSON file: read, parsed, and every value found again by line and column. The tree of positions
 * is made only when something is wrong, since most files are right and there may be ten thousand of them.
 */
import { isUtf8 } from 'node:buffer';
import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import { firstThat } from '../../publication/first-that.ts';
import { type Finding, type Fix, type Path, type Problem, quoted, reasonOf } from './problems.ts';
import { syntaxFault } from './json-syntax.ts';

/** A fault of the file as such, before any of its values is looked at. */
export type FileFault = { offset: number; code: string; severity: 'error' | 'warning'; message: string; fix?: Fix };

/** The text of the file, or why its bytes are not text. */
export function decoded(bytes: Buffer): { text: string; faults: FileFault[] } {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16 || (bytes.length > 1 && (bytes[0] === 0 || bytes[1] === 0))) {
    return { text: '', faults: [encodingFault(0, 0, 'It looks like UTF-16; save it as UTF-8.')] };
  }
  if (!isUtf8(bytes)) {
    const at = firstInvalidByte(bytes);
    const before = bytes.subarray(0, at).toString('utf8');
    const found = `0x${bytes[at]!.toString(16)}`;
    const fault = encodingFault(before.length, at, `The byte ${found} is none of UTF-8; save the file as UTF-8.`);
    return { text: before, faults: [fault] };
  }
  const text = bytes.toString('utf8');
  if (!text.startsWith('\ufeff')) return { text, faults: [] };
  const message = 'the file begins with a byte order mark (BOM). It is read all the same; save it as UTF-8 without.';
  return { text: text.slice(1), faults: [{ offset: 0, code: 'W101', severity: 'warning', message, fix: 'save' }] };
}

const encodingFault = (offset: number, byte: number, cure: string): FileFault => ({
  offset,
  code: 'A103',
  severity: 'error',
  message: `not UTF-8 at byte ${byte}. ${cure}`,
});

/** A binary search for the longest prefix that may become UTF-8, without a character that is cut short at its end. */
function firstInvalidByte(bytes: Buffer): number {
  const isInvalid = (end: number) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
      return false;
    } catch {
      return true;
    }
  };
  let valid = firstThat(1, bytes.length, isInvalid) - 1;
  while (!isUtf8(bytes.subarray(0, valid))) valid -= 1;
  return valid;
}

/** The value of a file's text, or the first fault of its syntax. */
export function parsed(text: string): { value: unknown } | { fault: FileFault } {
  if (text.trim() === '') {
    return { fault: { offset: 0, code: 'A101', severity: 'error', message: 'the file is empty. Write {} at least.' } };
  }
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { fault: syntaxFault(text, reasonOf(error)) };
  }
}

/** Finds the places of findings in one text. */
export class JsonPlaces {
  readonly #text: string;
  #root: Node | undefined;
  #lines: number[] | undefined;
  #walk = { start: -1, at: 0, line: 1, column: 1, cr: false };

  constructor(text: string) {
    this.#text = text;
  }

  /** The positions of the whole file, made when first asked for. */
  get root(): Node | undefined {
    return (this.#root ??= parseTree(this.#text));
  }

  /** Line and column of an offset, counted from 1, in UTF-16 units as editors count. */
  at(offset: number): { line: number; column: number } {
    const lines = (this.#lines ??= [
      0,
      ...[...this.#text.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length),
    ]);
    const line = firstThat(1, lines.length, (next) => lines[next]! > offset);
    return { line, column: offset - lines[line - 1]! + 1 };
  }

  /** The finding as a problem of `file`, at its value, its key, or inside its text. A value that is missing stands where its object opens. */
  place(file: string, { onKey, ...finding }: Finding): Problem {
    return { file, ...this.at(this.#offsetOf(finding.path, onKey, finding.inside)), ...finding };
  }

  #offsetOf(path: Path, onKey?: true, inside?: { line: number; column: number }): number {
    if (path.length === 0) return Math.max(0, this.#text.search(/\S/));
    const node = this.root && findNodeAtLocation(this.root, [...path]);
    if (!node) return this.#offsetOf(path.slice(0, -1));
    if (onKey && node.parent?.type === 'property') return node.parent.offset;
    return inside && node.type === 'string' ? this.#offsetInside(node, inside) : node.offset;
  }

  /** Walks the string as it is written, with its escapes, to a line and column of its text; on from the last place if it can. */
  #offsetInside({ offset, length }: Node, wanted: { line: number; column: number }): number {
    const last = this.#walk;
    const ahead = wanted.line > last.line || (wanted.line === last.line && wanted.column >= last.column);
    const walk =
      last.start === offset && ahead ? last : { start: offset, at: offset + 1, line: 1, column: 1, cr: false };
    this.#walk = walk;
    const end = offset + length - 1;
    while (walk.at < end && (walk.line < wanted.line || walk.column < wanted.column)) {
      const written = escapeLength(this.#text, walk.at);
      const character = written === 1 ? this.#text[walk.at] : unescaped(this.#text.slice(walk.at, walk.at + written));
      const ends = character === '\r' || (character === '\n' && !walk.cr);
      if (ends && walk.line === wanted.line) return walk.at;
      if (ends) walk.line += 1;
      walk.column = ends || character === '\n' ? 1 : walk.column + 1;
      walk.cr = character === '\r';
      walk.at += written;
    }
    return walk.at;
  }
}

const escapeLength = (text: string, at: number): number => (text[at] === '\\' ? (text[at + 1] === 'u' ? 6 : 2) : 1);

const unescaped = (written: string): string => JSON.parse(`"${written}"`);

/**
 * A106 for every key that one object has twice, which `JSON.parse` hides. The tree of positions is searched only when
 * the text has more places that could be keys than the value has keys, so that it is seldom made.
 */
export function duplicateKeys(file: string, text: string, keys: number, places: JsonPlaces): Problem[] {
  if ((text.match(/"\s*:/g)?.length ?? 0) <= keys) return [];
  const found: Problem[] = [];
  const look = (node: Node) => {
    const first = new Map<string, number>();
    for (const child of node.children ?? []) {
      const key = String(child.children?.[0]?.value);
      const before = node.type === 'object' ? first.get(key) : undefined;
      if (before !== undefined) {
        const lines = `lines ${places.at(before).line} and ${places.at(child.offset).line}`;
        const message = `key ${quoted(key)} appears at ${lines}. Keep one of them.`;
        found.push({ file, ...places.at(child.offset), code: 'A106', severity: 'error', message });
      } else if (node.type === 'object') first.set(key, child.offset);
      look(child);
    }
  };
  if (places.root) look(places.root);
  return found;
}
