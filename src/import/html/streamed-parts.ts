/**
 * Parts of a page that come late and that a script would put in their places are put there before it is read: segments of
 * React ("S:1" to the template "B:1" or "P:1"), templates of Solid ("0-1" to "pl-0-1"), and shadow trees.
 */
import { isComment, moveChildren, type PageDocument, type PageElement, type PageNode, unwrap } from './dom.ts';

const segment = /^(.*)S:([\da-f]+)$/i;

export function placeStreamedParts(document: PageDocument): void {
  for (const part of Array.from(document.querySelectorAll('[id*="S:"], template[id*="-"]'))) {
    const [, prefix, number] = segment.exec(part.id) ?? [];
    const places = number === undefined ? [`pl-${part.id}`] : [`${prefix}B:${number}`, `${prefix}P:${number}`];
    const place = places.map((id) => document.getElementById(id)).find((one) => one?.localName === 'template');
    if (place) putInPlace(part, place);
    else if (number !== undefined) part.removeAttribute('hidden');
  }
  for (const shadow of Array.from(document.querySelectorAll('template[shadowrootmode]'))) {
    const shown = document.createElement('div');
    moveChildren(shadow, shown);
    shadow.replaceWith(shown);
  }
}

/** What was shown until the part came stands after its place, up to the comment that closes it. */
function putInPlace(part: PageElement, place: PageElement): void {
  const closing = place.id.startsWith('pl-') ? place.id : '/$';
  const waiting: PageNode[] = [];
  let depth = closing === '/$' && !opens(place.previousSibling) ? Infinity : 0;
  let node = place.nextSibling;
  for (; node && !(depth === 0 && isComment(node) && node.textContent === closing); node = node.nextSibling) {
    if (opens(node)) depth += 1;
    else if (isComment(node) && node.textContent === '/$') depth -= 1;
    waiting.push(node);
  }
  if (node) for (const one of waiting) one.remove();
  place.replaceWith(part);
  unwrap(part);
}

const opens = (node: PageNode | null): boolean => isComment(node) && /^\$[?!~]?$/.test(node?.textContent ?? '');
