/** The plain text of a message in HTML: its paragraphs and line ends, with what is quoted behind ">". */
import { isElement, isText, type PageNode, parsePage } from '../html/dom.ts';

const unseen = new Set('head script style template title noscript'.split(' '));
const blocks = new Set(
  'address article blockquote div dl dd dt figure footer h1 h2 h3 h4 h5 h6 header hr li ol p pre section table td th tr ul'.split(
    ' ',
  ),
);
/** With an empty line around them; others only begin a line. */
const parted = new Set('blockquote h1 h2 h3 h4 h5 h6 ol p pre table ul'.split(' '));

export const linesOfHtml = (html: string): string =>
  textOf(parsePage(html).body)
    .replace(/[^\S\n]*\n[^\S\n]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

function textOf(node: PageNode): string {
  if (isText(node)) return (node.textContent ?? '').replace(/\s+/g, ' ');
  if (!isElement(node) || unseen.has(node.localName)) return '';
  if (node.localName === 'br') return '\n';
  const inside = Array.from(node.childNodes, textOf).join('');
  if (!blocks.has(node.localName)) return inside;
  const end = parted.has(node.localName) ? '\n\n' : '\n';
  return `${end}${node.localName === 'blockquote' ? quoted(inside) : inside}${end}`;
}

const quoted = (text: string): string => text.trim().replace(/^/gm, '> ');
