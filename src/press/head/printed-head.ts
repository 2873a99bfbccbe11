/**
 * The whole head of a printed page, as HTML: what the browser keeps right as the reader goes on (`head-tags.ts`), and
 * what is only for those who fetch the document: Open Graph, writers, neighbours in a list, structured data. Every tag
 * that belongs to this page is marked `data-head`, so that the next page can take its place.
 */
import { authorAddress, searchDescriptionAddress } from '../../publication/addresses.ts';
import type { Edition } from '../../publication/edition.ts';
import { escapedHtml } from '../../publication/escaped-html.ts';
import { commonFeeds, withBase } from '../../publication/head.ts';
import { feedTag, headTags, linkTag, type HeadTag } from '../../publication/head-tags.ts';
import type { Page } from '../../publication/page.ts';
import { shareTags } from './share-tags.ts';
import { structuredData } from './structured-data.ts';

export function printedHead(edition: Edition, address: string, page: Page): string {
  const own = [...headTags(page.head), ...writersOf(edition, page), ...neighboursOf(edition, page)];
  const tags = [...own, ...shareTags(edition, address, page)].map((tag) => written(tag, ' data-head'));
  const common = [...commonFeeds(edition).map(feedTag), searchTag(edition)].map((tag) => written(tag));
  const data = structuredData(edition, address, page);
  return [`<title>${escapedHtml(page.head.title)}</title>`, ...tags, ...common, ...(data ? [block(data)] : [])].join(
    '',
  );
}

const searchTag = (edition: Edition): HeadTag =>
  linkTag('search', withBase(edition, searchDescriptionAddress()), {
    type: 'application/opensearchdescription+xml',
    title: edition.content.publication.name,
  });

function writersOf(edition: Edition, page: Page): HeadTag[] {
  const authors = page.kind === 'article' ? (edition.bySlug.get(page.slug)?.authors ?? []) : [];
  return authors.map((slug) => linkTag('author', withBase(edition, authorAddress(slug))));
}

function neighboursOf(edition: Edition, page: Page): HeadTag[] {
  const { previous, next } = 'paging' in page ? page.paging : {};
  return [
    ...(previous ? [linkTag('prev', withBase(edition, previous))] : []),
    ...(next ? [linkTag('next', withBase(edition, next))] : []),
  ];
}

const written = ({ name, attributes }: HeadTag, mark = ''): string =>
  `<${name}${mark}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapedHtml(value)}"`)
    .join('')}>`;

/** A block of data, which no browser runs; without `<` nothing in it can end it or open a comment. */
const block = (data: unknown): string =>
  `<script data-head type="application/ld+json">${JSON.stringify(data).replaceAll('<', String.raw`\u003c`)}</script>`;
