/** What is put in the place of a link or picture that may not stand as it is written. */
import { quoted } from '../../press/content/problems.ts';
import { decodedAddress } from '../../press/markdown/web-address.ts';
import { definitionAt, isEscaped, matchingAfter, type LinkSpan, linkSpanAt } from './link-spans.ts';
import { asCode, escaped, linkTo } from './markdown-words.ts';
import type { PicturePlace } from '../folder/imported-pictures.ts';

export type Edit = { start: number; end: number; text: string };

/** Where links lead and pictures lie. */
export type LinkTargets = {
  /** The place of a picture by its address. */
  picture: (address: string) => PicturePlace;
  /** A whole address, or one of this publication, for what is written relative to the page it stood on. */
  resolved: (address: string) => string | undefined;
};

type Telling = { add(code: string): void; tell(code: string, message: string): void };

type Around = LinkTargets & { definitions: readonly string[] };

/** The edit for a problem `code` of the press at `offset`; undefined where no link or picture is found there. */
export function linkEdit(
  text: string,
  offset: number,
  code: string,
  around: Around,
  counts: Telling,
): Edit | undefined {
  const span = linkSpanAt(text, offset);
  if (!span) return undefined;
  if (span.picture) return pictureEdit(text, span, around, counts);
  if (span.kind === 'bare' || span.kind === 'autolink' || span.kind === 'definition') {
    const at = signOf(text, span);
    if (at === undefined || isEscaped(text, at)) return undefined;
    counts.add('I213');
    return { start: at, end: at, text: '\\' };
  }
  const { start, end } = span;
  if (code === 'A406') return { start, end, text: withoutLabel(span, counts) };
  const address = unescaped(span.address);
  const whole = span.kind === 'inline' && code !== 'A401' ? around.resolved(address) : undefined;
  if (whole !== undefined && whole !== address)
    return { start, end, text: linkTo(whole, span.label, unescaped(span.title)) };
  counts.add(code === 'A316' ? 'I107' : 'I213');
  return { start, end, text: shownAs(span.label, span.kind === 'reference' ? '' : address) };
}

/** The sign that makes a bare address, an autolink or a definition what it is. */
function signOf(text: string, { start, end, kind }: LinkSpan): number | undefined {
  const sign = kind === 'definition' ? '[' : kind === 'autolink' ? '<' : /[:/@.]/;
  const within = text.slice(start, end);
  const at = typeof sign === 'string' ? within.indexOf(sign) : within.search(sign);
  return at < 0 ? undefined : start + at;
}

const unescaped = (written: string): string => written.replace(/\\([!-/:-@[-`{-~])/g, '$1');

/** A link that shows nothing shows where it leads. */
function withoutLabel({ address, kind }: LinkSpan, counts: Telling): string {
  if (kind === 'reference' || address.trim() === '') return '';
  counts.add('I213');
  return linkTo(unescaped(address), asCode(unescaped(address)));
}

/** The words of a link, and after them, as code, where it led, unless the words say so. */
export function shownAs(label: string, address: string): string {
  if (/^!\[[^]*\)$/.test(label.trim()) && /\.(?:png|jpe?g|gif|webp|avif|svg)(?:[?#]|$)/i.test(address)) return label;
  const short = address.length > 300 ? `${address.slice(0, 300)}…` : address;
  if (short.trim() === '' || unescaped(label).includes(address)) return label;
  return label.trim() === '' ? asCode(short) : `${label} (${asCode(short)})`;
}

function pictureEdit(text: string, span: LinkSpan, around: Around, counts: Telling): Edit {
  const { start, end } = span;
  const address = unescaped(span.kind === 'reference' ? referred(span.address, around.definitions) : span.address);
  const place = around.picture(address);
  const title = unescaped(span.title);
  const name = nameIn(address);
  const label = span.label.trim() !== '' ? span.label : title === '' ? escaped(name) : escaped(title);
  if ('own' in place) {
    if (span.label.trim() === '') counts.add('I209');
    counts.add('I208');
    return { start, end, text: `!${linkTo(place.own, label, title)}` };
  }
  counts.tell(place.note.code, place.note.message);
  if (!('link' in place)) return { start, end, text: shownAs(label, address.startsWith('data:') ? '' : address) };
  if (!enclosed(text, start, end)) return { start, end, text: linkTo(place.link, label, title) };
  return { start, end, text: label };
}

/** The address that a definition gives to a name. */
function referred(name: string, blocks: readonly string[]): string {
  const wanted = folded(name);
  for (const block of blocks) {
    for (let start = 0; start >= 0 && start < block.length;) {
      const found = definitionAt(block, start);
      if (found && folded(found.label) === wanted) return found.address;
      const next = block.indexOf('\n', start);
      start = next < 0 ? -1 : next + 1;
    }
  }
  return name;
}

const folded = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ');

/** Whether a link is around it already, in which there can be no other. */
function enclosed(text: string, start: number, end: number): boolean {
  let depth = 0;
  for (let at = start - 1; at >= 0; at -= 1) {
    if ((text[at] !== '[' && text[at] !== ']') || isEscaped(text, at)) continue;
    depth += text[at] === '[' ? 1 : -1;
    if (depth === 1) {
      const close = matchingAfter(text, at);
      return close !== undefined && close >= end && /[([]/.test(text[close + 1] ?? '');
    }
  }
  return false;
}

/** The last part of an address, for want of a description. */
export function nameIn(address: string): string {
  if (/^data:/i.test(address)) return 'picture';
  const path = address.replace(/[?#].*$/s, '').replace(/[\\/]+$/, '');
  const name = path.slice(path.search(/[^\\/]*$/));
  return decodedAddress(name) || 'picture';
}

/** How a picture is called in a message. */
export const pictureNamed = (address: string): string => quoted(/^data:/i.test(address) ? 'data: …' : address);
