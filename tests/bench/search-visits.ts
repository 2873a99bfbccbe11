/** How long a reader waits for the first result on a slow line and processor, with nothing of the index read before. */
import type { Browser } from 'playwright-core';
import { visit } from './browsing.ts';
import { median, type Row } from './table.ts';

/** Words of the archive (`phrases.ts`): two that stand in some articles, one that stands in many. */
const queries = ['lighthouse dredging ', 'tapestry ', 'harbour '];

export async function searchVisitRows(
  browser: Browser,
  site: { url: string; size: number },
  rounds: number,
  log: (line: string) => void,
): Promise<Row[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    log(`search: round ${round + 1} of ${rounds}`);
    const text = queries[round % queries.length]!;
    await visit(browser, `${site.url}/search/`, { slow: true, hydrates: true }, async (page) => {
      times.push(await page.evaluate<number>(`bench.search(${JSON.stringify(text)})`));
    });
  }
  return [
    {
      group: `Search in ${site.size.toLocaleString('en')} articles, slow 4G and a processor 4 times slower`,
      what: `typed to the first result painted (median of ${rounds})`,
      value: median(times),
      unit: 'ms',
      from: `${Math.round(Math.min(...times))} to ${Math.round(Math.max(...times))}`,
      atMost: 800,
    },
  ];
}
