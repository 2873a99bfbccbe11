/**
 * What nginx includes: `site.conf` inside a `server`, `redirects.map` (through `http.conf`) inside `http`. An
 * `add_header` inside a `location` drops all inherited ones, so each location includes a file of them. Only the redirects
 * are other ones with another build: what nginx has read holds for the next site as well.
 */
import type { Redirect } from '../../publication/redirects.ts';
import { address } from './headers-file.ts';
import type { SiteFile } from '../site-file.ts';
import {
  pageCacheControl,
  pathClasses,
  policyBesideMeta,
  policyOfFiles,
  safetyHeaders,
  type PathClass,
} from './policy.ts';

export function nginxFiles(base: string, redirects: readonly Redirect[]): SiteFile[] {
  return [
    { file: 'nginx/http.conf', text: httpFile() },
    { file: 'nginx/redirects.map', text: redirectsMap(base, redirects) },
    { file: 'nginx/headers.conf', text: headersFile(policyOfFiles) },
    { file: 'nginx/page-headers.conf', text: headersFile(policyBesideMeta) },
    { file: 'nginx/site.conf', text: siteFile(base) },
  ];
}

function httpFile(): string {
  return `# Include inside http { }: the old addresses and where they lead.
map_hash_bucket_size 512;
map_hash_max_size 65536;
map $uri $broadsheet_moved {
  include redirects.map;
}
`;
}

/** nginx compares the decoded path, so the old address stands here as it is read, not percent-encoded. */
function redirectsMap(base: string, redirects: readonly Redirect[]): string {
  return redirects
    .map(({ from, to }) => `${quoted(base + decoded(from).slice(1))} ${quoted(address(base, to))};\n`)
    .join('');
}

function headersFile(policy: string): string {
  const headers = Object.entries(safetyHeaders(policy));
  return headers.map(([name, value]) => `add_header ${name} ${quoted(value)} always;\n`).join('');
}

function siteFile(base: string): string {
  const location = (
    match: string,
    { cacheControl, resourcePolicy }: Omit<PathClass, 'name' | 'paths'>,
    rest: string,
    headers = 'headers.conf',
  ) => `
location ${match} {
  include ${headers};
  add_header Cache-Control ${quoted(cacheControl)} always;
  add_header Cross-Origin-Resource-Policy ${resourcePolicy} always;
${rest}}
`;
  const files = '  try_files $uri =404;\n';
  const page = { cacheControl: pageCacheControl, resourcePolicy: 'same-origin' } as const;
  const classes = pathClasses.flatMap((kind) =>
    kind.paths.map((path) =>
      path.startsWith('*')
        ? location(`~ ^${escaped(base)}(?:.*/)?${escaped(path.slice(1))}$`, kind, files)
        : location(`^~ ${base}${path.slice(0, -1)}`, kind, `${files}  error_page 404 = @broadsheet_missing;\n`),
    ),
  );
  return `# Include inside server { }, with \`root\` set so that ${base} is the folder of the site.
absolute_redirect off;
charset utf-8;
gzip on;
gzip_static on;
gzip_vary on;
gzip_types text/css text/javascript application/javascript application/json application/xml application/rss+xml application/atom+xml application/feed+json application/manifest+json image/svg+xml;
types {
  text/html html;
  text/css css;
  text/javascript js mjs;
  application/json json;
  application/manifest+json webmanifest;
  application/xml xml;
  text/plain txt;
  image/svg+xml svg;
  image/png png;
  image/jpeg jpg jpeg;
  image/webp webp;
  image/avif avif;
  image/gif gif;
  image/x-icon ico;
  font/woff2 woff2;
}

if ($broadsheet_moved) {
  return 301 $broadsheet_moved;
}
${[
  location(
    base,
    page,
    `  index index.html;\n  try_files $uri $uri/ =404;\n  error_page 404 ${base}404.html;\n`,
    'page-headers.conf',
  ),
  // The first of these expressions that fits is taken, so the kinds with rules of their own come first.
  ...classes,
  location(
    `~ ^${escaped(base)}.+\\.(?:json|js|css|svg|png|ico|jpe?g|webp|avif|gif|woff2|txt|xml|webmanifest)$`,
    page,
    `${files}  error_page 404 = @broadsheet_missing;\n`,
  ),
].join('')}
# A missing file is never answered with a page.
location @broadsheet_missing {
  include headers.conf;
  types { }
  default_type text/plain;
  return 404 "Not found\\n";
}
`;
}

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
