/** A WordPress export (WXR) as a stream: one item after the other, never the whole file. */
import type { Note } from '../item.ts';
import { Refusal, type Source } from '../format.ts';
import { elementsOf, type XmlElement, xmlText } from '../read/xml-element.ts';
import { XmlReader } from '../read/xml-reader.ts';

/** What is met in a file, in its order. `slips` are those of the XML since the part before. */
export type WxrPart = { is: 'item' | 'author' | 'category'; element: XmlElement; comments: number; slips: Note[] };

/** The first text of a child with this name, whatever its prefix. */
export function childText(element: XmlElement, name: string, prefix?: string): string {
  const child = elementsOf(element).find((one) => one.name === name && (prefix === undefined || one.prefix === prefix));
  return child ? xmlText(child).trim() : '';
}

export type Channel = { language?: string; link?: string; version?: string };

/** The parts as they are read. A fault is thrown as a `Refusal` after all parts before it. */
export async function* partsOf(source: Source, channel: Channel): AsyncIterable<WxrPart> {
  const queue: WxrPart[] = [];
  let items = 0;
  let comments = 0;
  let inItem: XmlElement | undefined;
  let firstSlip: Note | undefined;
  const slipsNow = (): Note[] => {
    const slips = reader.slips();
    firstSlip ??= slips.find(({ code }) => code === 'I101');
    return slips;
  };
  const reader: XmlReader = new XmlReader({
    opens: (element, open) => {
      if (element.name === 'item' && open.at(-1)?.name === 'channel') {
        inItem = element;
        comments = 0;
      }
    },
    closes: (element, open) => {
      const above = open.at(-1)?.name;
      if (above === 'channel') {
        if (element.name === 'item') {
          items += 1;
          queue.push({ is: 'item', element, comments, slips: slipsNow() });
          inItem = undefined;
        } else if (element.prefix === 'wp' && (element.name === 'author' || element.name === 'category')) {
          queue.push({ is: element.name, element, comments: 0, slips: slipsNow() });
        } else take(channel, element);
        return false;
      }
      // Comments hold addresses of people who were not asked: they are counted, and not kept.
      if (element.name === 'comment' && element.prefix === 'wp' && above === 'item') {
        comments += 1;
        return false;
      }
      return true;
    },
  });
  try {
    for await (const piece of source.pieces()) {
      reader.write(piece);
      yield* queue.splice(0);
    }
    reader.close();
  } catch (error) {
    yield* queue.splice(0);
    if (!(error instanceof Refusal) || error.code === 'I102') throw error;
    const where = inItem
      ? `It happened in item ${items + 1} ("${childText(inItem, 'title').slice(0, 60)}", line ${inItem.line}). `
      : '';
    throw new Refusal(
      error.code,
      `${error.message} ${where}The ${items} items before were read.`,
      error.line,
      error.column,
    );
  }
  yield* queue.splice(0);
  slipsNow();
  if (firstSlip) {
    throw new Refusal(
      'I101',
      `${firstSlip.message} All ${items} items were read; look at what stands there.`,
      firstSlip.line,
    );
  }
}

function take(channel: Channel, element: XmlElement): void {
  const text = xmlText(element).trim();
  if (text === '') return;
  if (element.name === 'language' && element.prefix === '') channel.language ??= text;
  if (element.name === 'link' && element.prefix === '') channel.link ??= text;
  if (element.name === 'wxr_version') channel.version ??= text;
}
