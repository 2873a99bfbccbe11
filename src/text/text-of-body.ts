/**
 * The text of an article's body as one string, and the way back from it to the document. The elements are only read.
 * It is the same however a translator or an extension has wrapped the text nodes. Numbers of footnotes, links back and
 * hidden things are no part of it. Children of the body (blocks) are set apart by "\n\n", what they hold (items, cells,
 * lines) by "\n", and neither occurs otherwise; every other character is one of the document, spaces being spaces.
 */
import { nodesOf } from './blocks.ts';
import { firstThat } from '../publication/first-that.ts';

export type BodyText = {
  text: string;
  pieces: readonly Piece[];
  /** Where in the text the page shows something that is no part of it: the number of a footnote. */
  gaps: readonly number[];
};

/** The characters of a text node, in order, from one of them on; `start` is where that stands in the text. */
type Piece = { node: Text; from: number; start: number };

/** Part of a text, in UTF-16 units. */
export type Span = { start: number; end: number };

const blocks = new Set(
  `ADDRESS ARTICLE ASIDE BLOCKQUOTE BR CAPTION DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI
   MAIN NAV OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL`.split(/\s+/),
);

const passedOver = [
  '[role=doc-noteref]',
  '[role=doc-backlink]',
  '[hidden]',
  '[aria-hidden=true]',
  'script',
  'style',
  'template',
  'noscript',
  'button',
].join();

export function textOf(body: Element): BodyText {
  const pieces: Piece[] = [];
  const gaps: number[] = [];
  let text = '';
  /** What was added last: to look at the end of the whole text would copy it, once for each block. */
  let ending = '';
  let children = 0;
  /** What is between the last word and the next: nothing yet in this child, a border of a block, or nothing at all. */
  let before: 'child' | 'border' | 'word' = 'child';

  function add(more: string) {
    text += more;
    ending = more;
  }

  function readNode(node: Node, isCode: boolean) {
    if (node instanceof Text) readText(node, isCode);
    else if (node instanceof Element && !isRead(node)) gaps.push(text.length);
    else if (node instanceof Element) {
      const isBlock = blocks.has(node.tagName);
      if (isBlock) endLine();
      for (const child of node.childNodes) readNode(child, isCode || node.tagName === 'PRE');
      if (isBlock) endLine();
    }
  }

  function readText(node: Text, isCode: boolean) {
    const from = before === 'word' || isCode ? 0 : node.data.length - node.data.replace(/^[\t\n\f\r ]+/, '').length;
    const data = node.data.slice(from);
    if (data === '') return;
    if (before === 'border') add('\n');
    before = 'word';
    pieces.push({ node, from, start: text.length });
    if (isCode) for (const sign of data) add(/[\n\f\r]/.test(sign) ? lineEnd(ending) : sign);
    else add(data.replace(/[\t\n\f\r]/g, ' '));
  }

  function endLine() {
    if (before !== 'word') return;
    before = 'border';
    if (ending.endsWith('\n')) text = `${text.slice(0, -1)} `;
  }

  for (const child of nodesOf(body)) {
    if (child instanceof Element ? !isRead(child) : !(child instanceof Text) || isBlank(child.data)) continue;
    if (children > 0) add('\n\n');
    children += 1;
    before = 'child';
    readNode(child, false);
  }
  return { text, pieces, gaps };
}

/** A custom element is what an extension has put there: articles hold none. */
const isRead = (element: Element) => !element.matches(passedOver) && !element.tagName.includes('-');

/** A line end in code; where it could be taken for a border, a space. */
const lineEnd = (before: string) => (before === '' || before.endsWith('\n') ? ' ' : '\n');

const isBlank = (text: string) => !/[^\t\n\f\r ]/.test(text);

/** The words of the document in a part of its text, or nothing where there are none. */
export function rangeOf({ pieces }: BodyText, start: number, end: number): Range | undefined {
  // A border belongs to no node: a beginning moves on to the next word, an end back to the one before.
  const first = pieces[firstThat(0, pieces.length, (at) => endOf(pieces[at]!) > start)];
  const last = pieces[firstThat(0, pieces.length, (at) => pieces[at]!.start >= end) - 1];
  if (!first || !last || end <= start || first.start > last.start) return undefined;
  const range = document.createRange();
  range.setStart(first.node, first.from + Math.max(0, start - first.start));
  range.setEnd(last.node, Math.min(last.node.length, last.from + end - last.start));
  return range;
}

/** The part of the text that lies in a range of the document, or nothing where none does. */
export function spanOf({ pieces }: BodyText, range: Range): Span | undefined {
  const first =
    pieces[firstThat(0, pieces.length, (at) => range.comparePoint(pieces[at]!.node, pieces[at]!.node.length) >= 0)];
  const last = pieces[firstThat(0, pieces.length, (at) => range.comparePoint(pieces[at]!.node, 0) > 0) - 1];
  if (!first || !last) return undefined;
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const start = first.start + (startContainer === first.node ? Math.max(0, startOffset - first.from) : 0);
  const end = endContainer === last.node ? last.start + Math.max(0, endOffset - last.from) : endOf(last);
  return start < end ? { start, end } : undefined;
}

/** Where in the text a place of the document is, if it is in one of its text nodes. */
export function positionOf({ pieces }: BodyText, node: Node, offset: number): number | undefined {
  const piece = pieces.find((piece) => piece.node === node);
  return piece && piece.start + Math.max(0, offset - piece.from);
}

const endOf = ({ node, from, start }: Piece) => start + node.length - from;
