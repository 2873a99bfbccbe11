/** The quiet front page of `theme.json`: one column, in any window, in both directions; other pages are as they were. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { staticHost } from '../../src/press/static-host.ts';
import { axeFaultsOnPapers } from './axe.ts';
import { build } from './built-site.ts';
import { nameplate } from './own-look.ts';
import { lead } from './reading.ts';
import { closeAll, openPage, serve, type Site, useSite } from './site.ts';

const blocks = [
  { lead: true },
  { text: ['Read [about us](/about/) first.'], title: 'From the editor' },
  { section: 'reading', count: 3 },
  { mustRead: true },
  { text: ['یہ اردو میں ایک مختصر نوٹ ہے۔'], language: 'ur' },
  { series: 'making-a-broadsheet', count: 2 },
  { latest: 4 },
];

/** The measure of the theme, and the space at each end of a column that is a ring's. */
const [measure, ring] = [36 * 16, 5];

/** As `hydrated`, in any language. */
const toolsThere = (page: Page) => page.getByRole('banner').getByRole('button').first().waitFor();

const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

type Box = { said: string; left: number; right: number; top: number; bottom: number };

const boxesOf = (page: Page, selector: string): Promise<Box[]> =>
  page
    .locator(selector)
    .filter({ visible: true })
    .evaluateAll((all) =>
      all.map((each) => {
        const { left, right, top, bottom } = each.getClientRects()[0]!;
        return { said: `${each.tagName} ${each.textContent.slice(0, 30)}`, left, right, top, bottom };
      }),
    );

/** What stands beside or above the one that it follows in the document. */
const notBelow = (boxes: Box[]) => boxes.filter((box, at) => at > 0 && box.top < boxes[at - 1]!.bottom - 1);

/** As written, or with the words of the interface from right to left; the latter without `front.json`. */
describe.each([
  { name: 'left to right, laid out, with a nameplate', language: 'en-GB', direction: 1 },
  { name: 'right to left, as it comes', language: 'ur', direction: -1 },
])('$name', ({ language, direction }) => {
  const used = useSite(() => {
    const folder = mkdtempSync(join(tmpdir(), 'broadsheet-quiet-'));
    const data = join(folder, 'data');
    cpSync('src/data', data, { recursive: true });
    const publication = JSON.parse(readFileSync(join(data, 'publication.json'), 'utf8'));
    writeFileSync(join(data, 'publication.json'), JSON.stringify({ ...publication, language }));
    writeFileSync(join(data, 'theme.json'), JSON.stringify({ front: 'quiet' }));
    if (direction === 1) {
      writeFileSync(join(data, 'front.json'), JSON.stringify({ blocks }));
      writeFileSync(join(data, 'nameplate.svg'), nameplate);
    }
    build(join(folder, 'site'), { data, env: { BROADSHEET_SHARE_IMAGES: 'off' } });
    return { folder, site: join(folder, 'site') };
  });

  test.each([320, 768, 1280, 1920])('all stands in one column of the measure at %i', async (width) => {
    const page = await used.open({ width });
    await toolsThere(page);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    const parts = await boxesOf(page, '.masthead, main > :not(h1), .layout > aside, .foot');
    expect(parts.length).toBeGreaterThan(4);
    expect(notBelow(parts)).toEqual([]);
    const entries = await boxesOf(page, ':is(main, aside) :is(.teasers, .entries) > li');
    expect(entries.length).toBeGreaterThan(12);
    expect(notBelow(entries)).toEqual([]);
    const column = Math.min(measure, parts[0]!.right - parts[0]!.left);
    for (const { said, left, right } of [...parts, ...entries]) {
      expect([said, Math.round(left), Math.round(right - left)]).toEqual([
        said,
        Math.round(parts[0]!.left),
        Math.round(column),
      ]);
    }
  });

  test.each([320, 1280])('it is gone through as it is read, with whole rings, at %i', async (width) => {
    const page = await used.open({ width });
    await toolsThere(page);
    const stops = await boxesOf(
      page,
      'header a:not(.skip), header button, main :is(h2, h3) a, aside :is(h2, h3) a, .all a, footer a',
    );
    expect(stops.length).toBeGreaterThan(20);
    const start = ({ left, right }: Box) => (direction === 1 ? left : -right);
    const wrong = stops.filter((stop, at) => {
      const before = stops[at - 1];
      return before && stop.top < (before.top + before.bottom) / 2 && start(stop) < start(before);
    });
    expect(wrong).toEqual([]);
    expect(stops.filter(({ left, right }) => left < ring || right > width - ring)).toEqual([]);
  });

  test('the lead has a calm headline, and its picture after its words', async () => {
    const page = await used.open();
    const { size, text } = await page.locator('.lead h2').evaluate((heading) => ({
      size: Number.parseFloat(getComputedStyle(heading).fontSize),
      text: Number.parseFloat(getComputedStyle(document.body).fontSize),
    }));
    expect(size / text).toBeGreaterThan(1.4);
    expect(size / text).toBeLessThan(2.2);
    expect(notBelow(await boxesOf(page, '.lead .teaser > *'))).toEqual([]);
  });

  test('Must Read is reached from the masthead in a wide window', async () => {
    const page = await used.open();
    const ways = await page.getByRole('banner').locator('[href="#must-read"]').filter({ visible: true }).count();
    expect(ways).toBe(direction === 1 ? 0 : 1);
    const rules = await page
      .locator('.opening')
      .evaluateAll((all) => all.map((each) => getComputedStyle(each).borderBlockStartWidth));
    expect(new Set(rules)).toEqual(new Set(['0px']));
  });

  test('axe finds no fault on any of its papers, wide and narrow', async () => {
    for (const width of [1280, 320]) {
      const page = await used.open({ width });
      await toolsThere(page);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      expect(await axeFaultsOnPapers(page, `${language} at ${width}`)).toEqual([]);
    }
  });

  test('on paper its parts stand at one edge, and the name is set', async () => {
    const page = await used.open({ width: 794 });
    await page.emulateMedia({ media: 'print' });
    const [name, ...parts] = await boxesOf(page, '.masthead .nameplate, main > :not(h1)');
    expect(name!.bottom - name!.top).toBeGreaterThan(25);
    const edge = ({ left, right }: Box) => Math.round(direction === 1 ? left : right);
    expect(new Set(parts.map(edge))).toEqual(new Set([edge(name!)]));
  });
});

