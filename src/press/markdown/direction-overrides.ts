/** Characters that turn the direction of text unseen (U+202A-U+202E, U+2066-U+2069; "Trojan Source", CVE-2021-42574). */
import { type Compiling, type PlaceInMarkdown, report } from './compiling.ts';
import { sideOf } from './mixed-scripts.ts';
import { markdownLinesOf } from './text-places.ts';

const overrides = /[\u202a-\u202e\u2066-\u2069]/g;

export const overridesIn = (text: string): string[] => text.match(overrides) ?? [];

export const holdsOverride = (text: string): boolean => text.search(overrides) >= 0;

/** Refused wherever they stand in a left-to-right text; in a right-to-left one, only those that are not closed again. */
export function proofreadDirection(compiling: Compiling, block: number): void {
  const source = compiling.blocks[block] ?? '';
  if (!holdsOverride(source)) return;
  const indexes = sideOf(compiling.options.language) === 'rtl' ? unbalanced(source) : allIn(source);
  for (const index of indexes) reportOverride(compiling, placeAt(source, block, index), source[index] ?? '');
}

/** In code they are refused in any text. `from` and `to` are lines, counted from 0. */
export function proofreadCodeDirection(compiling: Compiling, block: number, [from, to]: [number, number]): void {
  for (const [index, line] of markdownLinesOf(compiling, block).slice(from, to).entries()) {
    for (const { index: at, 0: character } of line.matchAll(overrides)) {
      reportOverride(compiling, { block, line: from + index + 1, column: at + 1 }, character);
    }
  }
}

export function reportOverride(compiling: Compiling, place: PlaceInMarkdown, character: string): void {
  const code = `U+${character.charCodeAt(0).toString(16).toUpperCase()}`;
  report(compiling, place, 'A216', `Character ${code} turns the direction of what follows, unseen. Remove it.`);
}

const allIn = (source: string): number[] => Array.from(source.matchAll(overrides), ({ index }) => index);

/** Embeddings and overrides end with U+202C, isolates with U+2069. */
function unbalanced(source: string): number[] {
  const open: { index: number; end: string }[] = [];
  const stray: number[] = [];
  for (const { index, 0: character } of source.matchAll(overrides)) {
    if (character !== '\u202c' && character !== '\u2069') {
      open.push({ index, end: character < '\u2066' ? '\u202c' : '\u2069' });
    } else if (open.at(-1)?.end === character) open.pop();
    else stray.push(index);
  }
  return [...stray, ...open.map(({ index }) => index)];
}

function placeAt(source: string, block: number, index: number): PlaceInMarkdown {
  const before = source.slice(0, index);
  return { block, line: before.split('\n').length, column: index - before.lastIndexOf('\n') };
}
