/**
 * Small texts in the free margin beside the article, each level with the line it belongs to, none over another. Notes and
 * the reader's marks share the column. They are made and measured for the blocks that are near the reader; where the
 * margin is too narrow there are none.
 */
import { blockAround } from '../../text/blocks.ts';
import './beside.css';
import { stacked } from './stacked.ts';

/** Pixels between the edge of the window, the column and the text. */
const edge = 16;
const gapToText = 24;
/** Between two, and how narrow and how wide they may be, in the size of their own letters. */
const between = 0.75;
const narrowest = 10;
const widest = 17;

/** What stands beside the text. */
export type Aside = {
  /** A node of the text that it belongs to. */
  at: Node;
  /** The line it would be level with, where it is in the window now. */
  line(): DOMRect;
  make(): HTMLElement;
};

type Kept = Aside & { layer: HTMLElement; element?: HTMLElement };

/** Of a block of the text: whether it is near the reader, what stands beside it, and where that ended when it was near. */
type Part = { isNear: boolean; asides: Kept[]; end: number };

/** The parts by their blocks, which follow each other as in the text. */
type Column = {
  parts: Map<Element, Part>;
  layers: Set<HTMLElement>;
  watching: IntersectionObserver;
  placeSoon: () => void;
  stop: () => void;
};

const columns = new Map<Element, Column>();

/** Keeps them beside a text, in a layer over the page, until what is answered is called. */
export function keepBeside(text: Element, layer: HTMLElement, asides: readonly Aside[]): () => void {
  const column = columns.get(text) ?? columnBeside(text);
  columns.set(text, column);
  column.layers.add(layer);
  add(column, text, layer, asides);
  return () => {
    remove(column, layer);
    if (column.layers.size > 0) return;
    column.stop();
    columns.delete(text);
  };
}

function add(column: Column, text: Element, layer: HTMLElement, asides: readonly Aside[]): void {
  const { parts, watching } = column;
  for (const aside of asides) {
    const block = blockAround(text, aside.at);
    if (!block) continue;
    const part = parts.get(block) ?? { isNear: false, asides: [], end: -Infinity };
    if (!parts.has(block)) watching.observe(block);
    parts.set(block, part);
    part.asides.push({ ...aside, layer });
  }
  column.parts = new Map([...parts].toSorted(([one], [other]) => (isBefore(one, other) ? -1 : 1)));
  column.placeSoon();
}

function remove({ parts, layers, watching, placeSoon }: Column, layer: HTMLElement): void {
  for (const [block, part] of parts) {
    part.asides = part.asides.filter((aside) => aside.layer !== layer);
    if (part.asides.length > 0) continue;
    watching.unobserve(block);
    parts.delete(block);
  }
  layers.delete(layer);
  layer.replaceChildren();
  placeSoon();
}

const isBefore = (one: Node, other: Node): boolean =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

function columnBeside(text: Element): Column {
  let frame = 0;
  const placeSoon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => place(text, [...column.layers], [...column.parts.values()]));
  };
  const watching = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const part = column.parts.get(target);
        if (part) part.isNear = isIntersecting;
      }
      placeSoon();
    },
    { rootMargin: '100% 0px' },
  );
  const growing = new ResizeObserver(placeSoon);
  growing.observe(document.body);
  growing.observe(text);
  document.fonts.addEventListener('loadingdone', placeSoon);
  const stop = () => {
    cancelAnimationFrame(frame);
    watching.disconnect();
    growing.disconnect();
    document.fonts.removeEventListener('loadingdone', placeSoon);
  };
  const column: Column = { parts: new Map(), layers: new Set(), watching, placeSoon, stop };
  return column;
}

/** All that is near in one pass: first everything is made, then everything is measured, then everything is moved. */
function place(text: Element, layers: readonly HTMLElement[], parts: readonly Part[]): void {
  const [first] = layers;
  if (!first) return;
  const width = widthBeside(text, first);
  for (const layer of layers) layer.hidden = width === undefined;
  if (width === undefined) return;
  for (const layer of layers) layer.style.setProperty('--beside-width', `${width}px`);
  for (const { asides, isNear } of parts) {
    for (const aside of asides) {
      if (isNear && !aside.element) aside.layer.append((aside.element = aside.make()));
      if (aside.element) aside.element.hidden = !isNear;
    }
  }
  const { direction, fontSize } = getComputedStyle(first);
  const gap = between * Number.parseFloat(fontSize);
  const box = text.getBoundingClientRect();
  const left = direction === 'rtl' ? box.right + gapToText : box.left - gapToText - width;
  const end = (text.closest('main') ?? text).getBoundingClientRect().bottom - box.top;
  const origins = new Map(layers.map((layer) => [layer, layer.getBoundingClientRect()]));
  let free = -Infinity;
  const moves: (() => void)[] = [];
  for (const part of parts) {
    if (part.isNear) {
      const wishes = part.asides
        .map((aside) => wishOf(aside, box.top))
        .toSorted((one, other) => one.level - other.level);
      const tops = stacked(wishes, gap, free);
      wishes.forEach(({ element, layer, height }, index) => {
        const top = tops[index]!;
        const origin = origins.get(layer)!;
        moves.push(() => {
          element.style.setProperty('transform', `translate(${left - origin.left}px, ${top + box.top - origin.top}px)`);
          element.toggleAttribute('data-left-out', top + height > end);
        });
      });
      part.end = wishes.length > 0 ? tops.at(-1)! + wishes.at(-1)!.height + gap : free;
    }
    free = Math.max(free, part.end);
  }
  moves.forEach((move) => move());
}

/** How wide the column can be in the margin where nothing stands; undefined where that is too narrow to read. */
function widthBeside(text: Element, layer: HTMLElement): number | undefined {
  if (!matchMedia('(width >= 75rem)').matches) return undefined;
  const { direction, fontSize } = getComputedStyle(layer);
  const { left, right } = text.getBoundingClientRect();
  const free = (direction === 'rtl' ? document.documentElement.clientWidth - right : left) - edge - gapToText;
  const size = Number.parseFloat(fontSize);
  return free < narrowest * size ? undefined : Math.min(free, widest * size);
}

/** The middle of its own first line at the middle of the line it belongs to; heights are counted from the text's top. */
function wishOf(aside: Kept, origin: number) {
  const { layer, element } = aside;
  const shown = element!;
  const { top, bottom } = aside.line();
  const own = Number.parseFloat(getComputedStyle(shown).lineHeight);
  return { level: (top + bottom - own) / 2 - origin, height: shown.offsetHeight, element: shown, layer };
}
