/** What every browser test needs: a browser, and a server of a built site with switches for faults. */
import { rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type BrowserContext, type LaunchOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest';
import { staticHost, type Host } from '../../src/press/static-host.ts';
import { browserFlags, findBrowser } from './find-browser.ts';

export type Site = {
  url: string;
  /** Answers a request itself where it returns true; set to make faults. */
  intercept: ((request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>) | undefined;
  /** Paths asked for since it was emptied. */
  requests: string[];
  close(): Promise<void>;
};

/** Serves a built site on a port of its own. */
export async function serve(host: Host): Promise<Site> {
  const requests: string[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (!(await site.intercept?.(request, response))) host(request, response);
  };
  const server: Server = createServer((request, response) => {
    requests.push(request.url ?? '');
    answer(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const site: Site = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    intercept: undefined,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return site;
}

export async function launch(options: LaunchOptions = {}): Promise<Browser> {
  const { executablePath, env } = findBrowser();
  return chromium.launch({
    executablePath,
    args: browserFlags,
    env: { ...(process.env as Record<string, string>), ...env },
    ...options,
  });
}

export type UsedSite = {
  site: Site;
  browser: Browser;
  /** Of the site as it was built. */
  built: string;
  open: (options?: OpenOptions) => Promise<Page>;
};

/**
 * A browser and a site for the tests of a file: that of the shipped content, or one that is built for them, whose folder is
 * gone after them. After each test the pages it opened are closed,
 * and none may have an error in its console but those the test expected (`expectErrors`).
 */
export function useSite(build?: () => { folder: string; site: string }): UsedSite {
  const used = {} as UsedSite;
  let opened: Page[] = [];
  let folder: string | undefined;
  beforeAll(async () => {
    const own = build?.();
    folder = own?.folder;
    used.built = own?.site ?? inject('shippedSite');
    [used.site, used.browser] = await Promise.all([serve(staticHost(used.built)), launch()]);
  });
  beforeEach(() => {
    opened = [];
    used.site.intercept = undefined;
    used.site.requests.length = 0;
  });
  afterEach(async () => {
    await closeAll(opened);
  });
  afterAll(async () => {
    await used.browser?.close();
    await used.site?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });
  used.open = async (options) => {
    const page = await openPage(used.browser, used.site, options);
    opened.push(page);
    return page;
  };
  return used;
}

export type OpenOptions = {
  path?: string;
  width?: number;
  height?: number;
  script?: boolean;
  theme?: 'light' | 'sepia' | 'dark' | 'black';
  context?: BrowserContext;
  /** The reader has asked for little data: nothing is fetched before it is wanted. */
  savesData?: boolean;
  /** The worker may be registered: the paper is kept to be read without a line. Other tests are of the line. */
  worker?: boolean;
  /** Without the faces of the publication: one that is late at the first visit sets the next one in other lines. */
  plainFaces?: boolean;
};

/** A page in a context of its own, unless one is given. `path: ''` leaves it blank. */
export async function openPage(browser: Browser, site: Site, options: OpenOptions = {}): Promise<Page> {
  const { path = '/', width = 1280, height = 800, script = true, theme } = options;
  const context =
    options.context ??
    (await browser.newContext({
      viewport: { width, height },
      javaScriptEnabled: script,
      reducedMotion: 'reduce',
      serviceWorkers: options.worker ? 'allow' : 'block',
    }));
  if (theme) {
    await context.addInitScript((value) => localStorage.setItem('broadsheet:/:theme', value), theme);
  }
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  if (options.savesData) {
    await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  }
  if (options.plainFaces) await page.route('**/*.woff2', (route) => route.abort());
  const errors: string[] = [];
  consoleErrors.set(page, errors);
  page.on('console', (message) => {
    if (options.plainFaces && message.location().url.endsWith('.woff2')) return;
    if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  if (path) await page.goto(site.url + path);
  return page;
}

const consoleErrors = new WeakMap<Page, string[]>();
const expectedErrors = new WeakMap<Page, RegExp>();

/** What the console of a page has said in anger, but for what the test expected. */
export function errorsOf(page: Page): string[] {
  const expected = expectedErrors.get(page);
  return (consoleErrors.get(page) ?? []).filter((error) => !expected?.test(error));
}

/** What the test does to the page makes these errors, which the browser itself tells. */
export function expectErrors(page: Page, expected: RegExp): void {
  expectedErrors.set(page, expected);
}

/** The app has taken over the document, and what belongs to the reader is there. */
export async function hydrated(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Reading settings' }).waitFor();
}

/** Closes pages; an error in their consoles that was not expected fails the test. */
export async function closeAll(pages: Page[]): Promise<void> {
  await Promise.all([...new Set(pages.map((page) => page.context()))].map((context) => context.close()));
  expect(pages.flatMap(errorsOf)).toEqual([]);
}

export async function closeContext(page: Page): Promise<void> {
  expect(errorsOf(page)).toEqual([]);
  await page.context().close();
}

/** Puts links into a page, after what `selector` finds: as an extension would, without markup, which the policy stops. */
export async function addLinks(page: Page, selector: string, links: { href: string; text: string; target?: string }[]) {
  await page.evaluate(
    ([place, added]) => {
      for (const { href, text, target = '' } of added) {
        const link = Object.assign(document.createElement('a'), { href, target, textContent: text });
        document.querySelector(place)?.append(' ', link);
      }
    },
    [selector, links] as const,
  );
}
