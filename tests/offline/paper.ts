/** A small site with a worker on a device of its own: its files, what was asked for, and the ways in which a line fails. */
import { beforeAll, beforeEach } from 'vitest';
import { bundledWorker, newDevice, type Device, type StartedWorker } from './worker-scope.ts';

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  woff2: 'font/woff2',
};

export const file = (text: string, type: string, status = 200): Response =>
  new Response(text, { status, headers: { 'content-type': types[type] ?? type } });

/** A document as the press writes it, as far as the worker looks at it. */
export const documentOf = (script: string, text: string): string =>
  `<html><head><title>Paper</title><script type="module" crossorigin src="${script}"></script></head><body>` +
  `<div id="root"><div class="layout layout-failed"><main>${text}</main></div></div>` +
  `<script type="application/json" id="page">{}</script></body></html>`;

export const shell = {
  id: 'one',
  files: ['offline.html', 'assets/index-1.js', 'assets/late-1.js', 'assets/index-1.css'],
};

export const article = '/articles/kept/';

/** There is no line, or one that answers nothing. */
export const cut = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'));
export const never = (): Promise<Response> => new Promise(() => {});

export type Paper = {
  /** The files of the site by their paths. */
  site: Map<string, () => Response>;
  asked: { path: string; cache?: string }[];
  device: Device;
  /** The network of the site. */
  online: Device['network'];
  /** With the shell on the device; what that asked for is forgotten. */
  installed: () => Promise<StartedWorker>;
};

/** The same for each test of a file, on a new device. */
export function usePaper(): Paper {
  let code: string;
  const paper = {
    async online(path, how) {
      paper.asked.push({ path, ...how });
      return paper.site.get(path)?.() ?? file('Not found', 'text/plain', 404);
    },
    async installed() {
      const worker = paper.device.start(shell);
      await worker.install();
      await worker.activate();
      paper.asked.length = 0;
      return worker;
    },
  } as Paper;
  beforeAll(async () => {
    code = await bundledWorker();
  });
  beforeEach(() => {
    paper.asked = [];
    paper.site = new Map([
      ['/offline.html', () => file(documentOf('/assets/index-1.js', 'No connection'), 'html')],
      ['/assets/index-1.js', () => file('index 1', 'js')],
      ['/assets/late-1.js', () => file('late 1', 'js')],
      ['/assets/index-1.css', () => file('sheet 1', 'css')],
      ['/', () => file(documentOf('/assets/index-1.js', 'Front'), 'html')],
      [article, () => file(documentOf('/assets/index-1.js', 'New text'), 'html')],
      [`${article}page.json`, () => file('{"new":true}', 'json')],
      ['/images/kept.png', () => file('new picture', 'image/png')],
      ['/version.json', () => file('{"code":"index-1.js"}', 'json')],
    ]);
    paper.device = newDevice(code, paper.online);
  });
  return paper;
}

export const textOf = async (response: Promise<Response> | undefined): Promise<string | undefined> =>
  (await response)?.text();

export const visit = (worker: StartedWorker, path: string): Promise<Response> | undefined =>
  worker.answer(path, { navigates: true });
