/** JSON Feed 1 and 1.1. */
import type { ImportedAuthor, Note } from '../item.ts';
import { Refusal } from '../format.ts';
import { htmlWords } from '../wording/html-words.ts';
import { jsonOf, listOf, own, wordsUnder, namesInList } from '../read/json-file.ts';
import { addressIn, type FoundEntry } from './feed-entry.ts';
import { linksTo } from '../html/web-links.ts';

const mostEntries = 100_000;

export function jsonEntries(text: string): FoundEntry[] {
  const feed = jsonOf(text);
  const items = own(feed, 'items');
  if (!Array.isArray(items)) throw new Refusal('I101', 'Not a JSON Feed: it has no list "items".');
  if (items.length > mostEntries)
    throw new Refusal('I005', `The feed has more than ${mostEntries} entries. Divide it.`);
  return items.map((item) => entryOf(item, feed));
}

function entryOf(item: unknown, feed: unknown): FoundEntry {
  const notes: Note[] = [];
  const base = addressIn(wordsUnder(feed, 'home_page_url', 'feed_url'), undefined, []);
  const id = wordsUnder(item, 'id');
  const link = addressIn(
    wordsUnder(item, 'url', 'external_url') ?? (/^https?:\/\//i.test(id ?? '') ? id : undefined),
    base,
    notes,
  );
  const html = wordsUnder(item, 'content_html');
  const plain = wordsUnder(item, 'content_text');
  const title = htmlTitle(wordsUnder(item, 'title'));
  const summary = wordsUnder(item, 'summary');
  const image = addressIn(wordsUnder(item, 'image', 'banner_image'), base, notes);
  const authors = people(item);
  return {
    title,
    link,
    base,
    published: wordsUnder(item, 'date_published'),
    updated: wordsUnder(item, 'date_modified'),
    language: wordsUnder(item, 'language') ?? wordsUnder(feed, 'language'),
    full:
      html !== undefined
        ? { words: html, is: 'html' }
        : plain !== undefined
          ? { words: plain, is: 'plain' }
          : undefined,
    summary: summary !== undefined ? { words: summary, is: 'plain' } : undefined,
    image: image !== undefined ? { src: image } : undefined,
    authors: authors.length > 0 ? authors : people(feed),
    tags: [...new Set(namesInList(own(item, 'tags')))],
    enclosures: listOf(own(item, 'attachments')).flatMap((attachment) => {
      const url = addressIn(wordsUnder(attachment, 'url'), base, notes);
      const type = wordsUnder(attachment, 'mime_type') ?? '';
      return url === undefined ? [] : [{ url, type, title: wordsUnder(attachment, 'title') }];
    }),
    notes,
  };
}

const htmlTitle = (title: string | undefined): string | undefined =>
  title === undefined ? undefined : htmlWords(title) || undefined;

/** `authors` of version 1.1, `author` of version 1. */
function people(value: unknown): ImportedAuthor[] {
  const list = listOf(own(value, 'authors'));
  return (list.length > 0 ? list : [own(value, 'author')]).flatMap((person) => {
    const name = wordsUnder(person, 'name');
    if (name === undefined || /^\S+@\S+$/.test(name)) return [];
    return [{ name: htmlWords(name), links: linksTo('Website', wordsUnder(person, 'url')) }];
  });
}
