/** Lists and quotes, which hold blocks of their own. */
import { oneLine } from '../wording/one-line.ts';
import { attribute, isElement, isText, type PageElement } from './dom.ts';
import {
  blocksInside,
  deepestPlace,
  flush,
  type PlaceInPage,
  pushBlock,
  pushContainer,
  type PageSurroundings,
} from './place.ts';
import { paragraphMarkdown } from './inline-writer.ts';

export function pushList(list: PageElement, place: PlaceInPage, around: PageSurroundings): void {
  if (place.depth >= deepestPlace) {
    around.changes.count('deep');
    pushContainer(list, {}, place, around);
    return;
  }
  const entries: string[][] = [];
  for (const child of Array.from(list.childNodes)) {
    if (!isElement(child)) {
      if (oneLine(child.textContent) !== '' && isText(child))
        entries.push([paragraphMarkdown([{ is: 'text', text: child.textContent ?? '', marks: {} }])]);
    } else if ((child.localName === 'ul' || child.localName === 'ol') && entries.length > 0) {
      const nested: PlaceInPage = { blocks: [], runs: [], marks: {}, depth: place.depth + 1 };
      pushList(child, nested, around);
      entries.at(-1)!.push(...nested.blocks);
    } else if (child.localName === 'li') entries.push(blocksInside(child, around, place.depth + 1));
    else {
      const nested: PlaceInPage = { blocks: [], runs: [], marks: {}, depth: place.depth + 1 };
      around.walk(child, nested, around);
      flush(nested);
      entries.push(nested.blocks);
    }
  }
  const written = entries.filter((entry) => entry.length > 0);
  if (written.length === 0) return;
  let number = Math.max(0, Number.parseInt(attribute(list, 'start'), 10) || 1);
  const tight = written.every(
    (entry) => entry.length === 1 || (entry.length === 2 && /^(?:- |\d+\. )/.test(entry[1]!)),
  );
  const lines = written.map((entry) => listEntry(list.localName === 'ol' ? `${number++}. ` : '- ', entry, tight));
  pushBlock(place, lines.join(tight ? '\n' : '\n\n'));
}

export function listEntry(marker: string, blocks: readonly string[], tight = true): string {
  const [first = '', ...rest] = blocks;
  const indent = ' '.repeat(marker.length);
  return [marker + first, ...rest]
    .join(tight ? '\n' : '\n\n')
    .split('\n')
    .map((line, index) => (index === 0 || line === '' ? line : indent + line))
    .join('\n');
}

export function pushQuote(quote: PageElement, place: PlaceInPage, around: PageSurroundings): void {
  if (place.depth >= deepestPlace) {
    around.changes.count('deep');
    pushContainer(quote, {}, place, around);
    return;
  }
  const blocks = blocksInside(quote, around, place.depth + 1);
  const lines = blocks.join('\n\n').split('\n');
  if (blocks.length > 0) pushBlock(place, lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n'));
}
