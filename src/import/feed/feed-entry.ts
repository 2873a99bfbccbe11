/** An entry of a feed in any format, and the item it becomes. */
import {
  type ImportedArticle,
  type ImportedAuthor,
  type ImportedImage,
  type Item,
  type Note,
  leftOut,
} from '../item.ts';
import { allWords } from '../wording/html-words.ts';
import { wholeAddress } from '../html/web-links.ts';
import { markdownOf } from '../html/markdown-of.ts';
import { paragraphOf } from '../wording/markdown-text.ts';
import { writtenDate } from '../wording/written-date.ts';

/** A text, and whether it is HTML. */
export type FeedText = { words: string; is: 'html' | 'plain' };

export type FoundEntry = {
  line?: number;
  /** Plain. */
  title?: string;
  link?: string;
  /** The path that it had, where its whole address is not told. */
  path?: string;
  /** It is no article, or was never public. */
  leftOut?: { of: string; why: Note };
  published?: string;
  updated?: string;
  authors: ImportedAuthor[];
  /** What the feed calls the content. */
  full?: FeedText;
  /** What it calls the summary, or the one text it has, which may be either. */
  summary?: FeedText;
  tags: string[];
  language?: string;
  /** For relative addresses. */
  base?: string;
  enclosures: { url: string; type: string; title?: string }[];
  image?: ImportedImage;
  notes: Note[];
};

/** Whether the text is only the beginning: it says so, or is one short paragraph. */
const goesOn =
  /(?:to read (?:this|the (?:full|whole|rest))|continue reading|read more|read the (?:rest|full|whole)|weiterlesen|lire la suite|leer más|مزید پڑھیں|اقرأ المزيد)[^<.]{0,60}/;
const breaksOff = new RegExp(
  `(?:\\[?(?:…|\\.\\.\\.|&hellip;|&#8230;|&#x2026;)\\]?|${goesOn.source})\\s*(?:</?[a-z][^<>]*>\\s*)*$`,
  'i',
);
const tail = new RegExp(`\\s*${goesOn.source}$`, 'i');
const blocks = /<(?:p|ul|ol|blockquote|pre|table|h[1-6]|figure)\b/i;
const shortestText = 120;

function isWhole({ words, is }: FeedText, titled: boolean): boolean {
  if (breaksOff.test(words)) return false;
  const count = (is === 'html' ? allWords(words) : words).split(/\s+/).length;
  if (count >= shortestText) return true;
  // A post without a title is a note; a note may be short.
  return !titled || (is === 'html' && blocks.test(words));
}

/** Entries become articles; an entry of which the feed holds only the beginning becomes a brief with its address. */
export function* entriesFound(entries: readonly FoundEntry[]): Iterable<Item> {
  const counted = entries.filter(({ leftOut }) => !leftOut);
  for (const entry of entries) {
    if (entry.leftOut)
      yield { is: 'left-out', ...entry.leftOut, name: entry.title ?? '(without a title)', ...at(entry) };
  }
  yield* articlesFound(counted);
}

function* articlesFound(entries: readonly FoundEntry[]): Iterable<Item> {
  const texts = entries.map(
    (entry) =>
      entry.full ?? (entry.summary && isWhole(entry.summary, entry.title !== undefined) ? entry.summary : undefined),
  );
  const briefs = entries.filter((entry, index) => !texts[index] && entry.title !== undefined).length;
  for (const [index, entry] of entries.entries()) {
    const text = texts[index] ?? (entry.title === undefined ? entry.summary : undefined);
    if (text && /\S/.test(text.words)) yield articleOf(entry, text);
    else if (entry.title !== undefined) yield briefOf(entry, `excerpt only: ${briefs} of ${entries.length}`);
    else {
      const message = 'The entry has neither a title nor a text.';
      yield leftOut('entry', entry.link ?? '(without a title)', 'I112', message, entry.line);
    }
  }
}

const at = ({ line }: FoundEntry): { line?: number } => (line === undefined ? {} : { line });

