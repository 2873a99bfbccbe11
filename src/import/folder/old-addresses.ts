/** Where an article stood before: its aliases, and the key by which links of other articles find it. */
import { aliasAddress } from '../../press/content/addresses-of-content.ts';
import { quoted } from '../../press/content/problems.ts';
import { articleAddress } from '../../publication/addresses.ts';
import type { ImportedArticle, Note } from '../item.ts';
import { decodedAddress } from '../../press/markdown/web-address.ts';

const longest = 300;
const unfit =
  // oxlint-disable-next-line no-control-regex
  /[\s?#\\\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffd\ud800-\udfff]|\/\/|(?:^|\/)\.{1,2}(?:\/|$)/;

/** The aliases of an article with this slug, each once; one that cannot be an alias gets a note. */
export function aliasesOf({ address, aliases }: ImportedArticle, slug: string, notes: Note[]): string[] {
  const found = new Map<string, string>();
  for (const written of [...(address === undefined ? [] : [pathOf(address)]), ...aliases]) {
    if (written === undefined || written === '/' || written === '') continue;
    const alias = readable(written);
    const fit = alias.length <= longest && !unfit.test(alias) && (alias.startsWith('/') || !alias.includes('/'));
    if (!fit)
      notes.push({
        code: 'I204',
        message: `the old address ${quoted(written)} cannot be told apart by a host of files: left out`,
      });
    else if (aliasAddress(alias) !== articleAddress(slug)) found.set(aliasAddress(alias), alias);
  }
  return [...found.values()];
}

/** The path and query of a whole address; undefined for anything else. */
function pathOf(address: string): string | undefined {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  const { pathname, search } = new URL(address);
  return pathname + search;
}

/** "/%C3%A9t%C3%A9/" becomes "/été/", which is how a host looks for its file. */
const readable = (path: string): string =>
  unfit.test(decodedAddress(path)) && !unfit.test(path) ? path : decodedAddress(path);

/** The address in one spelling, without its scheme, "www.", last slash and fragment. */
export function addressKey(address: string): string | undefined {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  const { host, pathname, search } = new URL(address);
  const path = readable(pathname).replace(/(?:\/index\.html?)?\/*$/, '');
  return path === '' && search === '' ? undefined : `${host.replace(/^www\./, '')}${path}${search}`;
}
