/**
 * Serves a built site as a static host does: a folder without its slash is redirected, an unknown address gets
 * `404.html` with status 404, a missing file is never answered with a page.
 */
import { createReadStream, statSync, type Stats } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { createGzip } from 'node:zlib';
import type { HostRules } from './hosting/host-rules.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

const compressed = /^(?:text|application\/(?:json|xml|manifest))|svg/;

export type Host = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * A handler for `node:http` that serves `folder` below `base` ("/" or "/folder/"). With `rules`, answers carry the
 * headers and redirects that the build wrote for hosts that know them; without, it is a host that knows none.
 */
export function staticHost(folder: string, base = '/', rules?: HostRules): Host {
  return (request, response) => {
    const { pathname, search } = urlOf(request);
    for (const [name, value] of Object.entries(rules?.headersFor(pathname) ?? {})) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    if (pathname === base.slice(0, -1)) {
      response.writeHead(301, { location: base + search }).end();
      return;
    }
    const moved = rules?.movedTo(pathname);
    if (moved !== undefined) {
      response.writeHead(301, { location: moved + search }).end();
      return;
    }
    const path = pathname.startsWith(base) ? fileBelow(folder, pathname.slice(base.length)) : undefined;
    if (path !== undefined && statOf(path)?.isDirectory() && !pathname.endsWith('/')) {
      response.writeHead(301, { location: pathname.replace(/^\/+/, '/') + '/' + search }).end();
      return;
    }
    const file = path !== undefined && pathname.endsWith('/') ? join(path, 'index.html') : path;
    if (file !== undefined && statOf(file)?.isFile()) send(request, response, 200, file);
    else if (wantsPage(pathname)) send(request, response, 404, join(folder, '404.html'));
    else response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found');
  };
}

/** What was asked for; an address that begins with two slashes names no host. */
export const urlOf = ({ url }: IncomingMessage): URL => new URL(`http://host${url?.startsWith('/') ? url : '/'}`);

/** A missing script, picture or data file is not a page. */
const wantsPage = (pathname: string): boolean => pathname.endsWith('/') || /^(?:|\.html?)$/.test(extname(pathname));

/** The path of a file, or undefined where the address leaves the folder or cannot be decoded. */
function fileBelow(folder: string, address: string): string | undefined {
  try {
    const decoded = decodeURIComponent(address);
    const path = normalize(join(folder, decoded));
    const inside = path === normalize(folder) || path.startsWith(normalize(folder).replace(/[\\/]$/, '') + sep);
    return inside && !decoded.includes('\0') ? path : undefined;
  } catch {
    return undefined;
  }
}

/** Undefined where there is no such file, or none could be: no system has names of that length. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function send(request: IncomingMessage, response: ServerResponse, status: number, file: string): void {
  const stat = statOf(file);
  if (!stat) {
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found');
    return;
  }
  const type = types[extname(file)] ?? 'application/octet-stream';
  const zip = compressed.test(type) && /\bgzip\b/.test(request.headers['accept-encoding']?.toString() ?? '');
  response.writeHead(status, {
    'content-type': type,
    ...(response.hasHeader('cache-control') ? {} : { 'cache-control': 'no-cache' }),
    ...(zip ? { 'content-encoding': 'gzip', vary: 'accept-encoding' } : { 'content-length': stat.size }),
  });
  if (request.method === 'HEAD') response.end();
  else if (zip) createReadStream(file).pipe(createGzip()).pipe(response);
  else createReadStream(file).pipe(response);
}
