/** Ids of elements that are named for their words, in any script. */

const longestId = 96;

/** A letter and a hyphen stand before the words, so that no id can be `location`, `app` or `__proto__`. */
export type IdLetter = 'h' | 'g';

/** An id that is not in `taken` yet, and is then; `seen` holds the last number of each that more than one has asked for. */
export function elementId(letter: IdLetter, text: string, seen: Map<string, number>, taken: Set<string>): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]+/gu, '')
    .split(/[\s_-]+/)
    .filter(Boolean);
  const base = `${letter}-${words.join('-').slice(0, longestId) || 'part'}`;
  let number = seen.get(base) ?? 1;
  let id = number === 1 ? base : `${base}-${number}`;
  while (taken.has(id)) id = `${base}-${++number}`;
  seen.set(base, number);
  taken.add(id);
  return id;
}
