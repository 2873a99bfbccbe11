/** An opened input file: its encoding, its text, and the files beside it. Nothing outside its folder is read. */
import { createReadStream, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { reasonOf } from '../../press/content/problems.ts';
import { shownPath } from '../../press/content/read-folder.ts';
import type { Note } from '../item.ts';
import { decodedPieces, type Encoding, encodingOf, firstBytes } from './decoding.ts';
import { signatureFault } from './file-signatures.ts';
import { inputFiles } from './input-files.ts';
import { Refusal, type Source } from '../format.ts';
import { decodedAddress } from '../../press/markdown/web-address.ts';

/** Where a file of the input is. */
export type PlaceInFolder = {
  path: string;
  /** The given folder, or the folder of the given file. */
  root: string;
  /** Whether a folder was given: only then may its other files be read as text. */
  inFolder: boolean;
  /** The ZIP that was unpacked into the root, as messages show it. */
  archive?: string;
};

/** A place as messages show it: the path, or the ZIP and the path in it. */
export const shownPlace = ({ path, root, archive }: PlaceInFolder): string =>
  archive === undefined ? shownPath(path) : `${archive}/${relative(root, path).replaceAll(sep, '/')}`;

/** Jekyll and Hexo mark a draft by its folder, whose name has a line before it; others say it without. */
const ofDrafts = /^_(?:drafts?|unpublished)$/i;
const callsItDrafts = /^[\d\W_]*(?:drafts?|unpublished|entw[uü]rfe?|brouillons?|borradores|bozze)$/i;

/** The files that were read together with another one, in the whole run. */
export type TakenFiles = Set<string>;

/** For formats that need the whole file at once; files that may be larger are streamed. */
const usualLimit = 64 * 1024 * 1024;

const openingLength = 64 * 1024;

export class InputFile implements Source {
  readonly path: string;
  readonly text: string;
  readonly size: number;
  readonly place: PlaceInFolder;
  readonly encoding: Encoding;
  /** Characters read so far, for the progress line. */
  passed = 0;
  readonly #taken: TakenFiles;
  #beside: readonly string[] | undefined;

  private constructor(place: PlaceInFolder, encoding: Encoding, text: string, size: number, taken: TakenFiles) {
    this.place = place;
    this.path = shownPlace(place);
    this.encoding = encoding;
    this.text = text;
    this.size = size;
    this.#taken = taken;
  }

  /** Throws `Refusal` I003 for what is no text, I004 for what cannot be read. */
  static async open(place: PlaceInFolder, taken: TakenFiles): Promise<InputFile> {
    try {
      const { size } = statSync(place.path);
      const fault = signatureFault(firstBytes(place.path, 4096));
      if (fault) throw new Refusal('I003', fault);
      const encoding = await encodingOf(place.path);
      if (!encoding)
        throw new Refusal('I003', 'is no text: it holds zero bytes. Give the text, such as HTML or Markdown');
      return new InputFile(place, encoding, await openingOf(place.path, encoding), size, taken);
    } catch (error) {
      throw error instanceof Refusal ? error : new Refusal('I004', `cannot be read: ${reasonOf(error)}`);
    }
  }

  get notes(): readonly Note[] {
    return this.encoding.notes;
  }

  get beside(): readonly string[] {
    return (this.#beside ??= this.place.inFolder ? namesIn(dirname(this.place.path)) : []);
  }

  async whole(limit = usualLimit): Promise<string> {
    if (this.size > limit) {
      const mega = (bytes: number) => Math.ceil(bytes / 1024 / 1024);
      const message = `the file has ${mega(this.size)} MB; the limit for its kind is ${mega(limit)} MB. Divide it`;
      throw new Refusal('I005', message);
    }
    const pieces: string[] = [];
    for await (const piece of this.pieces()) pieces.push(piece);
    return pieces.join('');
  }

  async *pieces(): AsyncIterable<string> {
    this.passed = 0;
    for await (const piece of decodedPieces(this.place.path, this.encoding)) {
      this.passed += piece.length;
      yield piece;
    }
  }

  async *bytes(): AsyncIterable<Buffer> {
    this.passed = 0;
    for await (const piece of createReadStream(this.place.path, {
      start: this.encoding.skip,
    }) as AsyncIterable<Buffer>) {
      this.passed += piece.length;
      yield piece;
    }
  }

  async neighbour(path: string): Promise<InputFile | undefined> {
    const target = this.place.inFolder ? fileInside(this.place, path) : undefined;
    return target === undefined ? undefined : InputFile.open({ ...this.place, path: target }, this.#taken);
  }

  fileNamed(name: string): string | undefined {
    const { path } = this.place;
    const wanted = `/${plainName(name.replace(/^[./\\]+/, ''))}`;
    const found = [...filesBelow(this.place)].filter(([plain]) => `/${plain}`.endsWith(wanted));
    const ways = found.map(([, file]) => relative(dirname(path), file).replaceAll(sep, '/'));
    return ways.sort((one, other) => one.split('/').length - other.split('/').length)[0];
  }

  /** "/img/a.jpg" of a site lies in its static/, public/ or source/. */
  #fileEndingIn(path: string): string | undefined {
    const way = path.startsWith('/') ? this.fileNamed(path) : undefined;
    return way === undefined ? undefined : fileInside(this.place, way);
  }

  takes(path: string): void {
    const target = fileInside(this.place, path);
    if (target !== undefined) this.#taken.add(target);
  }

  get pathInFolder(): string {
    const { root, path } = this.place;
    return [basename(root), ...relative(root, path).split(sep)].join('/');
  }

  /** The folder of drafts that the file lies in: what is there was never public. */
  get draftsFolder(): string | undefined {
    const { root, path } = this.place;
    const given = [basename(root), ...relative(root, dirname(path)).split(sep)];
    return given.find((name) => callsItDrafts.test(name)) ?? path.split(sep).find((name) => ofDrafts.test(name));
  }

  pictureFile(address: string): string | undefined {
    // A "%" that begins no escape is itself.
    const path = decodedAddress(address.replace(/[?#].*$/s, '').replace(/%(?![\da-f]{2})/gi, '%25'));
    return path === ''
      ? undefined
      : (fileInside(this.place, path) ?? fileLike(this.place, path) ?? this.#fileEndingIn(path));
  }
}

async function openingOf(path: string, encoding: Encoding): Promise<string> {
  let text = '';
  for await (const piece of decodedPieces(path, encoding)) {
    text += piece;
    if (text.length >= openingLength) break;
  }
  return text.slice(0, openingLength);
}

function namesIn(folder: string): string[] {
  try {
    const names = readdirSync(folder, { withFileTypes: true });
    return names.flatMap((entry) => (entry.isFile() && !entry.name.startsWith('.') ? [entry.name] : [])).sort();
  } catch {
    return [];
  }
}

/** The files of the last folder, by their plain names: a run reads one folder after another. */
let listed: { of: string; files: Map<string, string> } | undefined;

/** All of a folder that was given; of a file that was given itself, those beside it. */
function filesBelow({ path, root, inFolder }: PlaceInFolder, folder = dirname(path)): Map<string, string> {
  const top = inFolder ? root : folder;
  const of = `${inFolder ? 'all below' : 'in'} ${top}`;
  if (listed?.of !== of) {
    const files = inFolder
      ? inputFiles([root]).places.map((place) => place.path)
      : namesIn(top).map((name) => join(top, name));
    listed = { of, files: new Map(files.map((file) => [plainName(relative(root, file)), file])) };
  }
  return listed.files;
}

/** What a reader cannot tell apart is one name: in one or the other form of Unicode, with another blank, in capitals. */
const plainName = (name: string): string =>
  name.normalize('NFKC').replace(/\s/g, ' ').replaceAll('\\', '/').toLowerCase();

/** The path as it is meant, unless ".." leads out of the root. */
function pathInside({ path, root }: PlaceInFolder, wanted: string): string | undefined {
  if (wanted.includes('\0') || wanted.length > 4096) return undefined;
  const written = wanted.replaceAll('\\', '/');
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(written)) return undefined;
  const way = relative(root, written.startsWith('/') ? join(root, written) : resolve(dirname(path), written));
  return way === '' || way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way) ? undefined : way;
}

/** The file at a path relative to that of `place`, unless a link or ".." leads out of the root. */
function fileInside(place: PlaceInFolder, wanted: string): string | undefined {
  const way = pathInside(place, wanted);
  if (way === undefined) return undefined;
  const target = join(place.root, way);
  try {
    return realpathSync(target) === join(realpathSync(place.root), way) && lstatSync(target).isFile()
      ? target
      : undefined;
  } catch {
    return undefined;
  }
}

function fileLike(place: PlaceInFolder, wanted: string): string | undefined {
  const way = pathInside(place, wanted);
  const like = way && filesBelow(place, dirname(join(place.root, way))).get(plainName(way));
  return like && fileInside(place, `/${relative(place.root, like)}`);
}
