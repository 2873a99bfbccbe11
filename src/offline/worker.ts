/**
 * The service worker. It answers from the network wherever there is one, so that what is new is seen at once; without a
 * line, or where none answers within three seconds, pages come from what is kept (`kept.ts`) in a document of the app
 * that was stored whole with its code. So no document ever meets the code of another build. What is not kept fails as it
 * would without a worker, and the app says what there is instead.
 */
import { addressOf } from '../publication/addresses.ts';
import { addressOfData, keptAtHeader, type Shell, shellDocument } from '../publication/keeping.ts';
import { type Kept, openKept } from './kept.ts';
import { shellName, shellNames } from './shell.ts';
import { documentOfKept } from './kept-document.ts';

declare const self: ServiceWorkerGlobalScope;

/** Set before this script by the build: what the app needs to start, and a name that changes with any of it. */
declare const shell: Shell;

const base = import.meta.env.BASE_URL;
/** How long a kept page waits for the line, and one that is not kept, in milliseconds. */
const patience = { kept: 3000, other: 15_000 };

let opening: Promise<Kept> | undefined;
/** Until then the line is taken for dead, and what is kept does not wait for it again. */
let deadUntil = 0;

self.addEventListener('install', (event) => event.waitUntil(install().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
// A page asks, since a browser that is short of room may have thrown away what is here.
self.addEventListener('message', (event) => event.waitUntil(install().catch(() => undefined)));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const isOurs = url.origin === location.origin && url.pathname.startsWith(base);
  if (!isOurs || request.method !== 'GET' || request.headers.has('range')) return;
  const path = url.pathname.slice(base.length - 1);
  if (request.mode === 'navigate') {
    if (!/\.\w+$/.test(path) || path.endsWith('/index.html')) event.respondWith(answerDocument(event, addressOf(path)));
    return;
  }
  const address = addressOfData(path);
  if (address !== undefined) event.respondWith(answerData(event, address));
  else if (path.startsWith('/assets/')) event.respondWith(answerAsset(event));
  else if (/^image|^$/.test(request.destination)) event.respondWith(answerFile(event, url.pathname));
});

/** All of the shell or nothing: a worker without it would look well and serve nobody. */
async function install(): Promise<void> {
  const cache = await caches.open(shellName(base, shell.id));
  await Promise.all(
    shell.files.map(async (file) => {
      const url = base + file;
      if (await cache.match(url)) return;
      const response = await fetch(url, { cache: file === shellDocument ? 'no-cache' : 'default' });
      if (!isWhole(url, response)) throw new Error(`${url} was answered with ${response.status}`);
      await cache.put(url, response);
    }),
  );
}

/** The shell of before stays, for tabs that began with it. */
async function activate(): Promise<void> {
  const names = await shellNames(base);
  const others = names.filter((name) => name !== shellName(base, shell.id));
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function answerDocument(event: FetchEvent, address: string): Promise<Response> {
  const asked = fetch(event.request);
  asked.catch(() => undefined);
  const kept = await keptPage(address);
  const response = await inTime(asked, kept !== undefined);
  // A host in trouble is no reason not to read.
  if (response && (response.status < 500 || !kept)) return response;
  const stored = await fromShells(new Request(base + shellDocument));
  if (!stored || !kept) return stored ?? asked;
  return new Response(documentOfKept(await stored.text(), address, kept), { headers: headersOf(stored) });
}

async function answerData(event: FetchEvent, address: string): Promise<Response> {
  const asked = fetch(event.request);
  asked.catch(() => undefined);
  const kept = await keptPage(address);
  if (!kept) return asked;
  const response = await inTime(asked, true);
  const isIt = /json/.test(response?.headers.get('content-type') ?? '');
  if (response && response.status < 500 && (isIt || !response.ok)) return response;
  const headers = { 'content-type': 'application/json', [keptAtHeader]: kept.kept };
  return new Response(kept.data, { headers });
}

/** Code, sheets and faces have a hash in their names: what is stored is what would come. */
async function answerAsset(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const stored = await fromShells(request);
  if (stored) return stored;
  const response = await fetch(request);
  // Faces are too many to be stored before they are used.
  if (request.url.endsWith('.woff2') && isWhole(request.url, response)) {
    const copy = response.clone();
    event.waitUntil(
      caches
        .open(shellName(base, shell.id))
        .then((cache) => cache.put(request.url, copy))
        .catch(() => undefined),
    );
  }
  return response;
}

/** On a dead line, pictures do not wait either. */
async function answerFile(event: FetchEvent, url: string): Promise<Response> {
  try {
    return (Date.now() < deadUntil && (await keptFile(url))) || (await fetch(event.request));
  } catch (cause) {
    const kept = await keptFile(url);
    if (!kept) throw cause;
    return kept;
  }
}

async function keptFile(url: string): Promise<Response | undefined> {
  const kept = await (await database())?.file(url).catch(() => undefined);
  return kept && new Response(kept.bytes, { headers: { 'content-type': kept.type } });
}

/** The answer of the network; none where it fails, or takes longer than it may. */
async function inTime(asked: Promise<Response>, isKept: boolean): Promise<Response | undefined> {
  if (isKept && Date.now() < deadUntil) return undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), isKept ? patience.kept : patience.other);
  });
  const first = await Promise.race([asked.catch(() => undefined), late]);
  clearTimeout(timer);
  // A line that is cut says so at once, the next time too.
  deadUntil = first === 'late' ? Date.now() + 10_000 : 0;
  return first === 'late' ? undefined : first;
}

/** The headers of a stored document, for another text of it. */
function headersOf(stored: Response): Headers {
  const headers = new Headers(stored.headers);
  for (const name of ['content-length', 'content-encoding', 'etag', 'last-modified']) headers.delete(name);
  return headers;
}

async function keptPage(address: string): Promise<{ data: string; kept: string } | undefined> {
  try {
    const store = await database();
    const [page, data] = await Promise.all([store?.page(address), store?.data(address)]);
    return page && data !== undefined ? { data, kept: page.kept } : undefined;
  } catch {
    opening = undefined;
    return undefined;
  }
}

/** Reading goes on where the browser gives us none. */
async function database(): Promise<Kept | undefined> {
  try {
    return await (opening ??= openKept(base));
  } catch {
    opening = undefined;
    return undefined;
  }
}

/** From the shell of this worker, else from the one before. */
async function fromShells(request: Request): Promise<Response | undefined> {
  for (const name of [shellName(base, shell.id), ...(await shellNames(base))]) {
    const stored = await caches.match(request, { cacheName: name, ignoreVary: true });
    if (stored) return stored;
  }
  return undefined;
}

/** Hosts with a fallback answer 200 and HTML for a file that is missing. */
function isWhole(url: string, { ok, redirected, headers }: Response): boolean {
  const type = headers.get('content-type') ?? '';
  const expected = { js: /javascript/, css: /css/, html: /html/, woff2: /font|octet/ }[/\w+$/.exec(url)?.[0] ?? ''];
  return ok && !redirected && (expected?.test(type) ?? !/html/.test(type));
}
