/** `npm run check`: every problem of every content file in one run. Exit codes are in `problems.ts`. */
import { resolve } from 'node:path';
import { parsedArguments } from './command-line.ts';
import { basePath, dataFolder } from './data-folder.ts';
import { exitCodeOf, exitCodes, inForm, mostShown, type Problem, summary } from './content/problems.ts';
import { surveyOf } from './pictures/survey-of.ts';
import { checkContent } from './content/validate.ts';

const usage = `usage: npm run check -- [--data FOLDER] [--json] [--strict]

  --data FOLDER  the content; else what BROADSHEET_DATA names, else src/data
  --json         the same as data
  --strict       warnings count as errors`;

const options = {
  data: { type: 'string', needs: 'a folder' },
  json: { type: 'boolean' },
  strict: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Runs the command and answers its exit code. */
export async function main(argv: string[]): Promise<number> {
  const parsed = parsedArguments(
    argv,
    options,
    (folder) => `"${folder}" is not expected. For a folder, write --data ${folder}.`,
  );
  if ('wrong' in parsed) {
    process.stderr.write(`${parsed.wrong}\n\n${usage}\n`);
    return exitCodes.usage;
  }
  const { values } = parsed;
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return exitCodes.fine;
  }
  const folder = values.data === undefined ? dataFolder(process.cwd()) : resolve(values.data);
  const reading = checkContent(folder, {
    base: basePath(folder),
    now: new Date(),
    includeUnpublished: false,
    survey: await surveyOf(process.cwd(), folder),
  });
  const problems = values.strict ? reading.problems.map(asError) : reading.problems;
  process.stdout.write(values.json ? asData(reading.files, problems) : asLines(reading.files, problems));
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
