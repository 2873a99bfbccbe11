/**
 * Reads every file of the input by its format, and hands its items to the importer. A file that cannot be read stops no
 * other.
 */
import { relative } from 'node:path';
import { reasonOf } from '../press/content/problems.ts';
import { shownPath } from '../press/content/read-folder.ts';
import type { Importer } from './importer.ts';
import { firstBytes } from './read/decoding.ts';
import { isPicture } from './read/file-signatures.ts';
import { type Format, Refusal } from './format.ts';
import { formatOf, formats } from './formats.ts';
import type { Input } from './read/input-files.ts';
import type { FileReport } from './report/report.ts';
import { counted } from './codes.ts';
import { DiskFault } from '../press/content/staging.ts';
import { InputFile, type PlaceInFolder, type TakenFiles } from './read/source.ts';

/** Called for every file, and for every item of it. */
export type ReadProgress = (file: string, part: number, found: number) => void;

export async function readAll(
  input: Input,
  format: Format | undefined,
  importer: Importer,
  progress: ReadProgress,
): Promise<void> {
  const taken: TakenFiles = new Set();
  const { report } = importer;
  for (const { path, message } of input.unread) {
    report.addFile(path).refused = { code: 'I004', message };
  }
  const passed = [
    ...(input.hidden > 0 ? [`${counted(input.hidden, 'name')} beginning with a dot`] : []),
    ...(input.links > 0 ? [counted(input.links, 'symbolic link')] : []),
  ];
  if (passed.length > 0) report.notes.push({ code: 'I006', message: `not read: ${passed.join(' and ')}` });
  let pictures = 0;
  for (const place of input.places) {
    if (taken.has(place.path)) continue;
    if (place.inFolder && isPictureFile(place)) pictures += 1;
    else await readOne(place, format, importer, taken, progress);
  }
  if (pictures > 0) {
    report.notes.push({
      code: 'I006',
      message: `${counted(pictures, 'picture')} in the folder: copied where an article shows them`,
    });
  }
}

function isPictureFile({ path }: PlaceInFolder): boolean {
  try {
    return isPicture(firstBytes(path, 4096));
  } catch {
    return false;
  }
}

async function readOne(
  place: PlaceInFolder,
  forced: Format | undefined,
  importer: Importer,
  taken: TakenFiles,
  progress: ReadProgress,
): Promise<void> {
  const file = importer.report.addFile(shownPath(place.path));
  const before = process.cpuUsage();
  try {
    const source = await InputFile.open(place, taken);
    file.encoding = source.encoding.name;
    if (source.text.trim() === '') throw new Refusal('I108', 'the file is empty');
    const format = forced ?? formatOf(source);
    if (!format) throw new Refusal('I002', `its kind cannot be told. Write --from ${kinds()}`);
    file.kind = format.name;
    file.notes.push(...source.notes);
    progress(source.path, 0, file.found);
    for await (const item of format.read(source)) {
      importer.take(item, source, file);
      progress(source.path, source.passed / Math.max(source.size, 1), file.found);
    }
    if (file.found === 0) throw new Refusal('I108', 'nothing was found in it');
  } catch (error) {
    if (error instanceof DiskFault) throw error;
    refuse(file, error, place, importer);
  } finally {
    const { user, system } = process.cpuUsage(before);
    file.milliseconds = Math.round((user + system) / 100) / 10;
  }
}

const kinds = (): string => formats.map(({ name }) => name).join('|');

/**
 * In a folder, a file of no known format, such as a style sheet, is left out; a file that was named itself is refused.
 */
function refuse(file: FileReport, error: unknown, { inFolder, path, root }: PlaceInFolder, importer: Importer): void {
  const { code, message, line, column } =
    error instanceof Refusal
      ? error
      : { code: 'I004', message: `cannot be read: ${reasonOf(error)}`, line: undefined, column: undefined };
  const foreign = inFolder && (code === 'I002' || code === 'I003' || (code === 'I108' && file.found === 0));
  if (foreign) {
    const name = relative(root, path).replaceAll('\\', '/');
    importer.report.add(file, { is: 'left-out', of: 'file', name, why: { code, message } });
    return;
  }
  file.refused = {
    code,
    message,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
}
