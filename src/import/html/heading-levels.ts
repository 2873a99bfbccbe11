/** Levels of the headings of a body: it starts at the second, and none is skipped on the way down. */
import { type PageElement } from './dom.ts';
import { oneLine } from '../wording/one-line.ts';

/** Headings in lists, quotes and tables are of no level; they are words in bold. */
const inside = 'li, blockquote, table, dl, figure, note-mark';

/** The level of each heading that counts, 2 to 6. */
export function headingLevels(root: PageElement): Map<PageElement, number> {
  const levels = new Map<PageElement, number>();
  const above: number[] = [];
  for (const heading of Array.from(root.querySelectorAll('h1, h2, h3, h4, h5, h6'))) {
    if (oneLine(heading.textContent) === '' || heading.parentElement?.closest(inside)) continue;
    const written = Number(heading.localName.slice(1));
    while (above.length > 0 && above.at(-1)! >= written) above.pop();
    above.push(written);
    levels.set(heading, Math.min(6, above.length + 1));
  }
  return levels;
}
