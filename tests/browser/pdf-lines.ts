/**
 * The words of a PDF as Chromium prints it, and where on its page each stretch of them stands: as much of ISO 32000 as Skia
 * writes, which shows each glyph by its number in a subset of its font, and names the letters in the font's `ToUnicode`.
 */
import { inflateSync } from 'node:zlib';

/** In CSS pixels from the upper left corner of the page. */
export type PdfLine = { text: string; x: number; y: number };

/** Lines in the order in which they are painted. */
export type PdfPage = { id: string; width: number; height: number; lines: PdfLine[] };

type Matrix = readonly [number, number, number, number, number, number];

export function pagesOfPdf(pdf: Buffer): PdfPage[] {
  const objects = new Map(
    [...pdf.toString('latin1').matchAll(/(\d+) 0 obj\n([^]*?)\nendobj/g)].map(([, id, text]) => [id!, text!]),
  );
  const stream = (id: string) => {
    const [, data] = /stream\n([^]*?)\n?endstream/.exec(objects.get(id)!)!;
    return inflateSync(Buffer.from(data!, 'latin1')).toString('latin1');
  };
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  const font = (id: string) => {
    const [, cmap] = /\/ToUnicode (\d+)/.exec(objects.get(id)!) ?? [];
    if (!fonts.has(id)) fonts.set(id, cmap === undefined ? new Map() : lettersOf(stream(cmap)));
    return fonts.get(id)!;
  };
  return [...objects]
    .filter(([, text]) => /\/Type \/Page\n/.test(text))
    .map(([pageId, page]) => {
      const used = new Map([...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [name!, font(id!)]));
      const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page)!.map(Number);
      const [, contents] = /\/Contents (\d+)/.exec(page)!;
      const lines = painted(stream(contents!), used, height!);
      return { id: pageId, width: inPixels(width!), height: inPixels(height!), lines };
    });
}

/** Letters by the number of their glyph. */
function lettersOf(cmap: string): ReadonlyMap<string, string> {
  const letters = new Map<string, string>();
  const text = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, pairs] of cmap.matchAll(/beginbfchar\n([^]*?)endbfchar/g)) {
    for (const [, glyph, hex] of pairs!.matchAll(/<(\w+)> <(\w+)>/g)) letters.set(glyph!, text(hex!));
  }
  for (const [, ranges] of cmap.matchAll(/beginbfrange\n([^]*?)endbfrange/g)) {
    for (const [, first, last, hex] of ranges!.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      const from = parseInt(first!, 16);
      for (let glyph = from; glyph <= parseInt(last!, 16); glyph++) {
        const code = (parseInt(hex!, 16) + glyph - from).toString(16).padStart(hex!.length, '0');
        letters.set(glyph.toString(16).toUpperCase().padStart(first!.length, '0'), text(code));
      }
    }
  }
  return letters;
}

function painted(contents: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>, height: number): PdfLine[] {
  const lines: PdfLine[] = [];
  const saved: Matrix[] = [];
  let space: Matrix = [1, 0, 0, 1, 0, 0];
  let letters: ReadonlyMap<string, string> = new Map();
  for (const line of contents.split('\n')) {
    const words = line.trim().split(' ');
    const numbers = words.slice(0, 6).map(Number) as unknown as Matrix;
    if (line === 'q') saved.push(space);
    else if (line === 'Q') space = saved.pop()!;
    else if (line.endsWith(' cm')) space = product(numbers, space);
    else if (line.endsWith(' Tf')) letters = fonts.get(words[0]!.slice(1))!;
    else if (line.endsWith(' Tm')) {
      const [, , , , x, y] = product(numbers, space);
      lines.push({ text: '', x: inPixels(x), y: inPixels(height - y) });
    } else if (line.endsWith(' Tj')) lines.at(-1)!.text += letters.get(/<(\w+)>/.exec(line)![1]!) ?? '';
  }
  return lines;
}

/** From points. */
export const inPixels = (points: number): number => (points * 4) / 3;

/** What is measured in `one`, which lies in `other`, measured as `other` is. */
const product = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [
  a * A + b * C,
  a * B + b * D,
  c * A + d * C,
  c * B + d * D,
  e * A + f * C + E,
  e * B + f * D + F,
];
