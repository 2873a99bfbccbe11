/**
 * robots.txt (RFC 9309). Nothing is closed: pages that are not to be found say so themselves, which a crawler that may
 * not fetch them would never read. Crawlers look for this file at the root of a host only, so below a folder it is there
 * for the editor to copy.
 */
export const robots = (sitemaps: readonly string[]): string =>
  ['User-agent: *', 'Allow: /', '', ...sitemaps.map((address) => `Sitemap: ${address}`), ''].join('\n');
