/** Ghost's newer editor format (Lexical) as pieces of HTML and Markdown. */
import { escapedHtml } from '../../publication/escaped-html.ts';
import { listOf, own, wordsUnder } from '../read/json-file.ts';
import { cardPieces, htmlPiece, type Piece } from './pieces.ts';

const deepest = 50;

export const lexicalPieces = (document: unknown): Piece[] =>
  listOf(own(own(document, 'root'), 'children')).flatMap((node) => blockPieces(node));

function blockPieces(node: unknown): Piece[] {
  const type = (wordsUnder(node, 'type') ?? '').replace(/^extended-/, '');
  if (type === 'paragraph') return [htmlPiece(`<p>${inside(node, 1)}</p>`)];
  if (type === 'heading') return [htmlPiece(`<${levelOf(node)}>${inside(node, 1)}</${levelOf(node)}>`)];
  if (type === 'quote' || type === 'aside') return [htmlPiece(`<blockquote>${inside(node, 1)}</blockquote>`)];
  if (type === 'list') return [htmlPiece(list(node, 1))];
  if (/^(?:text|link|autolink|linebreak|tab)$/.test(type)) return [htmlPiece(`<p>${inline(node, 1)}</p>`)];
  return cardPieces(type, node);
}

const levelOf = (node: unknown): string => /^h[1-6]$/.exec(wordsUnder(node, 'tag') ?? '')?.[0] ?? 'h2';

function list(node: unknown, depth: number): string {
  const tag = wordsUnder(node, 'listType') === 'number' || wordsUnder(node, 'tag') === 'ol' ? 'ol' : 'ul';
  const items = listOf(own(node, 'children')).map((item) => `<li>${inside(item, depth + 1)}</li>`);
  return `<${tag}>${items.join('')}</${tag}>`;
}

const inside = (node: unknown, depth: number): string =>
  depth > deepest
    ? ''
    : listOf(own(node, 'children'))
        .map((child) => inline(child, depth + 1))
        .join('');

/** Bits of `format`, as Lexical has them. */
const formats: [bit: number, tag: string][] = [
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
  [4, 's'],
  [2, 'em'],
  [1, 'strong'],
];

function inline(node: unknown, depth: number): string {
  const type = (wordsUnder(node, 'type') ?? '').replace(/^extended-/, '');
  if (type === 'linebreak') return '<br>';
  if (type === 'tab') return ' ';
  if (type === 'list') return list(node, depth);
  if (type === 'link' || type === 'autolink')
    return `<a href="${escapedHtml(wordsUnder(node, 'url') ?? '')}">${inside(node, depth)}</a>`;
  const text = own(node, 'text');
  if (typeof text !== 'string') return inside(node, depth);
  const format = Number(own(node, 'format')) || 0;
  return formats.reduce(
    (html, [bit, tag]) => ((format & bit) === 0 ? html : `<${tag}>${html}</${tag}>`),
    escapedHtml(text),
  );
}
