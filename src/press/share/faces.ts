/**
 * The faces of the share images: Literata for Latin, Greek and Cyrillic letters, Noto Nastaliq Urdu for Arabic ones,
 * each in three cuts. They are the files that the pages use, so both look alike; faces of the machine are never asked.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import * as harfbuzz from 'harfbuzzjs';
import decompress from 'woff2-encoder/decompress';

/** `display` for headlines, `strong` and `text` for the small lines. */
export type Cut = 'display' | 'strong' | 'text';

export type ShapedFace = {
  script: 'european' | 'nastaliq';
  signs: ReadonlySet<number>;
  fonts: Record<Cut, harfbuzz.Font>;
};

export type FaceFile = { script: ShapedFace['script']; bytes: Buffer };

const cuts: Record<Cut, Record<string, number>> = {
  display: { wght: 620, opsz: 60 },
  strong: { wght: 620, opsz: 24 },
  text: { wght: 420, opsz: 24 },
};

const subsets = ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext'];

const fileNames: [ShapedFace['script'], string][] = [
  ...subsets.map((subset): [ShapedFace['script'], string] => [
    'european',
    `@fontsource-variable/literata/files/literata-${subset}-opsz-normal.woff2`,
  ]),
  ['nastaliq', '@fontsource-variable/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-wght-normal.woff2'],
];

export async function readFaceFiles(): Promise<FaceFile[]> {
  const { resolve } = createRequire(import.meta.url);
  return Promise.all(fileNames.map(async ([script, name]) => ({ script, bytes: await readFile(resolve(name)) })));
}

/** Changes when a face does, or the program that shapes it. */
export function fingerprintOfFaces(files: readonly FaceFile[]): string {
  const hash = createHash('sha256').update(harfbuzz.versionString());
  for (const { bytes } of files) hash.update(bytes);
  return hash.digest('hex');
}

/** Takes some tenths of a second, so it is done once, when the first image is made. */
export async function openFaces(files: readonly FaceFile[]): Promise<ShapedFace[]> {
  return Promise.all(files.map(async ({ script, bytes }) => faceOf(script, await decompress(bytes))));
}

function faceOf(script: ShapedFace['script'], bytes: Uint8Array): ShapedFace {
  const face = new harfbuzz.Face(new harfbuzz.Blob(bytes));
  const cutOf = (cut: Cut) => {
    const font = new harfbuzz.Font(face);
    font.setScale(1000, 1000);
    font.setVariations(Object.entries(cuts[cut]).map(([axis, value]) => new harfbuzz.Variation(axis, value)));
    return font;
  };
  return {
    script,
    signs: new Set(face.collectUnicodes()),
    fonts: { display: cutOf('display'), strong: cutOf('strong'), text: cutOf('text') },
  };
}
