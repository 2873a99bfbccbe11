/**
 * The publication's own drawings, `icon.svg` and `nameplate.svg` at the top of the content folder: whether each only
 * draws, can be drawn without a face of type, and has the shape that its place needs. One with a fault is not used.
 */
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Resvg from '@resvg/resvg-js';
import type { Drawing } from '../../publication/content.ts';
import { inMegabytes, limitOf } from './picture-limits.ts';
import { type Problem, reasonOf } from './problems.ts';
import { type DrawingFile, unreadable } from './read-folder.ts';
import { svgFault } from './svg.ts';

export type Drawings = { icon?: Drawing; nameplate?: Drawing };

export function readDrawings(files: readonly DrawingFile[]): { drawings: Drawings; problems: Problem[] } {
  const drawings: Drawings = {};
  const problems: Problem[] = [];
  for (const file of files) {
    const read = drawingIn(file);
    if ('code' in read) problems.push(read);
    else drawings[file.kind] = read;
  }
  return { drawings, problems };
}

function drawingIn({ kind, path, shown }: DrawingFile): Drawing | Problem {
  const fault = (code: string, message: string): Problem => ({
    file: shown,
    line: 1,
    column: 1,
    code,
    severity: 'error',
    message: `${kind}.svg ${message}`,
  });
  let bytes: Buffer;
  try {
    const { size } = statSync(path);
    if (size > limitOf('svg'))
      return fault('A214', `has ${inMegabytes(size)} MB. The limit is ${inMegabytes(limitOf('svg'))} MB.`);
    bytes = readFileSync(path);
  } catch (error) {
    return unreadable(shown, reasonOf(error));
  }
  const refused = svgFault(bytes, 'outlines');
  if (refused) return fault('A312', `${refused}. It may hold drawing only.`);
  const svg = bytes.toString('utf8');
  const ratio = ratioOf(svg);
  if (ratio === undefined) {
    return fault('A311', 'has no viewBox that says its size. Give its <svg> one, such as viewBox="0 0 64 64".');
  }
  const looked = look(svg);
  if (looked === undefined) return fault('A311', 'cannot be drawn. Save the drawing again as plain SVG.');
  if (looked.inked === 0) return fault('A311', 'draws nothing. Save the drawing again as plain SVG.');
  if (kind === 'icon' && (ratio !== 1 || looked.width !== looked.height)) {
    const sides = `${looked.width} by ${looked.height}`;
    return fault('A324', `is no square: ${sides}. Make its viewBox, width and height as wide as high.`);
  }
  if (kind === 'nameplate' && looked.inked === looked.all) {
    return fault(
      'A324',
      'covers its whole box, and all of it would be one block of ink. Take out its ground: what is drawn is the letters.',
    );
  }
  return { svg, ratio };
}

/** Of the viewBox, the width in heights. */
function ratioOf(svg: string): number | undefined {
  const [, written = ''] = /<svg\b[^>]*?\sviewBox\s*=\s*["']([^"']*)["']/.exec(svg) ?? [];
  const [, , width = Number.NaN, height = Number.NaN] = written
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return width > 0 && height > 0 ? Number((width / height).toFixed(4)) : undefined;
}

/** Its own size, and of its pixels how many are not empty. */
function look(svg: string): { width: number; height: number; inked: number; all: number } | undefined {
  // Loaded where there is such a drawing.
  const { Resvg: Drawn } = createRequire(import.meta.url)('@resvg/resvg-js') as typeof Resvg;
  try {
    const drawn = new Drawn(svg, { font: { loadSystemFonts: false }, fitTo: { mode: 'width', value: 256 } });
    const { width, height } = drawn;
    const { pixels } = drawn.render();
    let inked = 0;
    for (let at = 3; at < pixels.length; at += 4) if (pixels[at]! > 0) inked += 1;
    return { width, height, inked, all: pixels.length / 4 };
  } catch {
    return undefined;
  }
}
