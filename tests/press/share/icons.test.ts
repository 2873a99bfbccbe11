/** The icons of a publication and its manifest. */
import { readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { iconFiles, manifestIcons } from '../../../src/press/share/icons.ts';
import { manifestText } from '../../../src/press/share/manifest.ts';

const ours = readFileSync(new URL('../../../public/icon.svg', import.meta.url), 'utf8');

const icons = new Map((await iconFiles(ours, '#fffdf9')).map(({ file, bytes }) => [file, bytes]));

function pixelsOf(png: Buffer, size: number): Buffer {
  const href = `data:image/png;base64,${png.toString('base64')}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><image width="${size}" height="${size}" href="${href}"/></svg>`;
  return new Resvg(svg).render().pixels;
}

describe('icons', () => {
  test.each([
    ['icon-32.png', 32],
    ['apple-touch-icon.png', 180],
    ['icon-192.png', 192],
    ['icon-512.png', 512],
    ['icon-maskable-512.png', 512],
  ])('%s is a square of %i', (file, size) => {
    const png = icons.get(file) ?? Buffer.alloc(24);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    expect(png.length).toBeLessThan(20_000);
  });

  test('favicon.ico holds the small one', () => {
    const ico = icons.get('favicon.ico') ?? Buffer.alloc(0);
    expect(ico.subarray(0, 8)).toEqual(Buffer.from([0, 0, 1, 0, 1, 0, 32, 32]));
    expect(ico.subarray(ico.readUInt32LE(18)).equals(icons.get('icon-32.png') ?? ico)).toBe(true);
    expect(ico.readUInt32LE(14) + 22).toBe(ico.length);
  });

  test.each([
    ['apple-touch-icon.png', 180],
    ['icon-maskable-512.png', 512],
  ])('%s fills its square', (file, size) => {
    const pixels = pixelsOf(icons.get(file) ?? Buffer.alloc(0), size);
    expect(pixels.filter((value, at) => at % 4 === 3 && value !== 255)).toHaveLength(0);
    expect(pixels.toString('hex', 0, 3)).toBe('8c1c13');
  });

  test.each([
    ['ours', ours],
    [
      'one whose figure reaches the corners',
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10H0z" fill="#123"/><path d="M1 1h8v8H1zM0 9h1v1H0z" fill="#fff"/></svg>',
    ],
    [
      'one without a ground',
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 9h10v1H0z" fill="#123"/></svg>',
    ],
  ])('the maskable icon keeps its figure in the middle circle: %s', async (_, svg) => {
    const png =
      (await iconFiles(svg, '#fffdf9')).find(({ file }) => file.includes('maskable'))?.bytes ?? Buffer.alloc(0);
    const pixels = pixelsOf(png, 512);
    const far = (at: number) => Math.abs((pixels[at] ?? 0) - (pixels[at % 4] ?? 0)) > 8;
    let reach = 0;
    for (let at = 0; at < pixels.length; at += 4) {
      const [x, y] = [(at / 4) % 512, Math.floor(at / 4 / 512)];
      if (far(at) || far(at + 1) || far(at + 2)) reach = Math.max(reach, Math.hypot(x + 0.5 - 256, y + 0.5 - 256));
    }
    expect(reach).toBeGreaterThan(150);
    // One pixel for the soft edge.
    expect(reach).toBeLessThanOrEqual(512 * 0.4 + 1.5);
  });

  test('an icon that is no square is refused', async () => {
    const wide = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"/>';
    await expect(iconFiles(wide, '#fffdf9')).rejects.toThrow('not a square');
  });
});

describe('manifest', () => {
  const words = { mustRead: 'ضرور پڑھیے', shelf: 'الماری' };
  const place = { base: '/folder/', language: 'ur', direction: 'rtl' as const, words, paper: '#eef4ff' };

  test('says what the site is called, where it is and how it looks', () => {
    expect(JSON.parse(manifestText({ name: 'The Harbour Post', tagline: 'Daily' }, place))).toEqual({
      id: '/folder/',
      name: 'The Harbour Post',
      short_name: 'Harbour Post',
      description: 'Daily',
      lang: 'ur',
      dir: 'rtl',
      start_url: '/folder/',
      scope: '/folder/',
      display: 'minimal-ui',
      theme_color: '#eef4ff',
      background_color: '#eef4ff',
      shortcuts: [
        { name: 'ضرور پڑھیے', url: '/folder/must-read/' },
        { name: 'الماری', url: '/folder/shelf/' },
      ],
      icons: manifestIcons.map((icon) => ({ ...icon, src: `/folder/${icon.src}` })),
    });
  });

  test('names only icons that are made, and the SVG', () => {
    const named = manifestIcons.map(({ src }) => src).filter((src) => src !== 'icon.svg');
    expect([...icons.keys()]).toEqual(expect.arrayContaining(named));
  });

  test.each([
    ['Broadsheet', 'Broadsheet'],
    ['The Manchester Guardian Weekly', 'Manchester'],
    ['Donaudampfschiffszeitung', 'Donaudampfschiffszeitung'],
    ['The', 'The'],
    ['روزنامہ بندرگاہ', 'روزنامہ'],
  ])('%s is %s under an icon', (name, short) => {
    expect(JSON.parse(manifestText({ name }, place))).toMatchObject({ name, short_name: short });
  });
});
