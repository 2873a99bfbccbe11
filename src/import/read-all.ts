/** Reads the files of the input, each by its format, and hands what is found to the importer. A bad file stops no other. */
import { relative } from 'node:path';
import { reasonOf } from '../press/content/problems.ts';
import { shownPath } from '../press/content/read-folder.ts';
import type { Importer } from './importer.ts';
import { firstBytes } from './read/decoding.ts';
import { isPicture } from './read/file-signatures.ts';
import { type Format, Refusal } from './format.ts';
import { formatOf, formats } from './formats.ts';
import type { Input } from './read/input-files.ts';
import type { FileAccount } from './report/ledger.ts';
import { counted } from './codes.ts';
import { DiskFault } from './folder/staging.ts';
import { InputFile, type PlaceInFolder, type TakenFile } from './read/source.ts';

/** Told of every file, and while one is read. */
export type ReadProgress = (file: string, part: number, found: number) => void;

export async function readAll(
  input: Input,
  format: Format | undefined,
  importer: Importer,
  progress: ReadProgress,
): Promise<void> {
  const taken: TakenFile = new Set();
  const { ledger } = importer;
  for (const { path, message } of input.unread) {
    ledger.opened(path).refused = { code: 'I004', message };
  }
  const passed = [
    ...(input.hidden > 0 ? [`${counted(input.hidden, 'name')} beginning with a dot`] : []),
    ...(input.links > 0 ? [counted(input.links, 'symbolic link')] : []),
  ];
  if (passed.length > 0) ledger.notes.push({ code: 'I006', message: `not read: ${passed.join(' and ')}` });
  let pictures = 0;
  for (const place of input.places) {
    if (taken.has(place.path)) continue;
    if (place.inFolder && isPictureFile(place)) pictures += 1;
    else await readOne(place, format, importer, taken, progress);
  }
  if (pictures > 0) {
    ledger.notes.push({
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
  taken: TakenFile,
  progress: ReadProgress,
): Promise<void> {
  const account = importer.ledger.opened(shownPath(place.path));
  const before = process.cpuUsage();
  try {
    const source = await InputFile.open(place, taken);
    account.encoding = source.encoding.name;
    if (source.text.trim() === '') throw new Refusal('I108', 'the file is empty');
    const format = forced ?? formatOf(source);
    if (!format) throw new Refusal('I002', `its kind cannot be told. Write --from ${kinds()}`);
    account.kind = format.name;
    account.notes.push(...source.notes);
    progress(source.path, 0, account.found);
    for await (const found of format.read(source)) {
      importer.take(found, source, account);
      progress(source.path, source.passed / Math.max(source.size, 1), account.found);
    }
    if (account.found === 0) throw new Refusal('I108', 'nothing was found in it');
  } catch (error) {
    if (error instanceof DiskFault) throw error;
    refuse(account, error, place, importer);
  } finally {
    const { user, system } = process.cpuUsage(before);
    account.milliseconds = Math.round((user + system) / 100) / 10;
  }
}

const kinds = (): string => formats.map(({ name }) => name).join('|');

/** In a folder a file that is none of ours, such as a style sheet, is left out; one that was named is refused. */
function refuse(
  account: FileAccount,
  error: unknown,
  { inFolder, path, root }: PlaceInFolder,
  importer: Importer,
): void {
  const { code, message, line, column } =
    error instanceof Refusal
      ? error
      : { code: 'I004', message: `cannot be read: ${reasonOf(error)}`, line: undefined, column: undefined };
  const foreign = inFolder && (code === 'I002' || code === 'I003' || (code === 'I108' && account.found === 0));
  if (foreign) {
    const name = relative(root, path).replaceAll('\\', '/');
    importer.ledger.found(account, { is: 'left-out', of: 'file', name, why: { code, message } });
    return;
  }
  account.refused = {
    code,
    message,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
}
