/** Headline, excerpt and dateline of an entry as a page shows it. */
import type { ImportedBrief } from '../item.ts';

/** Cut by the page: "…", "...". */
export const isCut = (text: string): boolean => /(?:\.{3,}|…|\[…\]|\[\.\.\.\])\s*$/.test(text);

const places =
  /^((?:[\p{Lu}\p{M}][\p{Lu}\p{M}.’' -]{1,38})(?:[,/] ?[\p{L}\p{M}. ]{2,30})?)(?:\s*\([^)]{2,40}\))?\s*(?::|\s[–—-]{1,2}|[–—]|\.\s?[–—-])\s+(?=\S)/u;
const placeBeforeColon =
  /^([\p{L}\p{M}\u200c]{2,20}(?: [\p{L}\p{M}\u200c]{2,20})?)\s*(?:\([^)]{2,40}\)\s*)?[:：۔]\s+(?=\S)/u;

/** "ISLAMABAD: Text" is a dateline and a text. In scripts without capitals only before a colon, and of one or two words. */
export function withDateline(text: string): { dateline?: string; text: string } {
  const capitals = places.exec(text);
  const hasCapitals = /\p{Lu}/u.test(text);
  const found =
    capitals && /^[\p{Lu}\p{M}.’' -]+(?:,|\/|$)/u.test(capitals[1]!)
      ? capitals
      : hasCapitals
        ? null
        : placeBeforeColon.exec(text);
  const dateline = found?.[1]?.trim();
  if (!found || dateline === undefined || dateline.length < 3 || dateline.length > 60) return { text };
  return { dateline, text: text.slice(found[0].length) };
}

export function briefOf(headline: string, excerpt = '', url?: string): ImportedBrief {
  const { dateline, text } = withDateline(excerpt);
  return { headline, dateline, excerpt: text || undefined, url };
}
