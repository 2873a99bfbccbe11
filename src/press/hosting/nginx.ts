/**
 * What nginx includes: `http.conf` inside `http`, with the old addresses and where they lead, `site.conf` inside a
 * `server`. They may lie anywhere, so neither includes another: nginx looks for it beside its own configuration. Only
 * the redirects are other ones with another build: what nginx has read holds for the next site as well.
 */
import type { Redirect } from '../../publication/redirects.ts';
import { address } from './headers-file.ts';
import { cgiFile, lettersCgi, mostBody } from './letters-cgi.ts';
import type { SiteFile } from '../site-file.ts';
import {
  pageCacheControl,
  pathClasses,
  policyBesideMeta,
  policyOfFiles,
  safetyHeaders,
  type PathClass,
} from './policy.ts';

/** `post`: the address below the base that letters are posted to. */
export function nginxFiles(base: string, redirects: readonly Redirect[], post: string | undefined): SiteFile[] {
  const posted = post && address(base, post);
  return [
    { file: 'nginx/http.conf', text: httpFile(base, redirects) },
    { file: 'nginx/site.conf', text: siteFile(base, posted) },
    ...(posted ? [lettersCgi(posted)] : []),
  ];
}

/** nginx compares the decoded path, so the old address stands here as it is read, not percent-encoded. */
function httpFile(base: string, redirects: readonly Redirect[]): string {
  const moved = redirects.map(
    ({ from, to }) => `  ${quoted(base + decoded(from).slice(1))} ${quoted(address(base, to))};\n`,
  );
  return `# Include inside http { }: the old addresses and where they lead.
map_hash_bucket_size 512;
map_hash_max_size 65536;
map $uri $broadsheet_moved {
${moved.join('')}}
`;
}

/** An `add_header` inside a `location` drops all inherited ones, so each has all of them. */
function headerLines(headers: Record<string, string>): string {
  return Object.entries(headers)
    .map(([name, value]) => `  add_header ${name} ${quoted(value)} always;\n`)
    .join('');
}

function siteFile(base: string, posted: string | undefined): string {
  const location = (
    match: string,
    { cacheControl, resourcePolicy }: Omit<PathClass, 'name' | 'paths'>,
    rest: string,
    policy = policyOfFiles,
  ) => `
location ${match} {
${headerLines({ ...safetyHeaders(policy), 'Cache-Control': cacheControl, 'Cross-Origin-Resource-Policy': resourcePolicy })}${rest}}
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
    policyBesideMeta,
  ),
  ...(posted
    ? [
        location(
          `= ${posted}`,
          page,
          `  client_max_body_size ${mostBody};\n  error_page 418 = @broadsheet_letters;\n  if ($request_method = POST) {\n    return 418;\n  }\n  try_files $uri $uri/index.html =404;\n  error_page 404 ${base}404.html;\n`,
          policyBesideMeta,
        ),
        lettersLocation(),
      ]
    : []),
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
${headerLines(safetyHeaders(policyOfFiles))}  types { }
  default_type text/plain;
  return 404 "Not found\\n";
}
`;
}

/** By fcgiwrap, which runs the script; the folder of the letters stands beside that of the site. */
function lettersLocation(): string {
  const parameters = {
    SCRIPT_FILENAME: `$document_root/../hosting/${cgiFile}`,
    LETTERS: '$document_root/../letters',
    REQUEST_METHOD: '$request_method',
    CONTENT_LENGTH: '$content_length',
    CONTENT_TYPE: '$content_type',
    HTTP_ACCEPT: '$http_accept',
  };
  const lines = Object.entries(parameters).map(([name, value]) => `  fastcgi_param ${name} ${value};\n`);
  return `
location @broadsheet_letters {
${headerLines({ ...safetyHeaders(policyOfFiles), 'Cache-Control': 'no-store' })}  client_max_body_size ${mostBody};
${lines.join('')}  fastcgi_pass unix:/run/fcgiwrap.socket;
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
