/** `node src/press/run.mjs tests/bench/import/score.ts CORPORA [FOLDER …]`: the rows of the importer alone, with all misses. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableOf } from '../table.ts';
import { exitCodes } from '../../../src/press/content/problems.ts';
import { scoredRows } from './import-rows.ts';

/** Prints the table of the folders that are named, or of all. */
export async function main([corpora, ...only]: string[]): Promise<number> {
  if (corpora === undefined) return exitCodes.usage;
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-score-'));
  try {
    const log = (line: string) => process.stderr.write(`${line}\n`);
    const { rows } = await scoredRows({ corpora, folder, log }, only.length > 0 ? only : undefined);
    process.stdout.write(tableOf(rows));
    return exitCodes.fine;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
