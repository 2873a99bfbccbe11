/**
 * HTML that stands inside Markdown text, tag by tag: what Markdown can say is said in Markdown, other tags are taken
 * away and their words stay. The text between tags is Markdown and remains as it is written.
 */
import { decodeHTMLStrict } from 'entities/decode';
import { raised } from '../html/raised-text.ts';
import { inBrackets, schemeOfLink } from '../html/web-links.ts';
import { asCode } from '../repair/markdown-words.ts';
import { templateTagAt } from './template-tags.ts';

/** How often each tag was met. */
export type TagCounts = Map<string, number>;

const name = String.raw`[A-Za-z][A-Za-z0-9:-]*`;
const attributes = String.raw`(?:\s+[^\s"'=<>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>]+))?)*`;
const tagPattern = new RegExp(`<(/?)(${name})(${attributes})\\s*/?>`, 'y');
const attributePattern = /([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>]+)))?/g;

export type Tag = { name: string; closes: boolean; attributes: Map<string, string>; length: number };

/** The tag that begins at `index`, if one does. */
export function tagAt(text: string, index: number): Tag | undefined {
  tagPattern.lastIndex = index;
  const found = tagPattern.exec(text);
  if (!found) return undefined;
  const named = new Map<string, string>();
  for (const [, key = '', double, single, bare] of (found[3] ?? '').matchAll(attributePattern)) {
    named.set(key.toLowerCase(), double ?? single ?? bare ?? '');
  }
  return { name: found[2]!.toLowerCase(), closes: found[1] === '/', attributes: named, length: found[0].length };
}

export const blockTags = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** Around these only the sign stands in Markdown. */
const signs: Record<string, string> = Object.fromEntries(
  Object.entries({ '*': 'em i cite', '**': 'strong b', '~~': 'del s strike', '`': 'code kbd samp tt' }).flatMap(
    ([sign, names]) => names.split(' ').map((name) => [name, sign]),
  ),
);

/** Never shown, so their content goes with them. */
const unseen = /^(?:script|style|template|noscript|head|title|svg|object|iframe)$/;

type Open = { name: string; at: number; href?: string };

/** `lineBreak` is what a `<br>` becomes: "\\\n", or a space where a line may not be broken. */
export function withoutTags(text: string, lineBreak: string, counts: TagCounts): string {
  if (!/<[a-zA-Z/!]/.test(text)) return text;
  const parts: string[] = [];
  const open: Open[] = [];
  const neverClosed = new Set<string>();
  let index = 0;
  while (index < text.length) {
    const skipped = verbatimAt(text, index);
    if (skipped > 0) {
      parts.push(text.slice(index, index + skipped));
      index += skipped;
      continue;
    }
    if (text.startsWith('<!--', index)) {
      const end = text.indexOf('-->', index + 4);
      if (end > 0) {
        index = end + 3;
        continue;
      }
    }
    const tag = text[index] === '<' ? tagAt(text, index) : undefined;
    if (!tag) {
      parts.push(text[index]!);
      index += 1;
      continue;
    }
    counts.set(tag.name, (counts.get(tag.name) ?? 0) + (tag.closes ? 0 : 1));
    index += tag.length;
    if (!tag.closes && unseen.test(tag.name) && !neverClosed.has(tag.name)) {
      const end = afterElement(text, index, tag.name);
      if (end === index) neverClosed.add(tag.name);
      index = end;
    } else write(tag, parts, open, lineBreak);
  }
  return parts.join('');
}

/** Length of what is not HTML at `index` whatever it holds: an escaped sign, code, a template tag, an address. */
function verbatimAt(text: string, index: number): number {
  const sign = text[index];
  if (sign === '\\') return 2;
  if (sign === '`') {
    const run = /^`+/.exec(text.slice(index))![0];
    const rest = text.slice(index + run.length);
    const close = new RegExp(`(?<!\`)${run}(?!\`)`).exec(rest);
    return close ? run.length + close.index + run.length : run.length;
  }
  if (sign === '{') return templateTagAt(text, index);
  if (sign === '<') {
    const pointed = /\]\([ \t]*$/.test(text.slice(Math.max(0, index - 10), index)) ? /^<[^<>\n]*>/ : undefined;
    const address = (pointed ?? /^<(?:[a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[\w.+-]+@[\w.-]+)>/i).exec(
      text.slice(index, index + 2000),
    );
    return address ? address[0].length : templateTagAt(text, index);
  }
  return 0;
}

function afterElement(text: string, from: number, name: string): number {
  const close = new RegExp(`</${name}\\s*>`, 'i').exec(text.slice(from));
  return close ? from + close.index + close[0].length : from;
}

function write(tag: Tag, parts: string[], open: Open[], lineBreak: string): void {
  if (tag.name === 'br') {
    // White space around a hard break is none of the text.
    parts.push(lineBreak);
    return;
  }
  if (tag.name === 'img' && !tag.closes) {
    parts.push(picture(tag));
    return;
  }
  if (blockTags.has(tag.name)) {
    parts.push(lineBreak === ' ' ? ' ' : '\n\n');
    return;
  }
  if (!Object.hasOwn(signs, tag.name) && tag.name !== 'a' && !/^(?:sup|sub|q)$/.test(tag.name)) return;
  if (!tag.closes) {
    const href = tag.attributes.get('href');
    open.push({ name: tag.name, at: parts.length, ...(href !== undefined && { href }) });
    parts.push('');
    return;
  }
  const index = open.findLastIndex(({ name }) => name === tag.name);
  const [opened] = index < 0 ? [] : open.splice(index);
  if (opened) close(opened, parts);
}

/** White space stays outside the signs, or Markdown would not read them. */
function close({ name, at, href }: Open, parts: string[]): void {
  const inside = parts.splice(at).join('');
  const [, before = '', text = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(inside) ?? [];
  if (text === '') parts.push(inside);
  else if (name === 'a') parts.push(before, linked(text, href), after);
  else if (name === 'sup' || name === 'sub') parts.push(before, raised(text, name), after);
  else if (name === 'q') parts.push(before, `“${text}”`, after);
  else if (signs[name] === '`') parts.push(before, asCode(decodeHTMLStrict(text)), after);
  else parts.push(before, `${signs[name]!}${text}${signs[name]!}`, after);
}

function linked(text: string, href: string | undefined): string {
  const address = decodeHTMLStrict(href ?? '').trim();
  const scheme = schemeOfLink(address);
  if (address === '' || (scheme !== undefined && !/^(?:https?|mailto)$/.test(scheme))) return text;
  return `[${text.replace(/\n\n+/g, ' ')}](${destination(address)})`;
}

const destination = (address: string): string =>
  address.includes('{{') ? `<${address.replace(/[<>\n]/g, '')}>` : inBrackets(address);

function picture({ attributes }: Tag): string {
  const src = decodeHTMLStrict(attributes.get('src') ?? attributes.get('data-src') ?? '');
  const alt = (attributes.get('alt') ?? '').replace(/[[\]\\]/g, '\\$&').replace(/\s+/g, ' ');
  const title = attributes.get('title')?.replace(/["\\]/g, '\\$&').replace(/\s+/g, ' ');
  if (src.trim() === '') return alt;
  return `![${alt}](${destination(src.trim())}${title ? ` "${title}"` : ''})`;
}
