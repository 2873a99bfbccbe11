/** Links from a text to other parts of the site: whether the page is there, and the part of it. */
import { articleAddress } from '../../publication/addresses.ts';
import { decodedAddress } from '../markdown/web-address.ts';
import type { Addresses, Standing } from './addresses-of-content.ts';
import { didYouMean, type Finding, quoted } from './problems.ts';
import type { ReadFile } from './read-file.ts';

/** What links are checked against. */
export type Targets = {
  addresses: Addresses;
  /** Ids in the text of the page at an address; undefined for pages that have no text of their own. */
  idsAt: (address: string) => readonly string[] | undefined;
  near: (wanted: string, names: Iterable<string>) => string[];
  standing: Standing;
};

/** A314 for a page that is not there, A315 for a part that is not in it, W512 for an article dated in the future. */
export function linkFindings(read: ReadFile, targets: Targets): Finding[] {
  return read.links.flatMap(({ href, path, line, column }) => {
    const fault = href.startsWith('#') ? partFault(href, href, read.ids, targets) : linkFault(href, targets);
    return fault ? [{ path, inside: { line, column }, ...fault }] : [];
  });
}

type Fault = Pick<Finding, 'code' | 'severity' | 'message'>;

function linkFault(href: string, targets: Targets): Fault | undefined {
  const [, written = '', part = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/s.exec(href) ?? [];
  const address = decodedAddress(written);
  const { addresses } = targets;
  const standing = addresses.get(address) ?? addresses.get(address.replace(/page\/[1-9]\d*\/$/, ''));
  if (!standing) return { code: 'A314', severity: 'error', message: missing(href, address, targets) };
  if (standing !== 'published' && targets.standing === 'published') return notYet(href, standing);
  const ids = part.length > 1 ? targets.idsAt(address) : undefined;
  return ids && partFault(part, href, ids, targets);
}

function missing(href: string, address: string, { addresses, near }: Targets): string {
  const whole = `${address.replace(/(?:\/index)?\.html$/, '').replace(/\/$/, '')}/`;
  if (addresses.has(whole))
    return `the link ${quoted(href)} is not written as the page's address. Write ${quoted(whole)}.`;
  const slug = address.replace(/\/$/, '').split('/').at(-1) ?? '';
  const byName = articleAddress(slug.replace(/\.(?:md|html?|json)$/, ''));
  const meant = addresses.has(byName) ? [byName] : near(address, addresses.keys());
  return `the link ${quoted(href)} leads to no page here.${didYouMean(meant)}`;
}

const notYet = (href: string, standing: 'draft' | 'future'): Fault =>
  standing === 'draft'
    ? {
        code: 'A314',
        severity: 'error',
        message: `the link ${quoted(href)} leads to a draft, which is not in the built site.`,
      }
    : {
        code: 'W512',
        severity: 'warning',
        message: `the link ${quoted(href)} leads to an article that is not in the built site before its date.`,
      };

function partFault(part: string, href: string, ids: readonly string[], { near }: Targets): Fault | undefined {
  const id = decodedAddress(part.slice(1));
  if (id === '' || ids.includes(id)) return undefined;
  const meant = near(id, ids).map((name) => href.replace(part, `#${name}`));
  return {
    code: 'A315',
    severity: 'error',
    message: `the link ${quoted(href)} leads to no part of that text.${didYouMean(meant)}`,
  };
}
