/**
 * Photographs of twelve million pixels in a built site: what a screen gets of them, that nothing moves when they come,
 * what else stands in the files, and what is kept to be read without a line.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { staticHost } from '../../src/press/static-host.ts';
import { hostRules } from '../../src/press/hosting/host-rules.ts';
import { photograph, quarters, withPlace } from '../press/pictures/photograph.ts';
import { build } from './built-site.ts';
import { cutLine, keptPages } from './kept.ts';
import { movedOn } from './reading.ts';
import { closeAll, expectErrors, hydrated, launch, openPage, serve, type Site } from './site.ts';

const photos = [1, 2, 3, 4, 5, 6].map((seed) => `two boats ${seed}.jpg`);
const gallery = '/articles/boats/';
/** With several pictures in one block. */
const rows = '/articles/rows/';

let folder: string;
let built: string;
let browser: Browser;
let site: Site;
let opened: Page[] = [];

const write = (path: string, content: object | Buffer) => {
  const file = join(folder, 'data', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, Buffer.isBuffer(content) ? content : JSON.stringify(content, undefined, 2));
};

const image = (name: string) => ({ src: `/images/${name}`, alt: 'Boats in the rain.' });
const inText = (name: string) => `![Boats in the rain.](</images/${name}> "In the harbour.")`;
const words = 'It rained over the harbour, and the boats lay still. '.repeat(12).trim();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-pictures-'));
  write('publication.json', {
    name: 'The Harbour',
    address: 'https://harbour.example/',
    language: 'en',
    timeZone: 'UTC',
    sections: [{ slug: 'news', name: 'News' }],
  });
  write('must-read.json', { entries: [{ article: 'boats' }] });
  write('authors/jane.json', { name: 'Jane', portrait: { src: `/images/${photos[0]}`, alt: 'Jane.' } });
  const article = (headline: string, name: string, published: string, ...body: string[]) => ({
    headline,
    authors: ['jane'],
    section: 'news',
    published,
    image: image(name),
    body: [words, ...body],
  });
  const texts = photos.slice(1).flatMap((name) => [inText(name), words]);
  write('articles/boats.json', article('Boats', photos[0]!, '2026-03-09', ...texts, '[All of it](/images/plan.png)'));
  const several = [...photos.slice(1, 4), 'mast.jpg', photos[4]!].map(inText).join('\n');
  write('articles/rows.json', article('Rows', photos[0]!, '2026-03-08', several, words));
  write('images/mast.jpg', await (await photograph(1500, 2000)).jpeg().toBuffer());
  for (const day of [1, 2, 3, 4, 5, 6, 7, 8]) {
    write(`articles/day-${day}.json`, article(`Day ${day}`, photos[day % 6]!, `2026-03-0${day}`, inText('plan.png')));
  }
  for (const [index, name] of photos.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- each takes the memory of a photograph
    write(
      `images/${name}`,
      await withPlace(await photograph(4032, 3024, index + 1))
        .jpeg({ quality: 92 })
        .toBuffer(),
    );
  }
  write('images/plan.png', await quarters(1400, 700).png().toBuffer());
  built = join(folder, 'site');
  build(built, { data: join(folder, 'data'), env: { BROADSHEET_SHARE_IMAGES: 'off' } });
  browser = await launch();
  site = await serve(staticHost(built, '/', hostRules(built)));
});

afterEach(async () => {
  site.intercept = undefined;
  await closeAll(opened.splice(0));
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(path: string, width: number, density = 1, options: { worker?: boolean } = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    deviceScaleFactor: density,
    serviceWorkers: options.worker ? 'allow' : 'block',
  });
  const page = await openPage(browser, site, { path: '', context });
  opened.push(page);
  await page.goto(site.url + path, { waitUntil: 'commit' });
  await hydrated(page);
  return page;
}

/** Scrolls to every picture that is shown, so that all that wait until they are near have come. */
async function seeAll(page: Page): Promise<void> {
  const pictures = page.locator('main img:visible');
  for (let index = 0; index < (await pictures.count()); index += 1) {
    // oxlint-disable-next-line no-await-in-loop -- as a reader goes down the page
    await pictures.nth(index).evaluate((picture) => picture.scrollIntoView());
  }
  const areHere = () => pictures.evaluateAll((all) => all.every((one) => (one as HTMLImageElement).complete));
  await expect.poll(areHere).toBe(true);
}

/** How many pixels wide the file of a picture is that came, and how many the screen shows of it. */
type Chosen = { width: number; shown: number; isNarrowest: boolean; isWidest: boolean };

