/**
 * The service worker. It answers from the network wherever there is one, so that what is new is seen at once; without a
 * line, or where none answers within three seconds, pages come from what is kept (`kept.ts`) in a document of the app
 * that was stored whole with its code. So no document ever meets the code of another build. What is not kept fails as it
 * would without a worker, and the app says what there is instead.
 */
import { addressOf } from '../publication/addresses.ts';
import { isJson } from '../publication/is-json.ts';
import { addressOfData, keptAtHeader, type Shell, shellDocument } from '../publication/keeping.ts';
import { oneFileOf } from '../publication/picture-files.ts';
import { type Kept, openKept } from './kept.ts';
import { shellName, shellNames } from './shell.ts';
import { documentOfKept } from './kept-document.ts';

declare const self: ServiceWorkerGlobalScope;

/** Set before this script by the build: what the app needs to start, and a name that changes with any of it. */
declare const shell: Shell;

const base = import.meta.env.BASE_URL;
/** How long the line is waited for where a copy is kept, and where none is, and how long the database, in milliseconds. */
const patience = { kept: 3000, other: 15_000, database: 2000 };

let opening: Promise<Kept> | undefined;
/** Until then the line is taken for dead. */
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
  // Of a picture that is there in several sizes the one file is kept.
  const picture = oneFileOf(path);
  if (address !== undefined) event.respondWith(answerData(event, address));
  else if (picture) event.respondWith(answerFile(event, base.slice(0, -1) + picture));
  else if (path.startsWith('/assets/')) event.respondWith(answerAsset(event));
  else if (/^image|^$/.test(request.destination)) event.respondWith(answerFile(event, url.pathname));
});

/**
 * All of the shell or nothing: a worker without it would look well and serve nobody. The document comes last, so that a
 * shell which has it is whole; what has come of one that is not is there for the next try.
 */
async function install(): Promise<void> {
  const name = shellName(base, shell.id);
  const cache = await caches.open(name);
  try {
    await Promise.all(shell.files.filter((file) => file !== shellDocument).map((file) => store(cache, file)));
    await store(cache, shellDocument);
  } catch (cause) {
    // What cannot be whole takes no room from what is the reader's own.
    if ((cause as Error).name === 'QuotaExceededError') await caches.delete(name);
    throw cause;
  }
}

async function store(cache: Cache, file: string): Promise<void> {
  const url = base + file;
  if (await cache.match(url)) return;
  const isDocument = file === shellDocument;
  const response = await fetch(url, { cache: isDocument ? 'no-cache' : 'default' });
  const wanted = isDocument ? await documentOfThisBuild(response) : isWhole(url, response) && response;
  if (!wanted) throw new Error(`${url} was answered with ${response.status}`);
  await cache.put(url, wanted);
}

/**
 * The document has a name that does not change, and the site may be deployed anew while its shell is stored: it is known
 * by its script. Some hosts send `offline.html` on to `offline`; an answer that was sent on may not answer for another
 * address, so its text is stored.
 */
async function documentOfThisBuild(response: Response): Promise<Response | undefined> {
  const html = response.ok ? await response.text() : '';
  const scripts = [...html.matchAll(/<script [^>]*src="([^"]+)"/g)].map(([, url = '']) => url.slice(base.length));
  const isIt = scripts.length > 0 && scripts.every((script) => shell.files.includes(script));
  return isIt ? new Response(html, { headers: headersOf(response) }) : undefined;
}

