/** Finds where an edited piece of text may lie in an edited long one, by the short runs (n-grams) that both have. */

const runLength = 6;
/** A run that stands at more positions than this says little. */
const mostPositions = 48;

/** How much further on in the text a piece may lie than its beginning, the likeliest first, at most `most` answers. */
export type Seeds = (piece: string, most: number) => number[];

export function seedsOf(text: string): Seeds {
  const slots = 1 << Math.max(8, Math.ceil(Math.log2(text.length + 1)));
  const heads = new Int32Array(slots).fill(-1);
  const nexts = new Int32Array(text.length);
  for (let position = text.length - runLength; position >= 0; position -= 1) {
    const slot = slotOf(text, position) & (slots - 1);
    nexts[position] = heads[slot]!;
    heads[slot] = position;
  }

  function positionsOf(piece: string, at: number): number[] {
    const positions: number[] = [];
    for (let position = heads[slotOf(piece, at) & (slots - 1)]!; position !== -1; position = nexts[position]!) {
      if (isRun(piece, at, position)) positions.push(position);
      if (positions.length > mostPositions) return [];
    }
    return positions;
  }

  function isRun(piece: string, at: number, position: number) {
    for (let sign = 0; sign < runLength; sign += 1)
      if (piece.charCodeAt(at + sign) !== text.charCodeAt(position + sign)) return false;
    return true;
  }

  return (piece, most) => {
    const votes = new Map<number, { count: number; shift: number }>();
    for (let at = 0; at + runLength <= piece.length; at += 1) {
      for (const position of positionsOf(piece, at)) {
        const bin = Math.floor((position - at) / 16);
        const vote = votes.get(bin) ?? { count: 0, shift: position - at };
        vote.count += 1;
        votes.set(bin, vote);
      }
    }
    const highest = Math.max(...Array.from(votes.values(), ({ count }) => count));
    return [...votes.values()]
      .filter(({ count }) => count > 4 && count > highest / 5)
      .sort((a, b) => b.count - a.count)
      .slice(0, most)
      .map(({ shift }) => shift);
  };
}

function slotOf(text: string, at: number): number {
  let slot = 0;
  for (let sign = at; sign < at + runLength; sign += 1) slot = Math.imul(slot, 31) + text.charCodeAt(sign);
  return slot ^ (slot >>> 15);
}

/** How much of a piece stands in another, run by run and in whatever order, from 0 to 1. */
export function sharedPart(piece: string, other: string): number {
  const runsIn = (text: string) =>
    Array.from({ length: Math.max(1, text.length - runLength + 1) }, (_, at) => text.slice(at, at + runLength));
  const runs = runsIn(piece);
  const others = new Set(runsIn(other));
  return runs.filter((run) => others.has(run)).length / runs.length;
}
