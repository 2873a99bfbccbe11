/**
 * The faces that pages are set in: parts of whole fonts, made once and kept. The sheet (`styles/fonts.css`) asks for
 * each by its name, `url('face:text')`; of a whole font a page needs a twelfth, and the small font packages that
 * are ready-made have no old-style figures and no small capitals.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as harfbuzz from 'harfbuzzjs';
import { compress, decompress } from 'woff2-encoder';
import type { Edition } from '../../publication/edition.ts';
import type { FaceName } from '../theme/theme.ts';
import { glyphsOfWords, listedTexts, wordsOfTexts } from './listed-texts.ts';
import { smallCapitalsOf } from './small-capitals.ts';
import { type Part, partOfFont } from './subset.ts';

const literata = (cut: string): string => `@expo-google-fonts/literata/${cut}/Literata_${cut}.ttf`;
const inter = (file: string): string => `@fontsource-variable/inter/files/inter-${file}.woff2`;
const atkinson = (file: string): string =>
  `@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${file}.woff2`;
const nastaliq = '@fontsource-variable/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-wght-normal.woff2';
const naskh = '@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2';

/**
 * What the style sheets ask for, and what joins letters and sets accents. Inter's contextual forms are for interfaces: a
 * colon raised after a figure, an arrow for `->`.
 */
const figures = ['onum', 'lnum', 'pnum', 'tnum'];
const joins = ['ccmp', 'locl', 'liga', 'kern', 'mark', 'mkmk'];

/** As `unicode-range` has them in `fonts.css`: Latin as Western Europe writes it, and all other Latin letters. */
const latin = '20-7E A0-FF 152-153 2000-2044 20AC 2122 2190-2193 2212';
const latinExtended = '100-151 154-36F 1E00-1EFF 20A0-20AB 20AD-20C0 2113 2C60-2C7F A720-A7FF';

/**
 * Letters of Urdu, Persian, Arabic and Punjabi, their digits and marks, and the stops between them. A letter beyond
 * these is set in another face.
 */
const arabic: Part = {
  codePoints: codePointsOf(
    '20-22 27-29 2D-2E 30-3A A0 AB BB 600-603 60C-615 61B-61F 621-63A 640-65E 660-671 679 67E 686 688 691 698 6A9 6AF 6BA 6BE 6C0-6C3 6CC 6D2-6D5 6F0-6F9 768 8C7 200C-200F 2013-2014 2018-2019 201C-201D 2026 FDF2 FDFA-FDFB FDFD',
  ),
};

type PageFace = {
  font: string;
  part: Part | 'small capitals' | { words: readonly string[]; weight: 400 | 600 };
};

const cutOf = (font: string, ranges: string, weight?: number): PageFace => ({
  font,
  part: {
    codePoints: codePointsOf(ranges),
    features: [...joins, ...figures],
    ...(weight !== undefined && { weight }),
  },
});

const regular = literata('400Regular');
const italic = literata('400Regular_Italic');
const semibold = literata('600SemiBold');
const semiboldItalic = literata('600SemiBold_Italic');

/** Of a variable font, in files for Latin as Western Europe writes it and for the rest. */
const cutsOf = (file: (name: string) => string): Readonly<Record<string, PageFace>> => ({
  '': cutOf(file('latin-wght-normal'), latin, 400),
  '-italic': cutOf(file('latin-wght-italic'), latin, 400),
  '-semibold': cutOf(file('latin-wght-normal'), latin, 600),
  '-semibold-italic': cutOf(file('latin-wght-italic'), latin, 600),
  '-extended': cutOf(file('latin-ext-wght-normal'), latinExtended, 400),
  '-italic-extended': cutOf(file('latin-ext-wght-italic'), latinExtended, 400),
  '-semibold-extended': cutOf(file('latin-ext-wght-normal'), latinExtended, 600),
});

