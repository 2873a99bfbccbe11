/**
 * Elements of a whole page by the names that themes give them. There are hundreds of such names and any page has a few
 * of them, so those that are nowhere in the page are left out before the page is searched.
 */
import { attribute, type PageDocument, type PageElement } from './dom.ts';

/** Tags, classes ("."), ids ("#") that a page has or had, and all classes and ids in one string. */
type Names = { known: Set<string>; joined: string };

const namesOfPage = new WeakMap<PageDocument, Names>();

function namesOf(document: PageDocument): Names {
  const before = namesOfPage.get(document);
  if (before) return before;
  const known = new Set<string>();
  for (const element of Array.from(document.querySelectorAll('*'))) {
    known.add(element.localName);
    if (element.id !== '') known.add(`#${element.id}`);
    for (const name of attribute(element, 'class').split(/\s+/)) if (name !== '') known.add(`.${name}`);
  }
  const names = { known, joined: [...known].join(' ') };
  namesOfPage.set(document, names);
  return names;
}

/** In the order of the page. `selector` has no comma but between its alternatives. Elements may be taken out of the page later, but not put in. */
export function select(document: PageDocument, selector: string): PageElement[] {
  const names = namesOf(document);
  const possible = selector.split(',').filter((one) => isPossible(one, names));
  return possible.length === 0 ? [] : Array.from(document.querySelectorAll(possible.join(',')));
}

export const selectFirst = (document: PageDocument, selector: string): PageElement | undefined =>
  select(document, selector)[0];

function isPossible(selector: string, { known, joined }: Names): boolean {
  for (const [, part] of selector.matchAll(/\[(?:class|id)\*=["']?([^\]"']+)["']?\]/g))
    if (!joined.includes(part!)) return false;
  const plain = selector.replace(/\[[^\]]*\]|:[\w-]+(?:\([^)]*\))?/g, '');
  for (const [name] of plain.matchAll(/[.#]?[a-z][\w-]*/gi)) if (!known.has(name)) return false;
  return true;
}
