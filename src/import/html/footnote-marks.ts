/** Whether a link inside a page is the mark of a footnote, and what it leads to is its note. */
import { oneLine } from '../wording/one-line.ts';
import { attribute, naming, type PageElement } from './dom.ts';
import { decodedAddress } from '../../press/markdown/web-address.ts';

export const markText = /^[[(]?(?:\d{1,4}|[ivxlc]{1,6}|[a-z]|[*†‡§¶#]{1,4}|\p{Nd}{1,4}|note \d{1,4})[\])]?\.?$/iu;

const noteName =
  /(?:^|[\s_:-])(?:fn|ftn|ftnt|fnt|footnotes?|endnotes?|edn|cite_note|reference|bottom|sdfootnote\d+sym)(?=$|[\s\d_:-])/i;

const markName = /footnote|noteref|\bfnref|sdfootnoteanc|sdendnoteanc|\breference\b/i;

export const backName = /reversefootnote|footnote-?back|backref|backlink|back-to|fn-?back/i;

export type FootnoteMark = { link: PageElement; target: string };

export function looksLikeMark(link: PageElement): boolean {
  const text = oneLine(link.textContent).replace(/\u200b|\ufeff|\u2060|\ufe0e/g, '');
  if (/doc-backlink/.test(attribute(link, 'role')) || backName.test(naming(link))) return false;
  if (/doc-noteref/.test(attribute(link, 'role'))) return true;
  return (
    markText.test(text) &&
    (isRaised(link) ||
      markName.test(`${naming(link)} ${attribute(link, 'rel')} ${attribute(link, 'href')}`) ||
      /^[[(]/.test(text))
  );
}

/** In superscript, or holding nothing but superscript. */
const isRaised = (link: PageElement): boolean =>
  link.closest('sup') !== null ||
  link.querySelector('sup') !== null ||
  /vertical-align\s*:\s*super/i.test(`${attribute(link, 'style')}${attribute(link.parentElement ?? link, 'style')}`);

const noteNames = new Set(['li', 'p', 'dd', 'aside', 'tr', 'div', 'section', 'blockquote']);

/** The largest element around the anchor that belongs to this note alone. */
export function noteAround(
  anchor: PageElement,
  link: PageElement,
  marks: readonly FootnoteMark[],
): PageElement | undefined {
  const entry = anchor.closest('li, dd, tr');
  if (entry && !entry.contains(link)) return entry;
  const others = marks.filter((mark) => mark.link !== link).map((mark) => mark.link);
  let best: PageElement | undefined;
  for (let element: PageElement | null = anchor; element; element = element.parentElement) {
    if (
      element.contains(link) ||
      element.localName === 'body' ||
      element.localName === 'ol' ||
      element.localName === 'ul'
    )
      break;
    const around = element;
    if (others.some((other) => around.contains(other) && !isBack(other, link))) break;
    if (anchorsOf(element) > 1 || element.querySelector('hr')) break;
    if (noteNames.has(element.localName)) best = element;
    if (best && element.localName === 'section') break;
  }
  return best;
}

/** How many notes begin in it. */
function anchorsOf(element: PageElement): number {
  const named = Array.from(element.querySelectorAll('[id], a[name]')).filter((one) =>
    noteName.test(` ${attribute(one, 'id')} ${attribute(one, 'name')}`),
  );
  const own = named.filter((one) => !named.some((other) => other !== one && other.contains(one)));
  return own.length;
}

const isBack = (link: PageElement, mark: PageElement): boolean => {
  const target = attribute(link, 'href').split('#').slice(1).join('#');
  return target !== '' && idsAround(mark).includes(decodedAddress(target));
};

/** Ids by which a note may lead back to the mark: its own, and those close around it. */
function idsAround(mark: PageElement): string[] {
  const ids: string[] = [];
  let element: PageElement | null = mark;
  for (let steps = 0; element && steps < 4; steps += 1) {
    ids.push(attribute(element, 'id'), attribute(element, 'name'));
    for (const inside of Array.from(element.children))
      if (steps < 2) ids.push(attribute(inside, 'id'), attribute(inside, 'name'));
    if (noteNames.has(element.localName)) break;
    element = element.parentElement;
  }
  const beside = mark.previousElementSibling;
  if (beside) ids.push(attribute(beside, 'id'), attribute(beside, 'name'));
  return ids.filter(Boolean);
}

export const leadsBack = (note: PageElement, anchor: PageElement, link: PageElement): boolean =>
  [anchor, ...Array.from(note.querySelectorAll('a[href*="#"]'))].some((back) => isBack(back, link));

export const calledNote = (note: PageElement, anchor: PageElement, link: PageElement): boolean =>
  /doc-(?:footnote|endnote)/.test(attribute(note, 'role')) ||
  (noteName.test(` ${attribute(anchor, 'id')} ${attribute(anchor, 'name')} ${anchor.className} ${naming(note)}`) &&
    isRaised(link)) ||
  note.closest('[role=doc-endnotes], .footnotes, .wp-block-footnotes, .footnotes-list') !== null;
