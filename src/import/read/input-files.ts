/** The input files that the arguments of the command name: files themselves, and all files of a folder, in order. */
import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { quoted, reasonOf } from '../../press/content/problems.ts';
import { shownPath } from '../../press/content/read-folder.ts';
import { nearest } from '../../publication/nearest.ts';
import type { PlaceInFolder } from './source.ts';

export type Input = {
  places: PlaceInFolder[];
  /** Names that begin with a dot, and links: not read. */
  hidden: number;
  links: number;
  /** Folders that cannot be read or are nested too deep, and why. */
  unread: { path: string; message: string }[];
};

const deepest = 32;
const mostFiles = 200_000;

/** What is wrong with a path, which was `written` so, before anything is read. */
export function pathFault(path: string, written: string): string | undefined {
  try {
    const { isFile, isDirectory } = kindOf(path);
    return isFile || isDirectory ? undefined : 'It is neither a file nor a folder.';
  } catch (error) {
    const reason = reasonOf(error);
    if (!reason.startsWith('ENOENT')) return `It cannot be read: ${reason}.`;
    const [near] = nearest(basename(path), namesBeside(path), 1);
    return `There is no such file.${near ? ` Did you mean ${quoted(join(dirname(written), near))}?` : ''}`;
  }
}

function kindOf(path: string): { isFile: boolean; isDirectory: boolean } {
  const kind = statSync(path);
  return { isFile: kind.isFile(), isDirectory: kind.isDirectory() };
}

function namesBeside(path: string): string[] {
  try {
    return readdirSync(dirname(path));
  } catch {
    return [];
  }
}

/** Every file once, in the order of the arguments; in a folder its own files before those of its sub-folders. */
export function inputFiles(paths: readonly string[]): Input {
  const input: Input = { places: [], hidden: 0, links: 0, unread: [] };
  const seen = new Set<string>();
  const add = (place: PlaceInFolder) => {
    if (seen.size < seen.add(place.path).size) input.places.push(place);
  };
  for (const given of paths) {
    const path = realpathSync(resolve(given));
    if (statSync(path).isDirectory()) walk(path, path, 0, input, add);
    else add({ path, root: dirname(path), inFolder: false });
  }
  return input;
}

function walk(root: string, folder: string, depth: number, input: Input, add: (place: PlaceInFolder) => void): void {
  if (depth > deepest) {
    input.unread.push({ path: shownPath(folder), message: `folders stand in one another more than ${deepest} deep` });
    return;
  }
  const folders: string[] = [];
  for (const entry of entriesOf(folder, input)) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) input.hidden += 1;
    else if (entry.isSymbolicLink()) input.links += 1;
    else if (entry.isDirectory()) folders.push(path);
    else if (entry.isFile() && input.places.length < mostFiles) add({ path, root, inFolder: true });
    else if (entry.isFile()) {
      input.unread.push({ path: shownPath(path), message: `more than ${mostFiles.toLocaleString('en')} files` });
      return;
    }
  }
  for (const path of folders) walk(root, path, depth + 1, input, add);
}

function entriesOf(folder: string, input: Input): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    input.unread.push({ path: shownPath(folder), message: `cannot be read: ${reasonOf(error)}` });
    return [];
  }
}
