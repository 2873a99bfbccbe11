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
import { dateIn } from '../wording/written-date.ts';
import { decodedAddress } from '../../press/markdown/web-address.ts';

/** A text, and whether it is HTML. */
export type FeedText = { words: string; is: 'html' | 'plain' };

export type FoundEntry = {
  line?: number | undefined;
  /** Plain. */
  title?: string | undefined;
  link?: string | undefined;
  /** The path that it had, where its whole address is not told. */
  path?: string | undefined;
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
      yield { is: 'left-out', ...entry.leftOut, name: entry.title ?? '(without a title)', line: entry.line };
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

function articleOf(entry: FoundEntry, text: FeedText): Item {
  const base = entry.link ?? entry.base;
  const notes: Note[] = [...entry.notes];
  const read =
    text.is === 'html' ? markdownOf(text.words, { base, language: entry.language }) : plainBlocks(text.words);
  notes.push(...read.notes);
  const summary = entry.full && entry.summary ? allWords(entry.summary.words) : '';
  const article: ImportedArticle = {
    headline: entry.title,
    standfirst: isNew(summary, text) && summary.length <= 600 ? summary : '',
    authors: entry.authors,
    tags: entry.tags,
    ...dates(entry, notes),
    language: entry.language,
    body: read.blocks,
    address: entry.link,
    aliases: entry.path === undefined ? [] : [entry.path],
  };
  if (entry.image && !text.words.includes(entry.image.src)) article.image = entry.image;
  for (const { url, type, title } of entry.enclosures) {
    if (type.startsWith('image/')) {
      if (!article.image && !text.words.includes(url)) article.image = { src: url };
    } else if (!text.words.includes(url)) {
      article.body.push(`[${(title ?? lastPart(url)).replace(/[[\]\\]/g, '\\$&')}](<${url}>)`);
      notes.push({ code: 'I605', message: `An enclosure (${type || 'of no type'}) became a link at the end: ${url}` });
    }
  }
  return { is: 'article', name: entry.title ?? entry.link ?? '(without a title)', line: entry.line, article, notes };
}

const plainBlocks = (text: string): { blocks: string[]; notes: Note[] } => ({
  blocks: text
    .split(/\n[ \t]*\n/)
    .map(paragraphOf)
    .filter((block) => block !== ''),
  notes: [],
});

const lastPart = (url: string): string => decodedAddress(new URL(url).pathname.split('/').at(-1) || url);

/** A summary that repeats the first words of the text does not count. */
function isNew(summary: string, text: FeedText): boolean {
  const folded = (words: string): string => words.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
  const start = folded(summary.replace(/\[?(?:…|\.\.\.)\]?\s*$/, '')).slice(0, 80);
  return !breaksOff.test(summary) && !folded(text.is === 'html' ? allWords(text.words) : text.words).includes(start);
}

/** The only date of an entry is that of its publication: Atom asks for `updated` alone (RFC 4287, 4.2.15). */
function dates(entry: FoundEntry, notes: Note[]): Pick<ImportedArticle, 'published' | 'updated'> {
  const published = dateIn(entry.published, notes);
  const updated = dateIn(entry.updated, notes);
  return { published: published ?? updated, updated };
}

function briefOf(entry: FoundEntry, told: string): Item {
  const { title = '', summary, link } = entry;
  const notes: Note[] = [
    ...entry.notes,
    { code: 'I602', message: `The feed gives no whole text (${told}). It is a brief with its address.` },
  ];
  const excerpt = allWords(summary?.words ?? '')
    .replace(tail, '')
    .replace(/\s*\[(?:…|\.\.\.)\]$/, ' …');
  const { published } = dates(entry, notes);
  const brief = { headline: title, excerpt: excerpt === title ? '' : excerpt, url: link };
  const kept = [published, ...entry.authors.map(({ name }) => name)].filter((part) => part !== undefined);
  if (kept.length > 0)
    notes.push({ code: 'I606', message: `A brief has no place for its date and writer: ${kept.join(', ')}.` });
  return { is: 'brief', name: title, line: entry.line, brief, notes };
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
  return /^https?:$/.test(url.protocol) && url.username + url.password === '' ? url.href : undefined;
}
