/** The first visit to an article and the way on from it, beside the same article as plain HTML: interleaved, again and again. */
import type { Browser, Page } from 'playwright-core';
import { quiet, type Visit, visit } from './browsing.ts';
import { median, type Row } from './table.ts';

export type Addresses = { ours: string; plain: string; plainInlined: string; hello: string };

type Name = keyof Addresses;
type Way = 'mustRead' | 'byline' | 'cold' | 'hovered';

export type Measured = { visits: Record<Name, Visit[]>; ways: Record<Way, number[]> };

const names: readonly Name[] = ['ours', 'plain', 'plainInlined', 'hello'];
const hoverFor = 1000;

/** Every page once a round; every second round in the other order, so that no page is always the one after another. */
export async function visitAll(
  browser: Browser,
  addresses: Addresses,
  rounds: number,
  log: (line: string) => void,
): Promise<Measured> {
  const measured: Measured = {
    visits: { ours: [], plain: [], plainInlined: [], hello: [] },
    ways: { mustRead: [], byline: [], cold: [], hovered: [] },
  };
  for (let round = 0; round < rounds; round += 1) {
    log(`visits: round ${round + 1} of ${rounds}`);
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const hydrates = name === 'ours' || name === 'hello';
      const onward = name === 'ours' ? (page: Page) => wander(page, measured.ways) : undefined;
      measured.visits[name].push(await visit(browser, addresses[name], { slow: true, hydrates }, onward));
    }
  }
  return measured;
}

/** From the article to a Must Read, to its writer, to an article never asked for, to one that was pointed at. */
async function wander(page: Page, ways: Record<Way, number[]>): Promise<void> {
  const go = async (way: Way, selector: string, kept: boolean, hover = false) => {
    await quiet(page);
    const found = await page.evaluate<boolean>(`bench.pick(${JSON.stringify(selector)}, ${kept})`);
    if (!found) throw new Error(`No link to follow: ${way} (${selector}) on ${page.url()}.`);
    if (hover) {
      await page.locator('[data-picked]').hover();
      await page.waitForTimeout(hoverFor);
    }
    ways[way].push(await page.evaluate<number>('bench.follow()'));
  };
  await go('mustRead', '.must-read h3 a', true);
  await go('byline', '.byline-names a', true);
  await go('cold', 'main a[href^="/articles/"]', false);
  await page.mouse.move(0, 0);
  await go('hovered', 'main a[href^="/articles/"]', false, true);
}

const milliseconds = (value: number): string => Math.round(value).toString();

export function visitRows({ visits, ways }: Measured, rounds: number): Row[] {
  const of = (name: Name, what: 'lcp' | 'hydrated' | 'blocking' | 'heapMegabytes') =>
    median(visits[name].map((one) => one[what]));
  const ratio = (what: 'lcp' | 'hydrated', peer: Name) => ({
    value: of('ours', what) / of(peer, what),
    unit: '×' as const,
    from: `${milliseconds(of('ours', what))} / ${milliseconds(of(peer, what))} ms`,
  });
  const group = `First visit, slow 4G and a processor 4 times slower (medians of ${rounds} rounds)`;
  const onward = `Navigation, click to the new heading painted (medians of ${rounds})`;
  const way = (name: Way, what: string, atMost: number): Row => ({
    group: onward,
    what,
    value: median(ways[name]),
    unit: 'ms',
    from: `${milliseconds(Math.min(...ways[name]))} to ${milliseconds(Math.max(...ways[name]))}`,
    atMost,
  });
  return [
    { group, what: 'LCP ÷ plain HTML with a sheet beside it', ...ratio('lcp', 'plain'), atMost: 0.9 },
    { group, what: 'LCP ÷ plain HTML with its sheet inside', ...ratio('lcp', 'plainInlined'), atMost: 1.1 },
    { group, what: 'hydrated ÷ hello world of React and its router', ...ratio('hydrated', 'hello'), atMost: 1.15 },
    { group, what: 'total blocking time', value: of('ours', 'blocking'), unit: 'ms', atMost: 40 },
    { group, what: 'JavaScript heap after load', value: of('ours', 'heapMegabytes'), unit: 'MB', atMost: 3 },
    way('cold', 'article nobody asked for before', 250),
    way('hovered', 'article after a second of pointing', 50),
    way('mustRead', 'Must Read, fetched when idle', 60),
    way('byline', 'writer of the byline, fetched when idle', 60),
  ];
}
