/** The lines of a body as Markdown blocks: paragraphs, headings between them, lists. */
import { escapedText, headingOf, paragraphOf } from '../wording/markdown-text.ts';
import { isProse } from './line-kinds.ts';
import type { PlainLine } from './plain-lines.ts';

export function bodyBlocks(lines: readonly PlainLine[]): string[] {
  const blocks: string[] = [];
  let list: string[] = [];
  const endList = () => {
    if (list.length > 0) blocks.push(list.join('\n'));
    list = [];
  };
  let verse = 0;
  for (const [index, line] of lines.entries()) {
    if (index < verse) continue;
    const isEntry = line.bullet !== undefined || isUnmarkedEntry(lines, index);
    if (isEntry) {
      if (list.length > 0 && line.apart && line.bullet === undefined) endList();
      const depth = line.bullet === undefined || list.length === 0 ? 0 : Math.min(3, depthOf(lines, index));
      list.push(`${'  '.repeat(depth)}- ${entryText(line.text)}`);
      continue;
    }
    endList();
    verse = verseEnd(lines, index);
    if (verse > index + 1) {
      blocks.push(
        paragraphOf(
          lines
            .slice(index, verse)
            .map(({ text }) => text)
            .join('\n'),
        ),
      );
      continue;
    }
    const block = isHeading(lines, index) ? headingOf(line.text) : paragraphOf(line.text);
    if (block !== '') blocks.push(block);
  }
  endList();
  return blocks;
}

const entryText = (text: string): string => paragraphOf(text) || escapedText(text);

/** How many steps further in than the first entry of its list. */
function depthOf(lines: readonly PlainLine[], index: number): number {
  let first = index;
  while (first > 0 && lines[first - 1]!.bullet !== undefined) first -= 1;
  return Math.round(Math.max(0, lines[index]!.bullet! - lines[first]!.bullet!) / 4);
}

/** Lines close together below a line that ends with a colon: a browser copies lists without their bullets. */
function isUnmarkedEntry(lines: readonly PlainLine[], index: number): boolean {
  let first = index;
  while (first > 0 && !lines[first]!.apart && lines[first - 1]!.bullet === undefined) first -= 1;
  const lead = lines[first - 1];
  if (!lead || !lines[first]!.apart || !/[:：]$/.test(lead.text)) return false;
  let end = index + 1;
  while (end < lines.length && !lines[end]!.apart) end += 1;
  return end - first >= 3;
}

/** Short lines close together keep their ends, as verse and addresses do. Answers the first line behind them. */
function verseEnd(lines: readonly PlainLine[], index: number): number {
  const isShort = (line: PlainLine | undefined): boolean =>
    line !== undefined && line.bullet === undefined && line.text.length <= 70 && !isProse(line);
  if (!lines[index]!.apart || !isShort(lines[index])) return index;
  let end = index + 1;
  while (isShort(lines[end]) && !lines[end]!.apart) end += 1;
  return lines[end] === undefined || lines[end]!.apart ? end : index;
}

/** A short line that stands apart between paragraphs and is no sentence. */
function isHeading(lines: readonly PlainLine[], index: number): boolean {
  const line = lines[index]!;
  const next = lines[index + 1];
  const before = lines[index - 1];
  if (!next || !before || !line.apart || !next.apart || !isProse(next) || !isProse(before)) return false;
  return (
    line.text.length <= 80 &&
    !/[.,;:!?…۔।。"”»)]$/u.test(line.text) &&
    /\p{L}/u.test(line.text) &&
    line.text.split(' ').length <= 12
  );
}
