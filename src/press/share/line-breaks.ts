/** Where a text may be broken into lines, and its lines at a given width (in thousandths of the type size). */
import type { Setter } from './shaping.ts';

/** What is never broken, whether a space stands before it, and whether it is the rest of a broken word. */
type Piece = { text: string; spaced: boolean; begins?: boolean; width: number };

export type Pieces = { pieces: Piece[]; space: number };

/** Words, and the parts of words with a hyphen or dash in them. */
export function piecesOf(text: string, setter: Setter): Pieces {
  const pieces = text.split(' ').flatMap((word, place) =>
    word.split(/(?<=[\p{L}\p{N}]{2}[-‐–—/]+)(?=[\p{L}\p{N}]{2})/u).map((part, index) => ({
      text: part,
      spaced: place > 0 && index === 0,
      width: setter.width(part),
    })),
  );
  const spaces = pieces.filter(({ spaced }) => spaced).length;
  const words = pieces.reduce((sum, { width }) => sum + width, 0);
  return { pieces, space: spaces > 0 ? (setter.width(text) - words) / spaces : 0 };
}

/** The same with every word that is wider than a line cut into parts that fit; European letters get a hyphen. */
export function broken({ pieces, space }: Pieces, width: number, setter: Setter): Pieces {
  return { pieces: pieces.flatMap((piece) => (piece.width > width ? partsOf(piece, width, setter) : [piece])), space };
}

/** In parts of one length, as few as fit; a single sign that does not fit stays as it is. */
function partsOf(piece: Piece, width: number, setter: Setter): Piece[] {
  const signs = [...graphemes.segment(piece.text)].map(({ segment }) => segment);
  for (let count = Math.ceil(piece.width / width); count < signs.length; count += 1) {
    const parts = inParts(piece, signs, Math.ceil(signs.length / count), setter);
    if (parts.every((part) => part.width <= width)) return parts;
  }
  return inParts(piece, signs, 1, setter);
}

function inParts(piece: Piece, signs: readonly string[], each: number, setter: Setter): Piece[] {
  const parts: Piece[] = [];
  for (let at = 0; at < signs.length; at += each) {
    const part = signs.slice(at, at + each).join('');
    const hyphen = endsInLetter.test(part) && beginsWithLetter.test(signs[at + each] ?? '') ? '-' : '';
    const own = { text: part + hyphen, width: setter.width(part + hyphen) };
    parts.push(at === 0 ? { ...piece, ...own } : { ...own, spaced: false, begins: true });
  }
  return parts;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const endsInLetter = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}*$/u;
const beginsWithLetter = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;

/** Lines as full as they can be; undefined where a piece is wider than a line. */
export function brokenLinesOf({ pieces, space }: Pieces, width: number): string[] | undefined {
  const lines: string[] = [];
  let filled = Infinity;
  for (const { text, spaced, begins = false, width: own } of pieces) {
    if (own > width) return undefined;
    const gap = spaced ? space : 0;
    if (!begins && filled + gap + own <= width) {
      lines.push(`${lines.pop() ?? ''}${spaced ? ' ' : ''}${text}`);
      filled += gap + own;
    } else {
      lines.push(text);
      filled = own;
    }
  }
  return lines;
}
