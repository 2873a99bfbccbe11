/** The dev server's answers: pages rendered live, their data, the pictures; after an edit the open pages follow. */
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { resolve, sep } from 'node:path';
import type { ViteDevServer } from 'vite';
import { addressOf, dataAddress, notFoundAddress } from '../publication/addresses.ts';
import { escapedHtml } from '../publication/escaped-html.ts';
import type { Edition } from '../publication/edition.ts';
import type { Page } from '../publication/page.ts';
import { isIndexFile } from '../publication/search/index-files.ts';
import { printedHead } from './head/printed-head.ts';
import { LiveContent } from './live-content.ts';
import { documentOf, pageHtml } from './page-html.ts';
import type { Render } from './press.ts';
import { inForm } from './content/problems.ts';
import { iconAndManifest } from './site-files.ts';
import { staticHost, urlOf } from './static-host.ts';
import { themeOf } from './theme/theme.ts';
import { interfaceWords } from '../words/interface-words.ts';

type Adopt = (edition: Edition) => void;

/** Sets the server up; answers what Vite calls after its own middlewares. `adopt` is called where language or look are others. */
export async function serveLiveContent(server: ViteDevServer, folder: string, adopt: Adopt): Promise<() => void> {
  const live = new LiveContent(folder, server.config.base);
  await readAgain(server, live, adopt);
  followEdits(server, live, adopt);
  answerFiles(server, live);
  return () => answerPages(server, live);
}

/** What scripts, sheets and the document hold of the content; an open page takes it only by loading again. */
const bundledOf = (edition: Edition | undefined): string | undefined =>
  edition && JSON.stringify([edition.language, edition.content.look]);

async function readAgain(server: ViteDevServer, live: LiveContent, adopt: Adopt): Promise<void> {
  const before = bundledOf(live.edition);
  await live.read();
  for (const problem of live.problems) {
    server.config.logger[problem.severity === 'error' ? 'error' : 'warn'](inForm(problem));
  }
  const after = bundledOf(live.edition);
  if (!live.edition || after === before) return;
  adopt(live.edition);
  if (before !== undefined) server.ws.send({ type: 'full-reload' });
}

function followEdits(server: ViteDevServer, live: LiveContent, adopt: Adopt): void {
  server.watcher.add(live.folder);
  let waiting: NodeJS.Timeout | undefined;
  let reading = Promise.resolve();
  const read = async () => {
    await readAgain(server, live, adopt);
    server.ws.send('broadsheet:content');
  };
  const follow = () => {
    clearTimeout(waiting);
    // Debounced: editors write a file in several steps.
    waiting = setTimeout(() => {
      reading = reading.then(read).catch((error: unknown) => server.config.logger.error(String(error)));
    }, 40);
  };
  server.watcher.on('all', (_, file) => {
    if (resolve(file).startsWith(live.folder + sep)) follow();
  });
  // What was saved after it was read, and before it was watched.
  server.watcher.once('ready', follow);
  // A page that was loading while the content was read reports the revision that it shows; an older one loads again.
  server.ws.on('broadsheet:shown', (revision: unknown, client) => {
    if (revision !== live.revision) client.send('broadsheet:content');
  });
}

/** Data of pages, lists of names, pictures: before Vite looks for files of its own. */
function answerFiles(server: ViteDevServer, live: LiveContent): void {
  const pictures = staticHost(live.folder);
  server.middlewares.use((request, response, next) => {
    const { pathname } = urlOf(request);
    if (pathname === dataAddress(notFoundAddress())) answerJson(response, 200, live.pageAt(notFoundAddress()));
    else if (pathname.endsWith('/page.json')) answerData(response, live, pathname.slice(0, -'page.json'.length));
    else if (/^\/404\/[a-z0-9]{2}\.json$/.test(pathname)) answerJson(response, 200, live.names(pathname) ?? []);
    else if (isIndexFile(pathname.slice(1))) answerIndex(response, live.searchFile(pathname));
    else if (pathname.startsWith('/images/')) pictures(request, response);
    else if (iconsAndManifest.test(pathname)) answerIcon(server, live, pathname, response).catch(next);
    else if (canBeDecoded(pathname)) next();
    // Vite would answer such an address with an error.
    else answerPage(server, live, new URL(notFoundAddress(), 'http://host'), response).catch(next);
  });
}

