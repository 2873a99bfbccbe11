/** What a first visit to an article costs on the wire: counted from the files of a built site that the browser asked for. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { type Served, serve, visit } from './browsing.ts';
import type { Row } from './table.ts';

type Packed = { gzip: number; brotli: number };

export type FirstVisit = {
  html: Packed;
  /** The scripts that the document asks for: with them a page is read and gone on from. */
  script: Packed;
  /** The reader's parts, which come when the page is idle. */
  parts: Packed;
  whole: Packed;
  fonts: number;
  prefetched: number;
};

const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

/** As a host that packs its files well sends them. */
export function packed(...files: string[]): Packed {
  const texts = files.map((file) => readFileSync(file));
  const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0);
  return {
    gzip: sum(texts.map((text) => gzipSync(text, { level: 9 }).length)),
    brotli: sum(texts.map((text) => brotliCompressSync(text, quality).length)),
  };
}

/** Opens the page once, at full speed, and counts what it asked for without being touched. */
export async function firstVisit(browser: Browser, site: string, served: Served, address: string): Promise<FirstVisit> {
  const { requests } = await visit(browser, served.url + address, { slow: false, hydrates: true });
  const paths = [...new Set(requests.map(({ path }) => path))];
  const html = join(site, address, 'index.html');
  const document = readFileSync(html, 'utf8');
  const [scripts, parts] = [true, false].map((isNamed) =>
    paths.filter((path) => /\.(?:js|css)$/.test(path) && document.includes(`"${path}"`) === isNamed),
  ) as [string[], string[]];
  const inSite = (some: string[]) => packed(...some.map((path) => join(site, path)));
  const bytesOf = (ending: RegExp) =>
    requests.filter(({ path }) => ending.test(path)).reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    html: packed(html),
    script: inSite(scripts.filter((path) => path.endsWith('.js'))),
    parts: inSite(parts),
    whole: packed(html, ...[...scripts, ...parts].map((path) => join(site, path))),
    fonts: bytesOf(/\.woff2$/),
    prefetched: bytesOf(/\.json$/),
  };
}

/** The same for a site that is served only for this. */
export async function firstVisitOf(browser: Browser, site: string, address: string): Promise<FirstVisit> {
  const served = await serve(site);
  try {
    return await firstVisit(browser, site, served, address);
  } finally {
    served.close();
  }
}

type Peers = { plain: Packed; hello: Packed };

/** `small` is the visit to the same article in an archive of ten, `large` in the largest archive. */
export function byteRows(
  ours: FirstVisit,
  peers: Peers,
  growth: { size: number; small: FirstVisit; large: FirstVisit },
): Row[] {
  const group = 'Bytes of an article of about 1,000 words';
  const kilobytes = (what: string, value: number, atMost?: number): Row => ({
    group,
    what,
    value: value / 1000,
    unit: 'kB',
    from: `${value} B`,
    atMost,
  });
  const grown = (growth.large.whole.gzip / growth.small.whole.gzip - 1) * 100;
  return [
    kilobytes('HTML with its sheet, gzip', ours.html.gzip, 11),
    kilobytes('HTML with its sheet, brotli', ours.html.brotli),
    {
      group,
      what: 'HTML ÷ plain HTML with its sheet inside, gzip',
      value: ours.html.gzip / peers.plain.gzip,
      unit: '×',
      from: `${ours.html.gzip} / ${peers.plain.gzip} B`,
      atMost: 1.1,
    },
    kilobytes('script that the page asks for, gzip', ours.script.gzip, 90),
    kilobytes('script beyond a hello world of React and its router, gzip', ours.script.gzip - peers.hello.gzip, 3),
    kilobytes('the reader’s parts (settings, place, shelf, marks), when idle, gzip', ours.parts.gzip),
    kilobytes('whole first visit without fonts and pictures, gzip', ours.whole.gzip, 110),
    kilobytes('whole first visit without fonts and pictures, brotli', ours.whole.brotli, 78),
    kilobytes('fonts', ours.fonts),
    kilobytes('fetched when idle (Must Read, byline)', ours.prefetched, 25),
    {
      group,
      what: `growth of a first visit from 10 to ${growth.size.toLocaleString('en')} articles`,
      value: grown,
      unit: '%',
      from: `${growth.small.whole.gzip} to ${growth.large.whole.gzip} B`,
      atMost: 2,
    },
  ];
}
