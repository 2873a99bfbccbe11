/**
 * Share images from a cache folder, each made when its words are new. A file is found by what it shows: the words, the
 * way they are drawn, their colours, the faces and the programs that draw them. What is not a whole picture is made anew, so the
 * folder may be deleted or damaged at any time.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import { fingerprintOfFaces, openFaces, readFaceFiles, type ShapedFace, type FaceFile } from './faces.ts';
import { flatPng, isWholePng } from './png.ts';
import { frame, type ShareColours, shareDrawing, type ShareWords } from './share-image.ts';

export type { ShareWords };

/** Raised whenever the same words are to look different. */
const drawingVersion = 1;

/** Pictures in the making at one time; each takes some megabytes. */
const atOnce = 4;

export class ShareImages {
  /** Headlines of images made now that have letters in no face: their images show the publication's name instead. */
  readonly unset: string[] = [];
  #made = 0;
  #found = 0;
  readonly #folder: string;
  readonly #colours: ShareColours;
  readonly #wanted = new Map<string, Promise<string>>();
  #files: Promise<{ files: FaceFile[]; fingerprint: string }> | undefined;
  #faces: Promise<ShapedFace[]> | undefined;
  #busy = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(cacheFolder: string, { paper, ink, 'ink-soft': soft, accent }: ShareColours) {
    this.#folder = cacheFolder;
    this.#colours = { paper, ink, 'ink-soft': soft, accent };
  }

  /** How many images were made. */
  get made(): number {
    return this.#made;
  }

  /** How many images were whole in the cache. */
  get found(): number {
    return this.#found;
  }

  /** The path of the PNG in the cache; articles with the same words share one. */
  async imageOf(words: ShareWords): Promise<string> {
    const { fingerprint } = await (this.#files ??= faceFiles());
    const { headline, overline, byline, publication, language } = words;
    const shown = [drawingVersion, this.#colours, fingerprint, headline, overline, byline, publication, language];
    const name = createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 40);
    const path = join(this.#folder, `${name}.png`);
    let wanted = this.#wanted.get(path);
    if (!wanted) this.#wanted.set(path, (wanted = this.#inTurn(() => this.#foundOrMade(path, words))));
    return wanted;
  }

  async #inTurn(work: () => Promise<string>): Promise<string> {
    if (this.#busy < atOnce) this.#busy += 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#busy -= 1;
    }
  }

  async #foundOrMade(path: string, words: ShareWords): Promise<string> {
    const bytes = await readFile(path).catch(() => undefined);
    if (bytes && isWholePng(bytes, frame)) this.#found += 1;
    else await this.#make(path, words);
    return path;
  }

  async #make(path: string, words: ShareWords): Promise<void> {
    const { files } = await (this.#files ??= faceFiles());
    const { svg, whole } = shareDrawing(await (this.#faces ??= openFaces(files)), words, this.#colours);
    await mkdir(this.#folder, { recursive: true });
    const unfinished = `${path}.${process.pid}`;
    await writeFile(unfinished, await sharePng(svg, this.#colours));
    await rename(unfinished, path);
    this.#made += 1;
    if (!whole) this.unset.push(words.headline);
  }
}

export async function sharePng(svg: string, { paper, ...others }: ShareColours): Promise<Buffer> {
  const { pixels } = await renderAsync(svg, { font: { loadSystemFonts: false } });
  return flatPng(pixels, frame, paper, [others.ink, others['ink-soft'], others.accent]);
}

async function faceFiles(): Promise<{ files: FaceFile[]; fingerprint: string }> {
  const files = await readFaceFiles();
  const { version } = createRequire(import.meta.url)('@resvg/resvg-js/package.json') as { version: string };
  return { files, fingerprint: `${version} ${fingerprintOfFaces(files)}` };
}
