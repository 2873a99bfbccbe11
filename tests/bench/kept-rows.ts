/** A section of 1,000 articles kept on a device, what an edit costs it then, and how soon what is kept is read without a line. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import type { ArticleFile, PublicationFile } from '../../src/publication/schema.ts';
import { articleAddress } from '../../src/publication/addresses.ts';
import { archiveFiles, articleSlug } from './archive.ts';
import { serve } from './browsing.ts';
import { build } from './building.ts';
import { median, type Row } from './table.ts';

const articles = 1000;
const slowerProcessor = 4;
const visits = 20;
const section = 'everything';

/** The archive of the other rows, all in one section. */
function writeSection(folder: string): void {
  for (const [path, value] of archiveFiles(articles)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    const changed: Partial<ArticleFile & PublicationFile> = path.startsWith('articles/')
      ? { section }
      : path === 'publication.json'
        ? { sections: [{ slug: section, name: 'Everything' }] }
        : {};
    writeFileSync(file, JSON.stringify({ ...value, ...changed }));
  }
}

const firstPaint = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          for (const { name, startTime } of list.getEntries())
            if (name === 'first-contentful-paint') resolve(startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );

export async function keptRows(browser: Browser, folder: string): Promise<Row[]> {
  const data = join(folder, 'data-kept');
  const site = join(folder, 'site-kept');
  writeSection(data);
  await build({ data, site });
  let isDead = false;
  const asked: string[] = [];
  const served = await serve(site, ({ url = '' }, response) => {
    if (isDead) response.destroy();
    else asked.push(url);
    return isDead;
  });
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await page.goto(`${served.url}/sections/${section}/`);
    await press('Keep this section on this device');
    const began = performance.now();
    await press('Keep it');
    await page.getByText('This section is on this device.').waitFor();
    const keeping = (performance.now() - began) / 1000;

    const edited = articleAddress(articleSlug(500));
    const file = join(data, `${edited.slice(0, -1)}.json`);
    const article = JSON.parse(readFileSync(file, 'utf8')) as ArticleFile;
    writeFileSync(file, JSON.stringify({ ...article, body: [...article.body, 'It was edited.'] }));
    await build({ data, site });
    asked.length = 0;
    const comes = page.waitForResponse((response) => response.url().endsWith(`${edited}page.json`));
    await page.goto(`${served.url}/about/`);
    await comes;
    const list = `/sections/${section}/offline.json`;
    const cost = asked.slice(asked.indexOf(list)).filter((path) => path === list || path.startsWith('/articles/'));
    const bytes = cost.reduce((sum, path) => sum + gzipSync(readFileSync(join(site, path))).length, 0);

    isDead = true;
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowerProcessor });
    const paints: number[] = [];
    for (let visit = 0; visit < visits; visit += 1) {
      await page.goto(served.url + articleAddress(articleSlug(visit * 7)));
      paints.push(await firstPaint(page));
    }
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    // Told, as a browser tells it, that there is none, and then that there is one.
    await context.setOffline(true);
    await page.goto(`${served.url}/about/`);
    await page.getByText('The page opens by itself as soon as there is a connection.').waitFor();
    isDead = false;
    const mended = performance.now();
    await context.setOffline(false);
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.getByRole('heading', { level: 1, name: /About this archive/ }).waitFor();
    const opening = (performance.now() - mended) / 1000;

    const group = `A section of ${articles.toLocaleString('en')} articles kept on the device`;
    const from = `${Math.round(Math.min(...paints))} to ${Math.round(Math.max(...paints))}`;
    return [
      { group, what: 'kept whole', value: keeping, unit: 's', atMost: 30 },
      { group, what: 'requests after one edit', value: cost.length, unit: '', atMost: 3 },
      { group, what: 'their bytes, gzip', value: bytes / 1000, unit: 'kB', atMost: 50 },
      {
        group,
        what: `text of a kept article, server dead, processor ${slowerProcessor} times slower`,
        value: median(paints),
        unit: 'ms',
        from,
        atMost: 500,
      },
      { group, what: 'a page that is not kept, from the line to its headline', value: opening, unit: 's', atMost: 2 },
    ];
  } finally {
    await context.close();
    served.close();
  }
}
