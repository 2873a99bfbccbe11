/** One content file: read, parsed, checked by itself, and remembered by its text for the next reading. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { type Checked, checked, type Surroundings, unread } from './file-checks.ts';
import { decoded, type FileFault, JsonPlaces, parsed } from './json-source.ts';
import type { Outcome, PictureCache } from './pictures.ts';
import { type Problem, reasonOf } from './problems.ts';
import { type ContentFile, unreadable } from './read-folder.ts';

export type ReadFile = Checked & {
  file: ContentFile;
  /** What became of every picture the file shows or leads to, by its source. */
  pictures: Map<string, Outcome>;
};

/** What was found in each file, so that after an edit only the edited file is parsed and compiled again. */
export class ReadCache {
  readonly files = new Map<string, { key: string; read: ReadFile }>();
  readonly pictures: PictureCache = new Map();

  /** Forgets files that are no longer there. */
  keepOnly(paths: ReadonlySet<string>): void {
    for (const path of this.files.keys()) if (!paths.has(path)) this.files.delete(path);
  }
}

/** A file of text beyond this is a mistake; a text may have 2 MB (A215). */
const mostBytes = 16 * 1024 * 1024;

/** Reads and checks a file, or takes what `cache` has for the same text, publication and pictures. */
export function readFile(file: ContentFile, around: Surroundings, cache?: ReadCache): ReadFile {
  let bytes: Buffer;
  try {
    const { size } = statSync(file.path);
    if (size > mostBytes) return broken(file, [tooLarge(file, size)]);
    bytes = readFileSync(file.path);
  } catch (error) {
    return broken(file, [unreadable(file.shown, reasonOf(error))]);
  }
  const key = cache && keyOf(file, bytes, around);
  const known = cache?.files.get(file.path);
  if (known?.key === key && known && samePictures(known.read, around)) return known.read;
  const read = readBytes(file, bytes, around);
  if (key !== undefined) cache?.files.set(file.path, { key, read });
  return read;
}

/** All that the result of a file comes from, but for the pictures. */
function keyOf({ shown }: ContentFile, bytes: Buffer, { base, language }: Surroundings): string {
  return [createHash('sha256').update(bytes).digest('base64'), shown, base, language].join('\n');
}

const samePictures = ({ pictures }: ReadFile, { outcome }: Surroundings): boolean =>
  [...pictures].every(([source, before]) => JSON.stringify(outcome(source)) === JSON.stringify(before));

function readBytes(file: ContentFile, bytes: Buffer, around: Surroundings): ReadFile {
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

/** The positions in a file's text as it is now, for what is found only beside other files. */
export function placesIn({ path }: ContentFile): JsonPlaces {
  try {
    return new JsonPlaces(decoded(readFileSync(path)).text);
  } catch {
    return new JsonPlaces('');
  }
}

const broken = (file: ContentFile, problems: Problem[]): ReadFile => ({
  ...unread,
  file,
  pictures: new Map(),
  problems,
});

const problemOf = ({ shown }: ContentFile, places: JsonPlaces, { offset, ...fault }: FileFault): Problem => ({
  file: shown,
  ...places.at(offset),
  ...fault,
});

const tooLarge = ({ shown }: ContentFile, size: number): Problem => ({
  file: shown,
  line: 1,
  column: 1,
  code: 'A215',
  severity: 'error',
  message: `the file has ${(size / 1024 / 1024).toFixed(1)} MB. The limit is 16 MB for a file and 2 MB for a text.`,
});
