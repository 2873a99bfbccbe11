/**
 * The first heading of a text is its headline and stands above it, not in it; below it headings begin at the second
 * level (`##`), for the headline is the first.
 */
import type { Note } from '../item.ts';
import { plainWords } from './plain-words.ts';

type Heading = { level: number; text: string };

const atx = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const setext = /^([^\n]+(?:\n[^\n]+)*)\n {0,3}(=+|-+)[ \t]*$/;

function headingOf(block: string): Heading | undefined {
  const found = block.includes('\n') ? undefined : atx.exec(block);
  if (found) return { level: found[1]!.length, text: found[2] ?? '' };
  if (/^(?: {4}|[ ]{0,3}(?:[`~>|]|[-*+][ \t]|\d+[.)]))/.test(block)) return undefined;
  const lined = setext.exec(block);
  return lined ? { level: lined[2]!.startsWith('=') ? 1 : 2, text: lined[1]!.replace(/\s*\n\s*/g, ' ') } : undefined;
}

/** Whether the heading says nothing that the headline does not. If it is all there is, it is the text. */
const repeats = (heading: string, headline: string, isAlone: boolean): boolean =>
  folded(heading) === folded(headline) || (!isAlone && `${folded(headline)} `.startsWith(`${folded(heading)} `));
const folded = (text: string): string =>
  plainWords(text)
    .toLowerCase()
    .replace(/[\s.:!?]+/g, ' ')
    .trim();

const first = 3;

export function settledHeadings(blocks: readonly string[], headline: string | undefined) {
  const notes: Note[] = [];
  let headings = blocks.map(headingOf);
  let rest = [...blocks];
  let taken = headline;
  const firstLevel = headings.findIndex((heading) => heading?.level === 1);
  const at = headings.findIndex((heading) => heading !== undefined);
  const heading = headings[firstLevel >= 0 ? firstLevel : at];
  const place = firstLevel >= 0 ? firstLevel : at;
  const only = headings.filter((other) => other && heading && other.level <= heading.level).length === 1;
  const isTitle =
    heading !== undefined &&
    place < first &&
    (headline === undefined
      ? heading.level === 1 || (place === 0 && heading.level === 2 && only)
      : heading.level === 1 && repeats(heading.text, headline, blocks.length === 1));
  if (isTitle && plainWords(heading.text) !== '') {
    taken ??= plainWords(heading.text);
    if (headline !== undefined)
      notes.push({ code: 'I308', message: 'The headline stood in the text once more. It was taken out there.' });
    rest = rest.toSpliced(place, 1);
    headings = headings.toSpliced(place, 1);
  }
  if (headings.some((other) => other?.level === 1)) {
    rest = rest.map((block, index) => {
      const found = headings[index];
      return found ? `${'#'.repeat(Math.min(6, found.level + 1))} ${found.text}`.trimEnd() : block;
    });
    notes.push({ code: 'I214', message: 'Headings were moved one level down, for the headline is the first.' });
  }
  return { blocks: rest, ...(taken !== undefined && { headline: taken }), notes };
}
