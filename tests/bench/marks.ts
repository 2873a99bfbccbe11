/** A thousand marks in an article of 20,000 words on a processor four times slower: what finding and painting them blocks. */
import type { Browser, Page } from 'playwright-core';
import { quiet, serve, until, visit } from './browsing.ts';
import { buildLongArticle } from './long-article.ts';
import { median, type Row } from './table.ts';

const words = 20_000;
const count = 1000;
const rounds = 3;

/** Builds the article and answers its row. */
export async function marksRows(browser: Browser, folder: string): Promise<Row[]> {
  const { site, address } = await buildLongArticle(folder, words);
  const served = await serve(site);
  const longest: number[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      await visit(browser, served.url + address, { slow: true, hydrates: true }, async (page) => {
        longest.push(await longestWithMarks(page));
      });
    }
  } finally {
    served.close();
  }
  const group = `${count.toLocaleString('en')} marks in an article of ${words.toLocaleString('en')} words, processor 4 times slower`;
  return [{ group, what: 'longest task until all are painted', value: median(longest), unit: 'ms', atMost: 50 }];
}

/** Their script is held back until the rest of the page has come to rest. */
async function longestWithMarks(page: Page): Promise<number> {
  await page.evaluate(`bench.keepMarks(${count})`);
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/assets/Marks-*.js', async (route) => {
    await released;
    await route.continue();
  });
  await page.reload();
  await until(page, 'bench.isHydrated()');
  await quiet(page, 3000);
  await page.evaluate('bench.longestTask()');
  release();
  await page.evaluate(`bench.marksPainted(${count})`);
  await quiet(page);
  return page.evaluate<number>('bench.longestTask()');
}
