/**
 * PNG files: flat pictures written with a palette, a third of the size that true colour takes, and files from a cache
 * looked at before they are trusted.
 */
import { promisify } from 'node:util';
import { constants, crc32, deflate } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const deflated = promisify(deflate);

/** An opaque picture of inks on paper ("#1a1815"), from its RGBA pixels; colours between are taken to the nearest of some 80 steps. */
export async function flatPng(
  pixels: Buffer,
  { width, height }: { width: number; height: number },
  paper: string,
  inks: readonly string[],
): Promise<Buffer> {
  const colours = paletteOf(paper, inks);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits, by palette; deflate, no filters, not interlaced.
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours.flat())),
    chunk('IDAT', await deflated(indices(pixels, width, height, colours), { strategy: constants.Z_RLE })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

type Colour = [red: number, green: number, blue: number];

function paletteOf(paper: string, inks: readonly string[]): Colour[] {
  const from = colourOf(paper);
  const steps = Math.floor(255 / inks.length);
  const shades = inks.flatMap((ink) =>
    Array.from({ length: steps }, (_, index) => {
      const share = (index + 1) / steps;
      return colourOf(ink).map((value, channel) =>
        Math.round((from[channel] ?? 0) * (1 - share) + value * share),
      ) as Colour;
    }),
  );
  return [from, ...shades];
}

const colourOf = (hex: string): Colour => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Colour;

/** Rows of places in the palette, each after the number of its filter (none). */
function indices(pixels: Buffer, width: number, height: number, colours: readonly Colour[]): Uint8Array {
  // A whole pixel at a time, as the machine's own numbers: they are only compared.
  const whole = new Int32Array(pixels.buffer.slice(pixels.byteOffset, pixels.byteOffset + pixels.length));
  const rows = new Uint8Array((width + 1) * height);
  const known = new Map<number, number>();
  let last = 0;
  let index = 0;
  let to = 0;
  for (let from = 0; from < whole.length; from += 1) {
    if (from % width === 0) to += 1;
    const pixel = whole[from] ?? 0;
    if (pixel !== last) {
      last = pixel;
      index = known.get(pixel) ?? nearest(pixels.readUIntBE(from * 4, 3), colours);
      known.set(pixel, index);
    }
    rows[to] = index;
    to += 1;
  }
  return rows;
}

function nearest(colour: number, colours: readonly Colour[]): number {
  const [red, green, blue] = [colour >> 16, (colour >> 8) & 255, colour & 255];
  let best = 0;
  let least = Infinity;
  for (const [index, [r, g, b]] of colours.entries()) {
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

/** Whether the bytes are a PNG of that size from its first chunk to its last, each with a checksum that agrees. */
export function isWholePng(bytes: Buffer, { width, height }: { width: number; height: number }): boolean {
  if (bytes.length < 45 || !bytes.subarray(0, 8).equals(signature)) return false;
  if (bytes.toString('latin1', 12, 16) !== 'IHDR') return false;
  if (bytes.readUInt32BE(16) !== width || bytes.readUInt32BE(20) !== height) return false;
  let pixels = 0;
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 8 + bytes.readUInt32BE(at);
    if (end + 4 > bytes.length) return false;
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) return false;
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'IDAT') pixels += end - at - 8;
    if (type === 'IEND') return pixels > 0 && end + 4 === bytes.length;
    at = end + 4;
  }
  return false;
}
