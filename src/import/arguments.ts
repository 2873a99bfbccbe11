/** The command-line arguments of `npm run import`: what is to be done, or what is wrong with them. */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { dataFolder } from '../press/data-folder.ts';
import { quoted } from '../press/content/problems.ts';
import { nearest } from '../publication/nearest.ts';
import type { Format } from './format.ts';
import { formatNamed, formats } from './formats.ts';
import { pathFault } from './read/input-files.ts';
import { spelled } from './folder/slugs.ts';

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
  data: { type: 'string' },
  from: { type: 'string' },
  section: { type: 'string' },
  author: { type: 'string' },
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

/** What is to be done, `help`, or what is wrong. */
export function argumentsOf(argv: string[]): ImportArguments | { help: true } | { wrong: string } {
  const wrong = misuse(argv);
  if (wrong) return { wrong };
  const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
  if (values.help) return { help: true };
  const fault = valueFault(values) ?? pathsFault(positionals);
  if (fault) return { wrong: fault };
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

function misuse(argv: string[]): string | undefined {
  const { tokens } = parseArgs({ args: argv, options, strict: false, allowPositionals: true, tokens: true });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = Object.entries(options).find(([name]) => name === token.name)?.[1];
    if (!option) return unknown(token.name, token.rawName);
    const given =
      token.value !== undefined && token.value !== '' && (token.inlineValue || !token.value.startsWith('-'));
    if (option.type === 'string' && !given)
      return `The option --${token.name} needs ${needs[token.name] ?? 'a value'}.`;
    if (option.type === 'boolean' && token.value !== undefined) return `The option ${token.rawName} takes no value.`;
  }
  return undefined;
}

const needs: Readonly<Record<string, string>> = {
  data: 'a folder',
  from: 'a kind',
  section: 'a slug',
  author: 'a slug',
};

function unknown(name: string, written: string): string {
  if (/^(?:fetch|download)/.test(name)) {
    return `I202  ${written} is not supported: the desk fetches nothing. Remote pictures become links to them; put the files into the folder to have them copied.`;
  }
  const names = Object.keys(options);
  const near = names.find((known) => known.startsWith(name)) ?? nearest(name, names, 1)[0];
  return `There is no option ${written}.${near ? ` Did you mean --${near}?` : ''}`;
}

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
