/** The pages of a built site as its server changes them, where no engine could be told to do it in the same way. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Host } from '../../src/press/static-host.ts';

/** The host of the site in a folder, whose pages are changed on their way. */
export function changing(folder: string, change: (html: string) => string, host: Host): Host {
  return (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const page = join(folder, path, 'index.html');
    if (!path.endsWith('/') || !existsSync(page)) return host(request, response);
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(change(readFileSync(page, 'utf8')));
  };
}

/** A script runs before everything else of a page. Their policy allows it, for it comes from the site. */
export function withEarlyScript(folder: string, script: string, host: Host): Host {
  const addScript = (html: string) => html.replace('<head>', '<head><script src="/early.js"></script>');
  return changing(folder, addScript, (request, response) => {
    if (request.url !== '/early.js') return host(request, response);
    response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(script);
  });
}

const ear = `
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

/** What the consoles say in anger, for an engine whose driver cannot tell: it is put into a list. */
export function hearing(folder: string, host: Host, heard: string[]): Host {
  return withEarlyScript(folder, ear, (request, response) => {
    if (request.url !== '/heard') return host(request, response);
    request.setEncoding('utf8').on('data', (error: string) => heard.push(error));
    request.on('end', () => response.end());
  });
}
