/**
 * RSS 0.90 to 2.0 and RSS 1.0 (RDF). Elements are found by their local names in any namespace, since about half of all
 * feeds declare namespaces otherwise than the specifications ask. Where two elements say the same, the more exact
 * counts.
 */
import type { ImportedAuthor, Note } from '../item.ts';
import { htmlWords } from '../wording/html-words.ts';
import { elementsOf, type XmlElement, xmlText } from '../read/xml-element.ts';
import { addressIn, type FoundEntry, type FeedText } from './feed-entry.ts';
import { feedNamesIn } from './people.ts';
import { atomText, languageAt, linkOf, nearestBase, personOf } from './atom.ts';

/** The namespaces by which an element is told from one of the same name. */
const is = (element: XmlElement, ...spaces: string[]): boolean =>
  spaces.some((space) => element.space.toLowerCase().includes(space) || element.prefix.toLowerCase() === space);

const isPlain = (element: XmlElement): boolean =>
  !is(
    element,
    ...'media mrss itunes atom dc content wfw slash sy thr googleplay podcast georss creativecommons cc annotate trackback'.split(
      ' ',
    ),
  );

type Named = (name: string, ...spaces: string[]) => XmlElement | undefined;

function namedIn(parent: XmlElement): Named {
  const children = elementsOf(parent);
  return (name, ...spaces) =>
    children.find(
      (child) =>
        child.name.toLowerCase() === name &&
        (spaces.length === 0 ? isPlain(child) : is(child, ...spaces)) &&
        xmlText(child).trim() !== '',
    );
}

const words = (element: XmlElement | undefined): string | undefined => {
  const text = element ? xmlText(element).trim() : '';
  return text === '' ? undefined : text;
};

/** The values of the channel that hold for every entry. */
export type RssChannel = { element: XmlElement | undefined; base?: string | undefined; language?: string | undefined };

export function rssChannel(channel: XmlElement | undefined): RssChannel {
  if (!channel) return { element: undefined };
  const named = namedIn(channel);
  const written = words(named('link'));
  const notes: Note[] = [];
  const base = addressIn(written, nearestBase([channel]), notes);
  const language = words(named('language')) ?? words(named('language', 'dc')) ?? languageAt([channel]);
  return { element: channel, base, language };
}

export function rssEntry(
  element: XmlElement,
  above: readonly XmlElement[],
  channel: RssChannel,
  slips: Note[],
): FoundEntry {
  const named = namedIn(element);
  const notes: Note[] = [...slips];
  const around = [...above, element];
  const base = nearestBase(around) ?? channel.base;
  const title = words(named('title')) ?? words(named('title', 'dc')) ?? words(named('title', 'media'));
  const entry: FoundEntry = {
    line: element.line,
    title: htmlWords(title ?? '') || undefined,
    link: linkIn(element, named, around, base, notes),
    base,
    published:
      words(named('pubdate')) ??
      words(named('date', 'dc')) ??
      words(named('issued', 'dcterms', 'purl.org/dc/terms')) ??
      words(named('created', 'dcterms', 'purl.org/dc/terms')) ??
      words(named('published', 'atom')),
    updated: words(named('modified', 'dcterms', 'purl.org/dc/terms')) ?? words(named('updated', 'atom')),
    language: words(named('language')) ?? words(named('language', 'dc')) ?? languageAt(around) ?? channel.language,
    authors: people(element),
    tags: tags(element),
    enclosures: [],
    notes,
  };
  giveTexts(element, named, entry);
  giveMedia(element, entry, base);
  return entry;
}

