/** Links in a list of HTML, as browsers and read-later services export them, each with what is written beside it. */
import { attribute, isElement, type PageElement, parsePage } from '../html/dom.ts';
import { oneLine } from '../wording/one-line.ts';
import { type SavedPage, tagsIn } from './saved-page.ts';

/**
 * These files write attribute names in capitals, and the parser keeps them so. Each link is given the name of its folder,
 * which is the heading before the list it is in.
 */
function inSmallLetters(html: string): string {
  const folders = [''];
  let heading = '';
  return html.replace(
    /<h[1-6]\b[^<>]*>([^<]*)|<(\/?)[duo]l\b|<a(?=\s)[^<>]*>/gi,
    (tag, title?: string, closes?: string) => {
      if (title !== undefined) heading = title.trim();
      else if (closes === '') folders.unshift(heading);
      else if (closes !== undefined) folders.shift();
      if (title !== undefined || closes !== undefined) return tag;
      const link = tag.replace(
        /(\s)([A-Z_]+)(?==)/g,
        (_whole, space: string, name: string) => space + name.toLowerCase(),
      );
      return `${link.slice(0, 2)} data-folder="${(folders[0] ?? '').replaceAll('"', '&quot;')}"${link.slice(2)}`;
    },
  );
}

/** A `<DD>` behind a link describes it. */
export function linksIn(html: string): SavedPage[] {
  const page = parsePage(inSmallLetters(html));
  return Array.from(page.body.querySelectorAll('dt > a, li > a, dt a'), (link) => ({
    title: oneLine(link.textContent),
    url: attribute(link, 'href'),
    excerpt: descriptionOf(link),
    tags: tagsIn(attribute(link, 'tags') || undefined),
    folder: attribute(link, 'data-folder'),
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
