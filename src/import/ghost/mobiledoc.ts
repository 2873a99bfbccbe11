/** Ghost's older editor format (mobiledoc 0.3) as pieces of HTML and Markdown. Bounded, and no code of a card is run. */
import { escapedHtml } from '../../publication/escaped-html.ts';
import { listOf, own, wordsInJson, wordsUnder } from '../read/json-file.ts';
import { cardPieces, htmlPiece, type Piece } from './pieces.ts';

const inline = new Set('a b strong i em code s strike del u sub sup mark span'.split(' '));
const sectionTags = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pull-quote', 'aside']);

export function mobiledocPieces(document: unknown): Piece[] {
  return listOf(own(document, 'sections')).flatMap((section) => {
    const [kind, first, second] = listOf(section);
    if (kind === 1) {
      const tag = sectionTags.has(String(first)) ? String(first).replace('pull-quote', 'blockquote') : 'p';
      return [htmlPiece(`<${tag}>${markers(second, document)}</${tag}>`)];
    }
    if (kind === 2) return cardPieces('image', { src: first });
    if (kind === 3) {
      const tag = first === 'ol' ? 'ol' : 'ul';
      const items = listOf(second).map((item) => `<li>${markers(item, document)}</li>`);
      return [htmlPiece(`<${tag}>${items.join('')}</${tag}>`)];
    }
    if (kind === 10 && typeof first === 'number') {
      const [name, payload] = listOf(listOf(own(document, 'cards'))[first]);
      return cardPieces(String(name), payload);
    }
    return [];
  });
}

/** Each marker: text or atom, which markups it opens, how many it closes, its text. */
function markers(value: unknown, document: unknown): string {
  const markups = listOf(own(document, 'markups'));
  const open: string[] = [];
  let html = '';
  for (const marker of listOf(value)) {
    const [kind, opens, closes, content] = listOf(marker);
    for (const index of listOf(opens)) {
      const [tag, attributes] = listOf(markups[Number(index)]);
      const name = inline.has(String(tag)) ? String(tag) : 'span';
      html += name === 'a' ? `<a href="${escapedHtml(hrefIn(attributes))}">` : `<${name}>`;
      open.push(name);
    }
    html += kind === 1 ? atom(content, document) : escapedHtml(wordsWithSpaces(content));
    for (let count = Number(closes) || 0; count > 0 && open.length > 0; count -= 1) html += `</${open.pop()!}>`;
  }
  return (
    html +
    open
      .toReversed()
      .map((name) => `</${name}>`)
      .join('')
  );
}

const wordsWithSpaces = (value: unknown): string => (typeof value === 'string' ? value : (wordsInJson(value) ?? ''));

/** Names and values in turn. */
function hrefIn(attributes: unknown): string {
  const list = listOf(attributes);
  const at = list.indexOf('href');
  return at < 0 ? '' : (wordsInJson(list[at + 1]) ?? '');
}

function atom(index: unknown, document: unknown): string {
  const [name, text, payload] = listOf(listOf(own(document, 'atoms'))[Number(index)]);
  return name === 'soft-return' ? '<br>' : escapedHtml(wordsWithSpaces(text) || (wordsUnder(payload, 'value') ?? ''));
}
