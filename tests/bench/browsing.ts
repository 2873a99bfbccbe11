/** A browser, sites to visit, and one visit: everything a cold page tells of itself on a slow line and processor. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { browserFlags, findBrowser } from '../browser/find-browser.ts';
import { staticHost } from '../../src/press/static-host.ts';

export type Served = { url: string; close(): void };

/** Serves a built site on a port of its own, as a static host does; what `takes` has answered, it does not. */
export async function serve(
  folder: string,
  takes: (request: IncomingMessage, response: ServerResponse) => boolean = () => false,
): Promise<Served> {
  const host = staticHost(folder);
  const server = createServer((request, response) => {
    if (!takes(request, response)) host(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

export async function launch(): Promise<Browser> {
  const { executablePath, env } = findBrowser();
  return chromium.launch({
    executablePath,
    args: browserFlags,
    env: { ...(process.env as Record<string, string>), ...env },
  });
}

export type Visit = {
  lcp: number;
  /** The element that was painted then: times of different ones say nothing of each other. */
  largest: string;
  /** Total blocking time, as Lighthouse counts it: long tasks after the first paint. */
  blocking: number;
  /** When React had taken over the last link of the page; NaN where nothing hydrates. */
  hydrated: number;
  heapMegabytes: number;
  /** What style and layout took of the processor, in milliseconds; others who work beside us are not in it. */
  styleAndLayout: number;
  /** What was asked for, with the bytes of its body on the wire. */
  requests: { path: string; bytes: number }[];
};

const slow4g = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const slowerProcessor = 4;
const patience = 60_000;

/** Opens a page with nothing cached, waits until it has nothing more to do, then does `more` with it. */
export async function visit(
  browser: Browser,
  url: string,
  options: { slow: boolean; hydrates: boolean },
  more: (page: Page) => Promise<void> = async () => {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    await page.addInitScript({ path: fileURLToPath(new URL('./in-page.js', import.meta.url)) });
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    if (options.slow) {
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', slow4g);
      await session.send('Emulation.setCPUThrottlingRate', { rate: slowerProcessor });
    }
    await page.goto(url, { waitUntil: 'load' });
    if (options.hydrates) await until(page, 'bench.isHydrated()');
    await quiet(page);
    const title = await page.title();
    if (title.startsWith('Not hydrated')) throw new Error(`${url}: ${title}`);
    const seen = await page.evaluate<Omit<Visit, 'heapMegabytes' | 'styleAndLayout'>>('bench.report()');
    const { metrics } = await session.send('Performance.getMetrics');
    const seconds = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
    const styleAndLayout = (seconds('RecalcStyleDuration') + seconds('LayoutDuration')) * 1000;
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    await more(page);
    return { ...seen, hydrated: seen.hydrated || NaN, heapMegabytes: usedSize / 1e6, styleAndLayout };
  } finally {
    await context.close();
  }
}

/** Until an expression is true. Playwright's own waiting asks the page by `eval`, which its policy forbids. */
export async function until(page: Page, expression: string): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop -- asked again and again
  while (!(await page.evaluate<boolean>(expression))) await page.waitForTimeout(20);
}

/** Until nothing was asked for during a while. */
export const quiet = (page: Page, milliseconds = 700): Promise<void> => page.evaluate(`bench.quiet(${milliseconds})`);
