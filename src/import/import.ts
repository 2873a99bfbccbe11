/**
 * `npm run import`: other people's files become content, with an account of every item. It alone writes, and only when
 * everything is ready. Exit codes are in `../press/content/problems.ts`.
 */
import fs from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { exitCodes, reasonOf } from '../press/content/problems.ts';
import { accountLines } from './report/account-lines.ts';
import { accountOf } from './report/account-data.ts';
import { Importer } from './importer.ts';
import { existingContent } from './folder/existing-content.ts';
import { type Finish, finish } from './finish.ts';
import { type ImportArguments, argumentsOf, usage } from './arguments.ts';
import { inputFiles } from './read/input-files.ts';
import { Ledger } from './report/ledger.ts';
import { readAll } from './read-all.ts';
import { progressLine } from './report/progress-line.ts';
import { type Disk, DiskFault, Staging } from './folder/staging.ts';

/** Runs the command and answers its exit code. `disk` is what writes; tests put a full one in its place. */
export async function main(words: string[], disk: Disk = fs): Promise<number> {
  const order = argumentsOf(words);
  if ('wrong' in order) {
    const message = /^I\d/.test(order.wrong) ? order.wrong : `I001  ${order.wrong}`;
    process.stderr.write(`${message}\n\n${usage}\n`);
    return exitCodes.usage;
  }
  if ('help' in order) {
    process.stdout.write(`${usage}\n`);
    return exitCodes.fine;
  }
  return run(order, disk);
}

async function run(order: ImportArguments, disk: Disk): Promise<number> {
  // An export may be larger than memory: what was read is cleared away before the heap is made larger.
  setFlagsFromString('--heap-growing-percent=30');
  let staging: Staging;
  try {
    staging = Staging.begin(order.data, disk);
  } catch (error) {
    process.stderr.write(`I402  the content folder cannot be prepared: ${reasonOf(error)}.\n`);
    return exitCodes.unreadable;
  }
  const tidy = () => staging.discard();
  const interrupted = () => process.exit(130);
  process.once('exit', tidy).once('SIGINT', interrupted).once('SIGTERM', interrupted).once('SIGHUP', interrupted);
  try {
    return await prepared(order, staging);
  } finally {
    tidy();
    process.off('exit', tidy).off('SIGINT', interrupted).off('SIGTERM', interrupted).off('SIGHUP', interrupted);
  }
}

async function prepared(order: ImportArguments, staging: Staging): Promise<number> {
  const ledger = new Ledger();
  let importer: Importer;
  try {
    importer = new Importer(existingContent(order.data), staging, ledger, order);
  } catch (error) {
    process.stderr.write(`I403  ${reasonOf(error)}. Put it right first: npm run check names its faults.\n`);
    return exitCodes.content;
  }
  const progress = progressLine(process.stderr);
  let ended: Finish;
  try {
    await readAll(inputFiles(order.paths), order.format, importer, progress.show);
    progress.clear();
    ended = finish(importer, { ...order, now: new Date() });
  } catch (error) {
    progress.clear();
    if (!(error instanceof DiskFault)) throw error;
    process.stderr.write(
      `I402  the content folder is as it was; what was prepared could not be written: ${reasonOf(error)}.\n`,
    );
    return exitCodes.unreadable;
  }
  process.stdout.write(order.json ? accountOf(ledger, ended, order) : accountLines(ledger, ended, order.dryRun));
  return exitCodeOf(ledger, ended);
}

function exitCodeOf(ledger: Ledger, { stopped }: Finish): number {
  if (stopped?.code === 'I402') return exitCodes.unreadable;
  const nothing = ledger.sums().every(({ found }) => found === 0);
  return stopped || nothing || ledger.files.some(({ refused }) => refused) ? exitCodes.content : exitCodes.fine;
}
