/** JSON Feed 1.1 (jsonfeed.org). What is undefined is left out. */
import type { Feed, FeedEntry } from './feed-entries.ts';

export function jsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.url('json'),
    description: feed.description,
    authors: [feed.publication],
    language: feed.language,
    items: feed.entries.map(item),
  });
}

const item = (entry: FeedEntry) => ({
  id: entry.id,
  url: entry.url,
  title: entry.title,
  summary: entry.summary,
  content_html: entry.html,
  image: entry.image,
  date_published: entry.published?.iso,
  date_modified: entry.changed?.iso,
  authors: entry.writers,
  tags: entry.categories,
  language: entry.language,
});