/** The element `link`, an Atom link, or a guid that is said to be an address (RSS 2.0: it is, unless it says otherwise). */
function linkIn(
  element: XmlElement,
  named: Named,
  around: XmlElement[],
  base: string | undefined,
  notes: Note[],
): string | undefined {
  const written = words(named('link'));
  if (written !== undefined) return addressIn(written, base, notes);
  const atom = elementsOf(element).filter(({ name, attributes }) => name === 'link' && attributes.has('href'));
  const found = linkOf(atom, around, base, notes);
  if (found !== undefined) return found;
  const guid = named('guid');
  const isAddress = guid !== undefined && guid.attributes.get('ispermalink')?.toLowerCase() !== 'false';
  if (isAddress && /^https?:\/\//i.test(words(guid) ?? '')) return addressIn(words(guid), base, notes);
  return /^https?:\/\//i.test(element.attributes.get('rdf:about') ?? '')
    ? addressIn(element.attributes.get('rdf:about'), base, notes)
    : undefined;
}

/** `content:encoded` is the whole text, `description` a summary or the only text there is. */
function giveTexts(element: XmlElement, named: Named, entry: FoundEntry): void {
  const encoded = named('encoded');
  const atom = named('content', 'atom', 'http://www.w3.org/2005/atom');
  const xhtml =
    elementsOf(element).find(({ name, space }) => name === 'body' && space.includes('xhtml')) ??
    elementsOf(element).find(({ name, space }) => name === 'div' && space.includes('xhtml'));
  const whole =
    words(encoded) ??
    words(named('encoded', 'content', 'purl.org/rss/1.0/modules/content')) ??
    words(named('fulltext'));
  if (whole !== undefined) entry.full = { words: whole, is: 'html' };
  else if (atom) entry.full = atomText(atom);
  else if (xhtml) entry.full = atomText({ ...xhtml, attributes: new Map([['type', 'xhtml']]) });
  const description =
    words(named('description')) ??
    words(named('description', 'dc')) ??
    words(named('abstract', 'dcterms')) ??
    words(named('summary', 'atom')) ??
    words(named('description', 'media')) ??
    words(named('summary', 'itunes'));
  if (description !== undefined) entry.summary = asText(description);
}

/** RSS does not say whether a description is HTML. A description with a tag or an entity is taken for HTML. */
const asText = (text: string): FeedText => ({
  words: text,
  is: /<\/?[a-z][^<>]*>|&(?:#\w+|\w{2,});/i.test(text) ? 'html' : 'plain',
});

function people(element: XmlElement): ImportedAuthor[] {
  const children = elementsOf(element);
  const written = children.filter((child) => child.name === 'creator' || (child.name === 'author' && isPlain(child)));
  const authors = written.flatMap((child) =>
    elementsOf(child).length > 0 ? personOf(child) : feedNamesIn(xmlText(child)),
  );
  if (authors.length > 0)
    return authors.filter(({ name }, index) => authors.findIndex((other) => other.name === name) === index);
  const others = children.filter((child) => child.name === 'author' && is(child, 'atom', 'itunes'));
  return others
    .flatMap((child) => (elementsOf(child).length > 0 ? personOf(child) : feedNamesIn(xmlText(child))))
    .slice(0, 5);
}

const tags = (element: XmlElement): string[] => [
  ...new Set(
    elementsOf(element)
      .filter((child) => (child.name === 'category' && !is(child, 'itunes', 'media')) || child.name === 'subject')
      .map((child) => htmlWords(xmlText(child)))
      .filter((text) => text !== ''),
  ),
];

function giveMedia(element: XmlElement, entry: FoundEntry, base: string | undefined): void {
  const notes: Note[] = [];
  for (const child of elementsOf(element)) {
    const url = addressIn(child.attributes.get('url') ?? child.attributes.get('href'), base, notes);
    if (url === undefined) continue;
    const type = child.attributes.get('type') ?? '';
    if (child.name === 'enclosure') entry.enclosures.push({ url, type });
    const isPicture =
      child.name === 'thumbnail' ||
      (child.name === 'content' &&
        is(child, 'media', 'mrss') &&
        (child.attributes.get('medium') === 'image' || type.startsWith('image/')));
    if (!isPicture) continue;
    const within = namedIn(child);
    const caption = words(within('description', 'media', 'mrss')) ?? words(within('title', 'media', 'mrss'));
    const credit = words(within('credit', 'media', 'mrss'));
    if (!entry.image || child.name === 'content') {
      entry.image = { src: url, caption: htmlWords(caption ?? ''), credit: htmlWords(credit ?? '') };
    }
  }
}
