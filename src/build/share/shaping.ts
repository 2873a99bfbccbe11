/**
 * One line of text as an outline: the letters joined and placed by HarfBuzz, the directions sorted out by the Unicode
 * bidirectional algorithm. All measures are in thousandths of the type size, from the start of the baseline; the
 * outline is what is drawn, so what is measured here is what is seen.
 */
import bidiFactory from 'bidi-js';
import * as harfbuzz from 'harfbuzzjs';
import { stretches } from './coverage.ts';
import type { Cut, Face } from './faces.ts';

export type Style = { cut: Cut; language: string; direction: 'ltr' | 'rtl' | 'auto' };

/** `top` is above the baseline and `bottom` below it, both counted away from it; `left` and `right` along it. */
export type Line = { path: string; advance: number; left: number; right: number; top: number; bottom: number };

const bidi = bidiFactory();

/** Large type is set closer; Nastaliq never, its letters are joined. */
const tracking: Record<Cut, number> = { display: -12, strong: 0, text: 0 };

/** Literata looks larger than Nastaliq of the same size. */
const europeanBesideNastaliq = 0.8;

type Run = { start: number; end: number; face: Face; level: number };

export function shapedLine(faces: readonly Face[], text: string, style: Style): Line {
  const nastaliqFirst = bidiDirection(text, style) === 'rtl';
  const order = nastaliqFirst ? faces.toSorted((one, other) => rank(one) - rank(other)) : faces;
  const pen = new Pen();
  for (const run of inVisualOrder(runsOf(order, text, style))) {
    const european = run.face.script === 'european';
    const scale = european && nastaliqFirst ? europeanBesideNastaliq : 1;
    draw(pen, text, run, style, scale, european ? tracking[style.cut] : 0);
  }
  return pen.line();
}

const rank = (face: Face): number => (face.script === 'nastaliq' ? 0 : 1);

function bidiDirection(text: string, { direction }: Style): 'ltr' | 'rtl' {
  if (direction !== 'auto') return direction;
  return (bidi.getEmbeddingLevels(text).paragraphs[0]?.level ?? 0) % 2 === 1 ? 'rtl' : 'ltr';
}

/** Pieces of one face and one direction, in the order of reading. */
function runsOf(faces: readonly Face[], text: string, { direction }: Style): Run[] {
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

function draw(pen: Pen, text: string, run: Run, style: Style, scale: number, tracked: number): void {
  const buffer = new harfbuzz.Buffer();
  // The whole line is given, so that letters know their neighbours in other runs.
  buffer.addText(text, run.start, run.end - run.start);
  buffer.guessSegmentProperties();
  buffer.setDirection(run.level % 2 === 1 ? harfbuzz.Direction.RTL : harfbuzz.Direction.LTR);
  buffer.setLanguage(style.language);
  const font = run.face.fonts[style.cut];
  harfbuzz.shape(font, buffer);
  const places = buffer.getGlyphPositions();
  for (const [index, { codepoint }] of buffer.getGlyphInfos().entries()) {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = places[index] ?? {};
    for (const { type, values } of outlineOf(font, codepoint)) pen.trace(type, values, xOffset, yOffset, scale);
    pen.advance((xAdvance + (xAdvance > 0 ? tracked : 0)) * scale);
  }
}

const outlines = new WeakMap<harfbuzz.Font, Map<number, harfbuzz.SvgPathCommand[]>>();

function outlineOf(font: harfbuzz.Font, glyph: number): harfbuzz.SvgPathCommand[] {
  let known = outlines.get(font);
  if (!known) outlines.set(font, (known = new Map<number, harfbuzz.SvgPathCommand[]>()));
  let outline = known.get(glyph);
  if (!outline) known.set(glyph, (outline = font.glyphToJson(glyph)));
  return outline;
}

/** Writes an outline and remembers how far it reached; control points count, so the box may be a little too large. */
class Pen {
  #x = 0;
  #path: string[] = [];
  #box = { left: Infinity, right: -Infinity, top: -Infinity, bottom: -Infinity };

  advance(by: number): void {
    this.#x += by;
  }

  trace(type: string, values: readonly number[], xOffset: number, yOffset: number, scale: number): void {
    const points: number[] = [];
    for (let index = 0; index + 1 < values.length; index += 2) {
      const x = Math.round(this.#x + ((values[index] ?? 0) + xOffset) * scale);
      const y = Math.round(((values[index + 1] ?? 0) + yOffset) * scale);
      points.push(x, -y);
      this.#box.left = Math.min(this.#box.left, x);
      this.#box.right = Math.max(this.#box.right, x);
      this.#box.top = Math.max(this.#box.top, y);
      this.#box.bottom = Math.max(this.#box.bottom, -y);
    }
    this.#path.push(type + points.join(' '));
  }

  line(): Line {
    const drawn = this.#path.length > 0;
    return { path: this.#path.join(''), advance: this.#x, ...(drawn ? this.#box : { left: 0, right: 0, top: 0, bottom: 0 }) };
  }
}
