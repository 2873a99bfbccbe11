/**
 * Letters to the editors under an article: in threads one deep, the oldest first, and as HTML. What readers write has no
 * markup: every character is escaped, and at most three addresses of a letter are links.
 */
import { articleAddress, authorAddress, lettersAddress } from './addresses.ts';
import { instantOf } from './dates.ts';
import type { Article, Edition } from './edition.ts';
import { escapedHtml } from './escaped-html.ts';
import { withBase } from './head.ts';
import type { LinkTo } from './page.ts';
import type { LetterFile } from './schema.ts';
import { languageFor } from './teaser.ts';

export type Letter = Exclude<LetterFile, { status: 'removed' }>;

export type Thread = { letter: LetterFile; replies: Letter[] };

export type Letters = {
  /** How many there are, replies too. */
  count: number;
  /** The first, which stand under the article itself. */
  shown: Thread[];
  /** All of them, on pages of their own; none where the article has them all. */
  pages: Thread[][];
};

/** What an article holds of its letters, in characters: its page is to be read before they are. It is less than a page of them. */
const mostInArticle = 1200;
/** What the head of each counts. */
const headSize = 100;
/** A page of letters is full with so many, or with so many characters. */
const mostOnPage = { letters: 50, characters: 60_000 };

const known = new WeakMap<Edition['content'], Map<string, Letters>>();

/** Undefined where an article has none. */
export function lettersOf(edition: Edition, slug: string): Letters | undefined {
  const files = edition.content.letters.get(slug);
  if (!files) return undefined;
  const ofContent = known.get(edition.content) ?? new Map<string, Letters>();
  known.set(edition.content, ofContent);
  const letters = ofContent.get(slug) ?? inPages(threadsOf(files, edition));
  ofContent.set(slug, letters);
  return letters;
}

export const hasText = (letter: LetterFile): letter is Letter => letter.status !== 'removed';

const charactersOf = (letter: LetterFile): number =>
  letterText(letter).reduce((sum, paragraph) => sum + paragraph.length, headSize);

const letterText = (letter: LetterFile): string[] => (hasText(letter) ? letter.text : []);

const sizeOf = ({ letter, replies }: Thread): number =>
  replies.reduce((sum, reply) => sum + charactersOf(reply), charactersOf(letter));

function threadsOf(files: readonly LetterFile[], edition: Edition): Thread[] {
  const { timeZone } = edition.content.publication;
  const order = (one: LetterFile, other: LetterFile) =>
    instantOf(one.date, timeZone) - instantOf(other.date, timeZone) || (one.id < other.id ? -1 : 1);
  const threads = new Map<string, Thread>();
  const replies: Letter[] = [];
  for (const letter of [...files].sort(order)) {
    if (hasText(letter) && files.some(({ id }) => id === letter.replyTo)) replies.push(letter);
    else threads.set(letter.id, { letter, replies: [] });
  }
  for (const reply of replies) threads.get(reply.replyTo!)?.replies.push(reply);
  return [...threads.values()];
}

function inPages(threads: Thread[]): Letters {
  const sizes = threads.map(sizeOf);
  const count = threads.reduce((sum, { letter, replies }) => sum + replies.length + (hasText(letter) ? 1 : 0), 0);
  const first = fitting(sizes, mostInArticle);
  if (first === threads.length) return { count, shown: threads, pages: [] };
  const pages: Thread[][] = [];
  let left = { letters: 0, characters: 0 };
  for (const [index, thread] of threads.entries()) {
    const letters = thread.replies.length + 1;
    if (left.letters < letters || left.characters < sizes[index]!) {
      pages.push([]);
      left = { ...mostOnPage };
    }
    pages.at(-1)!.push(thread);
    left.letters -= letters;
    left.characters -= sizes[index]!;
  }
  return { count, shown: threads.slice(0, first), pages };
}

/** How many of them, from the first on, have no more than that together. */
function fitting(sizes: readonly number[], most: number): number {
  let sum = 0;
  for (const [index, size] of sizes.entries()) {
    sum += size;
    if (sum > most) return index;
  }
  return sizes.length;
}

/** The page that has all letters of an article, where it has not. */
export function allLetters(edition: Edition, slug: string, { count, pages }: Letters): LinkTo | undefined {
  return pages.length > 0 ? { href: lettersAddress(slug), text: edition.words.letters.all(count) } : undefined;
}

/** "12 letters", where there are any. */
export function letterCount(edition: Edition, slug: string): string | undefined {
  const letters = lettersOf(edition, slug);
  return letters && edition.words.letters.count(letters.count);
}

