/** Names of entries of a ZIP: which path they mean below the folder they are unpacked into, or why they mean none. */
import { isUtf8 } from 'node:buffer';
import { type Entry, getFileNameLowLevel } from 'yauzl';

/** As deep as folders are read (`input-files.ts`). */
const mostFolders = 32;
/** What every file system can hold as one name. */
const longestPart = 255;
/** Below the 1024 bytes that macOS allows a path, with room for the folder before it. */
const longestName = 800;

/** The flag that says: the name is UTF-8. */
const namedInUtf8 = 0x800;

/** The name as it was written. What is UTF-8 is read as it, since many programs write it without saying so. */
export function nameOf({ generalPurposeBitFlag: flags, fileNameRaw, extraFields }: Entry): string {
  return getFileNameLowLevel(isUtf8(fileNameRaw) ? flags | namedInUtf8 : flags, fileNameRaw, extraFields, true);
}

/** Whether the entry is a folder, which needs no file. */
export const isFolder = (entry: Entry): boolean => nameOf(entry).endsWith('/') || modeOf(entry) === folderMode;

const [folderMode, fileMode, linkMode] = [0o040000, 0o100000, 0o120000];

/** The kind of file in the upper half of the attributes, as Unix writes it; 0 where nothing is said. */
const modeOf = ({ externalFileAttributes }: Entry): number => (externalFileAttributes >>> 16) & 0o170000;

/** Parts of the path below the folder; "." and doubled slashes are left out. */
export const partsOf = (name: string): string[] => name.split('/').filter((part) => part !== '' && part !== '.');

/** Names that programs leave in a ZIP for themselves: those with a dot before them, and what macOS puts beside files. */
export const isHidden = (name: string): boolean =>
  partsOf(name).some((part) => part === '__MACOSX' || (part.startsWith('.') && part !== '..'));

/** Why an entry is not unpacked, as far as its head tells; undefined where it may be. */
export function entryFault(entry: Entry): string | undefined {
  const mode = modeOf(entry);
  if (mode === linkMode) return 'is a link, and links are not followed. Pack the file itself';
  if (mode !== 0 && mode !== fileMode) return 'is no file, but a device or the like';
  if (entry.isEncrypted()) return 'is encrypted: unpack it with its password first, and give the folder';
  if (!entry.canDecodeFileData())
    return `is packed in a way that is not known (method ${entry.compressionMethod}): pack it again as usual`;
  return nameFault(nameOf(entry));
}

function nameFault(name: string): string | undefined {
  const parts = partsOf(name);
  if (/\p{Cc}/u.test(name)) return 'has control characters in its name';
  if (/^(?:\/|[a-z]:)/i.test(name)) return 'has an absolute path: only what is below the ZIP is unpacked';
  if (name.includes('\\')) return 'has a backslash in its name: pack it again with "/" between folders';
  if (parts.includes('..')) return 'has a name that leads out of the folder';
  if (parts.length === 0) return 'has no name';
  if (parts.length - 1 > mostFolders) return `stands in more than ${mostFolders} folders`;
  if (Buffer.byteLength(name) > longestName) return `has a name of more than ${longestName} bytes`;
  if (parts.some((part) => Buffer.byteLength(part) > longestPart))
    return `has a name of more than ${longestPart} bytes between two "/"`;
  return undefined;
}

/**
 * Paths that are taken in one archive. Two names that differ only in case, or in how an accent is written, would be one
 * file on some disks.
 */
export class TakenNames {
  readonly #files = new Map<string, string>();
  readonly #folders = new Set<string>();

  /** Takes the path; answers why it cannot be had. */
  take(name: string): string | undefined {
    const parts = partsOf(name.normalize('NFC').toLowerCase());
    const paths = parts.map((_part, index) => parts.slice(0, index + 1).join('/'));
    const path = paths.pop()!;
    const first = this.#files.get(path);
    if (first !== undefined) return first === name ? 'is there twice: the first is read' : `is "${first}" once more`;
    if (this.#folders.has(path)) return 'is a folder and a file at once: the folder is read';
    const file = paths.find((folder) => this.#files.has(folder));
    if (file !== undefined) return `stands in "${this.#files.get(file)}", which is a file`;
    this.#files.set(path, name);
    for (const folder of paths) this.#folders.add(folder);
    return undefined;
  }
}
