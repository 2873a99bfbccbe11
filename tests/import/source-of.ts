/** A file of the input that is only in the test. */
import type { Item } from '../../src/import/item.ts';
import type { Format, Source } from '../../src/import/format.ts';

export const sourceOf = (text: string, path = 'page'): Source => ({
  path,
  pathInFolder: path,
  text: text.slice(0, 65_536),
  beside: [],
  size: text.length,
  whole: () => Promise.resolve(text),
  pieces: async function* () {
    await Promise.resolve();
    yield text;
  },
  bytes: async function* () {
    await Promise.resolve();
    yield Buffer.from(text);
  },
  neighbour: () => Promise.resolve(undefined),
  fileNamed: () => undefined,
  pictureFile: () => undefined,
  takes: () => {},
});

/** All that a format finds in a text, sorted by what it is. */
export async function read(format: Format, text: string) {
  const all: Item[] = [];
  for await (const found of format.read(sourceOf(text))) all.push(found);
  return {
    articles: all.flatMap((found) => (found.is === 'article' ? [found] : [])),
    briefs: all.flatMap((found) => (found.is === 'brief' ? [found.brief] : [])),
    leftOut: all.flatMap((found) => (found.is === 'left-out' ? [found] : [])),
  };
}
