/** How alike two texts are, and which position of one answers to a position of the other; all bounded in time. */

/** Points for a sign that is the same, and for one that differs, is missing or is too much. */
const same = 1;
const other = -2;
const unreached = -1_000_000;

/** How far two texts agree from their beginnings on, in points, up to where those are most. */
export function agreement(a: string, b: string): number {
  if (b.startsWith(a)) return a.length;
  const band = 12;
  const width = 2 * band + 3;
  let best = 0;
  let above = new Int32Array(width).fill(unreached);
  // Column `c` of a line stands for the position `line + c - band - 1` of `b`.
  for (let position = 0; position <= band; position += 1) above[position + band + 1] = position * other;
  for (let line = 1; line <= a.length; line += 1) {
    const row = new Int32Array(width).fill(unreached);
    let highest = unreached;
    for (let column = 1; column <= 2 * band + 1; column += 1) {
      const position = line + column - band - 1;
      if (position < 0 || position > b.length) continue;
      const step = position > 0 && a.charCodeAt(line - 1) === b.charCodeAt(position - 1) ? same : other;
      const points = Math.max(
        position > 0 ? above[column]! + step : unreached,
        above[column + 1]! + other,
        row[column - 1]! + other,
      );
      row[column] = points;
      if (points > highest) highest = points;
    }
    if (highest > best) best = highest;
    if (highest < best + band * other) break;
    above = row;
  }
  return best;
}

/** The edit distance of two texts (Levenshtein): signs changed, added or removed; `limit + 1` where it is more than `limit`. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let above = Int32Array.from({ length: b.length + 1 }, (_, position) => position);
  for (let line = 1; line <= a.length; line += 1) {
    const row = new Int32Array(b.length + 1).fill(limit + 1);
    const from = Math.max(1, line - limit);
    if (from === 1) row[0] = line;
    let least = row[from - 1]!;
    for (let position = from; position <= Math.min(b.length, line + limit); position += 1) {
      const step = a.charCodeAt(line - 1) === b.charCodeAt(position - 1) ? 0 : 1;
      const changes = Math.min(above[position - 1]! + step, above[position]! + 1, row[position - 1]! + 1);
      row[position] = changes;
      if (changes < least) least = changes;
    }
    if (least > limit) return limit + 1;
    above = row;
  }
  return Math.min(above[b.length]!, limit + 1);
}

export type Border = 'beginning' | 'end';

/**
 * The position in a text that answers to the position `at` of a piece, where the piece lies about `shift` further on in
 * the text (Smith and Waterman's alignment in a band). What was inserted right at it is left outside of the words that
 * begin or end there.
 */
export function answer(piece: string, at: number, text: string, shift: number, border: Border): number | undefined {
  const band = 24;
  const width = 2 * band + 3;
  const points = new Int32Array((piece.length + 1) * width).fill(unreached);
  const ways = new Uint8Array(points.length);
  let best = 0;
  let bestCell = -1;
  for (let line = 0; line <= piece.length; line += 1) {
    for (let column = 1; column <= 2 * band + 1; column += 1) {
      const position = line + shift + column - band - 1;
      if (position < 0 || position > text.length) continue;
      const cell = line * width + column;
      points[cell] = 0;
      if (line === 0) continue;
      const isSame = position > 0 && piece.charCodeAt(line - 1) === text.charCodeAt(position - 1);
      const along = position > 0 ? points[cell - width]! + (isSame ? same : other) : unreached;
      const missing = points[cell - width + 1]! + other;
      const added = points[cell - 1]! + other;
      const most = Math.max(along, missing, added);
      if (most <= 0) continue;
      points[cell] = most;
      ways[cell] = most === along ? 1 : most === missing ? 2 : 3;
      if (most > best) {
        best = most;
        bestCell = cell;
      }
    }
  }
  if (bestCell === -1) return undefined;
  const positionOf = (cell: number) => Math.floor(cell / width) + shift + (cell % width) - band - 1;
  const lineOf = (cell: number) => Math.floor(cell / width);
  const nearly = 4;
  // The border lies a little after the part that agrees: count on.
  if (lineOf(bestCell) < at)
    return at - lineOf(bestCell) <= nearly ? positionOf(bestCell) + at - lineOf(bestCell) : undefined;
  const positions: number[] = [];
  let cell = bestCell;
  for (;;) {
    if (lineOf(cell) === at) positions.push(positionOf(cell));
    const way = ways[cell];
    if (!way) break;
    cell -= way === 1 ? width : way === 2 ? width - 1 : 1;
  }
  if (lineOf(cell) > at) return lineOf(cell) - at <= nearly ? positionOf(cell) - (lineOf(cell) - at) : undefined;
  return border === 'beginning' ? positions[0] : positions.at(-1);
}
