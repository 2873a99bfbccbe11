/**
 * A page that somebody saved to read later: an article where the list holds its text, else a brief with its address.
 * The date of saving is not the date of publication, and is not used.
 */
import { type ImportedArticle, type Item, type Note, leftOut } from '../item.ts';
import { allWords, htmlWords } from '../wording/html-words.ts';
import type { CsvRow } from '../read/csv-rows.ts';
import { markdownOf } from '../html/markdown-of.ts';
import { wholeAddress } from '../html/web-links.ts';
import { quoted } from '../../press/content/problems.ts';
import { feedNamesIn } from '../feed/people.ts';
import { dateIn } from '../wording/written-date.ts';

export type SavedPage = {
  line?: number;
  title?: string | undefined;
  url?: string | undefined;
  /** Plain or HTML. */
  excerpt?: string | undefined;
  html?: string | undefined;
  author?: string | undefined;
  published?: string | undefined;
  language?: string | undefined;
  picture?: string | undefined;
  tags?: string[];
  folder?: string | undefined;
  notes?: Note[];
};

/** A text with fewer words than these is a notice such as "could not be fetched". */
const fewestWords = 5;
/** Where a program keeps all that nobody has put into a folder. */
const isPlace =
  /^(?:(?:my |other |mobile )?bookmarks(?: menu| toolbar| bar)?|favou?rites(?: bar)?|(?:read )?archive|unread|starred|root|home|)$/i;

export function pageFound(page: SavedPage): Item {
  const notes: Note[] = [...(page.notes ?? [])];
  const url = addressOf(page.url);
  const title = htmlWords(page.title ?? '');
  const name = title || url || '(without a title)';
  const { line } = page;
  if (page.url !== undefined && url === undefined) {
    notes.push({
      code: 'I504',
      message: `The address "${page.url.slice(0, 80)}" is none that can be linked to. It was left out.`,
    });
  }
  const html = page.html ?? '';
  const isText =
    allWords(html).split(' ').length >= fewestWords && !/^(?:<[^<>]*>)*wallabag can.t retrieve contents/i.test(html);
  const sorted = [
    ...(isText ? [] : (page.tags ?? []).map((tag) => `tag ${quoted(tag)}`)),
    ...(page.folder === undefined || isPlace.test(page.folder) ? [] : [`folder ${quoted(page.folder)}`]),
  ];
  if (sorted.length > 0)
    notes.push({ code: 'I606', message: `There is no place for tags and folders here: ${sorted.join(', ')}.` });
  if (isText) {
    return { is: 'article', name, line, article: articleOf(page, html, title, url, notes), notes };
  }
  if (title === '' && url === undefined) {
    return leftOut('page', name, 'I112', 'It has neither a title nor an address that can be linked to.', line);
  }
  const excerpt = allWords(page.excerpt ?? '');
  if (title === '') notes.push({ code: 'I111', message: 'It has no title; its address stands in its place.' });
  const brief = { headline: title || url!, excerpt: excerpt === title ? '' : excerpt, url };
  return { is: 'brief', name, line, brief, notes };
}

function articleOf(
  page: SavedPage,
  html: string,
  title: string,
  url: string | undefined,
  notes: Note[],
): ImportedArticle {
  const { language } = page;
  const read = markdownOf(html, { base: url, language });
  notes.push(...read.notes);
  const standfirst = allWords(page.excerpt ?? '');
  const picture = addressOf(page.picture);
  return {
    headline: title,
    standfirst: allWords(html).startsWith(standfirst.slice(0, 60)) ? '' : standfirst,
    authors: page.author === undefined ? [] : feedNamesIn(page.author),
    tags: page.tags ?? [],
    published: dateIn(page.published, notes),
    language,
    image: picture === undefined || html.includes(picture) ? undefined : { src: picture },
    body: read.blocks,
    address: url,
    aliases: [],
  };
}

/** Only http(s): lists of bookmarks also hold scripts, folders and browser settings. */
const addressOf = (written: string | undefined): string | undefined => {
  const address = written === undefined ? undefined : wholeAddress(written);
  return address !== undefined && /^https?:/i.test(address) ? address : undefined;
};

/** Tags in one value: "a, b|c", or ["a"] in JSON. */
export function tagsIn(written: string | undefined): string[] {
  if (written === undefined) return [];
  const list = /^\[(?:\s*"(?:[^"\\]|\\.)*"\s*,?)*\]$/.test(written.trim())
    ? (JSON.parse(written) as string[])
    : written.split(/[|,;]/);
  return list.map((tag) => tag.trim()).filter((tag) => tag !== '');
}

/** By which names lists call the address of a page. */
export const addressNames = ['url', 'uri', 'href', 'link', 'article__url', 'resolved_url', 'given_url'];

/** A row of a table by the columns that such lists have. */
export const pageInRow = (row: CsvRow): SavedPage => ({
  line: row.line,
  title: row.value('title'),
  url: row.value(...addressNames),
  excerpt: row.value('excerpt', 'description', 'selection', 'note', 'notes'),
  tags: tagsIn(row.value('tags', 'labels', 'document tags')),
  folder: row.value('folder', 'folders', 'collection', 'list'),
});
