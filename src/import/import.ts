/**
 * `npm run import`: other people's files become content, with a report on every item. It alone writes, and only when
 * everything is ready. Exit codes are in `../press/content/problems.ts`.
 */
import fs from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { exitCodes, reasonOf } from '../press/content/problems.ts';
import { reportLines } from './report/report-lines.ts';
import { reportData } from './report/report-data.ts';
import { Importer } from './importer.ts';
import { existingContent } from './folder/existing-content.ts';
import { type FinishResult, finish } from './finish.ts';
import { type ImportArguments, importCommand } from './arguments.ts';
import { inputFiles } from './read/input-files.ts';
import { ImportReport } from './report/report.ts';
import { readAll } from './read-all.ts';
import { Unpacking } from './read/zip.ts';
import { progressLine } from './report/progress-line.ts';
import { type Disk, DiskFault, Staging } from '../press/content/staging.ts';
import { tidiedUp } from '../press/tidy-up.ts';

/** Runs the command and answers its exit code. `disk` is what writes; tests put a full one in its place. */
export const main = (argv: string[], disk: Disk = fs): Promise<number> =>
  importCommand((args) => run(args, disk)).answer(argv);

async function run(args: ImportArguments, disk: Disk): Promise<number> {
  // An export may be larger than memory: what was read is cleared away before the heap is made larger.
  setFlagsFromString('--heap-growing-percent=30');
  let staging: Staging;
  try {
    staging = Staging.begin(args.data, disk);
  } catch (error) {
    process.stderr.write(`I402  the content folder cannot be prepared: ${reasonOf(error)}.\n`);
    return exitCodes.unreadable;
  }
  const unpacking = new Unpacking();
  const tidy = () => {
    staging.discard();
    unpacking.discard();
  };
  return tidiedUp(tidy, () => prepared(args, staging, unpacking));
}

async function prepared(args: ImportArguments, staging: Staging, unpacking: Unpacking): Promise<number> {
  const report = new ImportReport();
  let importer: Importer;
  try {
    importer = new Importer(existingContent(args.data), staging, report, args);
  } catch (error) {
    process.stderr.write(`I403  ${reasonOf(error)}. Put it right first: npm run check names its faults.\n`);
    return exitCodes.content;
  }
  const progress = progressLine(process.stderr);
  let ended: FinishResult;
  try {
    await readAll(inputFiles(args.paths), args.format, importer, unpacking, progress.show);
    progress.clear();
    ended = finish(importer, { ...args, now: new Date() });
  } catch (error) {
    progress.clear();
    if (!(error instanceof DiskFault)) throw error;
    process.stderr.write(
      `I402  the content folder is as it was; what was prepared could not be written: ${reasonOf(error)}.\n`,
    );
    return exitCodes.unreadable;
  }
  process.stdout.write(args.json ? reportData(report, ended, args) : reportLines(report, ended, args.dryRun));
  return exitCodeOf(report, ended);
}

function exitCodeOf(report: ImportReport, { stopped }: FinishResult): number {
  if (stopped?.code === 'I402') return exitCodes.unreadable;
  const nothing = report.sums().every(({ found }) => found === 0);
  return stopped || nothing || report.files.some(({ refused }) => refused) ? exitCodes.content : exitCodes.fine;
}