const chosen = (page: Page): Promise<Chosen[]> =>
  page.locator('main img:not(.portrait)').evaluateAll((all) =>
    all.map((one) => {
      const picture = one as HTMLImageElement;
      const [, width = '0'] = /-(\d+)\.\w+$/.exec(picture.currentSrc) ?? [];
      const offered = picture.srcset || picture.parentElement!.querySelector('source')!.srcset;
      return {
        width: Number(width),
        shown: picture.clientWidth * devicePixelRatio,
        isNarrowest: offered.split(/[ ,]+/)[1] === `${width}w`,
        isWidest: offered.endsWith(` ${width}w`),
      };
    }),
  );

describe.each(['/', gallery, rows, '/sections/news/'])('on %s', (path) => {
  test.each([320, 390, 768, 1024, 1280, 1920])(
    'a window of %i takes what its screen can show, and little more',
    async (width) => {
      for (const density of [1, 2, 3]) {
        // oxlint-disable-next-line no-await-in-loop -- one window after another
        const page = await open(path, width, density);
        // oxlint-disable-next-line no-await-in-loop
        await seeAll(page);
        // oxlint-disable-next-line no-await-in-loop
        const all = await chosen(page);
        expect(all.length).toBeGreaterThanOrEqual(6);
        // Except where the page shows less than the narrowest there is, or the screen could show more than the widest.
        const isWide = ({ width: came, shown, isNarrowest }: Chosen) => !isNarrowest && came / shown > 1.3;
        const isNarrow = ({ width: came, shown, isWidest }: Chosen) => !isWidest && came / shown < 0.75;
        expect(all.filter((picture) => isWide(picture) || isNarrow(picture))).toEqual([]);
      }
    },
  );
});

test('six photographs move an eighth of what they are on a telephone', async () => {
  site.requests.length = 0;
  const page = await open(gallery, 390, 3);
  await seeAll(page);
  const came = site.requests.filter((path) => /^\/assets\/pictures\/two.*?\/[0-9a-f]+-\d+\.avif$/.test(path));
  expect(new Set(came).size).toBe(came.length);
  expect(came).toHaveLength(6);
  const bytes = came.reduce((sum, path) => sum + statSync(join(built, decodeURIComponent(path))).size, 0);
  const originals = photos.reduce((sum, name) => sum + statSync(join(folder, 'data/images', name)).size, 0);
  expect(bytes / originals).toBeLessThanOrEqual(0.12);
});

test.each([320, 390, 768, 1280])(
  'in a window of %i the pictures of a row are equally high, and fill it',
  async (width) => {
    const page = await open(rows, width);
    await seeAll(page);
    const lines = await page.locator('.gallery-row').evaluateAll((all) =>
      all.flatMap((row) => {
        const { width } = row.getBoundingClientRect();
        const boxes = Array.from(row.querySelectorAll('img'), (picture) => picture.getBoundingClientRect());
        const tops = [...new Set(boxes.map(({ top }) => Math.round(top)))];
        return tops.map((at) => {
          const line = boxes.filter(({ top }) => Math.round(top) === at);
          const heights = line.map(({ height }) => height);
          return {
            count: line.length,
            room: width - (line.at(-1)!.right - line[0]!.left),
            uneven: Math.max(...heights) - Math.min(...heights),
          };
        });
      }),
    );
    expect(lines.reduce((sum, { count }) => sum + count, 0)).toBe(5);
    expect(lines.length).toBeLessThan(5);
    expect(lines.filter(({ room, uneven }) => Math.abs(room) > 1 || uneven > 1)).toEqual([]);
  },
);

