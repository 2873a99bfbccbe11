/**
 * One line of text as an outline: the letters joined and placed by HarfBuzz, the directions sorted out by the Unicode
 * bidirectional algorithm. The outline is what is drawn, so what is measured on it is what is seen.
 */
import bidiFactory from 'bidi-js';
import * as harfbuzz from 'harfbuzzjs';
import { stretches } from './coverage.ts';
import type { Cut, ShapedFace } from './faces.ts';
import { Pen, type OutlineLine } from './outline.ts';

export type Style = { cut: Cut; language: string; direction: 'ltr' | 'rtl' | 'auto' };

const bidi = bidiFactory();

/** Large type is set closer; Nastaliq never, its letters are joined. */
const tracking: Record<Cut, number> = { display: -12, strong: 0, text: 0 };

/** A face among letters of another is set smaller: Literata looks too large there, Nastaliq needs too much height. */
const europeanAmongNastaliq = 0.8;
const nastaliqAmongEuropean = 0.85;

/** The space of Nastaliq is narrow, because its words slope; beside other letters it is too narrow. */
const spaceBetweenScripts = 90;

type Run = { start: number; end: number; face: ShapedFace; level: number };

/** What measures and draws text in one style. */
export type Setter = { width: (text: string) => number; line: (text: string) => OutlineLine };

export function setter(faces: readonly ShapedFace[], style: Style): Setter {
  const widths = new Map<string, number>();
  const lines = new Map<string, OutlineLine>();
  return {
    width: (text) =>
      kept(widths, text, () => lettersOf(faces, text, style).reduce((sum, { advance }) => sum + advance, 0)),
    line: (text) => kept(lines, text, () => drawn(lettersOf(faces, text, style))),
  };
}

function kept<Value>(known: Map<string, Value>, text: string, make: () => Value): Value {
  const value = known.get(text) ?? make();
  known.set(text, value);
  return value;
}

/** A letter in its place, from left to right. */
type Letter = { font: harfbuzz.Font; glyph: number; advance: number; xOffset: number; yOffset: number; scale: number };

function lettersOf(faces: readonly ShapedFace[], text: string, style: Style): Letter[] {
  const nastaliqFirst = directionOf(text, style) === 'rtl';
  const order = nastaliqFirst ? faces.toSorted((one, other) => rank(one) - rank(other)) : faces;
  return inVisualOrder(runsOf(order, text, style)).flatMap((run) => {
    const european = run.face.script === 'european';
    const guest = european ? europeanAmongNastaliq : nastaliqAmongEuropean;
    return shaped(text, run, style, european === nastaliqFirst ? guest : 1);
  });
}

function drawn(letters: readonly Letter[]): OutlineLine {
  const pen = new Pen();
  for (const { font, glyph, advance, xOffset, yOffset, scale } of letters) {
    for (const { type, values } of outlineOf(font, glyph)) pen.trace(type, values, xOffset, yOffset, scale);
    pen.advance(advance);
  }
  return pen.line();
}

const rank = (face: ShapedFace): number => (face.script === 'nastaliq' ? 0 : 1);

function directionOf(text: string, { direction }: Style): 'ltr' | 'rtl' {
  if (direction !== 'auto') return direction;
  return (bidi.getEmbeddingLevels(text).paragraphs[0]?.level ?? 0) % 2 === 1 ? 'rtl' : 'ltr';
}

/** Pieces of one face and one direction, in the order of reading. */
function runsOf(faces: readonly ShapedFace[], text: string, { direction }: Style): Run[] {
  const { levels } = bidi.getEmbeddingLevels(text, direction);
  return stretches(faces, text).flatMap(({ start, end, face }) => {
    const runs: Run[] = [];
    for (let at = start; at < end; at += 1) {
      const level = levels[at] ?? 0;
      const last = runs.at(-1);
      if (last?.level === level) last.end = at + 1;
      else runs.push({ start: at, end: at + 1, face, level });
    }
    return runs;
  });
}

/** Rule L2 of UAX #9: from the highest level down, what is at least at that level is turned round. */
function inVisualOrder(runs: readonly Run[]): Run[] {
  let row = [...runs];
  for (let level = Math.max(0, ...row.map((run) => run.level)); level > 0; level -= 1) {
    const turned: Run[] = [];
    let held: Run[] = [];
    for (const run of row) {
      if (run.level >= level) held.unshift(run);
      else {
        turned.push(...held, run);
        held = [];
      }
    }
    row = [...turned, ...held];
  }
  return row;
}

function shaped(text: string, run: Run, style: Style, scale: number): Letter[] {
  const buffer = new harfbuzz.Buffer();
  // The whole line is given, so that letters know their neighbours in other runs.
  buffer.addText(text, run.start, run.end - run.start);
  buffer.guessSegmentProperties();
  buffer.setDirection(run.level % 2 === 1 ? harfbuzz.Direction.RTL : harfbuzz.Direction.LTR);
  buffer.setLanguage(style.language);
  const font = run.face.fonts[style.cut];
  harfbuzz.shape(font, buffer);
  const places = buffer.getGlyphPositions();
  return buffer.getGlyphInfos().map(({ codepoint: glyph, cluster }, index) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = places[index] ?? {};
    const between = text[cluster] === ' ' && (cluster === run.start || cluster === run.end - 1);
    const more = run.face.script === 'european' ? tracking[style.cut] : between ? spaceBetweenScripts : 0;
    return { font, glyph, advance: (xAdvance + (xAdvance > 0 ? more : 0)) * scale, xOffset, yOffset, scale };
  });
}

const outlines = new WeakMap<harfbuzz.Font, Map<number, harfbuzz.SvgPathCommand[]>>();

function outlineOf(font: harfbuzz.Font, glyph: number): harfbuzz.SvgPathCommand[] {
  let known = outlines.get(font);
  if (!known) outlines.set(font, (known = new Map<number, harfbuzz.SvgPathCommand[]>()));
  let outline = known.get(glyph);
  if (!outline) known.set(glyph, (outline = font.glyphToJson(glyph)));
  return outline;
}
