/**
 * A part of a font: the letters that are asked for, what the font needs to join and place them, and nothing else.
 * It is HarfBuzz's `hb-subset` (https://harfbuzz.github.io/harfbuzz-hb-subset.html), called in the module that
 * `harfbuzzjs` brings and does not wrap.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

export type Part = {
  codePoints: readonly number[];
  /** OpenType features that are kept, such as "onum"; all of them where none are named. */
  features?: readonly string[];
  /**
   * The glyphs that are kept. Without them every form is kept that the letters can take together: for a Nastaliq
   * these are thousands.
   */
  glyphs?: readonly number[];
  /** The one weight of a variable font that is kept. */
  weight?: number;
};

/** The functions of the module that are used here; every pointer is a number. */
type Library = {
  memory: { buffer: ArrayBuffer };
  malloc(size: number): number;
  free(pointer: number): void;
  hb_blob_create(data: number, length: number, mode: number, userData: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_set_add(set: number, value: number): void;
  hb_set_clear(set: number): void;
  hb_set_invert(set: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_glyph_set(input: number): number;
  hb_subset_input_pin_axis_location(input: number, face: number, axis: number, value: number): number;
  hb_subset_input_set(input: number, set: number): number;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_subset_input_unicode_set(input: number): number;
  hb_subset_or_fail(face: number, input: number): number;
};

/** Node has it; its types come with those of browsers, which the press must not know. */
const { WebAssembly } = globalThis as unknown as {
  WebAssembly: { instantiate(module: Uint8Array): Promise<{ instance: { exports: unknown } }> };
};

/** Constants of `hb-subset.h` and `hb-blob.h`. */
const [readOnly, featureTags, noHinting, noLayoutClosure] = [1, 6, 0x1, 0x200];

let loading: Promise<Library> | undefined;

async function load(): Promise<Library> {
  const path = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(path));
  (instance.exports as Record<string, () => void>)['_initialize']?.();
  return instance.exports as Library;
}

/** `font` and what is answered are TrueType files. Throws where the font cannot be read. */
export async function partOfFont(font: Uint8Array, part: Part): Promise<Uint8Array> {
  const library = await (loading ??= load());
  const data = library.malloc(font.length);
  // The memory may have grown since it was last looked at, so every look is a new one.
  new Uint8Array(library.memory.buffer).set(font, data);
  const blob = library.hb_blob_create(data, font.length, readOnly, 0, 0);
  const face = library.hb_face_create(blob, 0);
  const input = library.hb_subset_input_create_or_fail();
  describe(library, input, face, part);
  const made = library.hb_subset_or_fail(face, input);
  const result = made === 0 ? 0 : library.hb_face_reference_blob(made);
  const bytes = new Uint8Array(
    library.memory.buffer,
    library.hb_blob_get_data(result, 0),
    library.hb_blob_get_length(result),
  ).slice();
  for (const each of [result, blob]) library.hb_blob_destroy(each);
  for (const each of [made, face]) library.hb_face_destroy(each);
  library.hb_subset_input_destroy(input);
  library.free(data);
  if (bytes.length === 0) throw new Error('The font cannot be read, or is no TrueType font.');
  return bytes;
}

function describe(library: Library, input: number, face: number, part: Part): void {
  const { codePoints, features, glyphs, weight } = part;
  const letters = library.hb_subset_input_unicode_set(input);
  for (const codePoint of codePoints) library.hb_set_add(letters, codePoint);
  const kept = library.hb_subset_input_set(input, featureTags);
  library.hb_set_clear(kept);
  if (features) for (const feature of features) library.hb_set_add(kept, tagOf(feature));
  else library.hb_set_invert(kept);
  if (glyphs) {
    const set = library.hb_subset_input_glyph_set(input);
    for (const glyph of glyphs) library.hb_set_add(set, glyph);
  }
  library.hb_subset_input_set_flags(input, glyphs ? noHinting | noLayoutClosure : noHinting);
  if (weight !== undefined) library.hb_subset_input_pin_axis_location(input, face, tagOf('wght'), weight);
}

/** "wght" as the number that stands for it in a font. */
const tagOf = (name: string): number => Buffer.from(name, 'latin1').readUInt32BE();
