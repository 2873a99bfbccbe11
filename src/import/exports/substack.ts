/** Substack: posts.csv with the texts beside it in posts/<id>.html. */
import { type ImportedArticle, type Item, type Note, leftOut } from '../item.ts';
import { parsed } from '../../press/content/json-source.ts';
import type { Format, Source } from '../format.ts';
import { wordsUnder } from '../read/json-file.ts';
import { type CsvRow, csvColumns, csvRows } from '../read/csv-rows.ts';
import { htmlWords } from '../wording/html-words.ts';
import { attribute, type PageElement, parsePage } from '../html/dom.ts';
import { markdownOf } from '../html/markdown-of.ts';
import { counted } from '../codes.ts';
import { dateIn } from '../wording/written-date.ts';
import { textBeside } from './beside.ts';

export const substack: Format = {
  name: 'substack',
  recognises({ text }) {
    const columns = csvColumns(text);
    return (
      columns !== undefined && ['post_id', 'post_date', 'is_published', 'title'].every((name) => columns.includes(name))
    );
  },
  async *read(source) {
    for (const row of csvRows(await source.whole())) yield await post(row, source);
  },
};

/** Kinds that are no articles, and whom a post is for. */
const otherKinds: Record<string, string> = {
  page: 'A page, not an article.',
  restack: 'It shares a post of somebody else.',
  note: 'A note, not an article.',
};

async function post(row: CsvRow, source: Source): Promise<Item> {
  const id = row.value('post_id') ?? '';
  const title = htmlWords(row.value('title') ?? '');
  const name = title || id || '(without a title)';
  const without = (of: string, code: string, message: string) => leftOut(of, name, code, message, row.line);
  const html = await textOf(source, id);
  const type = row.value('type')?.toLowerCase() ?? 'newsletter';
  const audience = row.value('audience')?.toLowerCase() ?? 'everyone';
  if (!/^(?:true|1|yes)$/i.test(row.value('is_published') ?? ''))
    return without('draft', 'I603', 'A draft: it was never published.');
  if (Object.hasOwn(otherKinds, type)) return without(type, 'I607', otherKinds[type]!);
  if (/paid|founding/.test(audience))
    return without('post for subscribers', 'I603', `It is for "${audience}", not for everyone.`);
  if (html === undefined) {
    return without(
      type === 'thread' ? 'thread' : 'post',
      'I112',
      `There is no text: posts/${id}.html is not beside the table. Give the whole folder.`,
    );
  }
  const { text, buttons, lost } = withoutParts(html);
  const read = markdownOf(text);
  const notes: Note[] = [...read.notes];
  if (buttons > 0)
    notes.push({ code: 'I309', message: `${counted(buttons, 'button')} such as "Subscribe" and "Share" left out.` });
  if (lost.length > 0)
    notes.push({ code: 'I503', message: `Parts that only Substack can show, left out: ${lost.join(', ')}.` });
  const slug = id.replace(/^\d+\./, '');
  const article: ImportedArticle = {
    headline: title,
    standfirst: htmlWords(row.value('subtitle') ?? ''),
    authors: [],
    tags: [],
    published: dateIn(row.value('post_date'), notes),
    body: read.blocks,
    aliases: slug === '' || slug === id ? [] : [`/p/${slug}`],
    slug: slug || undefined,
  };
  const sound = row.value('podcast_url');
  if (sound !== undefined && /^https?:\/\/[^\s<>]+$/.test(sound)) {
    article.body.push(`<${sound}>`);
    notes.push({ code: 'I605', message: `The recording became a link at the end: ${sound}` });
  }
  return { is: 'article', name, line: row.line, article, notes };
}

/** Drafts and pages are read with the table as well, so that their files are not read a second time. */
async function textOf(source: Source, id: string): Promise<string | undefined> {
  return /^[\w.-]{1,200}$/.test(id) ? textBeside(source, `posts/${id}.html`) : undefined;
}

/** Parts that are no text, such as buttons, or hold it in an attribute, such as formulas; and pictures at an address that lives. */
function withoutParts(html: string): { text: string; buttons: number; lost: string[] } {
  const page = parsePage(html);
  const all = (selector: string) => Array.from(page.body.querySelectorAll(selector));
  for (const label of all('label.hide-text')) label.remove();
  const buttons = all(buttonParts).filter((one) => !one.parentElement?.closest(buttonParts));
  for (const element of buttons) element.remove();
  for (const quote of all('.pullquote')) quote.innerHTML = `<blockquote>${quote.innerHTML}</blockquote>`;
  for (const img of all('img[src*=".s3.amazonaws.com/"]')) {
    const link = img.closest('a[href*="substackcdn.com/"]');
    if (link) img.setAttribute('src', attribute(link, 'href'));
    else if (attribute(img, 'srcset') !== '') img.removeAttribute('src');
  }
  const lost: string[] = [];
  for (const part of all('[data-attrs]')) {
    if (/\S/.test(part.textContent ?? '') || part.localName === 'img' || part.querySelector('img, iframe')) continue;
    const shown = shownOf(part);
    if (shown === undefined) lost.push(part.className || attribute(part, 'data-component-name'));
    else part.innerHTML = shown;
  }
  return { text: page.body.innerHTML, buttons: buttons.length, lost };
}

/** What a part without words says in its attribute: a formula as it was typed, or where it leads. */
function shownOf(part: PageElement): string | undefined {
  const read = parsed(attribute(part, 'data-attrs'));
  const value = (name: string) => escaped(wordsUnder('value' in read ? read.value : {}, name) ?? '');
  const formula = value('persistentExpression');
  if (formula) return `<p><code>${formula}</code></p>`;
  const url = value('url') || value('canonical_url');
  return url === '' ? undefined : `<p><a href="${url}">${value('title') || url}</a></p>`;
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const buttonParts =
  '.button-wrapper, .subscription-widget-wrap, .subscription-widget-wrap-editor, .subscription-widget, .subscribe-widget, .captioned-button-wrap, .install-substack-app-embed';