/** By what `fonts.css` says after `face:text`. */
const facesOfText: Readonly<Record<FaceName, Readonly<Record<string, PageFace>>>> = {
  literata: {
    '': cutOf(regular, latin),
    '-italic': cutOf(italic, latin),
    '-semibold': cutOf(semibold, latin),
    '-semibold-italic': cutOf(semiboldItalic, latin),
    '-extended': cutOf(regular, latinExtended),
    '-italic-extended': cutOf(italic, latinExtended),
    '-semibold-extended': cutOf(semibold, latinExtended),
  },
  sans: cutsOf(inter),
  legible: cutsOf(atkinson),
};

/** By the name that `fonts.css` gives them, whatever the text is set in. */
const faces: Readonly<Record<string, PageFace>> = {
  capitals: { font: regular, part: 'small capitals' },
  nastaliq: { font: nastaliq, part: arabic },
  naskh: { font: naskh, part: arabic },
};

/** Names of the faces of lists, and the weight of each. */
const listed = { listed: 400, 'listed-semibold': 600 } as const;

/**
 * Where the file of each face is, by its name; a file of the text is called by the face of the text, `sans-italic.woff2`
 * for `text-italic`. Those of lists are made for the headlines of `edition`; without one (the dev server, whose headlines
 * are edited) they are the whole faces.
 */
export async function pageFaces(
  cacheDir: string,
  faceOfText: FaceName,
  edition?: Edition,
): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const [cut, face] of Object.entries(facesOfText[faceOfText])) {
    files.set(`text${cut}`, await fileOf(cacheDir, faceOfText + cut, face));
  }
  for (const [name, face] of Object.entries(faces)) files.set(name, await fileOf(cacheDir, name, face));
  for (const [name, weight] of Object.entries(listed)) {
    const words = edition ? wordsOfTexts(listedTexts(edition, weight)) : [];
    const part = { words, weight };
    files.set(name, words.length > 0 ? await fileOf(cacheDir, name, { font: nastaliq, part }) : files.get('nastaliq')!);
  }
  return files;
}

/** Made once for the same part of the same font. The file has the name of the face, which the built file is called by. */
async function fileOf(cacheDir: string, name: string, { font, part }: PageFace): Promise<string> {
  const bytes = await readFile(pathOf(font));
  const said = JSON.stringify(part);
  const hash = createHash('sha256').update(bytes).update(said).update(harfbuzz.versionString()).digest('hex');
  const folder = join(cacheDir, `face-${hash.slice(0, 12)}`);
  const file = join(folder, `${name}.woff2`);
  if (existsSync(file)) {
    utimesSync(folder, new Date(), new Date());
    return file;
  }
  const made = await madeOf(await wholeFont(font), part);
  mkdirSync(folder, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, await compress(Buffer.from(made)));
  renameSync(unfinished, file);
  return file;
}

async function madeOf(font: Uint8Array, part: PageFace['part']): Promise<Uint8Array> {
  if (part === 'small capitals') return smallCapitalsOf(font);
  if (!('words' in part)) return partOfFont(font, part);
  const { words, weight } = part;
  const codePoints = Array.from(new Set(words.join('')), (letter) => letter.codePointAt(0) ?? 0);
  // What stands between words is of no script, and may be set with them.
  const between = codePointsOf('20 60C 61B 61F 6D4');
  return partOfFont(font, {
    codePoints: [...codePoints, ...between],
    glyphs: glyphsOfWords(font, words, weight),
    weight,
  });
}

/** As TrueType. */
async function wholeFont(font: string): Promise<Uint8Array> {
  const bytes = await readFile(pathOf(font));
  return font.endsWith('.woff2') ? Uint8Array.from(await decompress(bytes)) : bytes;
}

const pathOf = (font: string): string => createRequire(import.meta.url).resolve(font);

/** "20-7E A0" as numbers. */
function codePointsOf(ranges: string): number[] {
  return ranges.split(' ').flatMap((range) => {
    const [first = 0, last = first] = range.split('-').map((hex) => Number.parseInt(hex, 16));
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}
