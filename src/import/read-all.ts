/**
 * Reads every file of the input by its format, and hands its items to the importer. A file that cannot be read stops no
 * other.
 */
import { relative } from 'node:path';
import { reasonOf } from '../press/content/problems.ts';
import type { Importer } from './importer.ts';
import { firstBytes } from './read/decoding.ts';
import { isPicture, isZip } from './read/file-signatures.ts';
import { type Format, Refusal } from './format.ts';
import { formatOf, formats } from './formats.ts';
import { type Input, inputFiles } from './read/input-files.ts';
import type { FileReport } from './report/report.ts';
import { counted } from './codes.ts';
import { DiskFault } from '../press/content/staging.ts';
import { InputFile, type PlaceInFolder, shownPlace, type TakenFiles } from './read/source.ts';
import type { Unpacked, Unpacking } from './read/zip.ts';
import { leftOut } from './item.ts';
import { stated } from './stated.ts';

/** Called for every file, and for every item of it. */
export type ReadProgress = (file: string, part: number, found: number) => void;

/** A run: what was passed over, and what the reading of every file needs. */
type Run = {
  importer: Importer;
  /** The format that was asked for. */
  forced: Format | undefined;
  taken: TakenFiles;
  unpacking: Unpacking;
  progress: ReadProgress;
  hidden: number;
  pictures: number;
};

export async function readAll(
  input: Input,
  forced: Format | undefined,
  importer: Importer,
  unpacking: Unpacking,
  progress: ReadProgress,
): Promise<void> {
  const { report } = importer;
  const { hidden, links } = input;
  const run: Run = { importer, forced, taken: new Set(), unpacking, progress, hidden, pictures: 0 };
  for (const { path, message } of input.unread) {
    report.addFile(path).refused = { code: 'I004', message };
  }
  await readPlaces(input.places, run);
  const passed = [
    ...(run.hidden > 0 ? [`${counted(run.hidden, 'name')} beginning with a dot`] : []),
    ...(links > 0 ? [counted(links, 'symbolic link')] : []),
  ];
  if (passed.length > 0) report.notes.push({ code: 'I006', message: `not read: ${passed.join(' and ')}` });
  if (run.pictures > 0) {
    report.notes.push({
      code: 'I006',
      message: `${counted(run.pictures, 'picture')} in the folder: copied where an article shows them`,
    });
  }
}

async function readPlaces(places: readonly PlaceInFolder[], run: Run): Promise<void> {
  for (const place of places) {
    if (run.taken.has(place.path)) continue;
    const begins = beginningOf(place);
    if (place.inFolder && isPicture(begins)) run.pictures += 1;
    else if (isZip(begins)) await readArchive(place, run);
    else await readOne(place, run);
  }
}

/** Nothing of a file that cannot be read; why, is told where it is read as text. */
function beginningOf({ path }: PlaceInFolder): Buffer {
  try {
    return firstBytes(path, 4096);
  } catch {
    return Buffer.alloc(0);
  }
}

async function readArchive(place: PlaceInFolder, run: Run): Promise<void> {
  const { importer, unpacking, progress } = run;
  const archive = shownPlace(place);
  const file = importer.report.addFile(archive);
  file.kind = 'zip';
  try {
    const unpacked = await unpacking.unpack(place, (part) => progress(archive, part, file.found));
    await readUnpacked(unpacked, place, file, run);
  } catch (error) {
    if (error instanceof DiskFault) throw error;
    refuse(file, error, place, importer);
  }
}

/** The files of a ZIP are read as those of a folder, and told by their place in the ZIP. */
async function readUnpacked(unpacked: Unpacked, place: PlaceInFolder, file: FileReport, run: Run): Promise<void> {
  const { folder, leftOut, hidden, broken } = unpacked;
  try {
    run.hidden += hidden;
    for (const { name, why } of leftOut) run.importer.report.add(file, { is: 'left-out', of: 'file', name, why });
    const { places } = inputFiles([folder]);
    if (broken) refuse(file, broken, place, run.importer);
    else if (places.length + leftOut.length === 0) throw new Refusal('I108', 'there is nothing in the ZIP to be read');
    await readPlaces(
      places.map((inside) => ({ ...inside, archive: file.file })),
      run,
    );
  } finally {
    run.unpacking.discard();
  }
}

async function readOne(place: PlaceInFolder, run: Run): Promise<void> {
  const { importer, forced, taken, progress } = run;
  const file = importer.report.addFile(shownPlace(place));
  const before = process.cpuUsage();
  try {
    const source = await InputFile.open(place, taken);
    file.encoding = source.encoding.name;
    if (source.text.trim() === '') throw new Refusal('I108', 'the file is empty');
    const format = forced ?? formatOf(source);
    if (!format) throw new Refusal('I002', `its kind cannot be told. Write --from ${kinds()}`);
    file.kind = format.name;
    if (format.ofBytes) delete file.encoding;
    else file.notes.push(...source.notes);
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
    importer.report.add(file, leftOut('file', name, code, message));
    return;
  }
  file.refused = { code, message, ...stated({ line, column }) };
}
