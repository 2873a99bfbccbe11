/** Repairs of whole lines of Markdown: headings, fences, tables. */
import type { TextProblem } from '../../press/markdown/markdown.ts';

/** Told how many headings were changed. */
type Counting = { add(code: string): void };

const heading = /^( {0,3})(#{1,6})(?=[ \t]|$)/;
const underlined = /^(?! {4})[^\n]+\n {0,3}(=+|-+)[ \t]*$/;

function levelOf(block: string): number | undefined {
  const marks = heading.exec(block)?.[2];
  if (marks !== undefined) return block.includes('\n') ? undefined : marks.length;
  if (!underlined.test(block) || /^\s*(?:[-+*>|]|\d+[.)])/.test(block)) return undefined;
  return block.trimEnd().endsWith('=') ? 1 : 2;
}

/** Headings from ## on without a level left out, where the text has a first level or leaves one out. */
export function levelled(blocks: readonly string[], counts: Counting): string[] {
  const levels = blocks.map(levelOf);
  const used = levels.filter((level) => level !== undefined);
  const fine = used.every((level, index) => level > 1 && level <= (used[index - 1] ?? 1) + 1);
  if (used.length === 0 || fine) return [...blocks];
  const open: { written: number; level: number }[] = [];
  return blocks.map((block, index) => {
    const written = levels[index];
    if (written === undefined) return block;
    while (open.length > 0 && open.at(-1)!.written >= written) open.pop();
    const level = Math.min((open.at(-1)?.level ?? 1) + 1, 6);
    open.push({ written, level });
    if (level === written) return block;
    counts.add('I214');
    return atLevel(block, level);
  });
}

function atLevel(block: string, level: number): string {
  const marks = '#'.repeat(level);
  if (heading.test(block)) return block.replace(heading, `$1${marks}`);
  return `${marks} ${block
    .slice(0, block.lastIndexOf('\n'))
    .replace(/\s*\n\s*/g, ' ')
    .trim()}`;
}

/** A heading inside a quote or list one level lower; an empty one is taken out. */
export function loweredHeading(block: string, { code, line }: TextProblem): string | undefined {
  const lines = block.split('\n');
  const written = lines[line - 1] ?? '';
  const marked = /^((?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*)#(?=[# \t]|$)/;
  if (code === 'A405') {
    lines[line - 1] = written.replace(/#{1,6}[ \t#]*$/, '');
    return lines[line - 1] === written ? undefined : lines.join('\n');
  }
  if (marked.test(written)) lines[line - 1] = written.replace(marked, '$1##');
  else if (/^[ \t>]*=+[ \t]*$/.test(lines[line] ?? ''))
    lines[line] = lines[line]!.replace(/=/g, '-').replace(/-+/, '---');
  else return undefined;
  return lines.join('\n');
}

/** Code that begins at `line` and never ends, ended with the block. */
export function withFenceClosed(block: string, line: number): string | undefined {
  const written = block.split('\n')[line - 1] ?? '';
  const found = /^(.*?)(`{3,}|~{3,})/.exec(written);
  if (!found) return undefined;
  const [, before = '', fence = ''] = found;
  return `${block.replace(/\n+$/, '')}\n${before.replace(/[^>\s]/g, ' ')}${fence}`;
}

/** A table whose head is empty takes its first row for it; a head narrower than a row is widened. */
export function completedTable(block: string, { code, line, data }: TextProblem): string | undefined {
  const lines = block.split('\n');
  if (code === 'A409') {
    const [, delimiter, row] = lines.slice(line - 1);
    if (delimiter === undefined || row === undefined || !row.includes('|')) return '';
    lines.splice(line - 1, 3, row, delimiter);
    return lines.join('\n');
  }
  const { cells = 0, columns = 0 } = data ?? {};
  const at = lines.findLastIndex((text, index) => index < line - 1 && /^[\s>]*\|?[\s:|-]*-[\s:|-]*$/.test(text));
  if (at < 1 || cells <= columns) return undefined;
  const widened = (text: string, cell: string) =>
    `${text.trimEnd().replace(/\|$/, '')}|${cell.repeat(cells - columns)}`;
  lines[at - 1] = widened(lines[at - 1]!, '  |');
  lines[at] = widened(lines[at]!, ' --- |');
  return lines.join('\n');
}
