/** A reader with 10,000 saved articles opens the shelf, goes through it and searches it, on a processor 4 times slower. */
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { shelfAddress } from '../../src/publication/addresses.ts';
import { serve } from './browsing.ts';
import { median, type Row } from './table.ts';

const savedArticles = 10_000;
const slowerProcessor = 4;
const rounds = 5;

/** Of a built site. */
export async function shelfRows(browser: Browser, site: string): Promise<Row[]> {
  const served = await serve(site);
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.addInitScript({ path: fileURLToPath(new URL('./in-shelf.js', import.meta.url)) });
    await page.goto(served.url + shelfAddress());
    await page.locator('.shelf-empty').first().waitFor();
    await page.evaluate(`shelfBench.fill(${savedArticles})`);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowerProcessor });
    const took = (what: 'list' | 'deed') => page.evaluate<number>(`shelfBench.taken('${what}')`);
    const lists: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await page.goto(served.url + shelfAddress());
      lists.push(await took('list'));
    }
    const after = async (until: string, deed: () => Promise<void>) => {
      await page.evaluate(`shelfBench.time(${JSON.stringify(until)})`);
      await deed();
      return took('deed');
    };
    const more = await after('li:nth-child(21)', () => page.locator('.shelf-part > .button').first().click());
    const search = await after('li[data-article="river-1234"]:only-child', () =>
      page.locator('.shelf-tools input').fill('year 1234'),
    );
    const group = `A shelf of ${savedArticles.toLocaleString('en')} saved articles, processor ${slowerProcessor} times slower`;
    const from = `${Math.round(Math.min(...lists))} to ${Math.round(Math.max(...lists))}`;
    return [
      { group, what: 'the list, until it is painted', value: median(lists), unit: 'ms', from, atMost: 200 },
      { group, what: 'twenty more', value: more, unit: 'ms', atMost: 200 },
      { group, what: 'the first search through all of them', value: search, unit: 'ms', atMost: 2000 },
    ];
  } finally {
    await context.close();
    served.close();
  }
}
