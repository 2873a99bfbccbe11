/** Images to be shared are made once, kept, and made anew when a word changes. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isWholePng } from '../../../src/press/share/png.ts';
import { ShareImages } from '../../../src/press/share/share-images.ts';
import { shipped } from '../../../src/press/theme/theme.ts';
import { usual } from './samples.ts';

const { light, sepia } = shipped.papers;

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'share-')), 'cache');
});
afterEach(() => rmSync(dirname(folder), { recursive: true }));

test('an image is made once and then found, also by the next build', async () => {
  const images = new ShareImages(folder, light);
  const path = await images.imageOf(usual);
  expect(await images.imageOf({ ...usual })).toBe(path);
  expect([images.made, images.found]).toEqual([1, 0]);
  const next = new ShareImages(folder, light);
  expect(await next.imageOf(usual)).toBe(path);
  expect([next.made, next.found]).toEqual([0, 1]);
});

test('any word that changes gives another image', async () => {
  const images = new ShareImages(folder, light);
  const changed = [
    usual,
    { ...usual, headline: 'A hill' },
    { ...usual, overline: 'Hills' },
    { ...usual, byline: 'By another' },
    { ...usual, publication: 'Another' },
    { ...usual, language: 'ur' },
  ];
  const paths = await Promise.all(changed.map((words) => images.imageOf(words)));
  const pictures = new Set(paths.map((path) => readFileSync(path, 'latin1')));
  expect([new Set(paths).size, pictures.size, images.made]).toEqual([6, 6, 6]);
  expect(readdirSync(folder)).toHaveLength(6);
});

test('so do other colours, and those that it does not show make none', async () => {
  const first = await new ShareImages(folder, light).imageOf(usual);
  const other = await new ShareImages(folder, sepia).imageOf(usual);
  expect(readFileSync(other).equals(readFileSync(first))).toBe(false);
  const marked = { ...light, target: '#123456' };
  const same = new ShareImages(folder, marked);
  expect([await same.imageOf(usual), same.made]).toEqual([first, 0]);
});

test('the same words give the same bytes', async () => {
  const first = readFileSync(await new ShareImages(folder, light).imageOf(usual));
  rmSync(folder, { recursive: true });
  expect(readFileSync(await new ShareImages(folder, light).imageOf(usual)).equals(first)).toBe(true);
});

const damage: [string, (png: Buffer) => Buffer][] = [
  ['cut short', (png) => png.subarray(0, png.length - 20)],
  ['cut at the end of a chunk', (png) => png.subarray(0, png.length - 12)],
  ['empty', () => Buffer.alloc(0)],
  ['of the same length, all zero', (png) => Buffer.alloc(png.length)],
  ['changed in one bit', (png) => Buffer.from(png.map((byte, at) => (at === png.length >> 1 ? byte ^ 1 : byte)))],
  ['with more behind it', (png) => Buffer.concat([png, png])],
  ['a page', () => Buffer.from('<!doctype html><title>Not found</title>')],
];

test.each(damage)('a cached file that is %s is made anew', async (_, damaged) => {
  const path = await new ShareImages(folder, light).imageOf(usual);
  const whole = readFileSync(path);
  writeFileSync(path, damaged(whole));
  const images = new ShareImages(folder, light);
  await images.imageOf(usual);
  expect([images.made, images.found]).toEqual([1, 0]);
  expect(readFileSync(path).equals(whole)).toBe(true);
});

test('a picture of another size is not ours', async () => {
  const png = readFileSync(await new ShareImages(folder, light).imageOf(usual));
  expect(isWholePng(png, { width: 1200, height: 630 })).toBe(true);
  expect(isWholePng(png, { width: 1200, height: 600 })).toBe(false);
});

test('headlines that could not be set are named', async () => {
  const images = new ShareImages(folder, light);
  await images.imageOf({ ...usual, headline: '書' });
  await images.imageOf(usual);
  expect(images.unset).toEqual(['書']);
});

test('another program reads the picture as it was drawn', async () => {
  const png = readFileSync(await new ShareImages(folder, light).imageOf(usual)).toString('base64');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><image width="1200" height="630" href="data:image/png;base64,${png}"/></svg>`;
  const { pixels } = await renderAsync(svg);
  const colours = new Set<string>();
  for (let at = 0; at < pixels.length; at += 4) colours.add(`#${pixels.toString('hex', at, at + 3)}`);
  expect([...colours]).toEqual(expect.arrayContaining([light.paper, light.ink, light['ink-soft'], light.accent]));
  expect(`#${pixels.toString('hex', 0, 3)}`).toBe(light.paper);
});
