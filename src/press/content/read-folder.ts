/** Lists what the content folder holds: the files that are content, the publication's own drawings, and the names that are not read. Opens none of them. */
import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  articleAddress,
  authorAddress,
  frontAddress,
  glossaryAddress,
  mustReadAddress,
  ownPageAddress,
} from '../../publication/addresses.ts';
import { type Problem, reasonOf } from './problems.ts';
import type { FileKind } from './shapes.ts';

export type ContentFile = {
  kind: FileKind;
  slug: string;
  path: string;
  /** As shown: relative to the working folder, with forward slashes. */
  shown: string;
  /** The page that shows the problems of this file. */
  address: string;
};

/** A drawing of the publication's own. */
export type DrawingFile = { kind: 'icon' | 'nameplate'; path: string; shown: string };

export type Folder = { files: ContentFile[]; drawings: DrawingFile[]; ignored: string[]; problems: Problem[] };

const addresses: Record<FileKind, (slug: string) => string> = {
  publication: () => frontAddress(),
  front: () => frontAddress(),
  'must-read': () => mustReadAddress(),
  glossary: () => glossaryAddress(),
  theme: () => frontAddress(),
  authors: (slug) => authorAddress(slug),
  articles: (slug) => articleAddress(slug),
  pages: (slug) => ownPageAddress(slug),
  responses: (slug) => articleAddress(slug),
};

const kindsOfFolders: readonly FileKind[] = ['authors', 'articles', 'pages', 'responses'];

/** Files that people keep in a folder on purpose and that never are content. */
const expected = new Set([
  '.git',
  '.gitattributes',
  '.github',
  '.gitignore',
  '.gitkeep',
  '.vscode',
  'LICENSE',
  'README.md',
]);

/** A path as messages show it. */
export const shownPath = (path: string): string => (relative(process.cwd(), path) || '.').replaceAll('\\', '/');

/** What the folder holds, in the order of its paths. A folder that cannot be read is a problem A110. */
export function listed(root: string): Folder {
  const found: Folder = { files: [], drawings: [], ignored: [], problems: [] };
  for (const entry of entriesOf(root, found)) {
    const path = join(root, entry.name);
    const kind = kindsOfFolders.find((known) => known === entry.name);
    if (entry.name === 'publication.json') add(found, 'publication', '', path, entry);
    else if (entry.name === 'front.json') add(found, 'front', '', path, entry);
    else if (entry.name === 'must-read.json') add(found, 'must-read', '', path, entry);
    else if (entry.name === 'glossary.json') add(found, 'glossary', '', path, entry);
    else if (entry.name === 'theme.json') add(found, 'theme', '', path, entry);
    else if (entry.name === 'icon.svg') addDrawing(found, 'icon', path);
    else if (entry.name === 'nameplate.svg') addDrawing(found, 'nameplate', path);
    else if (kind && entry.isDirectory()) listKind(found, kind, path);
    else if (entry.name !== 'images') ignore(found, path, entry.name);
  }
  return found;
}

function listKind(found: Folder, kind: FileKind, folder: string): void {
  for (const entry of entriesOf(folder, found)) {
    const path = join(folder, entry.name);
    if (entry.name.endsWith('.json') && !entry.name.startsWith('.')) {
      add(found, kind, entry.name.slice(0, -'.json'.length), path, entry);
    } else if (kind === 'articles' && entry.isDirectory()) listKind(found, kind, path);
    else ignore(found, path, entry.name);
  }
}

function add(found: Folder, kind: FileKind, slug: string, path: string, entry: Dirent): void {
  const shown = shownPath(path);
  const fault = entry.isFile() ? undefined : notAFile(path);
  if (fault) found.problems.push(unreadable(shown, fault));
  else found.files.push({ kind, slug, path, shown, address: addresses[kind](slug) });
}

function addDrawing(found: Folder, kind: DrawingFile['kind'], path: string): void {
  found.drawings.push({ kind, path, shown: shownPath(path) });
}

function notAFile(path: string): string | undefined {
  try {
    const kind = statSync(path);
    if (kind.isFile()) return undefined;
    return kind.isDirectory() ? 'it is a folder' : 'it is not a regular file';
  } catch (error) {
    return reasonOf(error);
  }
}

function entriesOf(folder: string, found: Folder): Dirent[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    found.problems.push(unreadable(shownPath(folder), isMissing ? 'there is no such folder' : reasonOf(error)));
    return [];
  }
}

function ignore(found: Folder, path: string, name: string): void {
  if (!expected.has(name)) found.ignored.push(shownPath(path));
}

/** A110, which makes the exit code of a command 3. */
export const unreadable = (file: string, cause: string): Problem => ({
  file,
  line: 1,
  column: 1,
  code: 'A110',
  severity: 'error',
  message: `cannot be read: ${cause}.`,
});

const mostNamed = 10;

/** One warning for all names that are not read. */
export function ignoredNote(root: string, ignored: readonly string[]): Problem[] {
  if (ignored.length === 0) return [];
  const rest = ignored.length - mostNamed;
  const names = `${ignored.slice(0, mostNamed).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  const message = `not read, being no content: ${names}. Content files end in ".json" and stand in articles, authors, pages or responses.`;
  return [{ file: shownPath(root), line: 1, column: 1, code: 'W102', severity: 'warning', message }];
}
