/** The command-line arguments of `npm run import`: what is to be done, or what is wrong with them. */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { dataFolder } from '../press/data-folder.ts';
import { parsedArguments } from '../press/command-line.ts';
import { quoted } from '../press/content/problems.ts';
import { nearest } from '../publication/nearest.ts';
import type { Format } from './format.ts';
import { formatNamed, formats } from './formats.ts';
import { pathFault } from './read/input-files.ts';
import { spelled } from '../press/content/slugs.ts';

export const usage = `usage: npm run import -- [options] FILE-OR-FOLDER…

  --data FOLDER   the content; else what BROADSHEET_DATA names, else src/data; made where there is none
  --from KIND     read every file as this kind; else it is told from its bytes:
                  ${formats.map(({ name }) => name).join(', ')}
  --section SLUG  for articles whose file names no section
  --author SLUG   for articles whose file names no author
  --dry-run       say what would be done, and write nothing
  --overwrite     replace articles that are here already and differ
  --skip          keep articles that are here already and differ
  --strict        write nothing if anything has to be changed or cannot be read
  --json          the account as data

Nothing is ever fetched from the network. Answers 0; 1 if a file was refused, nothing was found, or nothing may be
written; 2 for a mistake in these words; 3 if the content folder cannot be written.`;

const options = {
  data: { type: 'string', needs: 'a folder' },
  from: { type: 'string', needs: 'a kind' },
  section: { type: 'string', needs: 'a slug' },
  author: { type: 'string', needs: 'a slug' },
  'dry-run': { type: 'boolean' },
  overwrite: { type: 'boolean' },
  skip: { type: 'boolean' },
  strict: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

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

/** The parsed arguments, `help`, or what is wrong with them. */
export function argumentsOf(argv: string[]): ImportArguments | { help: true } | { wrong: string } {
  const fetching = argv.find((argument) => /^--(?:fetch|download)/.test(argument))?.split('=', 1)[0];
  if (fetching !== undefined) return { wrong: fetchingFault(fetching) };
  const parsed = parsedArguments(argv, options);
  if ('wrong' in parsed) return parsed;
  const { values, positionals } = parsed;
  if (values.help) return { help: true };
  const wrong = valueFault(values) ?? pathsFault(positionals);
  if (wrong) return { wrong };
  return {
    data: values.data === undefined ? dataFolder(process.cwd()) : resolve(values.data),
    format: values.from === undefined ? undefined : formatNamed(values.from),
    section: values.section,
    author: values.author,
    dryRun: values['dry-run'] ?? false,
    existing: values.overwrite ? 'overwrite' : values.skip ? 'skip' : undefined,
    strict: values.strict ?? false,
    json: values.json ?? false,
    paths: positionals,
  };
}

const fetchingFault = (option: string): string =>
  `I202  ${option} is not supported: the importer fetches nothing. Remote pictures become links to them; put the files into the folder to have them copied.`;

type Values = { data?: string; from?: string; section?: string; author?: string; overwrite?: boolean; skip?: boolean };

function valueFault({ data, from, section, author, overwrite, skip }: Values): string | undefined {
  if (overwrite && skip) return '--overwrite and --skip cannot both be meant. Keep one of them.';
  if (data !== undefined && existsSync(data) && !statSync(data).isDirectory())
    return `--data: ${quoted(data)} is no folder.`;
  if (from !== undefined && !formatNamed(from)) {
    const names = formats.map(({ name }) => name);
    const [near] = nearest(from, names, 1);
    return `There is no kind ${quoted(from)}.${near ? ` Did you mean ${near}?` : ''} Kinds: ${names.join(', ')}.`;
  }
  for (const [name, slug] of [
    ['section', section],
    ['author', author],
  ] as const) {
    if (slug === undefined || /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)) continue;
    const likely = spelled(slug);
    return `--${name} needs a slug of a-z, 0-9 and single hyphens: got ${quoted(slug)}.${likely ? ` Write ${likely}.` : ''}`;
  }
  return undefined;
}

const pathsFault = (paths: readonly string[]): string | undefined =>
  paths.length === 0 ? 'Nothing is named to import. Write the files or folders.' : pathFault(paths);
