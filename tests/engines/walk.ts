/** What a walk through an engine has at hand: a site, a reader for each test, and their windows. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject } from 'vitest';
import { type Host, staticHost } from '../../src/press/static-host.ts';
import { serve, type Site } from '../browser/site.ts';
import type { Engine, Reader, Size, Window } from './driver.ts';
import { type EngineName, type FoundEngine, findEngines } from './find-engines.ts';
import { count, until, waitFor } from './finding.ts';
import { click, hover } from './pointing.ts';
import { hearing } from './changed-pages.ts';

export const phone: Size = { width: 390, height: 844 };
export const desktop: Size = { width: 1280, height: 800 };

export type Walk = {
  site: Site;
  /** A window of the reader of this test at a page, once the app has taken it over. */
  open: (path: string, size?: Size) => Promise<Window>;
  /** An empty window of that reader. */
  openEmpty: (size?: Size) => Promise<Window>;
  /** The folder that files are saved to. */
  downloads: () => string;
  /** The worker is that of the site; unless a test wants it, it is one that answers nothing: other steps are of the line. */
  letWorkerWork: () => void;
  /** What the test does makes these errors. */
  expectErrors: (expected: RegExp) => void;
};

/** After each test its reader has left, and no window had an error that the test did not expect. */
export function inEngine(name: EngineName, tests: (walk: Walk) => void): void {
  const start = findEngines().find((engine) => engine.name === name)?.start;
  describe.skipIf(!start)(`${start ? '' : 'not run: no '}${name}`, () => {
    tests(walkWith(start));
  });
}

function walkWith(start: FoundEngine['start']): Walk {
  let engine: Engine | undefined;
  let reader: Reader;
  let windows: Window[] = [];
  let expected: RegExp | undefined;
  let worker: 'idle' | 'the site’s';
  const heard: string[] = [];
  const walk: Walk = {
    site: {} as Site,
    async openEmpty(size = desktop) {
      const window = await reader.newWindow(size);
      windows.push(window);
      return window;
    },
    async open(path, size) {
      const window = await walk.openEmpty(size);
      await window.go(walk.site.url + path);
      await hydrated(window);
      return window;
    },
    downloads: () => engine!.downloads,
    letWorkerWork() {
      worker = 'the site’s';
    },
    expectErrors(pattern) {
      expected = pattern;
    },
  };
  beforeAll(async () => {
    const folder = inject('shippedSite');
    engine = await start!();
    const files = staticHost(folder);
    const host: Host = (request, response) => {
      if (request.url !== '/sw.js' || worker !== 'idle') return files(request, response);
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end('// It answers nothing.');
    };
    walk.site = await serve(engine.tellsErrors ? host : hearing(folder, host, heard));
  });
  beforeEach(async () => {
    [windows, expected, worker, walk.site.intercept] = [[], undefined, 'idle', undefined];
    heard.length = 0;
    reader = await engine!.newReader();
  });
  afterEach(async () => {
    await reader.leave();
    const errors = [...heard, ...windows.flatMap((window) => window.errors())];
    expect(errors.filter((error) => !expected?.test(error))).toEqual([]);
  });
  afterAll(async () => {
    await engine?.close();
    await walk.site.close?.();
  });
  return walk;
}

/** The app has taken over the document, and what belongs to the reader is there: it comes at once to whoever reaches for it. */
export const hydrated = (window: Window) =>
  until('the tools of the reader', async () => {
    const isThere = (await count(window, 'button Reading settings')) > 0;
    if (!isThere) await window.press('Shift');
    return isThere;
  });

/** The panel is fetched when the reader comes near its button, and opened when it is pressed. */
export async function openSettings(window: Window): Promise<void> {
  await hydrated(window);
  await hover(window, 'button Reading settings');
  await until('the panel of the settings', () => window.run(() => document.querySelector('[popover]') !== null));
  await click(window, 'button Reading settings');
  await waitFor(window, 'dialog Reading settings');
}
