/** Atom 0.3 and 1.0 (RFC 4287). */
import { Buffer } from 'node:buffer';
import type { ImportedAuthor, Note } from '../item.ts';
import { allWords, htmlWords } from '../wording/html-words.ts';
import { elementsOf, type XmlElement, xmlMarkup, xmlText } from '../read/xml-element.ts';
import { addressIn, type FoundEntry, type FeedText } from './feed-entry.ts';
import { feedNamesIn } from './people.ts';
import { linksTo } from '../html/web-links.ts';

const childrenNamed = (parent: XmlElement, ...names: string[]): XmlElement[] => {
  const children = elementsOf(parent);
  return names.flatMap((name) => children.filter((child) => child.name.toLowerCase() === name));
};

const first = (parent: XmlElement, ...names: string[]): XmlElement | undefined =>
  childrenNamed(parent, ...names).find(
    (child) => isAtom(child) && (xmlText(child).trim() !== '' || child.attributes.has('src')),
  );

/** An element of the same name in another namespace, such as media:title, does not count. */
const isAtom = ({ space, prefix }: XmlElement): boolean => space === '' || /atom/i.test(space) || prefix === '';

/** The base address, resolved from the innermost element outwards (XML Base, 3). */
export function nearestBase(around: readonly XmlElement[]): string | undefined {
  let base: string | undefined;
  for (const { attributes } of around) {
    const written = attributes.get('xml:base')?.trim();
    if (written && URL.canParse(written, base)) base = new URL(written, base).href;
  }
  return base !== undefined && /^https?:/.test(base) ? base : undefined;
}

export const languageAt = (around: readonly XmlElement[]): string | undefined => {
  const written = around
    .findLast(({ attributes }) => attributes.has('xml:lang'))
    ?.attributes.get('xml:lang')
    ?.trim();
  return written === '' ? undefined : written;
};

