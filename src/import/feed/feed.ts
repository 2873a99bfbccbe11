/** RSS, Atom, RDF and JSON Feed, as files. */
import type { Note } from '../item.ts';
import { type Format, Refusal } from '../format.ts';
import { rootName, type XmlElement } from '../read/xml-element.ts';
import { XmlReader } from '../read/xml-reader.ts';
import { atomEntry } from './atom.ts';
import { entriesFound, type FoundEntry } from './feed-entry.ts';
import { jsonEntries } from './json-feed.ts';
import { rssChannel, rssEntry } from './rss.ts';

const limit = 64 * 1024 * 1024;
const roots = new Set(['rss', 'feed', 'RDF', 'channel']);
const jsonVersion = /"version"\s*:\s*"https?:(?:\\?\/){2}(?:www\.)?jsonfeed\.org/;

export const feed: Format = {
  name: 'feed',

  recognises({ text }) {
    const start = text.replace(/^\ufeff/, '').trimStart();
    if (start.startsWith('{'))
      return (
        jsonVersion.test(start) ||
        (/"items"\s*:\s*\[/.test(start) &&
          /"(?:feed_url|home_page_url|content_html|content_text|date_published)"\s*:/.test(start))
      );
    const name = start.startsWith('<') || /^[^<]{1,1000}<(?:\?xml|rss|feed)/.test(start) ? rootName(start) : undefined;
    return name !== undefined && roots.has(name) && (name !== 'channel' || /<item[\s>]/.test(start));
  },

  async *read(source) {
    if (/^\ufeff?\s*[[{]/.test(source.text)) {
      yield* entriesFound(jsonEntries(await source.whole(limit)));
      return;
    }
    const { entries, fault } = xmlEntries(await source.whole(limit));
    yield* entriesFound(entries);
    if (fault) throw fault;
  },
};

/** Yields the entries that were read before a fault, then throws the fault. */
function xmlEntries(text: string): { entries: FoundEntry[]; fault: Refusal | undefined } {
  const met: { element: XmlElement; above: XmlElement[]; slips: Note[] }[] = [];
  let channel: XmlElement | undefined;
  const reader = new XmlReader({
    opens: (element) => {
      if (element.name === 'channel') channel ??= element;
    },
    closes: (element, open) => {
      const isEntry = element.name === 'item' || element.name === 'entry';
      if (isEntry && !open.some(({ name }) => name === 'item' || name === 'entry')) {
        met.push({ element, above: [...open], slips: reader.slips() });
        return false;
      }
      return true;
    },
  });
  let fault: Refusal | undefined;
  try {
    reader.write(text.replace(/^[^<]*/, (before) => before.replace(/[^\n]/g, '')).trimStart());
    reader.close();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // Nothing is taken from a file with a DOCTYPE.
    if (error.code === 'I102') throw error;
    const number = met.length + 1;
    const told =
      met.length > 0
        ? `${error.message} The ${met.length} entries before were read; number ${number} and what follows was not.`
        : error.message;
    fault = new Refusal(error.code, told, error.line, error.column);
  }
  if (!fault && met.length === 0 && !channel && !text.includes('<feed'))
    fault = new Refusal('I108', 'The feed holds no entry.');
  const about = rssChannel(channel);
  const entries = met.map(({ element, above, slips }) =>
    element.name === 'entry' ? atomEntry(element, above, slips) : rssEntry(element, above, about, slips),
  );
  return { entries, fault };
}
