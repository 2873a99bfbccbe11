/** Absolute addresses: what is read in a feed has no page around it to be relative to. */

export type SiteAddress = {
  /** Of an address of the site: "/articles/x/" is "https://example.org/folder/articles/x/". */
  at: (address: string) => string;
  /** Of a path that carries the base already, as those of pictures do. */
  whole: (path: string) => string;
  /** Compiled HTML with its own links made absolute; "#…" is a part of the page at `address`. */
  within: (html: string, address: string) => string;
};

/** Compiled HTML has no `<`, `>` or `"` but those of its tags. */
const ownLink = /(<[a-z][^<>]*? (?:href|src)=")([/#])/g;

export function siteAddress(origin: string, base: string): SiteAddress {
  const site = new URL(`${base}/`.replace(/\/{2,}$/, '/'), origin);
  const at = (address: string) => site.href + address.slice(1);
  return {
    at,
    whole: (path) => new URL(path, site).href,
    within: (html, address) =>
      html.replace(
        ownLink,
        (_, before: string, first: string) => before + (first === '#' ? at(address) : site.origin) + first,
      ),
  };
}
