/**
 * Blocks of HTML between Markdown blocks. A whole element is read as HTML; one that holds Markdown (`markdown="1"`, or
 * blank lines inside a `<div>`) is taken away around it, and a quote remains a quote.
 */
import type { Note } from '../item.ts';
import { blockTags, tagAt, type TagCounts } from './inline-html.ts';

/** HTML as Markdown blocks, with what was changed on the way. */
export type HtmlReader = (html: string) => { blocks: string[]; notes: Note[] };

const empty = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const mayStayOpen = new Set('p li dt dd tr td th thead tbody tfoot option'.split(' '));
/** Between the tags of these there is no Markdown that a reader of the original could have seen as such. */
const allHtml = new Set(
  'table figure svg ul ol dl form select video audio picture object iframe script style pre map math'.split(' '),
);

/** Whether lines that Markdown takes for HTML begin with a tag of a sentence, such as `<span>` or `<img>`. */
export function isOfSentence(html: string): boolean {
  const tag = tagAt(html, html.length - html.trimStart().length);
  return tag !== undefined && !blockTags.has(tag.name) && !allHtml.has(tag.name);
}

type Open = { name: string };

/** Names of elements that are open at the end, outermost first. */
function openAfter(html: string): Open[] {
  const open: Open[] = [];
  for (let index = html.indexOf('<'); index >= 0; index = html.indexOf('<', index + 1)) {
    if (html.startsWith('<!--', index)) {
      const end = html.indexOf('-->', index);
      if (end < 0) break;
      index = end;
      continue;
    }
    const tag = tagAt(html, index);
    if (!tag || empty.has(tag.name) || html[index + tag.length - 2] === '/') continue;
    if (!tag.closes) open.push({ name: tag.name });
    else {
      const at = open.findLastIndex(({ name }) => name === tag.name);
      if (at >= 0) open.splice(at);
    }
    index += tag.length - 1;
  }
  return open.filter(({ name }) => !mayStayOpen.has(name));
}

/** Where the element that opens on these lines is closed: at the first of the later ends where nothing is open any more. */
export function outermostTag(
  lines: readonly string[],
  from: number,
  to: number,
  reach: () => readonly number[],
): { to: number; closed: boolean } {
  let open = openAfter(lines.slice(from, to).join('\n'));
  if (open.length === 0) return { to, closed: true };
  const joins = allHtml.has(open[0]!.name) || open[0]!.name === 'blockquote';
  if (!joins) return { to, closed: false };
  for (const later of reach()) {
    open = openAfter(lines.slice(from, later).join('\n'));
    if (open.length === 0) return { to: later, closed: true };
  }
  return { to, closed: false };
}

type Around = { html: HtmlReader; inner: (markdown: string) => string[]; counts: TagCounts; notes: Note[] };

export function htmlBlocks(source: string, closed: boolean, { html, inner, counts, notes }: Around): string[] {
  const opened = source.indexOf('<!--', source.lastIndexOf('-->') + 1);
  if (opened >= 0) {
    notes.push({ code: 'I309', message: 'A comment "<!--" is never closed. What follows it was kept as text.' });
    const rest = source.slice(opened).replaceAll('<!--', '');
    const before = htmlBlocks(source.slice(0, opened), closed, { html, inner, counts, notes });
    return [...before, ...(rest.trim() ? inner(rest) : [])];
  }
  const text = source.replace(/<!--[^]*?-->/g, '');
  if (text.trim() === '') return [];
  const holdsMarkdown = /\smarkdown\s*=\s*["']?(?:1|block|span)\b/i.test(text);
  const isProcessing = /^\s*<[?!]/.test(text);
  if (
    closed &&
    !holdsMarkdown &&
    !isProcessing &&
    !(/\n[ \t]*\n/.test(text) && !/^\s*<(?:table|figure|svg|ul|ol|dl|pre|script|style|form|iframe)\b/i.test(text))
  ) {
    const read = html(text);
    notes.push(...read.notes);
    return read.blocks;
  }
  return unwrapped(text, inner, counts);
}

const deepestQuote = 20;

/** Elements that stand around Markdown are taken away; a quote around it is written as one. */
function unwrapped(text: string, inner: (markdown: string) => string[], counts: TagCounts, depth = 0): string[] {
  const blocks: string[] = [];
  let rest = text;
  for (let quote = quoteIn(rest, depth); quote; quote = quoteIn(rest, depth)) {
    counts.set('blockquote', (counts.get('blockquote') ?? 0) + 1);
    blocks.push(...withoutElements(rest.slice(0, quote.from), inner, counts));
    const inside = unwrapped(rest.slice(quote.start, quote.end), inner, counts, depth + 1).join('\n\n');
    if (inside !== '') blocks.push(inside.replace(/^/gm, '> ').replace(/^> $/gm, '>'));
    rest = rest.slice(quote.to);
  }
  return [...blocks, ...withoutElements(rest, inner, counts)];
}

/** From the first quote's tag to the one that closes it, and what is between them. */
function quoteIn(text: string, depth: number): { from: number; start: number; end: number; to: number } | undefined {
  if (depth >= deepestQuote) return undefined;
  let first: { from: number; start: number } | undefined;
  let open = 0;
  for (const { 0: tag, 1: slash, index } of text.matchAll(/<(\/?)blockquote(?:\s[^<>]*)?>/gi)) {
    if (slash === '') {
      first ??= { from: index, start: index + tag.length };
      open += 1;
    } else if (first) {
      open -= 1;
      if (open === 0) return { ...first, end: index, to: index + tag.length };
    }
  }
  return undefined;
}

function withoutElements(text: string, inner: (markdown: string) => string[], counts: TagCounts): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let index = text.indexOf('<'); index >= 0; index = text.indexOf('<', index + 1)) {
    const tag = tagAt(text, index);
    if (!tag || !blockTags.has(tag.name)) continue;
    parts.push(text.slice(from, index), tag.name === 'hr' ? '\n\n---\n\n' : heading(tag.name, tag.closes));
    if (!tag.closes) counts.set(tag.name, (counts.get(tag.name) ?? 0) + 1);
    from = index + tag.length;
    index = from - 1;
  }
  parts.push(text.slice(from));
  const markdown = parts.map(dedented).join('');
  return markdown.trim() === '' ? [] : inner(markdown);
}

const heading = (name: string, closes: boolean): string =>
  /^h[1-6]$/.test(name) && !closes ? `\n\n${'#'.repeat(Number(name[1]))} ` : '\n\n';

/** Indentation that only followed the tags would make code of the text. */
function dedented(part: string): string {
  const lines = part.split('\n');
  const depths = lines
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => /^ */.exec(line)![0].length);
  const depth = Math.min(...depths, 100);
  return lines
    .map((line, index) => (index === 0 ? line.trimStart() : line.slice(Math.min(depth, /^ */.exec(line)![0].length))))
    .join('\n');
}
