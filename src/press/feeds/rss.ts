/** RSS 2.0 by the Best Practices Profile of the RSS Advisory Board. */
import { feedFormats, type FeedFormat } from '../../publication/feed-addresses.ts';
import type { Feed, FeedEntry } from './feed-entries.ts';
import { escapedHtml } from '../../publication/escaped-html.ts';
import { rfc822 } from './moments.ts';
import { around, document, element, empty, htmlText } from './xml.ts';

const namespaces = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
};

/** `format`: under which name it is written. */
export function rss(feed: Feed, format: FeedFormat & ('rss' | 'letters')): string {
  const channel = [
    element('title', feed.title),
    element('link', feed.home),
    element('description', feed.description),
    element('language', feed.language),
    element('copyright', feed.rights),
    element('lastBuildDate', feed.changed && rfc822(feed.changed)),
    empty('atom:link', { rel: 'self', type: feedFormats.rss.type, href: feed.url(format) }),
    ...feed.entries.map(item),
  ];
  return document(around('rss', { version: '2.0', ...namespaces }, [around('channel', {}, channel)]));
}

/** No `enclosure`: it must say the length of its file, which nobody here knows. The picture is in the text. */
function item(entry: FeedEntry): string {
  return around('item', {}, [
    element('title', entry.title),
    element('link', entry.url),
    element('guid', entry.id, { isPermaLink: String(entry.id === entry.url) }),
    element('pubDate', entry.published && rfc822(entry.published)),
    ...entry.writers.map(({ name }) => element('dc:creator', name)),
    element('dc:language', entry.language),
    ...entry.categories.map((name) => element('category', name)),
    // HTML, unlike the title.
    element('description', entry.summary && escapedHtml(entry.summary)),
    htmlText('content:encoded', entry.html),
  ]);
}
