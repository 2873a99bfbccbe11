/** What is in the faces of the pages: the forms that the style sheets ask for, shaped as the whole fonts shape them. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as harfbuzz from 'harfbuzzjs';
import { decompress } from 'woff2-encoder';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageFaces } from '../../../src/press/faces/page-faces.ts';
import { editionWith } from '../../fixtures/edition.ts';

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-faces-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const headlines = ['اسکرین پر نستعلیق', 'آپ کا لکھا آپ ہی کے پاس رہتا ہے'];
const standfirst = 'اردو کا حُسن اس کے خط میں ہے، اور اسکرین برسوں اس خط سے کتراتی رہی۔';

let files: ReadonlyMap<string, string>;
beforeAll(async () => {
  const [one, other] = headlines.map((headline) => ({ headline, standfirst, language: 'ur' }));
  files = await pageFaces(folder, 'literata', editionWith({ articles: { one: one!, other: other!, english: {} } }));
}, 120_000);

const bytesOf = (name: string): Buffer => readFileSync(files.get(name)!);
const opened = async (name: string, from = files): Promise<harfbuzz.Font> =>
  fontOf(await decompress(readFileSync(from.get(name)!)));

function fontOf(bytes: Uint8Array, weight?: number): harfbuzz.Font {
  const font = new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(Uint8Array.from(bytes))));
  if (weight !== undefined) font.setVariations([new harfbuzz.Variation('wght', weight)]);
  return font;
}

const whole = async (name: string, weight?: number): Promise<harfbuzz.Font> => {
  const bytes = readFileSync(createRequire(import.meta.url).resolve(name));
  return fontOf(name.endsWith('.woff2') ? Uint8Array.from(await decompress(bytes)) : bytes, weight);
};
const literata = '@expo-google-fonts/literata/400Regular/Literata_400Regular.ttf';
const nastaliq = '@fontsource-variable/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-wght-normal.woff2';

type Shaped = { path: string; advance: number; x: number; y: number };

function shaped(font: harfbuzz.Font, text: string, ...features: string[]): Shaped[] {
  const buffer = new harfbuzz.Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  if (/\p{Script=Arabic}/u.test(text)) buffer.setLanguage('ur');
  harfbuzz.shape(
    font,
    buffer,
    features.map((feature) => new harfbuzz.Feature(feature, 1)),
  );
  const places = buffer.getGlyphPositions();
  return buffer.getGlyphInfos().map(({ codepoint }, index) => ({
    path: font.glyphToPath(codepoint),
    advance: places[index]?.xAdvance ?? 0,
    x: places[index]?.xOffset ?? 0,
    y: places[index]?.yOffset ?? 0,
  }));
}

/** Where each glyph stands, and the points of its outline. */
const numbersOf = ({ path, advance, x, y }: Shaped): number[] => [
  advance,
  x,
  y,
  ...Array.from(path.matchAll(/-?[\d.]+/g), ([number]) => Number(number)),
];

/** How far apart two glyphs are at most, in the units of the font; those of one weight of a variable font are rounded. */
function distance(part: readonly Shaped[], original: readonly Shaped[]): number {
  if (part.length !== original.length) return Infinity;
  return Math.max(
    0,
    ...part.map((glyph, index) => {
      const [mine, theirs] = [numbersOf(glyph), numbersOf(original[index]!)];
      if (mine.length !== theirs.length) return Infinity;
      return Math.max(...mine.map((value, at) => Math.abs(value - theirs[at]!)));
    }),
  );
}

const rounding = 2;

describe('Literata', () => {
  test.each(['text', 'text-italic', 'text-semibold', 'text-semibold-italic'])(
    '%s has text figures, lining ones and tabular ones, and they differ',
    async (name) => {
      const font = await opened(name);
      const [text, lining, tabular] = [
        shaped(font, '0123456789', 'onum', 'pnum'),
        shaped(font, '0123456789', 'lnum', 'pnum'),
        shaped(font, '0123456789', 'lnum', 'tnum'),
      ];
      for (let digit = 0; digit < 10; digit += 1) expect(text[digit]).not.toEqual(tabular[digit]);
      expect(new Set(text.map(({ path }) => path))).not.toEqual(new Set(lining.map(({ path }) => path)));
      expect(new Set(tabular.map(({ advance }) => advance)).size).toBe(1);
      expect(new Set(lining.map(({ advance }) => advance)).size).toBeGreaterThan(1);
    },
  );

  test.each([
    'The fifth office of 1948: “AVATAR”, he said – naïve façade, Œuvre, ½ €20',
    'Straße, Ångström, “difficult affluence”',
  ])('sets %j as the whole font does', async (text) => {
    const [mine, theirs] = [await opened('text'), await whole(literata)];
    expect(distance(shaped(mine, text, 'onum'), shaped(theirs, text, 'onum'))).toBe(0);
  });

  test('has its small capitals in a face of their own, for small letters and for capitals', async () => {
    const text = 'NATO unesco AVA';
    const words = text.split(' ');
    const [mine, theirs] = [await opened('capitals'), await whole(literata)];
    for (const word of words) expect(distance(shaped(mine, word), shaped(theirs, word, 'smcp', 'c2sc'))).toBe(0);
    expect(shaped(mine, '1')[0]?.path).not.toBe(shaped(theirs, '1')[0]?.path);
  });
});