function articleOf(entry: FoundEntry, text: FeedText): Item {
  const base = entry.link ?? entry.base;
  const notes: Note[] = [...entry.notes];
  const read = text.is === 'html' ? markdownOf(text.words, options(base, entry.language)) : plainBlocks(text.words);
  notes.push(...read.notes);
  const article: ImportedArticle = {
    authors: entry.authors,
    tags: entry.tags,
    body: read.blocks,
    aliases: entry.path === undefined ? [] : [entry.path],
  };
  if (entry.title !== undefined) article.headline = entry.title;
  const summary = entry.full && entry.summary ? allWords(entry.summary.words) : '';
  if (summary !== '' && isNew(summary, text) && summary.length <= 600) article.standfirst = summary;
  if (entry.language !== undefined) article.language = entry.language;
  if (entry.link !== undefined) article.address = entry.link;
  Object.assign(article, dates(entry, notes));
  if (entry.image && !text.words.includes(entry.image.src)) article.image = entry.image;
  for (const { url, type, title } of entry.enclosures) {
    if (type.startsWith('image/')) {
      if (!article.image && !text.words.includes(url)) article.image = { src: url };
    } else if (!text.words.includes(url)) {
      article.body.push(`[${(title ?? lastPart(url)).replace(/[[\]\\]/g, '\\$&')}](<${url}>)`);
      notes.push({ code: 'I605', message: `An enclosure (${type || 'of no type'}) became a link at the end: ${url}` });
    }
  }
  return { is: 'article', name: entry.title ?? entry.link ?? '(without a title)', ...at(entry), article, notes };
}

const options = (base: string | undefined, language: string | undefined) => ({
  ...(base !== undefined && { base }),
  ...(language !== undefined && { language }),
});

const plainBlocks = (text: string): { blocks: string[]; notes: Note[] } => ({
  blocks: text
    .split(/\n[ \t]*\n/)
    .map(paragraphOf)
    .filter((block) => block !== ''),
  notes: [],
});

const lastPart = (url: string): string => decodeURIComponentSafely(new URL(url).pathname.split('/').at(-1) || url);

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A summary that repeats the first words of the text does not count. */
function isNew(summary: string, text: FeedText): boolean {
  const folded = (words: string): string => words.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
  const start = folded(summary.replace(/\[?(?:…|\.\.\.)\]?\s*$/, '')).slice(0, 80);
  return !breaksOff.test(summary) && !folded(text.is === 'html' ? allWords(text.words) : text.words).includes(start);
}

/** The only date of an entry is that of its publication: Atom asks for `updated` alone (RFC 4287, 4.2.15). */
function dates(entry: FoundEntry, notes: Note[]): { published?: string; updated?: string } {
  const published = dated(entry.published, notes);
  const updated = dated(entry.updated, notes);
  return { ...((published ?? updated) && { published: published ?? updated }), ...(updated && { updated }) };
}

function dated(written: string | undefined, notes: Note[]): string | undefined {
  if (written === undefined || written.trim() === '') return undefined;
  const found = writtenDate(written);
  if (!found) notes.push({ code: 'I115', message: `"${written.trim().slice(0, 60)}" is not a date.` });
  if (found?.told) notes.push({ code: 'I305', message: `The date: ${found.told}.` });
  return found?.date;
}

const longestExcerpt = 600;

function briefOf(entry: FoundEntry, told: string): Item {
  const { title = '', summary, link } = entry;
  const notes: Note[] = [
    ...entry.notes,
    { code: 'I602', message: `The feed gives no whole text (${told}). It is a brief with its address.` },
  ];
  const words = summary
    ? allWords(summary.words)
        .replace(tail, '')
        .replace(/\s*\[(?:…|\.\.\.)\]$/, ' …')
    : '';
  const excerpt =
    words.length > longestExcerpt ? `${words.slice(0, longestExcerpt - 1).replace(/\s+\S*$/, '')}…` : words;
  if (excerpt !== words)
    notes.push({ code: 'I122', message: 'The excerpt was longer than 600 characters. It was shortened.' });
  const { published } = dates(entry, notes);
  const brief = {
    headline: title,
    ...(excerpt !== '' && excerpt !== title && { excerpt }),
    ...(link !== undefined && { url: link }),
    ...(published !== undefined && { published }),
    ...(entry.authors.length > 0 && { authors: entry.authors }),
  };
  const kept = [published, ...entry.authors.map(({ name }) => name)].filter((part) => part !== undefined);
  if (kept.length > 0)
    notes.push({ code: 'I606', message: `A brief has no place for its date and writer: ${kept.join(', ')}.` });
  return { is: 'brief', name: title, ...at(entry), brief, notes };
}

/** The http(s) address, or undefined and a note (I107). */
export function addressIn(written: string | undefined, base: string | undefined, notes: Note[]): string | undefined {
  const text = written?.trim() ?? '';
  if (text === '') return undefined;
  const found = wholeAddress(text, base) ?? (URL.canParse(text, base) ? safely(text, base) : undefined);
  if (found === undefined)
    notes.push({
      code: 'I107',
      message: `The address "${text.slice(0, 80)}" is not whole, and there is nothing it is relative to.`,
    });
  return found;
}

/** Only http(s) and mailto: other schemes may run code. */
function safely(text: string, base: string | undefined): string | undefined {
  const url = new URL(text, base);
  return /^https?:$/.test(url.protocol) && url.username === '' ? url.href : undefined;
}
