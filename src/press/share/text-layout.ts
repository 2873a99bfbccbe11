/**
 * Text in a box: the largest size at which it fits, in lines of nearly one length. A word longer than a line is broken
 * only when the type is already small; words are left out, with an ellipsis, only when the smallest size does not hold
 * them. The lines of one block stand equally far apart, and their ink never touches.
 */
import { broken, brokenLinesOf, piecesOf, type Pieces } from './line-breaks.ts';
import { touching, type OutlineLine } from './outline.ts';
import type { Setter } from './shaping.ts';

export type Room = {
  width: number;
  height: number;
  lines: number;
  largest: number;
  smallest: number;
  /** What the baselines are apart at least, of the type size. */
  leading: (size: number) => number;
};

/** Where lines begin: the ink itself at the left; at the right the letters, whose strokes may hang over a little. */
export type Side = 'left' | 'right';

/** Lines set at a size; `leading`, `top` and `bottom` are pixels from the first baseline, down. */
export type Block = {
  size: number;
  texts: string[];
  lines: OutlineLine[];
  leading: number;
  top: number;
  bottom: number;
};

/** Below this size a long word is broken before the type gets smaller. */
const wordsBreakAt = 60;

/** Between the ink of one line and of the next, in thousandths of the size. */
const air = 120;

/** What a line takes at least, so that baselines do not depend on accents and tails. */
const capHeight = 760;
const descent = 240;

/** Where a line begins, counted from its own start, in thousandths of the size. */
export const edgeOf = ({ left, advance }: OutlineLine, side: Side): number => (side === 'left' ? left : advance);

export function fittedLines(text: string, room: Room, side: Side, setter: Setter): Block {
  const pieces = piecesOf(text, setter);
  for (let size = room.largest; size > room.smallest; size -= Math.max(2, Math.round(size / 25))) {
    const block = setAt(size, pieces, room, side, setter);
    if (block) return block;
  }
  return setAt(room.smallest, pieces, room, side, setter) ?? shortened(text, room, side, setter);
}

/** As many of the words as the smallest size holds, and an ellipsis. */
function shortened(text: string, room: Room, side: Side, setter: Setter): Block {
  const signs = Array.from(text);
  let block = blockOf(['…'], room.smallest, room, side, setter);
  let holds = 0;
  let fails = signs.length;
  while (fails - holds > 1) {
    const half = Math.floor((holds + fails) / 2);
    const some = signs.slice(0, half).join('');
    const words = some.includes(' ') && signs[half] !== ' ' ? some.slice(0, some.lastIndexOf(' ')) : some;
    const pieces = piecesOf(`${words.replace(/[\s\p{P}]+$/u, '')}…`, setter);
    const tried = setAt(room.smallest, pieces, room, side, setter);
    if (tried) {
      block = tried;
      holds = half;
    } else fails = half;
  }
  return block;
}

function setAt(size: number, whole: Pieces, room: Room, side: Side, setter: Setter): Block | undefined {
  const width = (room.width * 1000) / size;
  const pieces = size > wordsBreakAt ? whole : broken(whole, width, setter);
  const full = brokenLinesOf(pieces, width);
  if (!full || full.length > room.lines || (full.length - 1) * room.leading(size) * size > room.height)
    return undefined;
  for (const measure of [narrowest(pieces, width), width, width * 0.95, width * 0.9]) {
    const texts = brokenLinesOf(pieces, measure);
    if (texts?.length !== full.length) continue;
    const block = blockOf(texts, size, room, side, setter);
    const within = block.lines.every(({ left, right, advance }) => Math.max(advance, right - left) <= width);
    if (within && block.bottom - block.top <= room.height) return block;
    // Where letters reach far up and down, other breaks may bring the lines nearer to each other; else they do not.
    if (block.leading === room.leading(size) * size) return undefined;
  }
  return undefined;
}

function blockOf(texts: string[], size: number, room: Room, side: Side, setter: Setter): Block {
  const em = size / 1000;
  const lines = texts.map(setter.line);
  const needed = lines.slice(1).map((lower, index) => {
    const upper = lines[index] ?? lower;
    return (touching(upper, lower, edgeOf(upper, side) - edgeOf(lower, side)) + air) * em;
  });
  const leading = Math.max(room.leading(size) * size, ...needed);
  return {
    size,
    texts,
    lines,
    leading,
    top: Math.min(-capHeight * em, ...lines.map(({ top }, index) => index * leading - top * em)),
    bottom: Math.max(
      (lines.length - 1) * leading + descent * em,
      ...lines.map(({ bottom }, index) => index * leading + bottom * em),
    ),
  };
}

/** The narrowest measure that takes no more lines than the whole width does, so that they are of nearly one length. */
function narrowest(pieces: Pieces, width: number): number {
  const count = brokenLinesOf(pieces, width)?.length ?? 0;
  let narrow = width / 2;
  let wide = width;
  for (let turn = 0; turn < 8; turn += 1) {
    const between = (narrow + wide) / 2;
    if ((brokenLinesOf(pieces, between)?.length ?? Infinity) <= count) wide = between;
    else narrow = between;
  }
  return wide;
}