/** A text construct: `type` says what it is, in Atom 0.3 `mode` too. It is decoded once. */
export function atomText(element: XmlElement): FeedText {
  const type = element.attributes.get('type')?.trim().toLowerCase() ?? 'text';
  const mode = element.attributes.get('mode')?.trim().toLowerCase();
  const isXhtml = type === 'xhtml' || (/xhtml|xml$/.test(type) && mode !== 'escaped' && mode !== 'base64');
  if (isXhtml || (mode === 'xml' && elementsOf(element).length > 0)) return { words: xmlMarkup(element), is: 'html' };
  // In Atom 1.0 any other type than those of text is base64 (RFC 4287, 4.1.3.3).
  const isCoded = mode === 'base64' || (mode === undefined && /\//.test(type) && !/^text\/|xml$/.test(type));
  const written = isCoded ? Buffer.from(xmlText(element), 'base64').toString('utf8') : xmlText(element);
  const looksLikeHtml = /<\/?[a-z][^<>]*>|&(?:#\w+|\w{2,});/i.test(written);
  const isPlain = (type === 'text' && mode === undefined) || type === 'text/plain';
  return { words: written, is: !isPlain && (/html/.test(type) || looksLikeHtml) ? 'html' : 'plain' };
}

/** The title as plain words. */
function titleOf(element: XmlElement | undefined): string | undefined {
  if (!element) return undefined;
  const { words, is } = atomText(element);
  const title =
    is === 'plain'
      ? words.replace(/\s+/g, ' ').trim()
      : elementsOf(element).length > 0
        ? allWords(words)
        : htmlWords(words);
  return title === '' ? undefined : title;
}

/** `rel` is "alternate" unless it says otherwise; of several the HTML one counts. */
export function linkOf(
  links: readonly XmlElement[],
  around: readonly XmlElement[],
  base: string | undefined,
  notes: Note[],
): string | undefined {
  const alternates = links.filter(({ attributes }) => /^(?:alternate)?$/i.test(attributes.get('rel')?.trim() ?? ''));
  const link =
    alternates.find(({ attributes }) => !attributes.has('type') || /html/i.test(attributes.get('type')!)) ??
    alternates[0];
  return link && addressIn(link.attributes.get('href'), nearestBase([...around, link]) ?? base, notes);
}

/** The name and the web address of a person; the e-mail address is not read. */
export function personOf(element: XmlElement): ImportedAuthor[] {
  const text = (...names: string[]): string => xmlText(childrenNamed(element, ...names)[0] ?? empty).trim();
  const [author] = feedNamesIn(text('name') || (elementsOf(element).length === 0 ? xmlText(element) : ''));
  const name = htmlWords(text('name')) || author?.name;
  if (name === undefined || name === '' || /^\S+@\S+$/.test(name)) return [];
  return [{ name, links: linksTo('Website', text('uri', 'url', 'homepage')) }];
}

const empty: XmlElement = { name: '', space: '', prefix: '', attributes: new Map(), content: [], line: 0 };

const people = (parent: XmlElement): ImportedAuthor[] =>
  childrenNamed(parent, 'author').filter(isAtom).flatMap(personOf);

/** `above` is the feed and the elements around it. The author and the language of the feed hold for its entries. */
export function atomEntry(element: XmlElement, above: readonly XmlElement[], slips: Note[]): FoundEntry {
  const feed = above.at(-1);
  const around = [...above, element];
  const notes: Note[] = [...slips];
  const base = nearestBase(around) ?? (feed && linkOf(childrenNamed(feed, 'link'), above, undefined, []));
  const source = childrenNamed(element, 'source')[0];
  const own = people(element);
  const creators = childrenNamed(element, 'creator').flatMap((child) => feedNamesIn(xmlText(child)));
  const named = own.length > 0 ? own : creators.length > 0 ? creators : source ? people(source) : [];
  const content = first(element, 'content');
  const summary = first(element, 'summary') ?? childrenNamed(element, 'metadescription')[0];
  const enclosures = childrenNamed(element, 'link').flatMap(({ attributes }) => {
    const url = attributes.get('rel') === 'enclosure' ? addressIn(attributes.get('href'), base, notes) : undefined;
    return url === undefined ? [] : [{ url, type: attributes.get('type') ?? '' }];
  });
  return {
    line: element.line,
    authors: named.length > 0 || !feed ? named : people(feed),
    tags: tags(element),
    enclosures,
    notes,
    title: titleOf(first(element, 'title')),
    link: linkOf(childrenNamed(element, 'link'), around, base, notes),
    published: said(element, 'published', 'issued', 'created'),
    updated: said(element, 'updated', 'modified'),
    language: languageAt(content ? [...around, content] : around) ?? (feed && said(feed, 'language')),
    base: (content && nearestBase([...around, content])) ?? base,
    full: content && !content.attributes.has('src') ? atomText(content) : undefined,
    summary: summary && atomText(summary),
    path: said(element, 'filename'),
    leftOut: leftOut(element),
  };
}

const kinds: Record<string, string> = {
  page: 'A page, not an article. Write it into pages/ if it is wanted.',
  template: 'The template of the site, not an article.',
  settings: 'A setting of the site, not an article.',
};

/**
 * What was never public, or is no article: drafts (RFC 5023, 13.1.1, and as before it), replies (RFC 4685), and what an export of Blogger
 * holds beside its posts.
 */
function leftOut(element: XmlElement): FoundEntry['leftOut'] {
  const [control] = childrenNamed(element, 'control');
  const draft = said(control ?? element, 'draft') ?? '';
  const status = ofBlogger(element, 'status').toUpperCase() || 'LIVE';
  const kind = (ofBlogger(element, 'type') || kindOf(element)).toLowerCase();
  if (kind === 'comment' || childrenNamed(element, 'in-reply-to').length > 0)
    return { of: 'comment', why: { code: 'I604', message: 'A comment of a reader.' } };
  if (Object.hasOwn(kinds, kind)) return { of: kind, why: { code: 'I607', message: kinds[kind]! } };
  if (/^(?:yes|true)$/i.test(draft) || /DRAFT|SCHEDULED/.test(status))
    return { of: 'draft', why: { code: 'I603', message: 'A draft: it was never published.' } };
  if (status !== 'LIVE')
    return { of: 'post in the bin', why: { code: 'I603', message: `Its status is "${status.slice(0, 40)}".` } };
  return undefined;
}

/** Others use these names as well. */
function ofBlogger(element: XmlElement, name: string): string {
  const found = childrenNamed(element, name).find(({ space, prefix }) => /blogger/i.test(`${space} ${prefix}`));
  return found ? xmlText(found).trim() : '';
}

/** Of exports before 2023: a category, "…/kind#post". */
function kindOf(element: XmlElement): string {
  const terms = childrenNamed(element, 'category')
    .filter(({ attributes }) => attributes.get('scheme')?.endsWith('#kind'))
    .map(({ attributes }) => attributes.get('term') ?? '');
  return /#(\w+)$/.exec(terms[0] ?? '')?.[1] ?? 'post';
}

function said(element: XmlElement, ...names: string[]): string | undefined {
  for (const name of names) {
    const found = childrenNamed(element, name).find((child) => xmlText(child).trim() !== '');
    if (found) return xmlText(found).trim();
  }
  return undefined;
}

const tags = (element: XmlElement): string[] => [
  ...new Set(
    childrenNamed(element, 'category', 'subject')
      .map((child) => child.attributes.get('label') ?? child.attributes.get('term') ?? htmlWords(xmlText(child)))
      .map((text) => text.trim())
      .filter((text) => text !== '' && !/^https?:\/\//.test(text)),
  ),
];
