/** Reads, parses and checks one content file, or takes its result from the cache where nothing has changed. */
import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
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

/** The parse cache: the result of each file, so that after an edit only the edited file is parsed and compiled again. */
export class ReadCache {
  readonly files = new Map<string, { key: string; read: ReadFile }>();
  readonly pictures: PictureCache = new Map();
  readonly texts: TextStore;

  constructor(texts: TextStore = textsInMemory) {
    this.texts = texts;
  }

  /** The result of a file whose key is the same. */
  known(path: string, key: string): ReadFile | undefined {
    const kept = this.files.get(path);
    return kept?.key === key ? kept.read : undefined;
  }

  /** Forgets all files; their texts can still be read. */
  forget(): void {
    this.files.clear();
  }

  put(path: string, key: string, read: ReadFile): void {
    this.files.set(path, { key, read });
  }

  /** Forgets files that are no longer there. */
  keepOnly(paths: ReadonlySet<string>): void {
    for (const path of this.files.keys()) if (!paths.has(path)) this.files.delete(path);
  }
}

/** A file of text beyond this is a mistake; a text may have 2 MB (A215). */
const mostBytes = 16 * 1024 * 1024;

/** Reads and checks a file, or takes what `cache` has for the same text, publication, glossary and pictures. */
export function readFile(file: ContentFile, around: Surroundings, cache?: ReadCache): ReadFile {
  let bytes: Buffer;
  try {
    const { size } = statSync(file.path);
    if (size > mostBytes) return slim(broken(file, [tooLarge(file, size)]), textsInMemory);
    bytes = readFileSync(file.path);
  } catch (error) {
    return slim(broken(file, [unreadable(file.shown, reasonOf(error))]), textsInMemory);
  }
  if (!cache) return slim(readBytes(file, bytes, around), textsInMemory);
  const key = keyOf(file, bytes, around);
  const known = cache.known(file.path, key);
  if (known && samePictures(known, around)) return known;
  const read = slim(readBytes(file, bytes, around), cache.texts);
  cache.put(file.path, key, read);
  return read;
}

/** All that the result of a file depends on, except the pictures. */
function keyOf({ kind, shown }: ContentFile, bytes: Buffer, { base, language, glossary }: Surroundings): string {
  const terms = kind === 'articles' ? glossary.forms : '';
  return [hash('sha256', bytes, 'base64'), shown, base, language, terms].join('\n');
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
