/** The report as data, for programs. */
import type { FinishResult } from '../finish.ts';
import type { ImportReport } from './report.ts';

/**
 * `--json`: `files` (each with its kind, encoding, notes, and `refused` where reading stopped), `items` (each with the
 * file and line it came from, what it is, its name, its column, the file it became in `to`, and notes), `sum` by what
 * was found, `notes` of the whole run, `unlisted` (left out and only counted, since there were so many), `written`
 * (paths below the content folder), `dryRun`, and `stopped` where nothing was written for a reason.
 */
export function reportData(
  report: ImportReport,
  { written, stopped }: FinishResult,
  { data, dryRun }: { data: string; dryRun: boolean },
): string {
  const value = {
    data,
    dryRun,
    files: report.files,
    items: report.items,
    sum: report.sums(),
    unlisted: Object.fromEntries(report.unlisted),
    notes: report.notes,
    written: dryRun ? [] : written,
    ...(dryRun ? { wouldWrite: written } : {}),
    ...(stopped ? { stopped } : {}),
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
