/**
 * Footnotes as producers write them: WordPress, Jekyll and Hugo (kramdown, goldmark), Pandoc, Substack, Ghost, Word,
 * Google Docs, LibreOffice, Wikipedia, DPUB-ARIA. None is looked for by name: a mark is a short link inside the page, and its note is
 * what it leads to when that leads back, or calls itself a note. Notes beside the text (Tufte, Modern Footnotes) stand where their mark is.
 */
import { oneLine } from '../wording/one-line.ts';
import { attribute, firstText, isElement, isText, naming, type PageElement, unwrap } from './dom.ts';
import {
  markText,
  backName,
  type FootnoteMark,
  looksLikeMark,
  noteAround,
  leadsBack,
  calledNote,
} from './footnote-marks.ts';
import { decodedAddress } from '../../press/markdown/web-address.ts';

/** Notes in the order of their first marks; a mark is now an element `note-mark` with the label as its id. */
export type FoundNotes = { label: string; element: PageElement }[];

const backText = /^(?:[↩↑⤴↵⏎^⬆⇑↖«<←]|\ufe0e|\ufe0f|back|return|retour|zurück|volver|\s|\[|\]|\(|\)|\d|[a-z]\b)+$/iu;

/** Takes the notes out of the text and puts marks in place of the links to them. */
export function takeFootnotes(root: PageElement): FoundNotes {
  const notes: FoundNotes = [];
  takeSidenotes(root, notes);
  const byId = namedElements(root);
  const links = Array.from(root.querySelectorAll('a[href*="#"]'));
  const marks = links.flatMap((link): FootnoteMark[] => {
    const target = decodedAddress(attribute(link, 'href').split('#').slice(1).join('#'));
    return target !== '' && byId.has(target) && looksLikeMark(link) ? [{ link, target }] : [];
  });
  if (marks.length === 0) return finished(notes);
  const order = new Map(Array.from(root.querySelectorAll('*'), (element, index) => [element, index]));
  const labels = new Map<PageElement, string>();
  for (const { link, target } of marks) {
    const anchor = byId.get(target)!;
    if (anchor === link || anchor.contains(link)) continue;
    if (order.get(anchor)! < order.get(link)!) continue;
    const note = noteAround(anchor, link, marks);
    if (!note || !(leadsBack(note, anchor, link) || calledNote(note, anchor, link))) continue;
    let label = labels.get(note);
    if (label === undefined) {
      label = String(notes.length + 1);
      labels.set(note, label);
      notes.push({ label, element: note });
    }
    putMark(link, label);
  }
  for (const note of labels.keys()) lift(note);
  return finished(notes);
}

function finished(notes: FoundNotes): FoundNotes {
  for (const { element } of notes) cleanNote(element);
  return notes;
}

function namedElements(root: PageElement): Map<string, PageElement> {
  const named = new Map<string, PageElement>();
  for (const element of Array.from(root.querySelectorAll('[id], a[name]'))) {
    for (const name of [attribute(element, 'id'), attribute(element, 'name')])
      if (name !== '' && !named.has(name)) named.set(name, element);
  }
  return named;
}

/** Puts the mark where the link was, without the superscript and the brackets around it. */
function putMark(link: PageElement, label: string): void {
  let place: PageElement = link;
  while (place.parentElement && wrapsOnly(place.parentElement, place)) place = place.parentElement;
  const mark = link.ownerDocument.createElement('note-mark');
  mark.id = label;
  place.replaceWith(mark);
}

const wrapsOnly = (outer: PageElement, inner: PageElement): boolean =>
  /^(?:sup|span|a|small|b|strong|i|em)$/.test(outer.localName) &&
  Array.from(outer.childNodes).every(
    (node) =>
      node === inner ||
      (isText(node)
        ? /^[\s[\]()]*$/.test(node.textContent ?? '')
        : isElement(node) && oneLine(node.textContent) === '' && !node.querySelector('img, note-mark')),
  );

/** Takes a note out, and its list, heading and rule with the last of them. */
function lift(note: PageElement): void {
  let holder = note.parentElement;
  note.remove();
  while (
    holder &&
    holder.localName !== 'body' &&
    oneLine(holder.textContent) === '' &&
    !holder.querySelector('img, iframe, note-mark')
  ) {
    const outer: PageElement | null = holder.parentElement;
    if (!outer) break;
    dropLead(holder);
    holder.remove();
    holder = outer;
  }
  if (
    holder &&
    holder.localName !== 'body' &&
    holder.querySelectorAll('li').length === 0 &&
    /footnote|endnote/i.test(`${naming(holder)} ${attribute(holder, 'role')}`) &&
    oneLine(holder.textContent).length < 40
  ) {
    dropLead(holder);
    holder.remove();
  }
}

/** "Notes" and a rule over nothing. */
function dropLead(holder: PageElement): void {
  for (let lead = holder.previousElementSibling; lead; lead = holder.previousElementSibling) {
    const following = holder.nextElementSibling;
    const over = following === null || /^h[1-6]$/.test(following.localName);
    if (lead.localName !== 'hr' && !(over && /^h[1-6]$/.test(lead.localName) && oneLine(lead.textContent).length < 40))
      return;
    lead.remove();
  }
}

/** Without the ways back and the number that the list writes by itself. */
function cleanNote(note: PageElement): void {
  for (const back of Array.from(note.querySelectorAll('a'))) {
    const text = oneLine(back.textContent);
    const within = attribute(back, 'href').includes('#');
    if (
      /doc-backlink/.test(attribute(back, 'role')) ||
      backName.test(naming(back)) ||
      (within && (text === '' || backText.test(text) || markText.test(text)))
    )
      removeWithin(back);
  }
  const first = firstText(note);
  if (first)
    first.textContent = (first.textContent ?? '').replace(
      /^[\s\u00a0]*(?:[[(]?\d{1,4}(?:[\])]|\.(?=\s)|(?=\s{2}))|\^|\[\]|\(\)|[.:](?=\s))\s*/u,
      '',
    );
}

function removeWithin(back: PageElement): void {
  let place: PageElement = back;
  while (
    place.parentElement &&
    /^(?:sup|b|span|small|i|em|strong|cite)$/.test(place.parentElement.localName) &&
    oneLine(place.parentElement.textContent).replace(/[\s[\]()^]/g, '') ===
      oneLine(place.textContent).replace(/[\s[\]()^]/g, '')
  )
    place = place.parentElement;
  if (place.localName === 'li' || place.localName === 'p') unwrap(back);
  else place.remove();
}

const sidenotes =
  'span.sidenote, span.marginnote, span.modern-footnotes-footnote__note, span.footnote_tooltip, span.footnote-content, span.easy-footnote-margin-adjust + span.footnote';

function takeSidenotes(root: PageElement, notes: FoundNotes): void {
  for (const element of Array.from(root.querySelectorAll(sidenotes))) {
    if (oneLine(element.textContent) === '') continue;
    const label = String(notes.length + 1);
    for (
      let before = element.previousElementSibling;
      before && /margin-toggle|sidenote-number|modern-footnotes-footnote|footnote_referrer/.test(before.className);
      before = element.previousElementSibling
    )
      before.remove();
    const mark = root.ownerDocument.createElement('note-mark');
    mark.id = label;
    element.replaceWith(mark);
    notes.push({ label, element });
  }
}
