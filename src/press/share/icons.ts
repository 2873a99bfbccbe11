/**
 * The icons that browsers, home screens and feed readers ask for, all from one SVG: as it is for small sizes; to the
 * edge where the system cuts the corners itself; and for the maskable one with all its figure in the middle circle,
 * four fifths of the width, that every mask leaves whole (w3.org/TR/appmanifest/#icon-masks).
 */
import { Resvg, type RenderedImage } from '@resvg/resvg-js';

export type IconFile = { file: string; bytes: Buffer };

/** The drawing itself, as all that can take it do. */
export const iconFile = 'icon.svg';

/** What the manifest says of them, and of the SVG itself. */
export const manifestIcons = [
  { src: iconFile, sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
  { src: 'icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
  { src: 'icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
  { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
];

/** A little less than they leave. */
const safeCircle = 0.76;

/** `paper` is the ground of an icon that has none. */
export async function iconFiles(svg: string, paper: string): Promise<IconFile[]> {
  const { ground, reach } = figureOf(svg, paper);
  const small = drawn(svg, 32);
  return [
    { file: 'favicon.ico', bytes: inIco(small, 32) },
    { file: 'icon-32.png', bytes: small },
    { file: 'apple-touch-icon.png', bytes: drawn(toTheEdge(svg, ground, 1), 180) },
    { file: 'icon-192.png', bytes: drawn(svg, 192) },
    { file: 'icon-512.png', bytes: drawn(svg, 512) },
    { file: 'icon-maskable-512.png', bytes: drawn(toTheEdge(svg, ground, Math.min(1, safeCircle / reach)), 512) },
  ];
}

function pictureOf(svg: string, size: number): RenderedImage {
  const drawing = new Resvg(svg, { font: { loadSystemFonts: false }, fitTo: { mode: 'width', value: size } });
  if (drawing.width !== drawing.height)
    throw new Error(`The icon is not a square: ${drawing.width} by ${drawing.height}.`);
  return drawing.render();
}

const drawn = (svg: string, size: number): Buffer => pictureOf(svg, size).asPng();

/** The SVG on a square of its own ground. */
function toTheEdge(svg: string, ground: string, scale: number): string {
  const inset = 50 * (1 - scale);
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  const image = `<image x="${inset}" y="${inset}" width="${100 * scale}" height="${100 * scale}" href="${source}"/>`;
  const paper = `<rect width="100" height="100" fill="${ground}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="100" height="100">${paper}${image}</svg>`;
}

/**
 * The colour at the middle of the upper edge (paper where there is none) and how far from the centre the figure on it
 * reaches, 1 being the middle of an edge.
 */
function figureOf(svg: string, paper: string): { ground: string; reach: number } {
  const { pixels, width: size } = pictureOf(svg, 128);
  const colourAt = (x: number, y: number): number => pixels.readUInt32BE((y * size + x) * 4);
  const edge = colourAt(size / 2, 1);
  const opaque = (edge & 255) === 255;
  let reach = 0;
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const colour = colourAt(x, y);
      const empty = (colour & 255) < 255;
      if (colour === edge || empty) continue;
      // To the outer corner of the pixel.
      reach = Math.max(reach, Math.hypot(x + 0.5 - size / 2, y + 0.5 - size / 2) + 0.75);
    }
  }
  const hex = (edge >>> 8).toString(16).padStart(6, '0');
  return { ground: opaque ? `#${hex}` : paper, reach: Math.max(0.1, reach / (size / 2)) };
}

/** The ICO format around one PNG: a directory of one entry. */
function inIco(png: Buffer, size: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.set([size, size], 6);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}
