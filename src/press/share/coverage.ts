/**
 * Which face draws which sign. Text is drawn whole or not at all: a line with a letter that no face has is left out
 * (never a box in its place, never a word with a hole); only emoji and other pictures are dropped from a line.
 */
import type { ShapedFace } from './faces.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Signs that are never seen: joiners, marks of direction, variation selectors. */
const unseen = /^\p{Default_Ignorable_Code_Point}$/u;

/** A run of text that one face draws; `start` and `end` count as strings do. */
export type CoveredStretch = { start: number; end: number; face: ShapedFace };

export function covers(face: ShapedFace, text: string): boolean {
  return Array.from(text).every((sign) => face.signs.has(sign.codePointAt(0) ?? 0) || unseen.test(sign));
}

/**
 * What of the text can be drawn: itself on one line without pictures, or undefined where a letter or figure is missing.
 */
export function drawable(faces: readonly ShapedFace[], text: string): string | undefined {
  const plain = text
    .normalize('NFC')
    .replaceAll(/[\uFE0E\uFE0F\u20E3]/g, '')
    .replaceAll(/[\t-\r\u0085\u2028\u2029]/g, ' ');
  let drawn = '';
  for (const { segment } of graphemes.segment(plain)) {
    if (Array.from(segment).every((sign) => faces.some((face) => covers(face, sign)))) drawn += segment;
    else if (/[\p{L}\p{N}]/u.test(segment)) return undefined;
    else drawn += ' ';
  }
  return drawn
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/ (?=[,.;:!?،؛؟۔])/g, '')
    .trim();
}

/**
 * The face of each sign. The first that has it draws a letter; spaces, marks and punctuation stay with the letters
 * before them where that face has them.
 */
export function stretches(faces: readonly ShapedFace[], text: string): CoveredStretch[] {
  const found: CoveredStretch[] = [];
  const add = (start: number, end: number, face: ShapedFace | undefined) => {
    const last = found.at(-1);
    if (last && (face === undefined || last.face === face)) last.end = end;
    else if (face) found.push({ start, end, face });
  };
  for (const { segment, index } of graphemes.segment(text)) {
    const before = found.at(-1)?.face;
    const stays = before && !/[\p{L}\p{N}]/u.test(segment) && covers(before, segment);
    const whole = stays ? before : faces.find((face) => covers(face, segment));
    if (whole) {
      add(index, index + segment.length, whole);
      continue;
    }
    let at = index;
    for (const sign of segment) {
      add(
        at,
        at + sign.length,
        faces.find((face) => covers(face, sign)),
      );
      at += sign.length;
    }
  }
  return found;
}
