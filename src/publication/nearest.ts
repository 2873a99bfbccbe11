/** Which known names a mistyped one probably meant. Used for "did you mean" in messages and on the page that was not found. */

/**
 * The names closest to `wanted`, closest first, at most `limit`. A name counts as close when a third of its letters
 * or fewer are mistyped (left out, added, exchanged or swapped with the next), or when one holds the other whole.
 */
export function nearest(wanted: string, names: Iterable<string>, limit = 3): string[] {
  const folded = fold(wanted);
  if (folded === '') return [];
  const found: { name: string; distance: number }[] = [];
  for (const name of new Set(names)) {
    const distance = distanceOf(folded, fold(name));
    if (distance !== undefined) found.push({ name, distance });
  }
  found.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  return found.slice(0, limit).map(({ name }) => name);
}

const fold = (name: string): string => name.normalize('NFC').toLowerCase();

/** Names of four letters and more are near when one holds the other; counted as less near than any typing error. */
const shortestPart = 4;

function distanceOf(wanted: string, name: string): number | undefined {
  const longest = Math.max(wanted.length, name.length);
  const allowed = Math.max(1, Math.floor(longest / 3));
  const edits = editDistance(wanted, name, allowed);
  if (edits <= allowed) return edits;
  const shortest = Math.min(wanted.length, name.length);
  const held = shortest >= shortestPart && (name.includes(wanted) || wanted.includes(name));
  return held ? longest : undefined;
}

/** Edits between two words, a swap of neighbours counting one; any number above `allowed` once that many are needed. */
function editDistance(from: string, to: string, allowed: number): number {
  if (Math.abs(from.length - to.length) > allowed) return allowed + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) cost = Math.min(cost, beforeLast[column - 2]! + 1);
      current.push(cost);
    }
    if (Math.min(...current) > allowed) return allowed + 1;
    [beforeLast, last] = [last, current];
  }
  return last[to.length]!;
}
