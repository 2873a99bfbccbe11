/**
 * Where the parts of a page stand, and how that differs from one engine to another. Lines may break elsewhere, so heights
 * are not compared but where nothing breaks: what counts is where a part begins, how wide it is, and where its words begin.
 */
import type { Window } from './driver.ts';

/**
 * In CSS pixels: where it begins, from the side at which its lines do, and how wide it is; where its first line of words
 * begins and ends, from the left; and how far it is below the part before.
 */
export type Box = Partial<Record<'start' | 'width' | 'left' | 'right' | 'above', number>>;

/** By the name of the part. */
export type Boxes = Record<string, Box>;

/** Every part that a selector finds is measured; `stacked` ones also from the top of the one before. */
export type Measured = { selector: string; stacked?: true };

export const pageParts: Measured[] = [
  'h1',
  '.standfirst',
  '.byline',
  // Not the first, whose first letter may stand as high as three lines.
  '[data-text="body"] > p + p',
  '.must-read',
  // Not in two columns, which engines balance differently where an entry would fit into either.
  '.entries:not(.latest *) > li',
  '.entries:not(.latest *) > li > p',
  '.writer',
  '.responses-section',
  'main',
].map((selector) => ({ selector }));

export const settingsParts: Measured[] = [
  { selector: '.settings' },
  { selector: '.settings > *', stacked: true },
  { selector: '.settings > fieldset > *', stacked: true },
  { selector: '.settings > section > *', stacked: true },
];

export const measure = (window: Window, parts: Measured[]): Promise<Boxes> =>
  window.run((parts) => {
    const boxes: Boxes = {};
    const isRtl = (element: Element) => getComputedStyle(element).direction === 'rtl';
    const round = (value: number) => Math.round(value * 10) / 10;
    const lineOf = (element: Element): { left?: number; right?: number } => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const { data, parentElement } = walker.currentNode as Text;
        if (data.trim() === '' || !parentElement?.checkVisibility()) continue;
        // The line may go on in other elements.
        let block = parentElement;
        while (getComputedStyle(block).display.startsWith('inline') && block.parentElement) block = block.parentElement;
        const range = document.createRange();
        range.selectNodeContents(walker.currentNode);
        const [first] = range.getClientRects();
        if (!first) continue;
        range.selectNodeContents(block);
        const line = [...range.getClientRects()].filter(({ top, bottom }) => top < first.bottom && bottom > first.top);
        return {
          left: round(Math.min(...line.map(({ left }) => left))),
          right: round(Math.max(...line.map(({ right }) => right))),
        };
      }
      return {};
    };
    for (const { selector, stacked } of parts) {
      let before: DOMRect | undefined;
      for (const [index, element] of [...document.querySelectorAll(selector)].entries()) {
        if (!element.checkVisibility()) continue;
        const rect = element.getBoundingClientRect();
        boxes[`${selector} ${index + 1}`] = {
          start: round(isRtl(element) ? innerWidth - rect.right : rect.left),
          width: round(rect.width),
          ...lineOf(element),
          ...(stacked && before && { above: round(rect.top - before.top) }),
        };
        before = rect;
      }
    }
    return boxes;
  }, parts);

/** More than a rounding. */
const tolerance = 2;

/**
 * What stands elsewhere in one engine than in another, in words. A line of words is as long as an engine makes it, so
 * one of its ends has to be the same.
 */
export function differences(engines: Record<string, Boxes>): string[] {
  const names = new Set(Object.values(engines).flatMap((boxes) => Object.keys(boxes)));
  return [...names].flatMap((name) => {
    const spread = (side: keyof Box): number => {
      const values = Object.values(engines).map((boxes) => boxes[name]?.[side]);
      const numbers = values.filter((value) => value !== undefined);
      if (numbers.length === 0) return 0;
      return numbers.length === values.length ? Math.max(...numbers) - Math.min(...numbers) : Infinity;
    };
    const isSame =
      Math.max(spread('start'), spread('width'), spread('above')) <= tolerance &&
      Math.min(spread('left'), spread('right')) <= tolerance;
    const told = Object.entries(engines).map(([engine, boxes]) => `${engine} ${JSON.stringify(boxes[name])}`);
    return isSame ? [] : [`${name}: ${told.join(', ')}`];
  });
}
