/** Links in a list of HTML, as browsers and read-later services export them, each with what is written beside it. */
import { attribute, isElement, type PageElement, parsePage } from '../html/dom.ts';
import { oneLine } from '../wording/one-line.ts';
import { type SavedPage, tagsIn } from './saved-page.ts';

/** These files write attribute names in capitals, and the parser keeps them so. */
const inSmallLetters = (html: string): string =>
  html.replace(/<a\s[^<>]*>/gi, (tag) =>
    tag.replace(/(\s)([A-Z_]+)(?==)/g, (_whole, space: string, name: string) => space + name.toLowerCase()),
  );

/** A `<DD>` behind a link describes it. */
export function linksIn(html: string): SavedPage[] {
  const page = parsePage(inSmallLetters(html));
  return Array.from(page.body.querySelectorAll('dt > a, li > a, dt a'), (link) => ({
    title: oneLine(link.textContent),
    url: attribute(link, 'href'),
    excerpt: descriptionOf(link),
    tags: tagsIn(attribute(link, 'tags') || undefined),
  }));
}

/** The text of the `<dd>` up to the next link or folder: in these files no element is ever closed. */
function descriptionOf(link: PageElement): string | undefined {
  const term = link.parentElement;
  const described = term?.localName === 'dt' ? (term.nextElementSibling ?? childNamed(term, 'dd')) : null;
  if (described?.localName !== 'dd') return undefined;
  let text = '';
  for (const node of Array.from(described.childNodes)) {
    if (isElement(node) && /^(?:dt|dl|h3)$/.test(node.localName)) break;
    text += node.textContent ?? '';
  }
  return oneLine(text) || undefined;
}

const childNamed = (parent: PageElement, name: string): PageElement | null =>
  Array.from(parent.children).find((child) => child.localName === name) ?? null;
