/**
 * An article as long as two novels on a processor four times slower: what it blocks when it comes, and when the reader
 * changes the size of the type in its first and in its last chapter.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { articleAddress } from '../../src/publication/addresses.ts';
import type { ArticleFile } from '../../src/publication/schema.ts';
import { articleSlug, measured, writeArchive } from './archive.ts';
import { quiet, serve, visit } from './browsing.ts';
import { build } from './building.ts';
import { subjects } from './phrases.ts';
import { drawFrom, paragraph, phraseOf, withCapital } from './prose.ts';
import { median, type Row } from './table.ts';

const paragraphsAChapter = 40;

/** The body of an article of at least so many words: paragraphs with a heading over every fortieth. */
function longBody(words: number): string[] {
  const draw = drawFrom(0x10e6);
  const body: string[] = [];
  for (let written = 0; written < words;) {
    const subject = draw.one(subjects);
    if (body.length % paragraphsAChapter === 0) body.push(`## ${withCapital(phraseOf(draw, subject))}`);
    const text = paragraph(draw, subject, 30 + draw.below(60));
    written += text.split(' ').length;
    body.push(text);
  }
  return body;
}

/** A small archive with one article of so many words; answers where its site and the article are. */
export async function buildLongArticle(folder: string, words: number): Promise<{ site: string; address: string }> {
  const [data, site] = [join(folder, `data-long-${words}`), join(folder, `site-long-${words}`)];
  writeArchive(data, 10);
  const file = join(data, 'articles', `${articleSlug(measured)}.json`);
  const article = JSON.parse(readFileSync(file, 'utf8')) as ArticleFile;
  writeFileSync(file, JSON.stringify({ ...article, body: longBody(words) }));
  await build({ data, site });
  return { site, address: articleAddress(articleSlug(measured)) };
}

const words = 200_000;
const changes = 5;

/** What one change of the size blocked, and what the article blocked when it came; in milliseconds, each the longest task. */
async function measure(browser: Browser, url: string): Promise<{ change: number; load: number }> {
  let change = NaN;
  let load = NaN;
  await visit(browser, url, { slow: true, hydrates: true }, async (page) => {
    const open = page.getByRole('button', { name: 'Reading settings' });
    await open.waitFor();
    await quiet(page);
    load = await page.evaluate<number>('bench.longestTask()');
    await open.click();
    const larger = page.getByRole('button', { name: 'Size: more' });
    await larger.waitFor();
    const longest: number[] = [];
    for (let turn = 0; turn < changes; turn += 1) {
      // From the first chapter to the last, each time after a rest.
      await page.evaluate(`scrollTo(0, document.documentElement.scrollHeight * ${turn / changes})`);
      await quiet(page);
      await page.evaluate('bench.longestTask()');
      await larger.click();
      await quiet(page);
      longest.push(await page.evaluate<number>('bench.longestTask()'));
    }
    change = median(longest);
  });
  return { change, load };
}

/** Builds the article and answers its rows. */
export async function longArticleRows(browser: Browser, folder: string): Promise<Row[]> {
  const { site, address } = await buildLongArticle(folder, words);
  const served = await serve(site);
  try {
    const { change, load } = await measure(browser, served.url + address);
    const group = `An article of ${words.toLocaleString('en')} words, processor 4 times slower`;
    return [
      { group, what: 'longest task when the size of the type is changed', value: change, unit: 'ms', atMost: 100 },
      { group, what: 'longest task while it is loaded', value: load, unit: 'ms' },
    ];
  } finally {
    served.close();
  }
}
