/** `npm run bench`: what a build, a visit and a navigation cost, each beside its target; or what real hostile input does. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvalidArgumentError } from 'commander';
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
import { folderTyped, npmCommand, type NpmCommand, wholeNumber } from '../../src/press/command-line.ts';
import { exitCodes } from '../../src/press/content/problems.ts';
import { tidiedUp } from '../../src/press/tidy-up.ts';

/** Runs the command and answers its exit code. A missed time is a row of the table, not a fault of the command. */
export const main = (argv: string[]): Promise<number> => benchCommand(bench).answer(argv);

async function bench(args: BenchArguments): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-bench-'));
  const log = (line: string) => process.stderr.write(`${line}\n`);
  return tidiedUp(
    () => rmSync(folder, { recursive: true, force: true }),
    async () => {
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
    },
  );
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

type Options = Omit<BenchArguments, 'sizes' | 'pairs' | 'json'> & {
  sizes?: number[];
  pairs?: number;
  quick?: true;
  json?: true;
};

export const benchCommand = (run: (args: BenchArguments) => Promise<number>): NpmCommand =>
  npmCommand('bench', 'Measures sizes, times as ratios, and builds at 1,000 and 10,000 articles.')
    .option('--sizes <list>', 'how many articles the archives have; pages are visited in the first', sizesTyped)
    .option('--pairs <number>', 'how often each page is visited, ours and the plain one in turn', wholeNumber(1, 15))
    .option('--quick', '1,000 articles and 3 pairs')
    .option('--search <list>', 'instead: only what search costs in archives of these sizes', sizesTyped)
    .option('--variants', 'instead: one article without one of its parts after another, beside the plain pages')
    .option(
      '--pictures <number>',
      'instead: what so many pictures cost a build, the first time and the next',
      wholeNumber(1, 1000),
    )
    .option(
      '--corpora <folder>',
      'instead: hostile and difficult texts (xss/, commonmark/), compiled, rendered and opened; known articles ' +
        '(md-18f/, md-rtl-i18n/, feeds/, unicode/), searched for; real files to import (html-…, md-…, feeds/, wxr/ …), ' +
        'scored, checked, built and opened; the command answers 1 when a target is missed',
      corporaTyped,
    )
    .option(
      '--wxr <megabytes>',
      'instead: the memory that importing an export of WordPress of that size takes',
      wholeNumber(1, 1024),
    )
    .option('--json', 'the same as data')
    .acts(({ quick, ...options }: Options) =>
      run({
        ...options,
        sizes: options.sizes ?? (quick ? [1000] : [1000, 10000]),
        pairs: options.pairs ?? (quick ? 3 : 15),
        json: options.json ?? false,
      }),
    );

function sizesTyped(written: string): number[] {
  const sizes = written.split(',').map(Number);
  if (sizes.every((size) => Number.isInteger(size) && size >= 10)) return sizes;
  throw new InvalidArgumentError('Write whole numbers from 10 up with commas between, such as 1000,10000.');
}

function corporaTyped(written: string): string {
  const folder = folderTyped(written);
  const fault = existsSync(folder)
    ? importCorpora(folder).length === 0 && corporaFaults(folder)
    : `There is no folder ${folder}.`;
  if (fault) throw new InvalidArgumentError(fault);
  return folder;
}
