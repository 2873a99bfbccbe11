/**
 * What the console of a page has said in anger, for an engine whose driver cannot tell: the server puts a script of
 * its own before everything else of a page, which sends the errors back. The policy of the pages allows it, for it comes
 * from the site.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Host } from '../../src/build/static-host.ts';

const script = `
  const tell = (error) => {
    const request = new XMLHttpRequest();
    // Whatever the page does next, the server has heard it.
    request.open('POST', '/heard', false);
    try { request.send(String(error)); } catch {}
  };
  addEventListener('error', ({ message, target }) => tell(message ?? 'not loaded: ' + (target.src ?? target.href)), true);
  addEventListener('unhandledrejection', ({ reason }) => tell(reason));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => tell(violatedDirective + ' ' + blockedURI));
  const { error } = console;
  console.error = (...said) => { tell(said.join(' ')); error.apply(console, said); };`;

/** The host of a built site that puts what it hears into a list. */
export function hearing(folder: string, host: Host, heard: string[]): Host {
  return (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const page = join(folder, path, 'index.html');
    if (path === '/heard') {
      request.setEncoding('utf8').on('data', (error: string) => heard.push(error));
      request.on('end', () => response.end());
    } else if (path === '/heard.js') {
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(script);
    } else if (path.endsWith('/') && existsSync(page)) {
      const html = readFileSync(page, 'utf8').replace('<head>', '<head><script src="/heard.js"></script>');
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html);
    } else host(request, response);
  };
}
