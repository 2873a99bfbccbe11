/**
 * Which addresses a text may lead to: http, https, mailto, and "/…" or "#…" of this site. Decided on what a browser
 * would make of the address (tabs and line ends dropped, any case), never on how it is spelled.
 */
import { quoted } from '../content/problems.ts';

export type Address =
  | { kind: 'own'; href: string }
  | { kind: 'away'; href: string; secure: boolean; rel: boolean }
  | { kind: 'refused'; code: 'A401' | 'A316'; message: string };

/** An address written in a text, judged. */
export function webAddressOf(written: string): Address {
  const address = asBrowsersRead(written);
  if (address === '') return refused('A316', 'The link has no address.');
  if (address.startsWith('#')) return { kind: 'own', href: address };
  if (/^[/\\]{2}/.test(address)) {
    return refused('A401', `${quoted(address)} names no scheme and would leave the site. Write https:// before it.`);
  }
  if (address.startsWith('/')) return ownAddress(address);
  const scheme = schemeOf(address) ?? schemeOf(asBrowsersRead(decodedAddress(address)).replace(blanks, ''));
  if (scheme === undefined) {
    return refused(
      'A316',
      `${quoted(address)} depends on the page it is read on. Write it from the root, as /articles/<slug>/.`,
    );
  }
  if (scheme === 'mailto') return awayAddress(address, scheme);
  if (scheme === 'http' || scheme === 'https') return awayAddress(address, scheme);
  return refused(
    'A401',
    `A link with the scheme ${quoted(`${scheme}:`)} is not allowed. Use https:, http:, mailto: or an address of this site.`,
  );
}

/** "javascript" of " JAVA\tscript:alert(1)", or nothing. */
export const schemeOf = (address: string): string | undefined =>
  /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();

/** WHATWG URL, "basic URL parser": control characters and spaces around it, tabs and line ends anywhere are dropped. */
export const asBrowsersRead = (written: string): string => written.replace(edges, '').replace(/[\t\n\r]/g, '');

// oxlint-disable-next-line no-control-regex
const edges = /^[\u0000-\u0020]+|[\u0000-\u0020]+$/g;
// oxlint-disable-next-line no-control-regex
const blanks = /[\u0000-\u0020]/g;

const refused = (code: 'A401' | 'A316', message: string): Address => ({ kind: 'refused', code, message });

function ownAddress(address: string): Address {
  const path = decodedAddress(address.replace(/[?#].*$/s, ''));
  if (path.includes('\\') || /\/\.{1,2}(?:\/|$)/.test(path)) {
    return refused(
      'A316',
      `${quoted(address)} leaves its folder. Write the address from the root, as /articles/<slug>/.`,
    );
  }
  return { kind: 'own', href: address };
}

/** Nothing here needs to be encoded, so the address stays as it was written. */
const plain = /^(?:https?:\/\/|mailto:)[\w!#$%&'()*+,./:;=?@[\]~-]+$/;

function awayAddress(address: string, scheme: 'http' | 'https' | 'mailto'): Address {
  if (!URL.canParse(address)) return refused('A401', `${quoted(address)} is not a full address.`);
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') {
    return refused(
      'A401',
      `${quoted(address)} holds a user name before "@", which hides where it leads. Leave it out.`,
    );
  }
  const href = plain.test(address) ? address : url.href;
  return { kind: 'away', href, secure: scheme !== 'http', rel: scheme !== 'mailto' };
}

/** The address with its percent-encoding resolved; as it is where that is not possible. */
export function decodedAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** What stands between the round brackets of a link as somebody writes it by hand: an address, and perhaps a title. */
export const inRoundBrackets =
  /(?<=(?<!\\)\])\([ \t]*((?:[^()<>\n]|\([^()\n]*\))+?)(\s+(?:"[^"\n]*"|'[^'\n]*'))?[ \t]*\)/g;

/** Whether what was meant as an address is none for Markdown, for it holds a blank (CommonMark 6.3). */
export const isSpacedAddress = (written: string): boolean =>
  /[ \t]/.test(written) && /^(?:[/#]|\.\.?\/|[a-z][a-z0-9+.-]*:\/\/)|\.[a-z]\w{1,4}(?:[?#]\S*)?$/i.test(written);
