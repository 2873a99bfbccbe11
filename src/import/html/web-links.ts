/** Where the addresses of a page lead: whole, or not at all. */
import type { ImportedAuthor } from '../item.ts';

/**
 * The whole address that `written` stands for on a page at `base`: http, https or mailto, else nothing. Decided on what a browser
 * would make of it (WHATWG URL), so that no spelling of a script's scheme gets by. Names and passwords before "@" hide where an address
 * leads, so such a one is none.
 */
export function wholeAddress(written: string, base?: string): string | undefined {
  // oxlint-disable-next-line no-control-regex
  const address = written.replace(/^[\u0000-\u0020\u00a0]+|[\u0000-\u0020\u00a0]+$/g, '').replace(/[\t\n\r]/g, '');
  if (address === '' || !URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  const beyond = address.length <= longest ? beyondRedirect(url) : undefined;
  if (beyond !== undefined) return wholeAddress(beyond);
  if (!['http:', 'https:', 'mailto:'].includes(url.protocol) || url.username !== '' || url.password !== '')
    return undefined;
  if (url.protocol === 'mailto:') return /^[^\s@]+@[^\s@]+$/.test(url.pathname) ? url.href : undefined;
  const asWritten = /^https?:\/\//i.test(address) && markdownSafe.test(address) ? address : url.href;
  return asWritten.length <= longest ? asWritten : undefined;
}

/** Where a link leads that a service counts on its way. */
function beyondRedirect({ host, pathname, search, searchParams }: URL): string | undefined {
  const to = redirects.test(`${host}${pathname}`)
    ? (searchParams.get('q') ?? searchParams.get('url') ?? searchParams.get('u'))
    : host === 'href.li'
      ? search.slice(1)
      : undefined;
  return to && /^https?:\/\//i.test(to) ? to : undefined;
}

const redirects =
  /^(?:www\.google\.[a-z.]+\/url|(?:l|lm)\.(?:facebook|instagram)\.com\/(?:l\.php)?|[\w.]+\.safelinks\.protection\.outlook\.com\/.*|www\.youtube\.com\/redirect)$/i;

const markdownSafe = /^[\w!#$%&'*+,./:;=?@~-]+$/;
const longest = 4000;

/** The scheme of an address that is more than a path, in small letters: "javascript", "tel". */
export function schemeOfLink(written: string): string | undefined {
  // oxlint-disable-next-line no-control-regex
  return /^([a-z][a-z0-9+.-]*):/i.exec(written.replace(/[\u0000-\u0020]/g, ''))?.[1]?.toLowerCase();
}

// oxlint-disable-next-line no-control-regex
const signs = /[\s<>()\\`"\u0000-\u001f]/g;

/** An address as it can stand between the round brackets of a Markdown link. */
export const inBrackets = (address: string): string =>
  address.replace(signs, (sign) =>
    sign === '(' || sign === ')' ? `%${sign.charCodeAt(0).toString(16).toUpperCase()}` : encodeURIComponent(sign),
  );

/** What is a whole web address and nothing beside it. */
export const webAddress = (written: string | null | undefined): string | undefined =>
  /^https?:\/\/\S+$/i.exec(written?.trim() ?? '')?.[0];

/** The links of a person, where there is one. */
export function linksTo(label: string, written: string | null | undefined): ImportedAuthor['links'] {
  const url = webAddress(written);
  return url === undefined ? undefined : [{ label, url }];
}
