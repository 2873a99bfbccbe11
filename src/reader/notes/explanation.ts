/**
 * What a mark in the text stands for: a note of the list at the text's end, or a term of the glossary. It is a copy, so
 * that list and glossary stay whole; a translation of the page is copied with it.
 */
import { forget, readPage } from '../../page-store.ts';
import { glossaryAddress } from '../../publication/addresses.ts';
import type { Page } from '../../publication/page.ts';
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
  if (mark.matches(termMarks)) return termOf(mark).then((term) => (term ? explained(mark, term) : undefined));
  const note = noteOf(mark);
  return note ? explained(mark, note) : undefined;
}

/** A term is called as the glossary has it, whatever form of it stands in the text. */
function explained(mark: HTMLAnchorElement, source: Element): Explanation {
  const heading = source.querySelector(':scope > h2');
  return {
    title: heading?.textContent ?? mark.getAttribute('aria-label') ?? mark.textContent,
    href: mark.getAttribute('href') ?? '',
    isTerm: mark.matches(termMarks),
    lang: inherited(source, 'lang') ?? inherited(mark, 'lang'),
    dir: inherited(source, 'dir') ?? inherited(mark, 'dir'),
    content: copyOf(source),
  };
}

/** The item of the list that a mark leads to. */
export function noteOf(mark: HTMLAnchorElement): HTMLElement | null {
  return document.getElementById(idIn(mark));
}

/** The section of the term on the glossary's page. */
async function termOf(mark: HTMLAnchorElement): Promise<Element | undefined> {
  const glossary = glossaryAddress();
  const term = sectionIn(await readPage(glossary), idIn(mark));
  // A glossary that lacks it may be older than the text: it is asked for again.
  if (!term) forget(glossary);
  return term;
}

function sectionIn({ texts }: Page, id: string): Element | undefined {
  for (const text of Object.values(texts)) {
    const template = document.createElement('template');
    template.innerHTML = trustedHtml(text);
    const found = template.content.getElementById(id);
    if (found) return found;
  }
  return undefined;
}

const idIn = ({ hash }: HTMLAnchorElement): string => decodeURIComponent(hash.slice(1));

const inherited = (element: Element, name: 'lang' | 'dir'): string | undefined =>
  element.closest(`[${name}]`)?.getAttribute(name) ?? undefined;

/** Without the heading, the ways back, and ids, which stand in a document once. */
export function copyOf(source: Element): DocumentFragment {
  const copy = document.createDocumentFragment();
  copy.append(...Array.from(source.childNodes, (node) => node.cloneNode(true)));
  for (const other of copy.querySelectorAll('h2, [role="doc-backlink"]')) other.remove();
  for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id');
  return copy;
}
