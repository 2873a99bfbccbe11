/** The words of `npm run import`: what is to be done. */
import { InvalidArgumentError, Option } from 'commander';
import { dataFolder } from '../press/data-folder.ts';
import { dataOption, npmCommand, type NpmCommand, slugTyped, typedPath } from '../press/command-line.ts';
import { nearest } from '../publication/nearest.ts';
import type { Format } from './format.ts';
import { formatNamed, formats } from './formats.ts';
import { pathFault } from './read/input-files.ts';

export type ImportArguments = {
  data: string;
  format: Format | undefined;
  section: string | undefined;
  author: string | undefined;
  dryRun: boolean;
  existing: 'overwrite' | 'skip' | undefined;
  strict: boolean;
  json: boolean;
  paths: string[];
};

type Options = {
  data?: string;
  from?: Format;
  section?: string;
  author?: string;
  dryRun?: true;
  overwrite?: true;
  skip?: true;
  strict?: true;
  json?: true;
};

const names = formats.map(({ name }) => name).join(', ');

export const importCommand = (run: (args: ImportArguments) => Promise<number>): NpmCommand =>
  npmCommand('import', "Makes content of other people's files. Nothing is ever fetched from the network.")
    .argument('<file-or-folder...>', 'what is to be read', pathTyped)
    .addOption(dataOption())
    .option('--from <kind>', `read every file as this kind; else it is told from its bytes: ${names}`, kindTyped)
    .option('--section <slug>', 'for articles whose file names no section', slugTyped)
    .option('--author <slug>', 'for articles whose file names no author', slugTyped)
    .option('--dry-run', 'say what would be done, and write nothing')
    .option('--overwrite', 'replace articles that are here already and differ')
    .addOption(new Option('--skip', 'keep articles that are here already and differ').conflicts('overwrite'))
    .option('--strict', 'write nothing if anything has to be changed or cannot be read')
    .option('--json', 'the account as data')
    .addHelpText(
      'after',
      `
Answers 0; 1 if a file was refused, nothing was found, or nothing may be written; 2 for a mistake in these words; 3 if
the content folder cannot be written.`,
    )
    .acts((options: Options, paths: string[]) =>
      run({
        data: options.data ?? dataFolder(process.cwd()),
        format: options.from,
        section: options.section,
        author: options.author,
        dryRun: options.dryRun ?? false,
        existing: options.overwrite ? 'overwrite' : options.skip ? 'skip' : undefined,
        strict: options.strict ?? false,
        json: options.json ?? false,
        paths,
      }),
    );

function pathTyped(written: string, before: string[] = []): string[] {
  const path = typedPath(written);
  const fault = pathFault(path, written);
  if (fault) throw new InvalidArgumentError(fault);
  return [...before, path];
}

function kindTyped(written: string): Format {
  const format = formatNamed(written);
  if (format) return format;
  const [near] = nearest(
    written,
    formats.map(({ name }) => name),
    1,
  );
  throw new InvalidArgumentError(`${near ? `Did you mean ${near}? ` : ''}Kinds: ${names}.`);
}
