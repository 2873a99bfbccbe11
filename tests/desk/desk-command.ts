/** The desk's commands in this process, and a folder of content as a whole. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer, printedBy } from '../printed.ts';

/** The exit code of a command, and what it printed. */
export const answerOf = (main: (argv: string[]) => Promise<number>, ...args: string[]): Promise<Answer> =>
  printedBy(() => main(args));

/** Every file of a folder and what is in it, by path; none where there is no folder. */
export function filesIn(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}
