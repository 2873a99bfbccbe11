/** The image that an article is shared with: every word is there, and well set. */
import { beforeAll, describe, expect, test } from 'vitest';
import { renderAsync } from '@resvg/resvg-js';
import { openFaces, readFaceFiles, type ShapedFace } from '../../../src/press/share/faces.ts';
import { setter } from '../../../src/press/share/shaping.ts';
import { frame, shareDrawing } from '../../../src/press/share/share-image.ts';
import { sharePng } from '../../../src/press/share/share-images.ts';
import { shipped } from '../../../src/press/theme/theme.ts';
import { samples, usual, wholeWords } from './samples.ts';

const { light } = shipped.papers;

let faces: ShapedFace[];
beforeAll(async () => {
  faces = await openFaces(await readFaceFiles());
});

/** How many pixels from the edge of the picture the nearest ink is. */
async function emptyBorder(svg: string): Promise<number> {
  const { pixels, width, height } = await renderAsync(svg, { font: { loadSystemFonts: false } });
  const paper = pixels.readUInt32BE(0);
  let border = height;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (pixels.readUInt32BE((y * width + x) * 4) !== paper) {
        border = Math.min(border, x, y, width - 1 - x, height - 1 - y);
      }
    }
  }
  return border;
}

describe.each(Object.entries(samples))('%s', (_, words) => {
  test('fits, with an empty border, in less than 100 kB', { timeout: 30_000 }, async () => {
    const { svg, blocks, whole } = shareDrawing(faces, words, light);
    expect(whole).toBe(true);
    expect(blocks).toHaveLength(4);
    for (const { block } of blocks) {
      expect(block.lines.length).toBeLessThanOrEqual(5);
      for (const { left, right } of block.lines) {
        expect(((right - left) * block.size) / 1000).toBeLessThanOrEqual(frame.width - 144);
      }
    }
    expect(await emptyBorder(svg)).toBeGreaterThanOrEqual(24);
    const png = await sharePng(svg, light);
    expect(png.length).toBeLessThan(100_000);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  });

  test('no block reaches into another', () => {
    const boxes = shareDrawing(faces, words, light)
      .blocks.map(({ block, baseline }) => [baseline + block.top, baseline + block.bottom] as const)
      .sort(([one], [other]) => one - other);
    const gaps = boxes.slice(1).map(([top], index) => top - (boxes[index]?.[1] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan(0);
  });
});

const headlineOf = (headline: string, language = 'en') =>
  shareDrawing(faces, { ...usual, headline, language }, light).blocks.at(-1)?.block;

test.each(wholeWords)('%s keeps every word of its headline', (name) => {
  const words = samples[name] ?? usual;
  expect(headlineOf(words.headline, words.language)?.texts.join(' ')).toBe(words.headline);
});

test('a short headline is set larger than a long one', () => {
  const [short, long] = ['Ice on the bar', 'Ice on the bar '.repeat(12).trim()].map(
    (text) => headlineOf(text)?.size ?? 0,
  );
  expect(short).toBeGreaterThan(100);
  expect(long).toBeLessThan(80);
});

test('lines are of nearly one length', () => {
  const lines = headlineOf('The town that never learned his name now wonders who will bring the ships in')?.lines ?? [];
  const lengths = lines.map(({ advance }) => advance);
  expect(Math.min(...lengths) / Math.max(...lengths)).toBeGreaterThan(0.7);
});

test('a word longer than a line is broken with a hyphen, and nothing of it is lost', () => {
  const word = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamte';
  const texts = headlineOf(word)?.texts ?? [];
  expect(texts.length).toBeGreaterThan(1);
  expect(texts.join('\n').replaceAll('-\n', '')).toBe(word);
});

test('only what no size can hold ends in an ellipsis', () => {
  const texts = headlineOf('Wombats '.repeat(120).trim())?.texts ?? [];
  expect(texts.join(' ')).toMatch(/^(?:Wombats )+Wombats…$/);
});

test('emoji are left out; a letter that no face has gives the place to the name of the publication', () => {
  expect(headlineOf('A ship 🚢 comes in')?.texts.join(' ')).toBe('A ship comes in');
  expect(headlineOf('Done ✅.')?.texts.join(' ')).toBe('Done.');
  const { blocks, whole } = shareDrawing(faces, { ...usual, headline: 'In Taipei it is 書', overline: '言語' }, light);
  expect(whole).toBe(false);
  expect(blocks.map(({ block }) => block.texts.join(' '))).toEqual([usual.byline, usual.publication]);
});

test('a publication and writers without any letter of ours still give a picture', async () => {
  const chinese = { headline: '書', overline: '言語', byline: '王', publication: '日報', language: 'zh' };
  const { svg, blocks } = shareDrawing(faces, chinese, light);
  expect(blocks).toEqual([]);
  expect((await sharePng(svg, light)).length).toBeGreaterThan(300);
});

test('a headline is text, whatever it looks like', () => {
  const { svg } = shareDrawing(faces, { ...usual, headline: '</svg><script>&amp;\u0000\n"x"', byline: '' }, light);
  expect(svg.match(/<\/?\w+/g)?.filter((tag) => !/^<\/?(?:svg|rect|path)$/.test(tag))).toEqual([]);
});

describe('Urdu', () => {
  const set = (text: string, direction: 'ltr' | 'rtl' = 'rtl') =>
    setter(faces, { cut: 'display', language: 'ur', direction }).line(text);

  test('letters are told apart by their dots', async () => {
    const [pe, be] = await Promise.all(
      ['پانی', 'بانی'].map(async (headline) =>
        sharePng(shareDrawing(faces, { ...usual, headline, language: 'ur' }, light).svg, light),
      ),
    );
    expect(pe?.equals(be ?? Buffer.alloc(0))).toBe(false);
    expect(set('پ').bottom).toBeGreaterThan(set('ب').bottom);
  });

  test('letters are joined', () => {
    expect(set('ببب').advance).toBeLessThan(set('ب ب ب').advance * 0.8);
  });

  test('begins at the right, whatever stands beside it', () => {
    // The stroke of the kaf stands above everything else.
    const placeOfKaf = (direction: 'ltr' | 'rtl') =>
      [...set('کل Noori', direction).reach()].reduce((best, one) => (one[1].top > best[1].top ? one : best))[0];
    expect(placeOfKaf('rtl')).toBeGreaterThan(2 * placeOfKaf('ltr'));
  });
});
