/**
 * Text in a box: the largest size at which it fits, in lines of nearly one length, broken between words. A word longer
 * than a line is broken only when the type is already small; words are left out, with an ellipsis, only when the
 * smallest size does not hold them.
 */
import type { Line } from './shaping.ts';

export type Room = {
  width: number;
  height: number;
  lines: number;
  largest: number;
  smallest: number;
  /** Of the type size; more where the ink of two lines would meet. */
  leading: number;
};

/** Lines set at a size; `leading` and all of `top` to `bottom` in pixels. */
export type Block = { size: number; texts: string[]; lines: Line[]; leading: number; top: number; bottom: number };

export type Shape = (text: string) => Line;

/** What is never broken, and whether a space stands before it. */
type Piece = { text: string; spaced: boolean; width: number };

/** Below this size a long word is broken before the type gets smaller. */
const wordsBreakAt = 60;

/** Between the ink of one line and of the next, in thousandths of the size. */
const air = 60;

export function fitted(text: string, room: Room, shape: Shape): Block {
  const known = new Map<string, Line>();
  const shaped: Shape = (part) => {
    const line = known.get(part) ?? shape(part);
    known.set(part, line);
    return line;
  };
  const parts = piecesOf(text, shaped);
  for (let size = room.largest; size >= room.smallest; size -= 2) {
    const block = setAt(size, parts, room, shaped);
    if (block) return block;
  }
  return shortened(text, room, shaped);
}

/** As many of the words as the smallest size holds, and an ellipsis. */
function shortened(text: string, room: Room, shape: Shape): Block {
  const signs = [...text];
  let holds = 0;
  let fails = signs.length;
  let block: Block | undefined;
  while (fails - holds > 1) {
    const half = Math.floor((holds + fails) / 2);
    const some = signs.slice(0, half).join('');
    const words = some.includes(' ') && signs[half] !== ' ' ? some.slice(0, some.lastIndexOf(' ')) : some;
    const tried = setAt(
      room.smallest,
      piecesOf(`${words.replace(/[\s\p{P}]+$/u, '')}…`, shape),
      { ...room, height: Infinity },
      shape,
    );
    if (tried) {
      block = tried;
      holds = half;
    } else fails = half;
  }
  return block ?? blockOf(['…'], room.smallest, room.leading, shape);
}

function setAt(size: number, parts: readonly Piece[], room: Room, shape: Shape): Block | undefined {
  const em = size / 1000;
  const width = room.width / em;
  const pieces = size > wordsBreakAt ? parts : parts.flatMap((piece) => brokenUp(piece, width, shape));
  const texts = evenLines(pieces, width);
  if (!texts || texts.length > room.lines) return undefined;
  const block = blockOf(texts, size, room.leading, shape);
  const fits = block.lines.every(({ left, right }) => (right - left) * em <= room.width);
  return fits && block.bottom - block.top <= room.height ? block : undefined;
}

function blockOf(texts: string[], size: number, leading: number, shape: Shape): Block {
  const em = size / 1000;
  const lines = texts.map(shape);
  const needed = lines.slice(1).map((line, index) => (lines[index]?.bottom ?? 0) + line.top + air);
  const step = Math.max(leading * 1000, ...needed) * em;
  return {
    size,
    texts,
    lines,
    leading: step,
    top: -Math.max(capHeight, lines[0]?.top ?? 0) * em,
    bottom: (lines.length - 1) * step + Math.max(descent, lines.at(-1)?.bottom ?? 0) * em,
  };
}

/** What a line takes at least, so that baselines stand at the same height whether or not there are accents or tails. */
const capHeight = 760;
const descent = 240;

/** Words, and the parts of words with a hyphen or dash in them. */
function piecesOf(text: string, shape: Shape): Piece[] {
  const pieces = text
    .split(' ')
    .flatMap((word) =>
      word.split(/(?<=[\p{L}\p{N}]{2}[-‐–—/]+)(?=[\p{L}\p{N}]{2})/u).map((part, index) => ({
        text: part,
        spaced: index === 0,
        width: shape(part).advance,
      })),
    );
  const [first] = pieces;
  if (first) first.spaced = false;
  return pieces;
}

/** A word wider than a line, cut into parts that fit; European letters get a hyphen. */
function brokenUp(piece: Piece, width: number, shape: Shape): Piece[] {
  if (piece.width <= width) return [piece];
  const letters = [...graphemes.segment(piece.text)].map(({ segment }) => segment);
  const each = Math.max(1, Math.floor(((letters.length * width) / piece.width) * 0.9));
  const parts: Piece[] = [];
  for (let at = 0; at < letters.length; at += each) {
    const part = letters.slice(at, at + each).join('');
    const hyphen = european.test(part) && europeanStart.test(letters[at + each] ?? '') ? '-' : '';
    parts.push({ text: part + hyphen, spaced: at === 0 && piece.spaced, width: shape(part + hyphen).advance });
  }
  return parts;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const european = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}*$/u;
const europeanStart = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;

/** The fewest lines, and then the narrowest measure that takes no more of them. */
function evenLines(pieces: readonly Piece[], width: number): string[] | undefined {
  let best = linesOf(pieces, width);
  if (!best) return undefined;
  let narrow = width / 2;
  let wide = width;
  for (let step = 0; step < 8; step += 1) {
    const between = (narrow + wide) / 2;
    const lines = linesOf(pieces, between);
    if (lines && lines.length <= best.length) {
      best = lines;
      wide = between;
    } else narrow = between;
  }
  return best;
}

/** A space is a quarter of the size in every face we have, or a little less. */
const space = 250;

function linesOf(pieces: readonly Piece[], width: number): string[] | undefined {
  const lines: string[] = [];
  let filled = Infinity;
  for (const { text, spaced, width: own } of pieces) {
    if (own > width) return undefined;
    const gap = spaced ? space : 0;
    if (filled + gap + own <= width) {
      lines.push(`${lines.pop() ?? ''}${spaced ? ' ' : ''}${text}`);
      filled += gap + own;
    } else {
      lines.push(text);
      filled = own;
    }
  }
  return lines;
}
