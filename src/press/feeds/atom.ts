/** Atom (RFC 4287). All links are absolute, so there is no `xml:base`. */
import { feedFormats } from '../../publication/feed-addresses.ts';
import type { Feed, FeedEntry, Writer } from './feed-entries.ts';
import type { Moment } from './moments.ts';
import { around, document, element, empty, htmlText } from './xml.ts';

/**
 * RFC 4287, 4.1.1 and 4.1.2, wants `updated` everywhere. For what has no date it is the beginning of 1970: the same in
 * every build, so that no reader takes the entry for changed, and old enough to stand after what has one.
 */
const undated = '1970-01-01T00:00:00Z';

const updated = (moment: Moment | undefined): string => element('updated', moment?.iso ?? undated);

export function atom(feed: Feed): string {
  const children = [
    element('id', feed.url('atom')),
    element('title', feed.title),
    element('subtitle', feed.description),
    empty('link', { rel: 'self', type: feedFormats.atom.type, href: feed.url('atom') }),
    empty('link', { rel: 'alternate', type: 'text/html', href: feed.home }),
    updated(feed.changed),
    author(feed.publication),
    element('rights', feed.rights),
    ...feed.entries.map(entryElement),
  ];
  return document(around('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language }, children));
}

function entryElement(entry: FeedEntry): string {
  return around('entry', { 'xml:lang': entry.language }, [
    element('id', entry.id),
    element('title', entry.title),
    entry.url ? empty('link', { rel: 'alternate', type: 'text/html', href: entry.url }) : '',
    element('published', entry.published?.iso),
    updated(entry.changed),
    ...entry.writers.map(author),
    ...entry.categories.map((term) => empty('category', { term })),
    element('summary', entry.summary),
    htmlText('content', entry.html, { type: 'html' }),
  ]);
}

const author = ({ name, url }: Writer): string => around('author', {}, [element('name', name), element('uri', url)]);
