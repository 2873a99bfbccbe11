/**
 * The registry of links between imported articles. While articles are read, a link to a file of the input is replaced
 * by an address on a host that cannot exist (RFC 2606), which the check accepts; when all are read, links to imported
 * articles are resolved to their addresses here.
 */
import { articleAddress } from '../../publication/addresses.ts';
import { linkSpanAt } from '../repair/link-spans.ts';
import { shownAs } from '../repair/link-repair.ts';
import { addressKey } from './old-addresses.ts';
import type { InputFile } from '../read/source.ts';

const placeholder = 'https://files-of-this-import.invalid/';

/** The value for a file with several articles: its name does not tell which one is meant. */
const several = '';

export class ArticleLinks {
  readonly #byAddress = new Map<string, string>();
  readonly #byFile = new Map<string, string>();
  #hosts: Set<string> | undefined;

  add(key: string | undefined, file: string, slug: string): void {
    if (key !== undefined && !this.#byAddress.has(key)) this.#byAddress.set(key, slug);
    this.#byFile.set(file, this.#byFile.has(file) && this.#byFile.get(file) !== slug ? several : slug);
  }

  /** The address that a relative link of a page means; `page` is where the page stood, where that is known. */
  targetOf(address: string, page: string | undefined, source: InputFile): string | undefined {
    if (/^[a-z][a-z0-9+.-]*:|^#/i.test(address)) return undefined;
    if (page !== undefined && URL.canParse(address, page)) {
      const { href, protocol, username } = new URL(address, page);
      return /^https?:$/.test(protocol) && username === '' ? href : undefined;
    }
    const file = source.pictureFile(address);
    if (file === undefined) return undefined;
    return `${placeholder}${encoded(file)}?${encoded(address)}`;
  }

  /** Whether a text may hold links for `resolve`. */
  concerns(body: string): boolean {
    if (body.includes(placeholder)) return true;
    this.#hosts ??= new Set(Array.from(this.#byAddress.keys(), (key) => key.split('/', 1)[0]!.replace(/\?.*$/s, '')));
    for (const [, host = ''] of body.matchAll(/\]\(<?https?:\/\/(?:www\.)?([^\s/?#()<>"\\]+)/gi)) {
      if (this.#hosts.has(host.toLowerCase())) return true;
    }
    return false;
  }

  /**
   * The block with links to imported articles resolved, and counts of both results; `self` is the slug of its article.
   */
  resolve(block: string, self: string): { block: string; resolved: number; lost: number } {
    const result = { block, resolved: 0, lost: 0 };
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
      const isFile = address.startsWith(placeholder);
      const slug = isFile ? this.#byFile.get(fileIn(address)) : this.#byAddress.get(addressKey(address) ?? '');
      if (slug !== undefined && slug !== several && slug !== self) {
        put(`[${span.label}](${articleAddress(slug)})`);
        result.resolved += 1;
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

const fileIn = (address: string): string => decodeURIComponent(address.slice(placeholder.length, address.indexOf('?')));
