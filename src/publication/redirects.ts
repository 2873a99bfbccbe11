/**
 * Old addresses of articles and where they lead now. An alias is an old slug or a path of another site's making; one
 * that differs from a page only in its query ("/?p=12") cannot be told apart by a host of files, and leads nowhere.
 */
import { articleAddress } from './addresses.ts';
import type { Edition } from './edition.ts';

/** `from` is a path below the base, as it was written: "/2019/05/title.html" or "/articles/old-slug/". */
export type Redirect = { from: string; to: string };

export function redirectsOf(edition: Edition): Redirect[] {
  return edition.articles
    .flatMap(({ slug, aliases = [] }) =>
      aliases
        .filter((alias) => !/[?#]/.test(alias))
        .map((alias) => ({
          from: alias.startsWith('/') ? alias : articleAddress(alias),
          to: articleAddress(slug),
        })),
    )
    .sort((one, other) => (one.from < other.from ? -1 : 1));
}
