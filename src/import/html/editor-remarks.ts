/**
 * What editors wrote to each other in a document, and what they took out of it while its changes were tracked, is no
 * part of the text: remarks of Google Docs, of Word and of Pandoc go, with their marks, and are counted.
 */
import { oneLine } from '../wording/one-line.ts';
import type { Changes } from './changes.ts';
import type { PageElement } from './dom.ts';

const remarks =
  '.msocomtxt, .MsoCommentText, .comment-start[data-author], .msoDel, del[cite^="mailto:"], .deletion[data-author], [class$=-deletion][data-author]';

const label = /^\[\w{1,3}\]$/;

const marks = 'a.msocomanchor, a[href*="#_msocom_"], hr.msocomoff, .comment-end';

export function leaveOutRemarks(root: PageElement, changes: Changes): void {
  for (const anchor of Array.from(root.querySelectorAll('a[href*="#cmnt_ref"]'))) leaveOutNote(anchor, changes);
  for (const mark of Array.from(root.querySelectorAll('a[href*="#cmnt"]'))) {
    if (label.test(oneLine(mark.textContent))) mark.remove();
  }
  for (const element of Array.from(root.querySelectorAll(remarks))) {
    if (element.parentElement?.closest(remarks)) continue;
    if (oneLine(element.textContent) !== '') changes.count('remark');
    element.remove();
  }
  for (const element of Array.from(root.querySelectorAll(marks))) element.remove();
}

/** Google Docs: the element that holds the remark alone, else its paragraphs up to the next remark. */
function leaveOutNote(anchor: PageElement, changes: Changes): void {
  if (!label.test(oneLine(anchor.textContent))) return;
  changes.count('remark');
  const own = anchor.closest('div, li, aside');
  const isAlone = own && oneLine(own.textContent).startsWith(oneLine(anchor.textContent));
  let next: PageElement | null | undefined = isAlone ? own : anchor.closest('p, li');
  if (!next) anchor.parentElement?.remove();
  for (let part = next; part; part = next) {
    next = part.nextElementSibling;
    part.remove();
    if (isAlone || next?.localName !== 'p' || next.querySelector('a[id], a[name]')) return;
  }
}
