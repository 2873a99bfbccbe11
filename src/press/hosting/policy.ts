/**
 * What every answer of a host says about safety. No `unsafe-*`, no wildcard: the one inline script and the one inline
 * sheet are named by their hashes, which are computed from the document that is really sent.
 */
import { createHash } from 'node:crypto';

export type Hashes = { scripts: string[]; sheets: string[] };

/** The hashes of the executable inline scripts and of the inline sheets of a document. */
export function hashesOf(html: string): Hashes {
  const inline = (pattern: RegExp) => [...new Set([...html.matchAll(pattern)].map(([, text = '']) => hash(text)))];
  return {
    scripts: inline(/<script>([^]*?)<\/script>/g),
    sheets: inline(/<style[^>]*>([^]*?)<\/style>/g),
  };
}

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The policy as a header has it; as a `<meta>` it cannot speak of frames. */
export function contentSecurityPolicy({ scripts, sheets }: Hashes, where: 'header' | 'meta'): string {
  return [
    `default-src 'none'`,
    `script-src ${["'self'", ...scripts].join(' ')}`,
    `style-src ${["'self'", ...sheets].join(' ')}`,
    `img-src 'self'`,
    `font-src 'self'`,
    `media-src 'self'`,
    `connect-src 'self'`,
    `manifest-src 'self'`,
    `worker-src 'self'`,
    `frame-src 'none'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    ...(where === 'header' ? [`frame-ancestors 'none'`] : []),
    `require-trusted-types-for 'script'`,
    `trusted-types reader`,
  ].join('; ');
}

/** The policy of what is not a page: nothing inline. */
export const policyOfFiles = contentSecurityPolicy({ scripts: [], sheets: [] }, 'header');

/**
 * What a header says of pages where it outlives a build. While a site is uploaded it has pages of two builds, and a
 * header that named the inline script and sheet of one would refuse those of the other: the `<meta>` of each page does.
 */
export const policyBesideMeta = policyOfFiles
  .split('; ')
  .filter((directive) => !/^(?:default|script|style)-src /.test(directive))
  .join('; ');

/** Headers of every answer, whatever it is. */
export function safetyHeaders(policy: string): Record<string, string> {
  return {
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Strict-Transport-Security': 'max-age=31536000',
  };
}

/** A kind of file, the paths it is found at, how long it may be kept and who may embed it. */
export type PathClass = {
  name: string;
  /** Paths below the base; `*` stands for anything. */
  paths: string[];
  cacheControl: string;
  resourcePolicy: 'same-origin' | 'cross-origin';
};

/** Files whose rules differ from those of a page. Names in `assets/` hold a hash of the content. */
export const pathClasses: PathClass[] = [
  {
    name: 'assets',
    paths: ['assets/*'],
    cacheControl: 'public, max-age=31536000, immutable',
    resourcePolicy: 'same-origin',
  },
  { name: 'pictures', paths: ['images/*', 'share/*'], cacheControl: 'no-cache', resourcePolicy: 'cross-origin' },
  {
    name: 'feeds',
    paths: ['*feed.xml', '*atom.xml', '*feed.json', '*letters.xml'],
    cacheControl: 'public, max-age=300',
    resourcePolicy: 'cross-origin',
  },
];

export const pageCacheControl = 'no-cache';