describe.each([
  ['sans', '@fontsource-variable/inter/files/inter'],
  ['legible', '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next'],
] as const)('a text in %s', (face, font) => {
  const cut = (name: string) => opened(name, cuts);
  let cuts: ReadonlyMap<string, string>;
  beforeAll(async () => {
    cuts = await pageFaces(folder, face);
  }, 120_000);

  test('has the files that Literata has, called by its name', () => {
    expect([...cuts.keys()]).toEqual([...files.keys()]);
    for (const [name, file] of [...cuts].filter(([one]) => one.startsWith('text')))
      expect(file).toMatch(new RegExp(`/${name.replace('text', face)}\\.woff2$`));
  });

  test.each([
    ['text', 'latin-wght-normal', 400],
    ['text-semibold', 'latin-wght-normal', 600],
    ['text-italic', 'latin-wght-italic', 400],
    ['text-semibold-italic', 'latin-wght-italic', 600],
    ['text-extended', 'latin-ext-wght-normal', 400],
    ['text-semibold-extended', 'latin-ext-wght-normal', 600],
    ['text-italic-extended', 'latin-ext-wght-italic', 400],
  ] as const)('%s sets words as the whole font does', async (name, file, weight) => {
    const [mine, theirs] = [await cut(name), await whole(`${font}-${file}.woff2`, weight)];
    const text = name.includes('extended') ? 'ŻŁĘŚŹĆŃ ąěšč' : '1948 “AVATAR”, naïve façade, Œuvre – €20';
    for (const word of text.split(' '))
      expect(distance(shaped(mine, word, 'tnum'), shaped(theirs, word, 'tnum')), word).toBeLessThanOrEqual(rounding);
  });

  test('takes no more bytes than one in Literata', () => {
    const bytes = (faces: ReadonlyMap<string, string>, ...names: string[]) =>
      names.reduce((sum, name) => sum + readFileSync(faces.get(name)!).length, 0);
    const ofPage = ['text', 'text-semibold', 'text-italic'];
    expect(bytes(cuts, ...ofPage)).toBeLessThanOrEqual(bytes(files, ...ofPage));
  });
});

describe('the letters of Urdu', () => {
  test.each(['nastaliq', 'naskh'])(
    '%s shapes every word of our own Urdu texts as the whole font does',
    async (name) => {
      const [mine, theirs] = [
        await opened(name),
        await whole(name === 'naskh' ? nastaliq.replaceAll('nastaliq-urdu', 'naskh-arabic') : nastaliq),
      ];
      const words = wordsOf(
        readdirSync('src/data/articles').map((file) => readFileSync(`src/data/articles/${file}`, 'utf8')),
      );
      expect(words.length).toBeGreaterThan(200);
      for (const word of words) expect(distance(shaped(mine, word), shaped(theirs, word))).toBe(0);
    },
  );

  test.each(['listed', 'listed-semibold'] as const)(
    '%s shapes what lists show as the whole font does',
    async (name) => {
      const weight = name === 'listed' ? 400 : 600;
      const [mine, theirs] = [await opened(name), await whole(nastaliq, weight)];
      for (const text of weight === 600 ? headlines : [standfirst]) {
        for (const part of text.split(' '))
          expect(distance(shaped(mine, part), shaped(theirs, part))).toBeLessThanOrEqual(rounding);
      }
    },
  );

  test('so is every sentence of our own Urdu texts, were it a headline', async () => {
    const { body } = JSON.parse(readFileSync('src/data/articles/nastaliq-screen-par.json', 'utf8')) as {
      body: string[];
    };
    const sentences = body
      .flatMap((block) => block.split(/(?<=[۔؟])\s+/))
      .filter((text) => /^[\p{Script=Arabic}\s،۔؟]+$/u.test(text));
    expect(sentences.length).toBeGreaterThan(15);
    const articles = Object.fromEntries(
      sentences.map((headline, at) => [`article-${at}`, { headline, language: 'ur' }]),
    );
    const faces = await pageFaces(folder, 'literata', editionWith({ articles }));
    const mine = fontOf(Uint8Array.from(await decompress(readFileSync(faces.get('listed-semibold')!))));
    const theirs = await whole(nastaliq, 600);
    for (const word of sentences.flatMap((text) => text.split(/\s+/)))
      expect(distance(shaped(mine, word), shaped(theirs, word))).toBeLessThanOrEqual(rounding);
  });

  const wordsOf = (texts: readonly string[]): string[] => [
    ...new Set(texts.flatMap((text) => text.match(/[\p{Script=Arabic}\p{M}\u200c]+/gu) ?? [])),
  ];
});

describe('bytes', () => {
  test('an article without slanted words takes at most 45 kB, one with them at most 66', () => {
    const upright = ['text', 'text-semibold', 'capitals'].reduce((sum, name) => sum + bytesOf(name).length, 0);
    expect(upright).toBeLessThanOrEqual(45_000);
    expect(upright + bytesOf('text-italic').length).toBeLessThanOrEqual(66_000);
    expect(bytesOf('text').length).toBeLessThanOrEqual(22_000);
  });

  test('Nastaliq, Naskh and the headlines of a list take what they need', () => {
    expect(bytesOf('nastaliq').length).toBeLessThanOrEqual(192_000);
    expect(bytesOf('naskh').length).toBeLessThanOrEqual(36_000);
    expect(bytesOf('listed-semibold').length).toBeLessThanOrEqual(16_000);
  });
});

describe('where no small face is made', () => {
  test('a publication in Urdu, one without Urdu, and the dev server have the whole one', async () => {
    const english = await pageFaces(folder, 'literata', editionWith({ articles: { one: {} } }));
    const dev = await pageFaces(folder, 'literata');
    for (const faces of [english, dev]) expect(faces.get('listed')).toBe(faces.get('nastaliq'));
  });
});
