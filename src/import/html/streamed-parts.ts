/** Parts of a page that come late are put in their places before it is read: segments of React, "S:1" to "B:1" or "P:1", and shadow trees. */
import { isComment, moveChildren, type PageDocument, type PageElement, type PageNode, unwrap } from './dom.ts';

export function placeStreamedParts(document: PageDocument): void {
  for (const part of Array.from(document.querySelectorAll('[id*="S:"]'))) {
    if (!/S:[\da-f]+$/i.test(part.id)) continue;
    const place = ['B:', 'P:']
      .map((name) => document.getElementById(part.id.replace(/S:(?=[\da-f]+$)/i, name)))
      .find(Boolean);
    if (place) putInPlace(part, place);
    else part.removeAttribute('hidden');
  }
  for (const shadow of Array.from(document.querySelectorAll('template[shadowrootmode]'))) {
    const shown = document.createElement('div');
    moveChildren(shadow, shown);
    shadow.replaceWith(shown);
  }
}

/** What was shown until the part came stands after its place, up to the comment that closes it. */
function putInPlace(part: PageElement, place: PageElement): void {
  const waiting: PageNode[] = [];
  let depth = opens(place.previousSibling) ? 0 : Infinity;
  let node = place.nextSibling;
  for (; node && (depth > 0 || !closes(node)); node = node.nextSibling) {
    depth += opens(node) ? 1 : closes(node) ? -1 : 0;
    waiting.push(node);
  }
  if (node) for (const one of waiting) one.remove();
  place.replaceWith(part);
  unwrap(part);
}

const opens = (node: PageNode | null): boolean => isComment(node) && /^\$[?!~]?$/.test(node?.textContent ?? '');
const closes = (node: PageNode): boolean => isComment(node) && node.textContent === '/$';
