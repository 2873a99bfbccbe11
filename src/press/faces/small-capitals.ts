/**
 * The small capitals of a font as a face of their own: its `smcp` forms stand for the letters A to Z, large and small.
 * It is half of what the letters would be with the feature, and where it is not there the words stand as they are
 * written, not in capitals that a browser has shrunk.
 */
import * as harfbuzz from 'harfbuzzjs';
import { partOfFont } from './subset.ts';

/** `font` and what is answered are TrueType files. */
export async function smallCapitalsOf(font: Uint8Array): Promise<Uint8Array> {
  const opened = new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(Uint8Array.from(font))));
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => ({
    codePoint: letter.charCodeAt(0),
    glyph: smallCapital(opened, letter),
  }));
  const glyphs = letters.map(({ glyph }) => glyph);
  const part = await partOfFont(font, { codePoints: [], features: ['kern'], glyphs });
  // A part has its glyphs in the order of the whole, after the one for what is missing.
  const order = glyphs.toSorted((one, other) => one - other);
  const small = letters.map(({ codePoint, glyph }) => [codePoint, order.indexOf(glyph) + 1] as const);
  const large = small.map(([codePoint, glyph]) => [codePoint - 32, glyph] as const);
  return withTable(part, 'cmap', characterMap([...large, ...small]));
}

function smallCapital(font: harfbuzz.Font, letter: string): number {
  const buffer = new harfbuzz.Buffer();
  buffer.addText(letter);
  buffer.guessSegmentProperties();
  harfbuzz.shape(font, buffer, [new harfbuzz.Feature('smcp', 1)]);
  return buffer.getGlyphInfos()[0]?.codepoint ?? 0;
}

/** A `cmap` of one subtable of format 12, for (code point, glyph) in the order of code points. */
function characterMap(glyphs: readonly (readonly [number, number])[]): Uint8Array {
  const table = Buffer.alloc(12 + 16 + 12 * glyphs.length);
  // Version 0, one subtable: Windows, all of Unicode, 12 bytes on.
  [0, 1, 3, 10, 0, 12].forEach((value, index) => table.writeUInt16BE(value, 2 * index));
  table.writeUInt16BE(12, 12);
  [table.length - 12, 0, glyphs.length].forEach((value, index) => table.writeUInt32BE(value, 16 + 4 * index));
  glyphs.forEach(([codePoint, glyph], index) => {
    [codePoint, codePoint, glyph].forEach((value, part) => table.writeUInt32BE(value, 28 + 12 * index + 4 * part));
  });
  return table;
}

/** The font with a table put in the place of its own. Checksums are left to what packs the file. */
function withTable(font: Uint8Array, name: string, contents: Uint8Array): Uint8Array {
  const view = Buffer.from(font);
  const own = Array.from({ length: view.readUInt16BE(4) }, (_, index) => {
    const entry = 12 + 16 * index;
    const [tag, start, length] = [
      view.toString('latin1', entry, entry + 4),
      view.readUInt32BE(entry + 8),
      view.readUInt32BE(entry + 12),
    ];
    return { tag, bytes: view.subarray(start, start + length) };
  });
  const others: { tag: string; bytes: Uint8Array }[] = own.filter(({ tag }) => tag !== name);
  const tables = [...others, { tag: name, bytes: contents }].sort((one, other) => (one.tag < other.tag ? -1 : 1));
  const directory = Buffer.alloc(12 + 16 * tables.length);
  view.copy(directory, 0, 0, 4);
  directory.writeUInt16BE(tables.length, 4);
  let at = directory.length;
  const bodies = tables.map(({ tag, bytes }, index) => {
    const entry = 12 + 16 * index;
    directory.write(tag, entry, 'latin1');
    directory.writeUInt32BE(at, entry + 8);
    directory.writeUInt32BE(bytes.length, entry + 12);
    const body = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
    at += body.length;
    return body;
  });
  return Buffer.concat([directory, ...bodies]);
}