/** The shell of before stays, for tabs that began with it. */
async function activate(): Promise<void> {
  const own = shellName(base, shell.id);
  const others = (await shellNames(base)).filter((name) => name !== own);
  const documents = await Promise.all(others.map((name) => caches.match(base + shellDocument, { cacheName: name })));
  const before = others.findLast((_, index) => documents[index]);
  const going = others.filter((name) => name !== before);
  await keepFaces(own, going).catch(() => undefined);
  await Promise.all(going.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** Faces are stored when they are used. Those that this build has too stay, since nobody may ask for them with a line. */
async function keepFaces(own: string, going: readonly string[]): Promise<void> {
  const cache = await caches.open(own);
  const html = (await (await cache.match(base + shellDocument))?.text()) ?? '';
  for (const name of going) {
    const old = await caches.open(name);
    const faces = (await old.keys()).filter(
      ({ url }) => html.includes(new URL(url).pathname) && url.endsWith('.woff2'),
    );
    for (const face of faces) await cache.put(face, (await old.match(face))!);
  }
}

async function answerDocument({ request }: FetchEvent, address: string): Promise<Response> {
  const asked = fetch(request);
  const keeping = keptPage(address);
  const response = await inTime(request, asked, keeping);
  if (response && response.status < 500) return response;
  // A host in trouble is no reason not to read.
  const kept = await keeping;
  if (response && !kept) return response;
  const stored = await fromShells(base + shellDocument);
  const html = kept && stored && documentOfKept(await stored.clone().text(), address, kept);
  if (!stored || html === undefined) return stored ?? asked;
  return new Response(html, { headers: headersOf(stored) });
}

async function answerData({ request }: FetchEvent, address: string): Promise<Response> {
  const [asked, asking] = ask(request);
  const keeping = keptPage(address);
  const response = await inTime(request, asked, keeping);
  if (response && response.status < 500 && (isJson(response) || !response.ok)) return response;
  if (!response) asking.abort();
  const kept = await keeping;
  if (!kept) return response ?? Response.error();
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
    event.waitUntil(addFace(request.url, response.clone()).catch(() => undefined));
  }
  return response;
}

/** To the shell, where there is one: the reader may have deleted it. */
async function addFace(url: string, response: Response): Promise<void> {
  const name = shellName(base, shell.id);
  if (await caches.has(name)) await (await caches.open(name)).put(url, response);
}

/** `url`: under which it is kept. */
async function answerFile({ request }: FetchEvent, url: string): Promise<Response> {
  const [asked, asking] = ask(request);
  const keeping = fromDatabase((kept) => kept.file(url));
  const response = await inTime(request, asked, keeping);
  if (response) return response;
  const kept = await keeping;
  if (!kept) return asked;
  asking.abort();
  return new Response(kept.bytes, { headers: { 'content-type': kept.type } });
}

/**
 * Asks the network, until it is ended: a line that takes everything and answers nothing holds what is asked for minutes, and
 * over HTTP/1.1 the seventh request waits for one of six. Documents are not asked so: with a signal they go out as data
 * (`Sec-Fetch-Mode`), and hosts answer those otherwise.
 */
function ask(request: Request): [asked: Promise<Response>, asking: AbortController] {
  const asking = new AbortController();
  const signal = AbortSignal.any([request.signal, asking.signal]);
  return [fetch(request, { signal }), asking];
}

/**
 * The answer of the network; none where it fails, or takes longer than it may. On a line that has just been found dead,
 * what is kept does not wait, and what is not no longer than that.
 */
async function inTime(
  { signal }: Request,
  asked: Promise<Response>,
  keeping: Promise<unknown>,
): Promise<Response | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waiting = keeping.then((kept) => {
    const isDead = Date.now() < deadUntil;
    if (kept && isDead) return 'dead';
    return new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), kept || isDead ? patience.kept : patience.other);
    });
  });
  const first = await Promise.race([asked.catch(() => undefined), waiting]);
  clearTimeout(timer);
  if (first === 'dead') return undefined;
  // A line that is cut says so at once, the next time too; what the page no longer wants says nothing of it.
  if (!signal.aborted) deadUntil = first === 'late' ? Date.now() + 10_000 : 0;
  return first === 'late' ? undefined : first;
}

/** The headers of a stored document, for another text of it. */
function headersOf(stored: Response): Headers {
  const headers = new Headers(stored.headers);
  for (const name of ['content-length', 'content-encoding', 'etag', 'last-modified']) headers.delete(name);
  return headers;
}

const keptPage = (address: string): Promise<{ data: string; kept: string } | undefined> =>
  fromDatabase(async (store) => {
    const [page, data] = await Promise.all([store.page(address), store.data(address)]);
    return page && data !== undefined ? { data, kept: page.kept } : undefined;
  });

/** Reading goes on where the browser gives us none, or one that never answers; a connection that died is made again. */
function fromDatabase<Found>(ask: (store: Kept) => Promise<Found>): Promise<Found | undefined> {
  const once = async () => {
    try {
      return await ask(await (opening ??= openKept(base, { onlyReads: true })));
    } catch (cause) {
      opening = undefined;
      throw cause;
    }
  };
  const never = new Promise<undefined>((resolve) => setTimeout(resolve, patience.database));
  return Promise.race([
    once()
      .catch(once)
      .catch(() => undefined),
    never,
  ]);
}

/** From the shell of this worker, else from the one before. */
async function fromShells(request: Request | string): Promise<Response | undefined> {
  try {
    for (const name of [shellName(base, shell.id), ...(await shellNames(base))]) {
      const stored = await caches.match(request, { cacheName: name, ignoreVary: true });
      if (stored) return stored;
    }
  } catch {
    // The browser has lost its caches; there is the network.
  }
  return undefined;
}

/** Hosts with a fallback answer 200 and HTML for a file that is missing. */
function isWhole(url: string, { ok, redirected, headers }: Response): boolean {
  const type = headers.get('content-type') ?? '';
  const expected = { js: /javascript/, css: /css/, woff2: /font|octet/ }[/\w+$/.exec(url)?.[0] ?? ''];
  return ok && !redirected && (expected?.test(type) ?? !/html/.test(type));
}
