/**
 * Bookmarks: the Netscape format that every browser and Shaarli, linkding and Pinboard write, the JSON of Firefox, Pinboard,
 * Readability and others, and tables with a column of addresses. Briefs with their addresses.
 */
import { type Format, Refusal } from '../format.ts';
import { csvColumns, csvRows } from '../read/csv-rows.ts';
import { jsonOf, own, wordsInJson, wordsUnder, namesInList } from '../read/json-file.ts';
import { linksIn } from './link-list.ts';
import { addressNames, pageFound, pageInRow, type SavedPage, tagsIn } from './saved-page.ts';

const netscape = /^\s*(?:<!--[^]*?-->\s*)?<!DOCTYPE\s+NETSCAPE-Bookmark-file/i;
const titleNames = ['title', 'article__title', 'name', 'resolved_title', 'given_title'];

export const bookmarks: Format = {
  name: 'bookmarks',

  recognises({ text }) {
    const start = text.replace(/^\ufeff/, '');
    if (netscape.test(start)) return true;
    if (/^\s*[[{]/.test(start)) return isJsonList(start);
    const columns = csvColumns(start);
    return (
      columns !== undefined &&
      columns.some((name) => addressNames.includes(name)) &&
      columns.includes('title') &&
      !columns.some((name) => /e-?mail/.test(name))
    );
  },

  async *read(source) {
    const text = await source.whole();
    if (netscape.test(text.replace(/^\ufeff/, ''))) for (const page of linksIn(text)) yield pageFound(page);
    else if (/^\ufeff?\s*[[{]/.test(text)) for (const page of pagesInJson(jsonOf(text))) yield pageFound(page);
    else for (const row of csvRows(text)) yield pageFound(pageInRow(row));
  },
};

/** Finds links in a list of objects with addresses, or in the tree of Firefox. */
const isJsonList = (text: string): boolean =>
  /"type"\s*:\s*"text\/x-moz-place/.test(text) ||
  (/"(?:article__)?(?:url|href|uri)"\s*:\s*"/.test(text) &&
    /"(?:article__)?(?:title|description)"\s*:/.test(text) &&
    /^\s*(?:\[|\{\s*"(?:bookmarks|items|links|list|articles)"\s*:)/.test(text));

const deepest = 64;

function* pagesInJson(value: unknown, depth = 0, folder?: string): Iterable<SavedPage> {
  if (depth > deepest) throw new Refusal('I101', `Folders stand in one another more than ${deepest} deep.`);
  if (Array.isArray(value)) for (const member of value as unknown[]) yield* pagesInJson(member, depth + 1, folder);
  else if (typeof value === 'object' && value !== null) {
    const url = wordsUnder(value, ...addressNames);
    if (url !== undefined) {
      if (!/^(?:place|about|chrome):/.test(url))
        yield { ...pageInJson(value, url), folder: wordsUnder(value, 'folder', 'collection') ?? folder };
      return;
    }
    for (const name of ['bookmarks', 'items', 'links', 'list', 'articles', 'children', 'recommendations']) {
      yield* pagesInJson(own(value, name), depth + 1, wordsUnder(value, 'title', 'name') ?? folder);
    }
  }
}

/** Pinboard, after del.icio.us, calls the title "description" and the description "extended". */
function pageInJson(value: unknown, url: string): SavedPage {
  const ofPinboard = own(value, 'extended') !== undefined;
  const tags = own(value, 'tags');
  const inOne = wordsInJson(tags);
  return {
    url,
    title: wordsUnder(value, ...titleNames) ?? (ofPinboard ? wordsUnder(value, 'description') : undefined),
    excerpt: ofPinboard
      ? wordsUnder(value, 'extended')
      : wordsUnder(value, 'excerpt', 'article__excerpt', 'description', 'note', 'notes'),
    author: wordsUnder(value, 'author', 'article__author'),
    html: wordsUnder(value, 'content', 'html'),
    tags:
      inOne !== undefined && ofPinboard ? inOne.split(/\s+/) : inOne !== undefined ? tagsIn(inOne) : namesInList(tags),
  };
}
