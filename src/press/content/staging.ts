/**
 * The staging folder: the content folder as it will be, prepared in a folder on the same file system, and then moved
 * into its place by renames. Until then the content folder is not changed; whoever opens the folder next, to write or to
 * read it, rolls back a run that was killed.
 */
import fs, { existsSync, lstatSync, readdirSync, readFileSync, rmdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { randomBytes } from 'node:crypto';
import { reasonOf } from './problems.ts';
import { listed } from './read-folder.ts';

/** The functions that change files; tests replace them by a full disk. */
export type Disk = Pick<
  typeof fs,
  'accessSync' | 'copyFileSync' | 'linkSync' | 'mkdirSync' | 'renameSync' | 'rmSync' | 'writeFileSync'
>;

/** The disk refused to write. */
export class DiskFault extends Error {
  override readonly name = 'DiskFault';
}

/** What `write` answers; throws a `DiskFault` where the disk refuses. */
export function onDisk<Answer>(write: () => Answer): Answer {
  try {
    return write();
  } catch (error) {
    throw new DiskFault(reasonOf(error), { cause: error });
  }
}

/** What a rollback needs when a run ends between the first rename and the last. */
type Journal = { data: string; files: { path: string; before: boolean }[]; folders: string[] };

const journalName = 'undo.json';

export class Staging {
  /** The content folder. */
  readonly data: string;
  /** The content folder as it will be. */
  readonly whole: string;
  readonly #root: string;
  readonly #disk: Disk;
  /**
   * Paths below the folder with forward slashes: all in `whole`, those that existed before, and those that were put.
   */
  readonly #names = new Set<string>();
  readonly #before = new Map<string, string>();
  readonly #put = new Set<string>();
  readonly #removed = new Set<string>();

  private constructor(data: string, root: string, disk: Disk) {
    this.data = data;
    this.#root = root;
    this.whole = join(root, 'whole');
    this.#disk = disk;
  }

  /**
   * Cleans up after runs that were killed, and links the files of the content folder into `whole`. Throws what the disk
   * throws.
   */
  static begin(data: string, disk: Disk = fs): Staging {
    const parent = parentFor(data, disk);
    clearStale(parent, data, disk);
    const root = join(parent, `${prefixOf(data)}${process.pid}-${randomBytes(3).toString('hex')}`);
    const staging = new Staging(data, root, disk);
    try {
      disk.mkdirSync(staging.whole, { recursive: true });
      staging.#linkExisting();
    } catch (error) {
      staging.discard();
      throw error;
    }
    return staging;
  }

  #linkExisting(): void {
    if (!existsSync(this.data)) return;
    const pictures = filesBelow(join(this.data, 'images')).map((name) => `images/${name}`);
    const found = listed(this.data);
    const files = [...found.files, ...found.drawings].map(({ path }) => relative(this.data, path).split(sep).join('/'));
    for (const path of [...files, ...pictures]) {
      this.#names.add(path);
      this.#before.set(path, stampOf(join(this.data, path)));
      this.#restore(path);
    }
  }

  has(path: string): boolean {
    return this.#names.has(path);
  }

  /** Whether the file exists with these bytes. */
  holds(path: string, bytes: Buffer): boolean {
    return this.has(path) && readFileSync(join(this.whole, path)).equals(bytes);
  }

  /** Whether the content folder had the file when the run began. */
  hadBefore(path: string): boolean {
    return this.#before.has(path);
  }

  /** The file as it was before the run; undefined if there was none. */
  readBefore(path: string): string | undefined {
    return this.hadBefore(path) ? readFileSync(join(this.data, path), 'utf8') : undefined;
  }

  read(path: string): string {
    return readFileSync(join(this.whole, path), 'utf8');
  }

  put(path: string, content: string | Buffer): void {
    const target = join(this.whole, path);
    onDisk(() => {
      // The file may be a hard link to the one in the content folder: it is replaced, never written into.
      this.#disk.rmSync(target, { force: true });
      this.#disk.mkdirSync(dirname(target), { recursive: true });
      this.#disk.writeFileSync(target, content);
    });
    this.#names.add(path);
    this.#put.add(path);
    this.#removed.delete(path);
  }

  /** Takes away a file that the content folder had when the run began. */
  remove(path: string): void {
    onDisk(() => this.#disk.rmSync(join(this.whole, path), { force: true }));
    this.#names.delete(path);
    this.#put.delete(path);
    this.#removed.add(path);
  }

  /** Restores the file as it was before the run, or removes it if there was none. */
  revert(path: string): void {
    if (!this.#put.delete(path)) return;
    onDisk(() => {
      this.#disk.rmSync(join(this.whole, path), { force: true });
      if (this.hadBefore(path)) this.#restore(path);
      else this.#names.delete(path);
    });
  }

  #restore(path: string): void {
    const target = join(this.whole, path);
    this.#disk.mkdirSync(dirname(target), { recursive: true });
    linked(join(this.data, path), target, this.#disk);
  }

  /** The paths that were put or removed, sorted. */
  get changed(): string[] {
    return [...this.#put, ...this.#removed].sort();
  }

  /** A folder with nothing but this file, for a check of its own. */
  probe(path: string, bytes: Buffer): string {
    const folder = join(this.#root, 'probe');
    onDisk(() => {
      this.#disk.mkdirSync(dirname(join(folder, path)), { recursive: true });
      this.#disk.writeFileSync(join(folder, path), bytes);
    });
    return folder;
  }

  endProbe(): void {
    this.#disk.rmSync(join(this.#root, 'probe'), { recursive: true, force: true });
  }

  /** Moves every changed file into the content folder: all of them, or on failure none. */
  commit(): void {
    if (this.#isNew()) {
      this.#disk.mkdirSync(dirname(this.data), { recursive: true });
      this.#disk.renameSync(this.whole, this.data);
    } else this.#exchange();
    this.discard();
  }

  #isNew(): boolean {
    return !existsSync(this.data) || (!lstatSync(this.data).isSymbolicLink() && readdirSync(this.data).length === 0);
  }

  #exchange(): void {
    const paths = this.changed.sort((one, other) => rank(one) - rank(other));
    const journal: Journal = { data: this.data, files: [], folders: [] };
    for (const path of paths) {
      const target = join(this.data, path);
      const before = existsSync(target);
      const known = this.#before.get(path);
      if (before !== (known !== undefined) || (before && stampOf(target) !== known)) {
        throw new Error(`${path} was changed by somebody else meanwhile. Run the command again`);
      }
      if (before) {
        const kept = join(this.#root, 'before', path);
        this.#disk.mkdirSync(dirname(kept), { recursive: true });
        linked(target, kept, this.#disk);
      }
      journal.files.push({ path, before });
    }
    journal.folders = missingFolders(this.data, paths);
    this.#disk.writeFileSync(join(this.#root, journalName), JSON.stringify(journal), { flush: true });
    try {
      for (const path of paths) {
        const target = join(this.data, path);
        if (this.#removed.has(path)) this.#disk.rmSync(target);
        else {
          this.#disk.mkdirSync(dirname(target), { recursive: true });
          this.#disk.renameSync(join(this.whole, path), target);
        }
      }
    } catch (error) {
      rollBack(this.#root, this.#disk);
      throw error;
    }
    this.#disk.rmSync(join(this.#root, journalName), { force: true });
  }

  /** Removes the staging folder. */
  discard(): void {
    this.#disk.rmSync(this.#root, { recursive: true, force: true });
  }
}

/** Rolls back a run that was killed while it moved files. Nothing happens where one is at work. */
export function rollBackKilled(data: string, disk: Disk = fs): void {
  for (const parent of new Set([dirname(data), data])) {
    for (const root of stagingFolders(parent, data)) {
      if (!isRunning(ownerOf(root, data))) clear(root, disk);
    }
  }
}

/** Authors and pictures come before the articles that name them, letters after theirs, so that the folder is valid at every moment. */
function rank(path: string): number {
  const order = ['images/', 'authors/', 'publication.json', 'articles/', 'responses/', 'must-read.json'];
  return order.findIndex((beginning) => path.startsWith(beginning));
}

const prefixOf = (data: string): string => `.${basename(data)}.change-`;

/** The staging folders of all runs that were not ended. */
function stagingFolders(parent: string, data: string): string[] {
  if (!existsSync(parent)) return [];
  return readdirSync(parent)
    .filter((entry) => entry.startsWith(prefixOf(data)))
    .map((name) => join(parent, name));
}

/** The process that made it. */
const ownerOf = (root: string, data: string): number =>
  Number(/^\d+/.exec(basename(root).slice(prefixOf(data).length))?.[0]);

function clear(root: string, disk: Disk): void {
  if (existsSync(join(root, journalName))) rollBack(root, disk);
  disk.rmSync(root, { recursive: true, force: true });
}

/**
 * The folder for the staging folder: beside the content folder, or inside it where the place beside it is another file
 * system or cannot be written.
 */
function parentFor(data: string, disk: Disk): string {
  let parent = dirname(data);
  while (!existsSync(parent) && dirname(parent) !== parent) parent = dirname(parent);
  if (!existsSync(data)) return parent;
  try {
    disk.accessSync(parent, fs.constants.W_OK);
    return statSync(parent).dev === statSync(data).dev ? parent : data;
  } catch {
    return data;
  }
}

function clearStale(parent: string, data: string, disk: Disk): void {
  for (const root of stagingFolders(parent, data)) {
    const owner = ownerOf(root, data);
    if (owner !== process.pid && isRunning(owner)) {
      throw new Error(`another command (process ${owner}) is at work here. Wait for it, or delete ${root}`);
    }
    clear(root, disk);
  }
}

function isRunning(process_: number): boolean {
  try {
    return process_ > 0 && process.kill(process_, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Rolls back every rename that the journal names. */
function rollBack(root: string, disk: Disk): void {
  let journal: Journal;
  try {
    journal = JSON.parse(readFileSync(join(root, journalName), 'utf8')) as Journal;
  } catch {
    // The journal was still being written, so nothing had been renamed.
    return;
  }
  for (const { path, before } of journal.files.toReversed()) {
    const target = join(journal.data, path);
    if (before) linked(join(root, 'before', path), target, disk);
    else disk.rmSync(target, { force: true });
  }
  for (const folder of journal.folders.toReversed()) {
    try {
      rmdirSync(join(journal.data, folder));
    } catch {
      // The folder was never made, or somebody has put a file into it.
    }
  }
}

/** Makes a hard link, or a copy where the file system has no hard links. */
function linked(from: string, to: string, disk: Disk): void {
  disk.rmSync(to, { force: true });
  try {
    disk.linkSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw error;
    disk.copyFileSync(from, to);
  }
}

/** Size and time of change, to notice that an editor saves a file during the run. */
function stampOf(path: string): string {
  const { size, mtimeMs } = statSync(path);
  return `${size} ${mtimeMs}`;
}

function missingFolders(data: string, paths: readonly string[]): string[] {
  const folders = new Set<string>();
  for (const path of paths) {
    const parts = path.split('/').slice(0, -1);
    for (const [index] of parts.entries()) folders.add(parts.slice(0, index + 1).join('/'));
  }
  return [...folders].filter((folder) => !existsSync(join(data, folder))).sort();
}

function filesBelow(folder: string, prefix = ''): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    const name = `${prefix}${entry.name}`;
    if (entry.isDirectory()) return filesBelow(folder, `${name}/`);
    return entry.isFile() ? [name] : [];
  });
}