function answerIndex(response: ServerResponse, text: string | undefined): void {
  response.writeHead(text === undefined ? 404 : 200, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(text ?? 'Not found');
}

const iconsAndManifest = /^\/(?:manifest\.webmanifest|favicon\.ico|(?:apple-touch-)?icon[a-z0-9-]*\.png|icon\.svg)$/;

/** Drawn when it is asked for: a browser asks once. */
async function answerIcon(
  server: ViteDevServer,
  live: LiveContent,
  path: string,
  response: ServerResponse,
): Promise<void> {
  const drawing = resolve(server.config.root, 'public/icon.svg');
  const files = await iconAndManifest(live.edition, drawing);
  const found = files.find(({ file }) => `/${file}` === path);
  const type =
    { webmanifest: 'application/manifest+json', svg: 'image/svg+xml' }[path.slice(path.lastIndexOf('.') + 1)] ??
    'image/png';
  response.writeHead(found ? 200 : 404, { 'content-type': found ? type : 'text/plain', 'cache-control': 'no-store' });
  response.end(found?.text ?? 'Not found');
}

function canBeDecoded(path: string): boolean {
  try {
    return decodeURI(path) !== '';
  } catch {
    return false;
  }
}

function answerData(response: ServerResponse, live: LiveContent, address: string): void {
  const page = live.pageAt(address);
  answerJson(response, page ? 200 : 404, page ?? null);
}

function answerJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(value));
}

/** Every address that is not a file: the page, rendered as the build would. */
function answerPages(server: ViteDevServer, live: LiveContent): void {
  server.middlewares.use((request, response, next) => {
    const url = urlOf(request);
    if (!/text\/html|\*\/\*/.test(request.headers.accept ?? '*/*')) {
      next();
      return;
    }
    answerPage(server, live, url, response).catch((error: unknown) => {
      if (error instanceof Error) server.ssrFixStacktrace(error);
      next(error);
    });
  });
}

async function answerPage(server: ViteDevServer, live: LiveContent, url: URL, response: ServerResponse): Promise<void> {
  const address = addressOf(url.pathname);
  const page = live.pageAt(address);
  if (page && address !== url.pathname && address !== notFoundAddress()) {
    response.writeHead(302, { location: address + url.search }).end();
    return;
  }
  const moved = page ? undefined : live.movedTo(decodeURI(url.pathname));
  if (moved !== undefined) {
    response.writeHead(302, { location: moved + url.search }).end();
    return;
  }
  const shown = page ?? live.pageAt(notFoundAddress());
  const html = shown
    ? await htmlOf(server, live, url, page ? address : notFoundAddress(), shown)
    : await unusable(server, live, url);
  const found = page && address !== notFoundAddress();
  response.writeHead(found ? 200 : shown ? 404 : 500, { 'content-type': 'text/html; charset=utf-8' }).end(html);
}

async function htmlOf(
  server: ViteDevServer,
  live: LiveContent,
  url: URL,
  address: string,
  page: Page,
): Promise<string> {
  // The content may be edited while the page is made: all of it is of one revision.
  const { edition, revision } = live;
  const { language = 'en', direction = 'ltr' } = edition ?? {};
  const source = readFileSync(resolve(server.config.root, 'index.html'), 'utf8');
  const made = await server.transformIndexHtml(url.pathname, source);
  const html = made.replace('<!--head-->', (head) => `<meta name="revision" content="${revision}">${head}`);
  const { render } = (await server.ssrLoadModule('/src/entry-server.tsx')) as { render: Render };
  const rendered = render(address, page, interfaceWords(language).words.screen);
  const head = edition ? printedHead(edition, address, page) : '';
  return pageHtml(
    documentOf(html, { language, direction }, themeOf(edition?.content.look.theme ?? {}).face),
    head,
    rendered,
  );
}

/** Nothing can be shown before publication.json is mended; the page loads again when it is. */
function unusable(server: ViteDevServer, live: LiveContent, url: URL): Promise<string> {
  const problems = live.problems.map((problem) => `<li><code>${escapedHtml(inForm(problem))}</code></li>`).join('');
  const reload = `import.meta.hot.on('broadsheet:content', () => location.reload());
    import.meta.hot.send('broadsheet:shown', ${live.revision});`;
  return server.transformIndexHtml(
    url.pathname,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Content to mend</title>
    <h1>The content cannot be read yet</h1><ul>${problems}</ul><script type="module">${reload}</script></html>`,
  );
}
