/** Folders for a test, gone after it; and the command as it is started from a shell. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import { main } from '../../src/import/import.ts';
import type { ReportedItem, FileReport, Sum } from '../../src/import/report/report.ts';
import type { Disk } from '../../src/press/content/staging.ts';
import { type Answer, printedBy } from '../printed.ts';

const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-import-'));
  made.push(folder);
  return folder;
}

/** A folder with these files, by path. */
export function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = emptyFolder();
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return folder;
}

/** Every file below a folder with its bytes, for comparing a folder with what it was. */
export function bytesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path, readFileSync(path).toString('base64')]),
  );
}

/** The report as `--json` writes it. */
export type ReportData = {
  dryRun: boolean;
  files: FileReport[];
  items: ReportedItem[];
  sum: Sum[];
  notes: { code: string; message: string }[];
  written: string[];
  wouldWrite?: string[];
  stopped?: { code: string; message: string; files: string[] };
};

/** The command in this process, with what it printed. */
export const answerOf = (args: string[], disk?: Disk): Promise<Answer> => printedBy(() => main(args, disk));

/** The command's report and exit code, with `--json` added to its arguments. */
export async function reportOf(...args: string[]): Promise<ReportData & { code: number }> {
  const { code, out, err } = await answerOf([...args, '--json']);
  if (out === '') throw new Error(err);
  return { code, ...(JSON.parse(out) as ReportData) };
}

/** Codes of everything told of the items of a report. */
export const codesOf = ({ items }: ReportData): string[] => items.flatMap(({ notes }) => notes.map(({ code }) => code));

/** A content file that an import wrote. */
export const contentOf = (data: string, path: string): Record<string, never> =>
  JSON.parse(readFileSync(join(data, path), 'utf8')) as Record<string, never>;

/** `npm run import`, as a process of its own. */
export const runImport = (args: string[], env: Record<string, string> = {}): Promise<Answer> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['src/press/run.mjs', 'src/import/import.ts', ...args],
      { env: { ...process.env, ...env }, maxBuffer: 100_000_000 },
      (_error, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
