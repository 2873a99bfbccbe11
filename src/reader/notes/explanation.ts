/**
 * What a mark in the text stands for: a note of the list at the text's end, or a term of the glossary. It is a copy, so
 * that list and glossary stay whole; a translation of the page is copied with it.
 */
import { dataAddress } from '../../publication/addresses.ts';
import { trustedHtml } from '../../components/trusted-html.ts';

export const noteMarks = 'a[role="doc-noteref"]';
export const termMarks = 'a.term';
export const allMarks = `${noteMarks}, ${termMarks}`;

export type Explanation = {
  title: string;
  /** Where it stands: in the list at the end, in the glossary. */
  href: string;
  isTerm: boolean;
  lang: string | undefined;
  dir: string | undefined;
  content: DocumentFragment;
};

/** Of a note at once; of a term when the glossary is here. Undefined where there is none, or none can be had. */
export function explanationOf(mark: HTMLAnchorElement): Explanation | undefined | Promise<Explanation | undefined> {
  if (mark.matches(termMarks)) return partsOfTerm(mark).then((parts) => explained(mark, parts));
  const note = noteOf(mark);
  return note ? explained(mark, [note]) : undefined;
}

function explained(mark: HTMLAnchorElement, parts: readonly Element[]): Explanation | undefined {
  const [first] = parts;
  if (!first) return undefined;
  return {
    title: mark.getAttribute('aria-label') ?? mark.textContent,
    href: mark.getAttribute('href') ?? '',
    isTerm: mark.matches(termMarks),
    lang: inherited(first, 'lang') ?? inherited(mark, 'lang'),
    dir: inherited(first, 'dir') ?? inherited(mark, 'dir'),
    content: copyOf(parts),
  };
}

/** The item of the list that a mark leads to. */
export function noteOf(mark: HTMLAnchorElement): HTMLElement | null {
  return document.getElementById(idIn(mark));
}

/** From the data of the glossary's page: the element of the term's id, or the definitions that follow the term. */
async function partsOfTerm(mark: HTMLAnchorElement): Promise<Element[]> {
  const base = import.meta.env.BASE_URL;
  const address = dataAddress(mark.pathname.slice(base.length - 1));
  const page: unknown = await fetch(base + address.slice(1)).then(
    (answer) => (answer.ok ? answer.json() : undefined),
    () => undefined,
  );
  const texts = typeof page === 'object' && page !== null && 'texts' in page ? Object.values(page.texts as object) : [];
  for (const text of texts) {
    const template = document.createElement('template');
    template.innerHTML = trustedHtml(String(text));
    const found = template.content.getElementById(idIn(mark));
    if (found) return found.tagName === 'DT' ? definitionsAfter(found) : [found];
  }
  return [];
}

function definitionsAfter(term: Element): Element[] {
  const found: Element[] = [];
  for (let next = term.nextElementSibling; next?.tagName === 'DD'; next = next.nextElementSibling) found.push(next);
  return found;
}

const idIn = ({ hash }: HTMLAnchorElement): string => decodeURIComponent(hash.slice(1));

const inherited = (element: Element, name: 'lang' | 'dir'): string | undefined =>
  element.closest(`[${name}]`)?.getAttribute(name) ?? undefined;

/** Without the ways back, and without ids, which stand in a document once. */
export function copyOf(parts: readonly Element[]): DocumentFragment {
  const copy = document.createDocumentFragment();
  for (const part of parts) copy.append(...Array.from(part.childNodes, (node) => node.cloneNode(true)));
  for (const back of copy.querySelectorAll('[role="doc-backlink"]')) back.remove();
  for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id');
  return copy;
}
