/** Copies of the notes at a text's end, to stand beside it: each at the first mark that leads to it. */
import type { Aside } from '../beside/column.ts';
import { copyOf, noteMarks, noteOf } from './explanation.ts';

/** The marks have `aria-details` then, which their caller takes away. `back` names the way back to the mark. */
export function noteAsides(text: Element, back: string): Aside[] {
  const seen = new Set<string>();
  return [...text.querySelectorAll<HTMLAnchorElement>(noteMarks)].flatMap((mark) => {
    const source = noteOf(mark);
    if (seen.has(mark.hash) || mark.closest('.notes') || !source) return [];
    seen.add(mark.hash);
    return [{ at: mark, line: () => lineOf(mark), make: () => made(mark, source, back) }];
  });
}

function made(mark: HTMLAnchorElement, source: HTMLElement, back: string): HTMLElement {
  const element = document.createElement('div');
  element.className = 'aside prose';
  element.id = `beside-${mark.id}`;
  element.tabIndex = -1;
  element.setAttribute('role', 'note');
  element.setAttribute('aria-label', mark.getAttribute('aria-label') ?? mark.textContent);
  const { lang, dir } = mark.closest<HTMLElement>('article') ?? document.documentElement;
  if (lang) element.lang = lang;
  if (dir) element.dir = dir;
  const number = document.createElement('a');
  number.href = `#${mark.id}`;
  number.setAttribute('role', 'doc-backlink');
  number.setAttribute('aria-label', back);
  number.textContent = mark.textContent;
  element.append(number, copyOf(source));
  element.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') mark.focus();
  });
  mark.setAttribute('aria-details', element.id);
  return element;
}

/** The letter before the mark, which stands on the line; where there is none, the mark. */
function lineOf(mark: HTMLAnchorElement): DOMRect {
  const raised = mark.closest('sup') ?? mark;
  const before = raised.previousSibling;
  const range = document.createRange();
  if (before instanceof Text && before.length > 0) {
    range.setStart(before, before.length - 1);
    range.setEnd(before, before.length);
  } else range.selectNode(before ?? raised);
  return range.getBoundingClientRect();
}
