/**
 * A page that somebody saved to read later: an article where the list holds its text, else a brief with its address.
 * The date of saving is not the date of publication, and is not used.
 */
import { type ImportedArticle, type Item, type Note, leftOut } from '../item.ts';
import { allWords, htmlWords } from '../wording/html-words.ts';
import { markdownOf } from '../html/markdown-of.ts';
import { wholeAddress } from '../html/web-links.ts';
import { quoted } from '../../press/content/problems.ts';
import { feedNamesIn } from '../feed/people.ts';
import { writtenDate } from '../wording/written-date.ts';

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
const longestExcerpt = 600;
/** Where a program keeps all that nobody has put into a folder. */
const isPlace =
  /^(?:(?:my |other |mobile )?bookmarks(?: menu| toolbar| bar)?|favou?rites(?: bar)?|(?:read )?archive|unread|starred|root|home|)$/i;

export function pageFound(page: SavedPage): Item {
  const notes: Note[] = [...(page.notes ?? [])];
  const url = addressOf(page.url);
  const title = htmlWords(page.title ?? '');
  const name = title || url || '(without a title)';
  const place = page.line === undefined ? {} : { line: page.line };
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
    return { is: 'article', name, ...place, article: articleOf(page, html, title, url, notes), notes };
  }
  if (title === '' && url === undefined) {
    return leftOut('page', name, 'I112', 'It has neither a title nor an address that can be linked to.', page.line);
  }
  const words = allWords(page.excerpt ?? '');
  const excerpt =
    words.length > longestExcerpt ? `${words.slice(0, longestExcerpt - 1).replace(/\s+\S*$/, '')}…` : words;
  if (excerpt !== words)
    notes.push({ code: 'I122', message: 'The excerpt was longer than 600 characters. It was shortened.' });
  if (title === '') notes.push({ code: 'I111', message: 'It has no title; its address stands in its place.' });
  const brief = {
    headline: title || url!,
    ...(excerpt !== '' && excerpt !== title && { excerpt }),
    ...(url !== undefined && { url }),
  };
  return { is: 'brief', name, ...place, brief, notes };
}

function articleOf(
  page: SavedPage,
  html: string,
  title: string,
  url: string | undefined,
  notes: Note[],
): ImportedArticle {
  const read = markdownOf(html, {
    ...(url !== undefined && { base: url }),
    ...(page.language && { language: page.language }),
  });
  notes.push(...read.notes);
  const published = page.published === undefined ? undefined : writtenDate(page.published);
  if (published?.told) notes.push({ code: 'I305', message: `The date: ${published.told}.` });
  const standfirst = allWords(page.excerpt ?? '');
  const picture = addressOf(page.picture);
  return {
    authors: page.author === undefined ? [] : feedNamesIn(page.author),
    tags: page.tags ?? [],
    body: read.blocks,
    aliases: [],
    ...(title !== '' && { headline: title }),
    ...(url !== undefined && { address: url }),
    ...(published && { published: published.date }),
    ...(page.language && { language: page.language }),
    ...(standfirst !== '' && !allWords(html).startsWith(standfirst.slice(0, 60)) && { standfirst }),
    ...(picture !== undefined && !html.includes(picture) && { image: { src: picture } }),
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
