/** `npm run bench`: what a build, a visit and a navigation cost, each beside its target; or what real hostile input does. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { corporaRows } from './corpora-rows.ts';
import { importCorpora, importRows, wordpressMemoryRows } from './import/import-rows.ts';
import { corporaFaults, hasPayloads } from './payloads.ts';
import { pictureRows } from './picture-rows.ts';
import { naughtyRows } from './naughty-rows.ts';
import { relevanceRows } from './relevance-rows.ts';
import { searchRows } from './search-rows.ts';
import { siteRows } from './site-rows.ts';
import { dataOf, isMet, type Row, tableOf } from './table.ts';
import { variantRows } from './variants.ts';
import { parsedArguments } from '../../src/press/command-line.ts';
import { exitCodes } from '../../src/press/content/problems.ts';

const usage = `usage: npm run bench -- [--sizes 1000,10000] [--pairs 15] [--quick] [--variants] [--corpora FOLDER] [--json]

  --sizes LIST      how many articles the archives have; pages are visited in the first
  --pairs N         how often each page is visited, ours and the plain one in turn
  --search LIST     instead: only what search costs in archives of these sizes, such as 1000,10000,100000
  --variants        instead: one article without one of its parts after another, beside the plain pages
  --pictures N      instead: what so many pictures cost a build, the first time and the next
  --quick           1,000 articles and 3 pairs
  --corpora FOLDER  instead: hostile and difficult texts (xss/, commonmark/), compiled, rendered and opened;
                    known articles (md-18f/, md-rtl-i18n/, feeds/, unicode/), searched for;
                    real files to import (html-…, md-…, feeds/, wxr/ …), scored, checked, built and opened;
                    the command answers 1 when a target is missed
  --wxr MB          instead: the memory that importing an export of WordPress of that size takes, such as 1024
  --json            the same as data`;

const options = {
  sizes: { type: 'string', needs: 'a list of numbers' },
  pairs: { type: 'string', needs: 'a number' },
  search: { type: 'string', needs: 'a list of numbers' },
  variants: { type: 'boolean' },
  pictures: { type: 'string', needs: 'a number' },
  quick: { type: 'boolean' },
  corpora: { type: 'string', needs: 'a folder' },
  wxr: { type: 'string', needs: 'a number of megabytes' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Runs the command and answers its exit code. A missed time is a row of the table, not a fault of the command. */
export async function main(argv: string[]): Promise<number> {
  const args = argumentsOf(argv);
  if (typeof args === 'string') {
    const asked = args === usage;
    (asked ? process.stdout : process.stderr).write(asked ? `${usage}\n` : `${args}\n\n${usage}\n`);
    return asked ? exitCodes.fine : exitCodes.usage;
  }
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-bench-'));
  const tidy = () => rmSync(folder, { recursive: true, force: true });
  const interrupted = () => process.exit(130);
  process.once('exit', tidy).once('SIGINT', interrupted).once('SIGTERM', interrupted);
  const log = (line: string) => process.stderr.write(`${line}\n`);
  try {
    const { corpora, search, variants, pairs, pictures, wxr, json } = args;
    const rows: Row[] = [];
    if (wxr !== undefined) rows.push(...(await wordpressMemoryRows({ megabytes: wxr, folder, log })));
    else if (pictures !== undefined) rows.push(...(await pictureRows(pictures, folder, log)));
    else if (variants) rows.push(...(await variantRows(pairs, folder, log)));
    else if (search) rows.push(...(await searchRows(search, folder, log)));
    else if (corpora === undefined) rows.push(...(await siteRows({ ...args, folder, log })));
    else {
      if (hasPayloads(corpora)) rows.push(...(await corporaRows({ corpora, folder, log })));
      rows.push(...(await naughtyRows(corpora)), ...(await relevanceRows(corpora, log)));
      rows.push(...(await importRows({ corpora, folder, log })));
    }
    process.stdout.write(json ? dataOf(rows) : `${machine()}\n\n${tableOf(rows)}`);
    return corpora && rows.some((row) => isMet(row) === false) ? exitCodes.content : exitCodes.fine;
  } finally {
    tidy();
    process.off('exit', tidy).off('SIGINT', interrupted).off('SIGTERM', interrupted);
  }
}

/** Times depend on it; a load above the number of cores means that others were at work too. */
function machine(): string {
  const load = loadavg()[0]?.toFixed(1) ?? '';
  return `${availableParallelism()} cores, Node ${process.versions.node}, load average ${load} at the end.`;
}

type BenchArguments = {
  sizes: number[];
  search?: number[];
  pairs: number;
  corpora?: string;
  pictures?: number;
  wxr?: number;
  variants?: boolean;
  json: boolean;
};

/** What is to be done, or what is wrong with the arguments. */
export function argumentsOf(argv: string[]): BenchArguments | string {
  const parsed = parsedArguments(argv, options, (argument) => `"${argument}" is not expected.`);
  if ('wrong' in parsed) return parsed.wrong;
  const { values } = parsed;
  if (values.help) return usage;
  const numbersOf = (list: string) => list.split(',').map(Number);
  const sizes = numbersOf(values.sizes ?? (values.quick ? '1000' : '1000,10000'));
  const search = values.search === undefined ? undefined : numbersOf(values.search);
  const pairs = Number(values.pairs ?? (values.quick ? 3 : 15));
  if (![...sizes, ...(search ?? [])].every((size) => Number.isInteger(size) && size >= 10)) {
    return '--sizes and --search need whole numbers from 10 up with commas between, such as 1000,10000.';
  }
  if (!Number.isInteger(pairs) || pairs < 1) return '--pairs needs a whole number from 1 up.';
  const corpora = values.corpora === undefined ? undefined : resolve(values.corpora);
  if (corpora !== undefined && !existsSync(corpora)) return `--corpora: there is no folder ${corpora}.`;
  const fault = corpora !== undefined && importCorpora(corpora).length === 0 && corporaFaults(corpora);
  if (fault) return fault;
  const wxr = values.wxr === undefined ? undefined : Number(values.wxr);
  if (wxr !== undefined && !(wxr >= 1)) return '--wxr needs a number of megabytes, such as 1024.';
  const pictures = values.pictures === undefined ? undefined : Number(values.pictures);
  if (pictures !== undefined && !(Number.isInteger(pictures) && pictures >= 1)) {
    return '--pictures needs a whole number from 1 up, such as 1000.';
  }
  return {
    sizes,
    ...(search && { search }),
    pairs,
    ...(corpora === undefined ? {} : { corpora }),
    ...(pictures === undefined ? {} : { pictures }),
    ...(wxr === undefined ? {} : { wxr }),
    ...(values.variants && { variants: true }),
    json: values.json ?? false,
  };
}
