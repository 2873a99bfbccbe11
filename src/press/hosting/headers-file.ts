/**
 * `_headers` and `_redirects`, as Netlify and Cloudflare Pages read them. Where two rules of `_headers` match, their
 * values are joined, so what differs between kinds of files is never said by the rule for all.
 */
import type { Redirect } from '../../publication/redirects.ts';
import { contentSecurityPolicy, pathClasses, safetyHeaders, type Hashes } from './policy.ts';

export function headersFile(base: string, hashes: Hashes): string {
  const rule = (path: string, headers: Record<string, string>) =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  const everything = rule(`${base}*`, safetyHeaders(contentSecurityPolicy(hashes, 'header')));
  const classes = pathClasses.flatMap(({ paths, cacheControl, resourcePolicy }) =>
    paths
      // These hosts know `*` only at the end of a path; what is asked for elsewhere keeps their own short time.
      .flatMap((path) => (path.startsWith('*') ? [path.slice(1)] : [path]))
      .map((path) =>
        rule(base + path, { 'Cache-Control': cacheControl, 'Cross-Origin-Resource-Policy': resourcePolicy }),
      ),
  );
  return `${[everything, ...classes].join('\n\n')}\n`;
}

export function redirectsFile(base: string, redirects: readonly Redirect[]): string {
  return redirects.map(({ from, to }) => `${address(base, from)} ${address(base, to)} 301\n`).join('');
}

/** A path below the base as it stands in an address: percent-encoded, so that no character ends the field. */
export function address(base: string, path: string): string {
  return encodeURI(base + path.slice(1)).replace(/%25(?=[0-9a-f]{2})/gi, '%');
}
