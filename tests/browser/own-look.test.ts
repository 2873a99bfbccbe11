/** A publication looks as its content says: in its colours, with its icon, under its name as it is drawn. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { applyPaper, axeFaultsOnPapers, papers } from './axe.ts';
import { build } from './built-site.ts';
import { theme, writeOwnLook } from './own-look.ts';
import { lead } from './reading.ts';
import { hydrated, useSite } from './site.ts';

let data = '';
const used = useSite(() => {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-look-'));
  data = join(folder, 'data');
  writeOwnLook(data);
  build(join(folder, 'site'), { data });
  return { folder, site: join(folder, 'site') };
});

const inSite = (file: string) => join(used.built, file);

const rgbOf = (colour: string) =>
  `rgb(${[1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)).join(', ')})`;

async function pixel(picture: Buffer, left: number, top: number): Promise<string> {
  const one = await sharp(picture).extract({ left, top, width: 1, height: 1 }).removeAlpha().raw().toBuffer();
  return `#${one.toString('hex', 0, 3)}`;
}

const nameplate = (page: Page) => page.getByRole('banner').getByRole('link', { name: 'Broadsheet', exact: true });

test('each paper has its colours', async () => {
  const page = await used.open({ path: lead.path });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await hydrated(page);
  for (const paper of papers) {
    await applyPaper(page, paper);
    const shown = () =>
      page.evaluate(() => {
        const { backgroundColor, color } = getComputedStyle(document.body);
        return [backgroundColor, color, getComputedStyle(document.querySelector('.kicker a')!).color];
      });
    const { ink, accent, ...given } = theme[paper];
    const ground = 'paper' in given ? given.paper : '#000000';
    await expect.poll(shown).toEqual([rgbOf(ground), rgbOf(ink), rgbOf(accent)]);
  }
});

test('browsers, home screens and shared links have its colours, and its icon', async () => {
  const html = readFileSync(inSite('index.html'), 'utf8');
  expect([...html.matchAll(/<meta name="theme-color" content="([^"]*)"/g)].map(([, colour]) => colour)).toEqual([
    theme.light.paper,
    theme.dark.paper,
  ]);
  const manifest = JSON.parse(readFileSync(inSite('manifest.webmanifest'), 'utf8'));
  expect(manifest).toMatchObject({ theme_color: theme.light.paper, background_color: theme.light.paper });
  const shared = readFileSync(inSite('share/a-hill-in-pyongyang.png'));
  expect([await pixel(shared, 2, 2), await pixel(shared, 600, 110)]).toEqual([theme.light.paper, theme.light.ink]);

  expect(readFileSync(inSite('icon.svg'), 'utf8')).toBe(readFileSync(join(data, 'icon.svg'), 'utf8'));
  for (const [file, size] of [
    ['icon-32.png', 32],
    ['apple-touch-icon.png', 180],
    ['icon-192.png', 192],
    ['icon-512.png', 512],
    ['icon-maskable-512.png', 512],
  ] as const) {
    const png = readFileSync(inSite(file));
    expect([await pixel(png, 1, 1), await pixel(png, size / 2, size / 2)], file).toEqual(['#0044cc', '#ffffff']);
  }
  expect(
    readFileSync(inSite('favicon.ico'))
      .subarray(22)
      .equals(readFileSync(inSite('icon-32.png'))),
  ).toBe(true);
});

test.each([
  { path: '/', width: 320 },
  { path: '/', width: 768 },
  { path: '/', width: 1280 },
  { path: lead.path, width: 320 },
  { path: lead.path, width: 768 },
  { path: lead.path, width: 1280 },
])('the name is drawn in the ink, and called by its words: $path at $width', async ({ path, width }) => {
  const page = await used.open({ path, width, height: 700 });
  await hydrated(page);
  for (const paper of ['light', 'black'] as const) {
    await applyPaper(page, paper);
    const box = (await nameplate(page).boundingBox())!;
    expect(box.width).toBeGreaterThan(60);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(box.height).toBeLessThan(path === '/' ? 150 : 60);
    const colours = async () => {
      const shot = await page.screenshot();
      const [middle, row] = [
        Math.round(box.y + box.height / 2),
        (part: number) => Math.round(box.x + box.width * part),
      ];
      return Promise.all([0.1, 0.5, 0.9].map((part) => pixel(shot, row(part), middle)));
    };
    const ground = paper === 'light' ? theme.light.paper : '#000000';
    await expect.poll(colours).toEqual([theme[paper].ink, ground, theme[paper].ink]);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test('the name is larger on the front page than on the others', async () => {
  const [front, other] = [await used.open(), await used.open({ path: lead.path })];
  const [large, small] = [(await nameplate(front).boundingBox())!, (await nameplate(other).boundingBox())!];
  expect(large.width).toBeGreaterThan(2 * small.width);
});

test('the name is a shape in forced colours, and words on paper', async () => {
  const page = await used.open();
  await page.emulateMedia({ forcedColors: 'active' });
  const drawn = () =>
    nameplate(page).evaluate((link) => {
      const { backgroundColor, maskImage } = getComputedStyle(link, '::before');
      return {
        isShape: maskImage.startsWith('url('),
        isSeen: backgroundColor !== getComputedStyle(document.body).backgroundColor,
      };
    });
  expect(await drawn()).toEqual({ isShape: true, isSeen: true });
  await page.emulateMedia({ forcedColors: null, media: 'print' });
  const size = () => nameplate(page).evaluate((link) => Number.parseFloat(getComputedStyle(link).fontSize));
  await expect.poll(size).toBeGreaterThan(10);
});

test.each(['/', lead.path])('axe finds no fault on any of its papers: %s', async (path) => {
  const page = await used.open({ path });
  await hydrated(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await axeFaultsOnPapers(page, path)).toEqual([]);
});

test('what is kept for reading without a line has the drawn name', () => {
  const file = readdirSync(inSite('assets')).find((name) => name.startsWith('nameplate-'));
  expect(readFileSync(inSite('sw.js'), 'utf8')).toContain(`"assets/${file}"`);
});

test('an edit of the look leaves the site as a first build would make it, and an edit undone as it was', () => {
  const filesOf = (site: string) =>
    new Map(
      readdirSync(site, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .map((path) => [path.slice(site.length), readFileSync(path, 'base64')]),
    );
  const site = `${used.built}-edited/site`;
  const clean = (name: string) => {
    const other = `${used.built}-${name}/site`;
    build(other, { data });
    return filesOf(other);
  };
  build(site, { data });
  const before = filesOf(site);
  const written = readFileSync(join(data, 'theme.json'), 'utf8');

  writeFileSync(join(data, 'theme.json'), written.replace(theme.light.accent, '#7a1f5c'));
  build(site, { data });
  const coloured = filesOf(site);
  expect(coloured).toEqual(clean('coloured'));
  const differing = [...before.keys()].filter((file) => before.get(file) !== coloured.get(file));
  expect(differing).toContain('/index.html');
  expect(differing.filter((file) => file.endsWith('/page.json') || /feed|atom|sitemap|icon/.test(file))).toEqual([]);

  const icon = readFileSync(join(data, 'icon.svg'), 'utf8');
  rmSync(join(data, 'icon.svg'));
  rmSync(join(data, 'nameplate.svg'));
  build(site, { data });
  expect(filesOf(site)).toEqual(clean('bare'));
  // The shipped icon takes the colours.
  expect(readFileSync(join(site, 'icon.svg'), 'utf8')).toContain('#7a1f5c');
  expect(readFileSync(join(site, 'icon.svg'), 'utf8')).not.toContain('#8c1c13');

  writeFileSync(join(data, 'theme.json'), written);
  writeFileSync(join(data, 'icon.svg'), icon);
  build(site, { data });
  expect([...filesOf(site).keys()].filter((file) => file.includes('nameplate'))).toEqual([]);
  expect(readFileSync(join(site, 'icon.svg'), 'utf8')).toBe(icon);
});
