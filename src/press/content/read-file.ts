/** Reads, parses and checks one content file, or takes its result from the cache where nothing has changed. */
import { hash } from 'node:crypto';
import { readFileSync, type Stats, statSync } from 'node:fs';
import { type Checked, checked, type Surroundings, unread } from './file-checks.ts';
import { decoded, type FileFault, JsonPlaces, parsed } from './json-source.ts';
import { type StoredText, type TextStore, textsInMemory } from '../cache/text-store.ts';
import type { Outcome, PictureCache } from './pictures.ts';
import { type Problem, reasonOf } from './problems.ts';
import { type ContentFile, unreadable } from './read-folder.ts';
import type { RightFile } from './shapes.ts';
import { valueAt } from './values.ts';

export type ReadFile = Omit<Checked, 'text'> & {
  file: ContentFile;
  text?: StoredText;
  /** What became of every picture the file shows or leads to, by its source. */
  pictures: Map<string, Outcome>;
};

/** What is kept of a file: its result, with all that this hangs on but the pictures, which it holds itself. */
export type KeptFile = {
  read: ReadFile;
  /** A hash of its bytes, and what it was read beside. */
  bytes: string;
  around: string;
  /** Its size and times; missing where it had been written so shortly before that it may be written again at that time. */
  stamp: string | undefined;
};

/** The parse cache: the result of each file, so that after an edit only the edited file is parsed and compiled again. */
export class ReadCache {
  readonly files = new Map<string, KeptFile>();
  readonly pictures: PictureCache = new Map();
  readonly texts: TextStore;

  constructor(texts: TextStore = textsInMemory) {
    this.texts = texts;
  }

  /** Forgets all files; their texts can still be read. */
  forget(): void {
    this.files.clear();
  }

  /** Forgets files that are no longer there. */
  keepOnly(paths: ReadonlySet<string>): void {
    for (const path of this.files.keys()) if (!paths.has(path)) this.files.delete(path);
  }
}

/** A file of text beyond this is a mistake; a text may have 2 MB (A215). */
const mostBytes = 16 * 1024 * 1024;

/**
 * Reads and checks a file, or takes what `cache` has for the same text, publication, glossary and pictures. A file with
 * the size and times that it had is not opened.
 */
export function readFile(file: ContentFile, around: Surroundings, cache?: ReadCache): ReadFile {
  const kept = keptOf(file, around, cache);
  let bytes: Buffer;
  let stamp: string | undefined;
  try {
    const stats = statSync(file.path);
    if (stats.size > mostBytes) return slim(broken(file, [tooLarge(file, stats.size)]), textsInMemory);
    stamp = stampOf(stats);
    if (kept && stamp !== undefined && kept.stamp === stamp) return kept.read;
    bytes = readFileSync(file.path);
  } catch (error) {
    return slim(broken(file, [unreadable(file.shown, reasonOf(error))]), textsInMemory);
  }
  if (!cache) return slim(readBytes(file, bytes, around), textsInMemory);
  const about = { bytes: hash('sha256', bytes, 'base64'), around: keyOf(file, around), stamp };
  const read = kept?.bytes === about.bytes ? kept.read : slim(readBytes(file, bytes, around), cache.texts);
  cache.files.set(file.path, { ...about, read });
  return read;
}

/** What is kept of a file that was read beside the same. */
function keptOf(file: ContentFile, around: Surroundings, cache: ReadCache | undefined): KeptFile | undefined {
  const kept = cache?.files.get(file.path);
  return kept?.around === keyOf(file, around) && samePictures(kept.read, around) ? kept : undefined;
}

/** All that the result of a file depends on, except its bytes and the pictures. */
const keyOf = ({ kind, shown }: ContentFile, { base, language, glossary }: Surroundings): string =>
  [shown, base, language, kind === 'articles' ? glossary.forms : ''].join('\n');

/** Some file systems count time in steps of two seconds. */
const shortly = 2000;

/** The time of a change (`ctime`) is set by nobody but the system. */
function stampOf({ size, mtimeMs, ctimeMs }: Stats): string | undefined {
  const age = Date.now() - Math.max(mtimeMs, ctimeMs);
  return age > shortly ? `${size} ${mtimeMs} ${ctimeMs}` : undefined;
}

const samePictures = ({ pictures }: ReadFile, { outcome }: Surroundings): boolean =>
  [...pictures].every(([source, before]) => JSON.stringify(outcome(source)) === JSON.stringify(before));

type Read = Checked & Pick<ReadFile, 'file' | 'pictures'>;

/** The result without the Markdown of the body, which is not needed once it is compiled. */
function slim({ text, value, right, ...read }: Read, texts: TextStore): ReadFile {
  const without = withoutBody(right ?? value);
  return { ...read, value: without, right: right && (without as RightFile), text: text && texts.keep(text) };
}

function withoutBody(value: unknown): unknown {
  return typeof value === 'object' && value !== null && Array.isArray(valueAt(value, ['body']))
    ? { ...value, body: [] }
    : value;
}

function readBytes(file: ContentFile, bytes: Buffer, around: Surroundings): Read {
  const { text, faults } = decoded(bytes);
  const places = new JsonPlaces(text);
  const told = faults.map((fault) => problemOf(file, places, fault));
  if (told.some(({ severity }) => severity === 'error')) return broken(file, told);
  const result = parsed(text);
  if ('fault' in result) return broken(file, [...told, problemOf(file, places, result.fault)]);
  const pictures = new Map<string, Outcome>();
  const outcome = (source: string): Outcome => {
    const answer = around.outcome(source);
    pictures.set(source, answer);
    return answer;
  };
  const found = checked(file, text, result.value, { ...around, outcome });
  return { ...found, file, pictures, problems: [...told, ...found.problems] };
}

/** The positions in a file's text as it is now, for problems that were found by comparing files. */
export function placesInFile({ path }: ContentFile): JsonPlaces {
  try {
    return new JsonPlaces(decoded(readFileSync(path)).text);
  } catch {
    return new JsonPlaces('');
  }
}

const broken = (file: ContentFile, problems: Problem[]): Read => ({
  ...unread,
  file,
  pictures: new Map(),
  problems,
});

const problemOf = ({ shown }: ContentFile, places: JsonPlaces, { offset, ...fault }: FileFault): Problem => ({
  file: shown,
  ...places.at(offset),
  ...fault,
  message: fault.code === 'A102' ? `not JSON: ${fault.message}` : fault.message,
});

const tooLarge = ({ shown }: ContentFile, size: number): Problem => ({
  file: shown,
  line: 1,
  column: 1,
  code: 'A215',
  severity: 'error',
  message: `the file has ${(size / 1024 / 1024).toFixed(1)} MB. The limit is 16 MB for a file and 2 MB for a text.`,
});
