/** Builds archives, visits them, and answers the rows of the table. */
import { join } from 'node:path';
import { articleAddress } from '../../src/publication/addresses.ts';
import { articleSlug, measured } from './archive.ts';
import { launch, serve, type Served } from './browsing.ts';
import { type Built, buildArchive, buildRows } from './building.ts';
import { backupRows } from './backup-rows.ts';
import { byteRows, firstVisit, firstVisitOf, packed } from './bytes.ts';
import { writeHello, writePlainSites } from './peers.ts';
import { keptRows } from './kept-rows.ts';
import { longArticleRows } from './long-article.ts';
import { marksRows } from './marks.ts';
import { shelfRows } from './shelf-rows.ts';
import { searchVisitRows } from './search-visits.ts';
import { searchRows } from './search-rows.ts';
import type { Row } from './table.ts';
import { visitAll, visitRows } from './visits.ts';

const smallest = 10;

export type Measuring = { sizes: readonly number[]; pairs: number; folder: string; log: (line: string) => void };

/** Visits are to the smallest archive that was asked for; growth is up to the largest. */
export async function siteRows({ sizes, pairs, folder, log }: Measuring): Promise<Row[]> {
  const rows: Row[] = [];
  const archives: Built[] = [];
  for (const size of sizes) {
    log(`build: ${size} articles`);
    const { built, cost } = await buildArchive(folder, size);
    archives.push(built);
    rows.push(...(await buildRows(built, cost)));
  }
  rows.push(...(await searchRows(sizes, folder, log)));
  const { built: tiny } = await buildArchive(folder, smallest);
  const [main, largest] = [archives[0]!, archives.at(-1)!];
  const address = articleAddress(articleSlug(measured));
  const plain = writePlainSites(folder, main.site, address);
  const hello = await writeHello(folder);

  const open: Served[] = [];
  const browser = await launch();
  try {
    for (const site of [main.site, plain.beside, plain.inside, hello]) open.push(await serve(site));
    const [ours, beside, inside, bare] = open as [Served, Served, Served, Served];
    log('bytes');
    const first = await firstVisit(browser, main.site, ours, address);
    const peers = {
      plain: packed(join(plain.inside, address, 'index.html')),
      hello: packed(join(hello, 'assets/hello.js')),
    };
    const growth = {
      size: largest.size,
      small: await firstVisitOf(browser, tiny.site, address),
      large: largest === main ? first : await firstVisitOf(browser, largest.site, address),
    };
    rows.push(...byteRows(first, peers, growth));
    const addresses = {
      ours: ours.url + address,
      plain: beside.url + address,
      plainInlined: inside.url + address,
      hello: `${bare.url}/`,
    };
    const searched = largest === main ? ours : await serve(largest.site);
    if (searched !== ours) open.push(searched);
    rows.push(...(await searchVisitRows(browser, { url: searched.url, size: largest.size }, pairs, log)));
    rows.push(...visitRows(await visitAll(browser, addresses, pairs, log), pairs));
    log('a backup');
    rows.push(...(await backupRows(browser, main.site)));
    log('a shelf');
    rows.push(...(await shelfRows(browser, main.site)));
    log('a long article');
    rows.push(...(await longArticleRows(browser, folder)));
    log('marks');
    rows.push(...(await marksRows(browser, folder)));
    log('a section kept on the device');
    rows.push(...(await keptRows(browser, folder)));
  } finally {
    for (const served of open) served.close();
    await browser.close();
  }
  return rows;
}
