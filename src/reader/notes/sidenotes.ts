/**
 * Notes beside the text: copies of those at its end, in the free margin, each level with the first mark that leads to it.
 * They are made and measured for the part of the text that is near the reader; where the margin is too narrow there are
 * none, and a note opens in its place.
 */
import { copyOf, noteMarks, noteOf } from './explanation.ts';
import { stacked, type Wish } from './stacked.ts';

/** Pixels between the edge of the window, the notes and the text. */
const edge = 16;
const gapToText = 24;
/** Between two notes, and how narrow and how wide they may be, in the size of their own letters. */
const between = 0.75;
const narrowest = 10;
const widest = 17;

type Note = { mark: HTMLAnchorElement; element: HTMLElement };

/** A part of the text that is near the reader or far from them as a whole: a stretch of a very long one, or all of it. */
type Part = { element: Element; marks: HTMLAnchorElement[]; isNear: boolean; notes: Note[] | undefined; end: number };

/** Keeps the notes of a text beside it, in a layer over the page, until what is answered is called. */
export function keepBeside(layer: HTMLElement, text: Element, back: string): () => void {
  const parts = partsOf(text);
  let frame = 0;
  const placeSoon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => place(layer, text, parts, back));
  };
  const watching = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const part = parts.find(({ element }) => element === target);
        if (part) part.isNear = isIntersecting;
      }
      placeSoon();
    },
    { rootMargin: '100% 0px' },
  );
  for (const { element } of parts) watching.observe(element);
  const growing = new ResizeObserver(placeSoon);
  growing.observe(document.body);
  growing.observe(text);
  document.fonts.addEventListener('loadingdone', placeSoon);
  return () => {
    cancelAnimationFrame(frame);
    watching.disconnect();
    growing.disconnect();
    document.fonts.removeEventListener('loadingdone', placeSoon);
    for (const { notes } of parts) notes?.forEach(({ mark }) => mark.removeAttribute('aria-details'));
    layer.replaceChildren();
  };
}

function partsOf(text: Element): Part[] {
  const seen = new Set<string>();
  const isFirst = (mark: HTMLAnchorElement) => {
    if (seen.has(mark.hash) || mark.closest('.notes')) return false;
    seen.add(mark.hash);
    return true;
  };
  const stretches = text.querySelectorAll(':scope > .stretch');
  return (stretches.length > 0 ? [...stretches] : [text]).map((element) => ({
    element,
    marks: [...element.querySelectorAll<HTMLAnchorElement>(noteMarks)].filter(isFirst),
    isNear: false,
    notes: undefined,
    end: -Infinity,
  }));
}

/** All that is near in one pass: first everything is made, then everything is measured, then everything is moved. */
function place(layer: HTMLElement, text: Element, parts: readonly Part[], back: string): void {
  const width = widthBeside(layer, text);
  layer.hidden = width === undefined;
  if (width === undefined) return;
  const { fontSize } = getComputedStyle(layer);
  const size = Number.parseFloat(fontSize);
  layer.style.setProperty('--sidenote-width', `${width}px`);
  for (const part of parts) {
    if (part.isNear) part.notes ??= part.marks.flatMap((mark) => madeNote(mark, layer, back));
    part.notes?.forEach(({ element }) => {
      element.hidden = !part.isNear;
    });
  }
  const box = text.getBoundingClientRect();
  const origin = layer.getBoundingClientRect();
  const isAtRight = getComputedStyle(layer).direction === 'rtl';
  const left = (isAtRight ? box.right + gapToText : box.left - gapToText - width) - origin.left;
  const end = (layer.closest('main') ?? text).getBoundingClientRect().bottom - origin.top;
  let free = -Infinity;
  const moves: (() => void)[] = [];
  for (const part of parts) {
    if (part.isNear && part.notes) {
      const wishes = part.notes.map((note) => wishOf(note, origin.top));
      const tops = stacked(wishes, between * size, free);
      part.notes.forEach(({ element }, index) => {
        const top = tops[index]!;
        const isLeftOut = top + wishes[index]!.height > end;
        moves.push(() => {
          element.style.setProperty('transform', `translate(${left}px, ${top}px)`);
          element.toggleAttribute('data-left-out', isLeftOut);
        });
      });
      part.end = tops.length > 0 ? tops.at(-1)! + wishes.at(-1)!.height + between * size : free;
    }
    free = Math.max(free, part.end);
  }
  moves.forEach((move) => move());
}

/** How wide notes can be in the margin where nothing stands; undefined where that is too narrow to read. */
function widthBeside(layer: HTMLElement, text: Element): number | undefined {
  layer.hidden = false;
  if (!matchMedia('(width >= 75rem)').matches) return undefined;
  const { direction } = getComputedStyle(layer);
  const { left, right } = text.getBoundingClientRect();
  const free = (direction === 'rtl' ? document.documentElement.clientWidth - right : left) - edge - gapToText;
  const size = Number.parseFloat(getComputedStyle(layer).fontSize);
  return free < narrowest * size ? undefined : Math.min(free, widest * size);
}

function madeNote(mark: HTMLAnchorElement, layer: HTMLElement, back: string): Note[] {
  const source = noteOf(mark);
  if (!source) return [];
  const element = document.createElement('div');
  element.className = 'sidenote prose';
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
  layer.append(element);
  return [{ mark, element }];
}

/** The middle of the note's first line at the middle of the line of its mark. */
function wishOf({ mark, element }: Note, origin: number): Wish {
  const { top, bottom } = lineOf(mark);
  const line = Number.parseFloat(getComputedStyle(element).lineHeight);
  return { level: (top + bottom - line) / 2 - origin, height: element.offsetHeight };
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
