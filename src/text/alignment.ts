/** How alike two texts are, and which place of one answers to a place of the other; all bounded in time. */

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
  // Column `c` of a line stands for the place `line + c - band - 1` of `b`.
  for (let place = 0; place <= band; place += 1) above[place + band + 1] = place * other;
  for (let line = 1; line <= a.length; line += 1) {
    const row = new Int32Array(width).fill(unreached);
    let highest = unreached;
    for (let column = 1; column <= 2 * band + 1; column += 1) {
      const place = line + column - band - 1;
      if (place < 0 || place > b.length) continue;
      const step = place > 0 && a.charCodeAt(line - 1) === b.charCodeAt(place - 1) ? same : other;
      const points = Math.max(
        place > 0 ? above[column]! + step : unreached,
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

/** How many signs must be changed, added or removed to make one text the other; `limit + 1` where more than `limit`. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let above = Int32Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let line = 1; line <= a.length; line += 1) {
    const row = new Int32Array(b.length + 1).fill(limit + 1);
    const from = Math.max(1, line - limit);
    if (from === 1) row[0] = line;
    let least = row[from - 1]!;
    for (let place = from; place <= Math.min(b.length, line + limit); place += 1) {
      const step = a.charCodeAt(line - 1) === b.charCodeAt(place - 1) ? 0 : 1;
      const changes = Math.min(above[place - 1]! + step, above[place]! + 1, row[place - 1]! + 1);
      row[place] = changes;
      if (changes < least) least = changes;
    }
    if (least > limit) return limit + 1;
    above = row;
  }
  return Math.min(above[b.length]!, limit + 1);
}

export type Border = 'beginning' | 'end';

/**
 * The place of a text that answers to the place `at` of a piece, where the piece lies about `shift` further on in the
 * text (Smith and Waterman's alignment in a band). What was inserted right at the place is left outside of the words
 * that begin or end there.
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
      const place = line + shift + column - band - 1;
      if (place < 0 || place > text.length) continue;
      const cell = line * width + column;
      points[cell] = 0;
      if (line === 0) continue;
      const isSame = place > 0 && piece.charCodeAt(line - 1) === text.charCodeAt(place - 1);
      const along = place > 0 ? points[cell - width]! + (isSame ? same : other) : unreached;
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
  const placeOf = (cell: number) => Math.floor(cell / width) + shift + (cell % width) - band - 1;
  const lineOf = (cell: number) => Math.floor(cell / width);
  const nearly = 4;
  // The border lies a little after the part that agrees: count on.
  if (lineOf(bestCell) < at)
    return at - lineOf(bestCell) <= nearly ? placeOf(bestCell) + at - lineOf(bestCell) : undefined;
  const places: number[] = [];
  let cell = bestCell;
  for (;;) {
    if (lineOf(cell) === at) places.push(placeOf(cell));
    const way = ways[cell];
    if (!way) break;
    cell -= way === 1 ? width : way === 2 ? width - 1 : 1;
  }
  if (lineOf(cell) > at) return lineOf(cell) - at <= nearly ? placeOf(cell) - (lineOf(cell) - at) : undefined;
  return border === 'beginning' ? places[0] : places.at(-1);
}
