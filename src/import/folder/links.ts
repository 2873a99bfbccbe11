/**
 * The registry of what links lead to: when everything is there, links from one article to another that came along
 * lead to it here. Until then a link
 * to a file of the input stands under a host that cannot exist (RFC 2606), so that it passes for an address.
 */
import { articleAddress } from '../../publication/addresses.ts';
import { linkSpanAt } from '../repair/link-spans.ts';
import { shownAs } from '../repair/link-repair.ts';
import { addressKey } from './old-addresses.ts';
import type { InputFile } from '../read/source.ts';

const waiting = 'https://files-of-this-import.invalid/';

/** Two articles of one file cannot be told apart by its name. */
const several = '';

export class ArticleLinks {
  readonly #byAddress = new Map<string, string>();
  readonly #byFile = new Map<string, string>();
  #hosts: Set<string> | undefined;

  add(key: string | undefined, file: string, slug: string): void {
    if (key !== undefined && !this.#byAddress.has(key)) this.#byAddress.set(key, slug);
    this.#byFile.set(file, this.#byFile.has(file) && this.#byFile.get(file) !== slug ? several : slug);
  }

  /** What a relative link of a page means; `page` is where the page stood, where that is known. */
  resolved(address: string, page: string | undefined, source: InputFile): string | undefined {
    if (/^[a-z][a-z0-9+.-]*:|^#/i.test(address)) return undefined;
    if (page !== undefined && URL.canParse(address, page)) {
      const { href, protocol, username } = new URL(address, page);
      return /^https?:$/.test(protocol) && username === '' ? href : undefined;
    }
    const file = source.pictureFile(address);
    if (file === undefined) return undefined;
    return `${waiting}${encoded(file)}?${encoded(address)}`;
  }

  /** Whether a text may hold links for `led`. */
  concerns(body: string): boolean {
    if (body.includes(waiting)) return true;
    this.#hosts ??= new Set(Array.from(this.#byAddress.keys(), (key) => key.split('/', 1)[0]!.replace(/\?.*$/s, '')));
    for (const [, host = ''] of body.matchAll(/\]\(<?https?:\/\/(?:www\.)?([^\s/?#()<>"\\]+)/gi)) {
      if (this.#hosts.has(host.toLowerCase())) return true;
    }
    return false;
  }

  /** A block with its links led to articles here, and how many; `self` is the article it is of. */
  led(block: string, self: string): { block: string; led: number; lost: number } {
    const result = { block, led: 0, lost: 0 };
    const places = Array.from(
      block.matchAll(/\]\(<?(https?:\/\/[^\s<>"]+)/gi),
      ({ index, 0: all, 1: address = '' }) => ({
        at: index + all.length - address.length,
        address,
      }),
    );
    for (const { at } of places.toReversed()) {
      const span = linkSpanAt(result.block, at);
      if (!span || span.picture || span.kind !== 'inline') continue;
      const put = (text: string) => {
        result.block = result.block.slice(0, span.start) + text + result.block.slice(span.end);
      };
      const address = span.address.replace(/\\([!-/:-@[-`{-~])/g, '$1');
      const isFile = address.startsWith(waiting);
      const slug = isFile ? this.#byFile.get(fileIn(address)) : this.#byAddress.get(addressKey(address) ?? '');
      if (slug !== undefined && slug !== several && slug !== self) {
        put(`[${span.label}](${articleAddress(slug)})`);
        result.led += 1;
      } else if (isFile) {
        put(shownAs(span.label, decodeURIComponent(address.slice(address.indexOf('?') + 1))));
        result.lost += 1;
      }
    }
    return result;
  }
}

const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[()'*!~]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

const fileIn = (address: string): string => decodeURIComponent(address.slice(waiting.length, address.indexOf('?')));