describe('nothing moves', () => {
  /** Not the words at the foot of the window that count minutes. */
  const moved = (page: Page) => movedOn(page, '.place-left');

  test.each([
    [gallery, 320],
    [gallery, 1280],
    [rows, 320],
    [rows, 1280],
  ])('on %s in a window of %i while pictures come late, and where none comes', async (path, width) => {
    const late: (() => void)[] = [];
    let fate: 'late' | 'here' | 'broken' = 'late';
    site.intercept = (request, response) => {
      if (fate === 'here' || !/^\/(?:assets\/pictures|images)\//.test(request.url ?? '')) return false;
      if (fate === 'broken') response.writeHead(404).end();
      return fate === 'broken' || new Promise((resolve) => late.push(() => resolve(false)));
    };
    const page = await openPage(browser, site, { path: '', width });
    opened.push(page);
    await page.goto(site.url + path, { waitUntil: 'commit' });
    await expect.poll(() => late.length).toBeGreaterThan(0);
    expect(await moved(page)).toEqual([]);
    fate = 'here';
    for (const go of late) go();
    await hydrated(page);
    await seeAll(page);
    expect(await moved(page)).toEqual([]);

    fate = 'broken';
    const broken = await open(path, width);
    expectErrors(broken, /404/);
    const alt = broken.getByRole('img', { name: 'Boats in the rain.' }).first();
    await expect.poll(() => alt.evaluate((one) => (one as HTMLImageElement).complete)).toBe(true);
    expect(await moved(broken)).toEqual([]);
  });
});

describe('the files of the site', () => {
  const files = () =>
    readdirSync(built, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));

  test('hold nothing of who took a picture, where, and with what', () => {
    const telling = files().filter((file) => {
      const bytes = readFileSync(file);
      return (
        /\.(?:jpg|png|avif|webp|gif)$/.test(file) &&
        ['Exif', 'Lighthouse', 'ns.adobe.com'].some((word) => bytes.includes(word))
      );
    });
    expect(telling).toEqual([]);
    expect(files().filter((file) => file.includes('/pictures/'))).toHaveLength(6 * (9 + 7) + 2 * 8 + 4);
  });

  test('tell those who take one file of a picture of the one that is for all', () => {
    const one = `https://harbour.example/images/${encodeURIComponent(photos[0]!)}`;
    const page = readFileSync(join(built, 'articles/boats/index.html'), 'utf8');
    const [, data = ''] = /<script[^>]* type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
    expect(data).toContain(one);
    const feed = readFileSync(join(built, 'feed.xml'), 'utf8');
    expect(feed).toContain(one);
    expect(feed).not.toMatch(/srcset|source[ >]|<img[^>]*assets\//);
    expect(statSync(join(built, 'images', photos[0]!)).size).toBeLessThan(300_000);
  });

  test('have a picture that a text leads to, in its largest size', () => {
    const page = readFileSync(join(built, 'articles/boats/index.html'), 'utf8');
    const [, href = ''] = /<a href="([^"]+)">All of it<\/a>/.exec(page) ?? [];
    expect(href).toMatch(/^\/assets\/pictures\/plan\.png\/[0-9a-f]+-1400\.png$/);
    expect(statSync(join(built, href)).size).toBeGreaterThan(0);
  });

  test('may be kept for ever by browsers, but the one file, which readers of feeds may show', async () => {
    const path = files()
      .find((file) => file.includes('/pictures/'))!
      .slice(built.length);
    const { headers } = await fetch(site.url + encodeURI(path));
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const one = await fetch(`${site.url}/images/${encodeURIComponent(photos[0]!)}`);
    expect(one.headers.get('cache-control')).toBe('no-cache');
    expect(one.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  });

  test('are made once: a second build writes none, and one without sizes shows pictures as they are', () => {
    const again = build(built, { data: join(folder, 'data'), env: { BROADSHEET_SHARE_IMAGES: 'off' } });
    expect(again).toContain('0 pictures made in sizes, 15 had from the cache');
    expect(again).toContain('0 of ');
    const other = join(folder, 'plain');
    build(other, {
      data: join(folder, 'data'),
      env: { BROADSHEET_SHARE_IMAGES: 'off', BROADSHEET_PICTURES: 'off' },
    });
    expect(readFileSync(join(other, 'articles/boats/index.html'), 'utf8')).not.toContain('srcset');
    expect(readFileSync(join(other, 'images', photos[1]!))).toEqual(
      readFileSync(join(folder, 'data/images', photos[1]!)),
    );
  });
});

test('who looks closely gets a size for the window, and the largest when it is enlarged to its pixels', async () => {
  const page = await open(gallery, 1280);
  await page.getByRole('link', { name: 'Boats in the rain.' }).first().click();
  const shown = page.getByRole('dialog').getByRole('img').first();
  const widthOf = () =>
    shown.evaluate((one) => Number(/-(\d+)\.avif$/.exec((one as HTMLImageElement).currentSrc)?.[1] ?? 0));
  await expect.poll(widthOf).toBe(1780);
  await page.keyboard.press('+');
  await expect.poll(widthOf).toBe(2300);
  await expect.poll(() => shown.evaluate((one) => one.clientWidth)).toBe(2300);
  expect(page.url()).toMatch(/#picture-1$/);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.url()).not.toContain('#');
});

test('without a line a kept article shows its pictures, whatever size the screen asks for', async () => {
  const page = await open(gallery, 1280, 2, { worker: true });
  await expect.poll(async () => (await keptPages(page)).map(({ address }) => address)).toContain(gallery);
  expectErrors(page, /ERR_FAILED|ERR_INTERNET_DISCONNECTED/);
  await cutLine(page, site);
  await page.reload();
  await hydrated(page);
  await seeAll(page);
  expect(
    await page
      .locator('main figure img')
      .evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth > 0)),
  ).toEqual([true, true, true, true, true, true]);
});
