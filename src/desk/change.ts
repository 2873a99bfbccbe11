/** A change of the content folder by one of the desk's commands: all of its files or none of them. */
import { relative } from 'node:path';
import { Refusal } from '../press/command-line.ts';
import { newProblems, problemsIn } from '../press/content/folder-problems.ts';
import { withoutMark } from '../press/content/json-text.ts';
import { exitCodes, inForm, reasonOf } from '../press/content/problems.ts';
import { shownPath } from '../press/content/read-folder.ts';
import { Staging } from '../press/content/staging.ts';
import { tidiedUp } from '../press/tidy-up.ts';

/** Makes the change and answers the exit code; what `make` answers is printed when it is made, what it refuses is told. */
export async function changed(folder: string, make: (staging: Staging) => readonly string[]): Promise<number> {
  try {
    const staging = Staging.begin(folder);
    const said = await tidiedUp(
      () => staging.discard(),
      () => {
        const lines = make(staging);
        if (staging.changed.length > 0) staging.commit();
        return lines;
      },
    );
    for (const line of said) process.stdout.write(`${line}\n`);
    return exitCodes.fine;
  } catch (error) {
    process.stderr.write(`error: ${reasonOf(error)}\nNothing was changed.\n`);
    return error instanceof Refusal ? error.code : exitCodes.unreadable;
  }
}

/** Refuses a change that brings errors, which are told by their files' names as they are. */
export function refuseErrors({ data, whole }: Staging): void {
  const now = new Date();
  const errors = problemsIn(whole, now).filter(({ severity }) => severity === 'error');
  const added = newProblems(errors, data, now);
  if (added.length === 0) return;
  const lines = added.map((problem) =>
    inForm({ ...problem, file: `${shownPath(data)}/${relative(shownPath(whole), problem.file)}` }),
  );
  throw new Refusal(`The folder would have errors that it has not now:\n${lines.join('\n')}`);
}

/** The text of a content file, and what it holds; refused, with the reason that it matters, where it is not JSON. */
export function jsonIn(staging: Staging, path: string, why = ''): { text: string; value: unknown } {
  const text = withoutMark(staging.read(path));
  try {
    return { text, value: JSON.parse(text) };
  } catch {
    throw new Refusal(`${path} is not JSON${why}. Put it right first: npm run check names its faults.`);
  }
}

/** Where the dev server shows an address, unless its port is taken. */
export const inDevServer = (address: string): string => `http://localhost:5173${address}`;
