/** `npm run check`: every problem of every content file in one run. Exit codes are in `problems.ts`. */
import { Option } from 'commander';
import { dataOption, npmCommand } from '../press/command-line.ts';
import { basePath, openDataFolder } from '../press/data-folder.ts';
import { exitCodeOf, exitCodes, inForm, mostShown, type Problem, summary } from '../press/content/problems.ts';
import { surveyOf } from '../press/pictures/survey-of.ts';
import { checkContent } from '../press/content/validate.ts';
import { fix } from './fix.ts';

type Options = { data?: string; fix?: true; json?: true; strict?: true };

export const checkCommand = () =>
  npmCommand('check', 'Names every problem of the content.')
    .addOption(dataOption())
    .addOption(new Option('--fix', 'mend first what has one right way to be mended').conflicts('json'))
    .option('--json', 'the same as data')
    .option('--strict', 'warnings count as errors')
    .acts(check);

/** Runs the command and answers its exit code. */
export const main = (argv: string[]): Promise<number> => checkCommand().answer(argv);

async function check({ data, fix: mends, json, strict }: Options): Promise<number> {
  const folder = openDataFolder(data);
  const failed = mends ? await fix(folder) : exitCodes.fine;
  if (failed) return failed;
  const reading = checkContent(folder, {
    base: basePath(folder),
    now: new Date(),
    includeUnpublished: false,
    survey: await surveyOf(process.cwd(), folder),
  });
  const problems = strict ? reading.problems.map(asError) : reading.problems;
  process.stdout.write(json ? asData(reading.files, problems) : asLines(reading.files, problems));
  return exitCodeOf(problems);
}

const asError = (problem: Problem): Problem => ({ ...problem, severity: 'error' });

function asLines(files: number, problems: readonly Problem[]): string {
  const lines = problems.slice(0, mostShown).map(inForm);
  if (problems.length > mostShown) lines.push(`… and ${problems.length - mostShown} more`);
  return `${[...lines, summary(files, problems)].join('\n')}\n`;
}

function asData(files: number, problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const told = problems.map(({ file, line, column, code, severity, message }) => ({
    file,
    line,
    column,
    code,
    severity,
    message,
  }));
  return `${JSON.stringify({ files, errors, warnings: problems.length - errors, problems: told }, undefined, 2)}\n`;
}
