/** What is wrong with a link: where it leads, and what it says. */
import type { Token } from 'markdown-it';
import { type Compiling, type PlaceInMarkdown, report, warn } from './compiling.ts';
import { holdsOverride, overridesIn, reportOverride } from './direction-overrides.ts';
import { quoted } from '../content/problems.ts';
import { placeInBlocks } from './text-places.ts';
import { type PlacedToken, plainTextOf } from './text-tokens.ts';
import { type Address, inRoundBrackets, isSpacedAddress, webAddressOf } from './web-address.ts';

/** Judges an address and says what is wrong with it at `place`; notes it when it stays inside the site. */
export function judgeAddress(compiling: Compiling, place: PlaceInMarkdown, written: string): Address {
  const address = webAddressOf(written);
  if (address.kind === 'own') noteLink(compiling, place, address.href);
  else if (address.kind === 'refused') report(compiling, place, address.code, address.message);
  else if (!address.secure) {
    warn(compiling, place, 'W504', `${quoted(written)} is not encrypted. Use https: if the other side has it.`);
  }
  return address;
}

export function noteLink(compiling: Compiling, place: PlaceInMarkdown, href: string): void {
  compiling.links.push({ href, ...place });
}

/** Whether the link stays; `run` is the link's tokens with its opening and closing ones. */
export function proofreadLink(compiling: Compiling, inline: Token, run: readonly PlacedToken[]): boolean {
  const link = run[0]!;
  const written = String(link.attrGet('href'));
  const text = plainTextOf(run.slice(1, -1));
  if (link.markup === 'linkify' && written.startsWith('mailto:') && !/\.\p{L}{2,}$/u.test(written)) return false;
  const start = startOf(inline, link, text);
  if (link.markup === '') proofreadLinkText(compiling, placeInBlocks(compiling, inline, start), text);
  const address =
    link.meta?.label === undefined
      ? judgeAddress(
          compiling,
          placeInBlocks(compiling, inline, addressOffset(inline, start, link, run.at(-1)!)),
          written,
        )
      : webAddressOf(written);
  if (address.kind === 'refused' || text.trim() === '') return false;
  const title = String(link.attrGet('title') ?? '');
  link.attrs = [['href', address.kind === 'own' ? ownHref(compiling, address.href) : address.href]];
  if (address.kind === 'away' && address.rel) link.attrs.push(['rel', 'noopener noreferrer']);
  if (title !== '') link.attrs.push(['title', title]);
  if (holdsOverride(title) && !holdsOverride(inline.content)) {
    reportOverride(compiling, placeInBlocks(compiling, inline, start), overridesIn(title)[0]!);
  }
  return true;
}

/** Says nothing about where they lead; "here" in the languages of the interface. */
const emptyWords = new Set(['here', 'click here', 'click', 'link', 'this link', 'یہاں', 'یہاں کلک کریں']);

function proofreadLinkText(compiling: Compiling, place: PlaceInMarkdown, text: string): void {
  const words = text.trim().toLowerCase();
  if (words === '') report(compiling, place, 'A406', 'The link has no text. Say where it leads.');
  else if (emptyWords.has(words.replace(/[.!…۔]+$/u, ''))) {
    warn(compiling, place, 'W506', `The link text ${quoted(text)} does not say where it leads.`);
  }
}

/** Where a link begins; the ones found in bare text (e-mail, www.) carry no offset and are looked up. */
function startOf(inline: Token, link: PlacedToken, text: string): number {
  if (link.offset === undefined) return Math.max(inline.content.indexOf(text), 0);
  if (link.markup === 'linkify') return link.offset - text.indexOf('://');
  return link.markup === 'autolink' ? link.offset : link.offset - 1;
}

function addressOffset(inline: Token, start: number, link: Token, closing: PlacedToken): number {
  if (link.markup === 'linkify') return start;
  if (link.markup === 'autolink') return start + 1;
  return afterLabel(inline, closing.offset ?? start);
}

/** In `](  <address`, where the address begins; `end` is the offset of the bracket. */
export function afterLabel({ content }: Token, end: number): number {
  let offset = end + 2;
  while (/\s/.test(content[offset] ?? '')) offset += 1;
  return content[offset] === '<' ? offset + 1 : offset;
}

const ownHref = ({ options }: Compiling, written: string): string => {
  const href = written.replace(/[\s"<>`]/g, encodeURIComponent);
  const picture = href.startsWith('/images/') ? options.linkedPicture?.(href) : undefined;
  return picture ?? (href.startsWith('/') ? options.base + href.slice(1) : href);
};

/** `[x](/no such/)`: neither a link nor a picture begins here, and the reader sees the signs. */
export function proofreadSpacedAddresses(
  compiling: Compiling,
  inline: Token,
  isText: (index: number) => boolean,
): void {
  for (const { index, 0: found, 1: address = '' } of inline.content.matchAll(inRoundBrackets)) {
    if (!isSpacedAddress(address) || !isText(index - 1)) continue;
    const place = placeInBlocks(compiling, inline, index + found.indexOf(address));
    const message = `${quoted(address)} is no address, for it holds a blank. Put it between < and >, or write %20 for the blank.`;
    warn(compiling, place, 'W530', message);
  }
}