describe('other pages', () => {
  const used = useSite(() => {
    const folder = mkdtempSync(join(tmpdir(), 'broadsheet-quiet-'));
    const data = join(folder, 'data');
    cpSync('src/data', data, { recursive: true });
    writeFileSync(join(data, 'theme.json'), JSON.stringify({ front: 'quiet' }));
    build(join(folder, 'site'), { data, env: { BROADSHEET_SHARE_IMAGES: 'off' } });
    return { folder, site: join(folder, 'site') };
  });
  let shipped: Site;
  beforeAll(async () => {
    shipped = await serve(staticHost(inject('shippedSite')));
  });
  afterAll(() => shipped.close());

  /** What each element is computed to; what only rules ask (`--unit`) shows there. */
  const styles = (page: Page) =>
    page.evaluate(() =>
      [...document.body.querySelectorAll('*')].flatMap((element, at) => {
        const style = getComputedStyle(element);
        const names = [...style].filter((name) => !name.startsWith('--'));
        return names.map((name) => `${at} ${element.className} ${name}: ${style.getPropertyValue(name)}`);
      }),
    );

  test.each([lead.path, '/sections/guide/', '/archive/', '/must-read/', '/about/', '/authors/m-a-hossain/'])(
    '%s looks as without it',
    async (path) => {
      const options = { path, script: false, plainFaces: true };
      const plain = await openPage(used.browser, shipped, options);
      const page = await used.open(options);
      const [found, expected] = [await styles(page), await styles(plain)];
      await closeAll([plain]);
      expect(expected.length).toBeGreaterThan(10_000);
      expect(found.length).toBe(expected.length);
      expect(found.filter((style, at) => style !== expected[at])).toEqual([]);
    },
  );

  test('an article has the same sheet in its document', () => {
    const sheetIn = (site: string) =>
      /<style[^>]*>(.*?)<\/style>/s.exec(readFileSync(join(site, lead.path, 'index.html'), 'utf8'))?.[1];
    expect(sheetIn(used.built)).toBeTruthy();
    expect(sheetIn(used.built)).toBe(sheetIn(inject('shippedSite')));
  });
});
