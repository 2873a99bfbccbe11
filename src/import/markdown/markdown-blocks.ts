/**
 * A Markdown text as a list of blocks, cut where Markdown itself cuts: a list, fence, table, quote or footnote stays
 * whole. The text of the blocks is as it was written, but for what our own Markdown has not: HTML, and a first heading.
 */
import type { Token } from 'markdown-it';
import type { Note } from '../item.ts';
import { htmlBlocks, type HtmlReader, isOfSentence, outermostTag } from './block-html.ts';
import { masked, parser } from './code-masks.ts';
import { withMeanings } from './definition-lists.ts';
import { withEditorMarks } from './editor-marks.ts';
import { type FileNamed, withOwnReferences, withSpacedAddresses, withWikiLinks } from './hand-written-links.ts';
import { withoutHiddenComments } from './hidden-comments.ts';
import { type TagCounts, withoutTags } from './inline-html.ts';
import { withListings, withoutRawLines, withoutTemplateTags } from './template-tags.ts';
import { settledHeadings } from './headings.ts';
import { withoutMachineMarks } from './machine-marks.ts';
import { withoutMdx } from './mdx.ts';

export type MarkdownText = { blocks: string[]; headline?: string; notes: Note[] };

/** Where a text stands: whether in a file of MDX, and which files are beside it. */
export type TextPlace = { isMdx?: boolean; fileNamed?: FileNamed };

/** Text with line ends "\n". `headline` is that of the fields; without one, it is taken from the first heading. */
export function markdownBlocks(
  markdown: string,
  headline: string | undefined,
  html: HtmlReader,
  place: TextPlace = {},
): MarkdownText {
  const counts: TagCounts = new Map();
  const notes: Note[] = [];
  const blocks = cut(inPlainMarkdown(markdown, place, notes), html, counts, notes, 0);
  const tags = [...counts].filter(([, count]) => count > 0).map(([name, count]) => `${count} <${name}>`);
  if (tags.length > 0) {
    notes.push({
      code: 'I307',
      message: `HTML was written as Markdown, or its tags taken away: ${tags.slice(0, 12).join(', ')}.`,
    });
  }
  const settled = settledHeadings(blocks, headline);
  return { ...settled, notes: [...notes, ...settled.notes] };
}

/** What is written beside Markdown, but for HTML, in Markdown. Code stays as it is. */
function inPlainMarkdown(
  markdown: string,
  { isMdx = false, fileNamed = () => undefined }: TextPlace,
  notes: Note[],
): string {
  const written = masked(withoutRawLines(markdown), isMdx);
  const { text, restored } = masked(written.restored(withListings(written.text, written.restored, notes)), isMdx);
  let plain = withoutMdx(withoutHiddenComments(text, notes), isMdx, restored, notes);
  plain = withWikiLinks(withoutMachineMarks(plain, notes), fileNamed, notes);
  plain = withEditorMarks(withMeanings(withSpacedAddresses(withOwnReferences(plain)), notes), notes);
  return restored(withoutTemplateTags(plain, notes));
}

const deepest = 6;
/** An element of HTML that is not closed within so many blocks is taken for one that never is. */
const furthest = 300;

function cut(text: string, html: HtmlReader, counts: TagCounts, notes: Note[], depth: number): string[] {
  const lines = text.split('\n');
  const tokens: Token[] = [];
  parser.block.parse(text, parser, {}, tokens);
  const code = codeLines(tokens);
  const blocks: string[] = [];
  const inner = (part: string): string[] =>
    depth < deepest ? cut(part, html, counts, notes, depth + 1) : [part.trim()];
  const take = (from: number, to: number, type: string): void => {
    const block = trimmed(lines.slice(from, to));
    if (block === '') return;
    if (type === 'fence' || type === 'code_block') blocks.push(block);
    else if (type === 'definition') blocks.push(...definitions(block));
    else blocks.push(...tidied(lines, from, to, type, code, counts));
  };
  let end = 0;
  let insideHtml = false;
  const tops = tokens.filter(({ level, map }) => level === 0 && map !== null);
  for (const [index, { type, map }] of tops.entries()) {
    const [from] = map!;
    if (from < end) continue;
    let [, to] = map!;
    if (type === 'reference_definition') {
      // Those that follow one another are one block.
      for (const next of tops.slice(index + 1)) {
        if (next.type !== type || next.map![0] !== to) break;
        [, to] = next.map!;
      }
    }
    if (from > end) take(end, from, 'definition');
    end = to;
    insideHtml ||= /^\s*<\/[a-z]+\s*>\s*$/i.test(lines[from]!);
    if (type === 'code_block' && insideHtml && /<\/?[a-z][^<>]*>/i.test(lines.slice(from, to).join(' '))) {
      // Indented because it stands in an element, not because it is code.
      blocks.push(
        ...inner(
          lines
            .slice(from, to)
            .map((line) => line.trimStart())
            .join('\n'),
        ),
      );
      continue;
    }
    if (type !== 'html_block' || isOfSentence(lines.slice(from, to).join('\n'))) {
      take(from, to, type === 'html_block' ? 'paragraph_open' : type);
      continue;
    }
    // What opens here and is not closed before a blank line goes on to where it is.
    const reach = () => tops.slice(index + 1, index + 1 + furthest).map(({ map }) => map![1]);
    const whole = outermostTag(lines, from, to, reach);
    end = whole.to;
    insideHtml ||= !whole.closed;
    blocks.push(...htmlBlocks(lines.slice(from, whole.to).join('\n'), whole.closed, { html, inner, counts, notes }));
  }
  take(end, lines.length, 'definition');
  return blocks.filter((block) => block.trim() !== '');
}

/** Lines of code inside lists and quotes, which look like HTML at times and are none. */
function codeLines(tokens: readonly Token[]): Set<number> {
  const code = new Set<number>();
  for (const { type, map } of tokens) {
    if ((type !== 'fence' && type !== 'code_block') || !map) continue;
    for (let line = map[0]; line < map[1]; line += 1) code.add(line);
  }
  return code;
}

function trimmed(lines: readonly string[]): string {
  const first = lines.findIndex((line) => line.trim() !== '');
  return first < 0 ? '' : lines.slice(first).join('\n').trimEnd();
}

/** Footnotes are a block each, and so is a run of link definitions. */
function definitions(block: string): string[] {
  return block
    .split(/\n(?=\[\^[^\]\s]+\]:)|(?<=\n\[\^[^\]\s]+\]:[^\n]*)\n(?=\[(?!\^)[^\]\n]+\]:)/)
    .map((part) => part.trimEnd());
}

/** The lines of one block with the HTML in them written as Markdown; a paragraph may fall into several. */
function tidied(
  lines: string[],
  from: number,
  to: number,
  type: string,
  code: Set<number>,
  counts: TagCounts,
): string[] {
  const holdsCode = Array.from({ length: to - from }, (_, index) => from + index).some((line) => code.has(line));
  const oneLine = type === 'table_open' || type === 'heading_open';
  if (type === 'paragraph_open') {
    const text = withoutTags(trimmed(lines.slice(from, to)), '\\\n', counts);
    return text.split(/\n[ \t]*\n+/).map((part) => part.trim().replace(/\\$/, ''));
  }
  if (!holdsCode) {
    const nested = type !== 'table_open' && type !== 'heading_open';
    return [withoutTags(trimmed(lines.slice(from, to)), nested || oneLine ? ' ' : '\\\n', counts)];
  }
  return [
    lines
      .slice(from, to)
      .map((line, index) => (code.has(from + index) ? line : withoutTags(line, ' ', counts)))
      .join('\n')
      .trimEnd(),
  ];
}
