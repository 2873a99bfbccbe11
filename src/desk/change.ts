/** A change of the content folder by one of the desk's commands: all of its files or none of them. */
import { Refusal } from '../press/command-line.ts';
import { relative } from 'node:path';
import { basePath } from '../press/data-folder.ts';
import { exitCodes, inForm, type Problem, reasonOf } from '../press/content/problems.ts';
import { shownPath } from '../press/content/read-folder.ts';
import { Staging } from '../press/content/staging.ts';
import { checkContent } from '../press/content/validate.ts';

/** Makes the change and answers the exit code; `said` is printed when it is made. What `make` refuses is told. */
export function changed(folder: string, make: (staging: Staging) => readonly string[]): number {
  let staging: Staging | undefined;
  const tidy = () => staging?.discard();
  const interrupted = () => process.exit(130);
  process.once('exit', tidy).once('SIGINT', interrupted).once('SIGTERM', interrupted).once('SIGHUP', interrupted);
  try {
    staging = Staging.begin(folder);
    const said = make(staging);
    if (staging.changed.length > 0) staging.commit();
    for (const line of said) process.stdout.write(`${line}\n`);
    return exitCodes.fine;
  } catch (error) {
    process.stderr.write(`error: ${reasonOf(error)}\nNothing was changed.\n`);
    return error instanceof Refusal ? error.code : exitCodes.unreadable;
  } finally {
    tidy();
    process.off('exit', tidy).off('SIGINT', interrupted).off('SIGTERM', interrupted).off('SIGHUP', interrupted);
  }
}

/** Refuses a change that brings errors. */
export function refuseErrors(staging: Staging): void {
  const added = errorsAdded(staging);
  if (added.length === 0) return;
  throw new Refusal(`The folder would have errors that it has not now:\n${added.map(inForm).join('\n')}`);
}

/** Errors of the folder as it will be that the folder as it is has not, by their files' names as they are. */
function errorsAdded({ data, whole }: Staging): Problem[] {
  const said = (problem: Problem) => `${problem.code} ${problem.message}`;
  const after = errorsIn(whole);
  if (after.length === 0) return [];
  const before = new Set(errorsIn(data).map(said));
  return after
    .filter((problem) => !before.has(said(problem)))
    .map((problem) => ({ ...problem, file: `${shownPath(data)}/${relative(shownPath(whole), problem.file)}` }));
}

function errorsIn(folder: string): Problem[] {
  const { problems } = checkContent(folder, { base: basePath(folder), now: new Date(), includeUnpublished: false });
  return problems.filter(({ severity }) => severity === 'error');
}