/** The whole path of a letter, on the page where it stands. */
export function addressOfLetter(slug: string, { shown, pages }: Letters, id: string): string {
  const has = ({ letter, replies }: Thread) => [letter, ...replies].some((one) => one.id === id);
  const page = shown.some(has) ? -1 : pages.findIndex((threads) => threads.some(has));
  return `${page < 0 ? articleAddress(slug) : lettersAddress(slug, page + 1)}#letter-${id}`;
}

/** A list, or nothing where there are none. */
export function threadsHtml(edition: Edition, threads: readonly Thread[]): string {
  const items = threads
    .map(({ letter, replies }) => {
      const inner = replies.map((reply) => letterHtml(edition, reply, letter)).join('');
      return letterHtml(edition, letter, undefined, inner && `<ol>${inner}</ol>`);
    })
    .join('');
  return items && `<ol>${items}</ol>`;
}

function letterHtml(edition: Edition, letter: LetterFile, repliesTo?: LetterFile, replies = ''): string {
  const { words } = edition;
  const open = `<li class="letter" id="letter-${letter.id}"`;
  if (!hasText(letter)) return `${open}><p class="meta">${escapedHtml(words.letters.removed)}</p>${replies}</li>`;
  const { lang, dir } = languageFor(edition, letter.language);
  // Replies may be in another language, and are not within its direction.
  const turned = `${lang ? ` lang="${lang}"` : ''}${dir ? ` dir="${dir}"` : ''}`;
  // What is said of it in the language of the page goes the way of that.
  const ours = dir ? ` dir="${edition.direction}"` : '';
  const to = repliesTo && hasText(repliesTo) ? words.letters.inReplyTo(repliesTo.name) : '';
  return [
    `${open}><div${dir ? ` dir="${dir}"` : ''}>`,
    letter.status === 'waiting' ? `<p class="label"${ours}>${escapedHtml(words.letters.waiting(letter.id))}</p>` : '',
    `<p class="letter-head facts">${nameHtml(edition, letter)}`,
    letter.author === undefined ? '' : fact(words.letters.writer),
    to && fact(to),
    timeHtml(edition, letter, ours),
    `</p><div class="letter-text"${turned}>${textHtml(letter)}</div></div>${replies}</li>`,
  ].join('');
}

/** In the direction of its own words; what parts it from the next goes that of the letter. */
const fact = (words: string): string => `<span><bdi>${escapedHtml(words)}</bdi></span>`;

function nameHtml(edition: Edition, { name, author, language }: Letter): string {
  const { lang } = languageFor(edition, language);
  const shown = `<bdi class="letter-name"${lang ? ` lang="${lang}"` : ''}>${escapedHtml(name)}</bdi>`;
  if (author === undefined || !edition.authors.has(author)) return `<span>${shown}</span>`;
  return `<span><a href="${escapedHtml(withBase(edition, authorAddress(author)))}">${shown}</a></span>`;
}

/** When it was written; a device that it was written on says when it was printed. */
function timeHtml(edition: Edition, { date, printed }: Letter, turned: string): string {
  const { iso, text } = edition.dates.stamp(date);
  const since = printed === undefined ? '' : ` data-printed="${escapedHtml(printed)}"`;
  return `<time datetime="${escapedHtml(iso)}"${since}${turned}>${escapedHtml(text)}</time>`;
}

const mostLinks = 3;
const webAddress = /https?:\/\/[^\s<>"'\p{Cc}]+[^\s<>"'\p{P}\p{Cc}]\/?/giu;

/** Its paragraphs; addresses are links, as far as a letter may have them. */
export function textHtml({ text }: Pick<Letter, 'text'>): string {
  let left = mostLinks;
  const linked = (paragraph: string) => {
    let html = '';
    let end = 0;
    for (const { 0: address, index } of paragraph.matchAll(webAddress)) {
      if (left === 0 || !URL.canParse(address)) continue;
      left -= 1;
      html += `${escapedHtml(paragraph.slice(end, index))}<a href="${escapedHtml(address)}" rel="ugc nofollow noopener noreferrer">${escapedHtml(address)}</a>`;
      end = index + address.length;
    }
    return (html + escapedHtml(paragraph.slice(end))).replaceAll('\n', '<br>');
  };
  return text.map((paragraph) => `<p>${linked(paragraph)}</p>`).join('');
}

/** Everything that is said in the letters of an article, for search. */
export function lettersText(edition: Edition, { slug }: Pick<Article, 'slug'>): string {
  const letters = (edition.content.letters.get(slug) ?? []).filter(hasText);
  return letters.map(({ name, text }) => [`${name}:`, ...text].join(' ')).join(' ');
}
