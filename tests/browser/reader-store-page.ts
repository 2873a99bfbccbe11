/**
 * The reader's store in a page of its own: the real modules, bundled for tests alone and served beside the site under
 * an address that the site does not have. Nothing of the app runs there.
 */
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { beforeAll, beforeEach } from 'vitest';
import type { UsedSite } from './site.ts';

/** What such a page has. */
export type ReaderStore = typeof import('./reader-store-parts.ts');

export const blankPath = '/test-of-the-store/';
const scriptPath = `${blankPath}store.js`;

const page = `<!doctype html><title>Store</title><link rel="icon" href="data:,">
<script type="module">import * as parts from '${scriptPath}'; window.parts = parts;</script>`;

/** The text of the script. */
async function bundleStore(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'import.meta.env.BASE_URL': '"/test/"' },
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      lib: { entry: resolve('tests/browser/reader-store-parts.ts'), formats: ['es'] },
    },
  });
  const [{ output }] = [built].flat() as Rolldown.RolldownOutput[] as [Rolldown.RolldownOutput];
  return output[0].code;
}

/** Makes the site of a file's tests serve the page. */
export function serveStoreOn(used: UsedSite): void {
  let script = '';
  beforeAll(async () => {
    script = await bundleStore();
  });
  beforeEach(() => {
    used.site.intercept = ({ url }, response) => {
      if (url !== blankPath && url !== scriptPath) return false;
      const type = url === scriptPath ? 'text/javascript' : 'text/html; charset=utf-8';
      response.writeHead(200, { 'Content-Type': type });
      response.end(url === scriptPath ? script : page);
      return true;
    };
  });
}

/** A window with nothing in it but the store; another one of the same reader if `beside` is given. */
export const openBlank = (used: UsedSite, beside?: Page) =>
  used.open({ path: blankPath, ...(beside && { context: beside.context() }) });

/** Runs `task` in the page with the modules there, and `given`. It is sent as text, so it may use nothing else. */
export function inStore<Given, Result>(
  page: Page,
  task: (parts: ReaderStore, given: Given) => Promise<Result> | Result,
  given: Given,
): Promise<Result> {
  return page.evaluate(
    ([text, given]) => {
      // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- the page has no policy, and is a test's own
      const run = new Function(`return (${text})`)() as typeof task;
      return run((window as unknown as { parts: ReaderStore }).parts, given as Given);
    },
    [task.toString(), given] as const,
  );
}
