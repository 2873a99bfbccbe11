/** What search costs in archives of several sizes: making the index, and a first query with nothing read before. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Directory } from '../../src/publication/search/index-files.ts';
import { measuredRun } from './building.ts';
import { firstQuery } from './first-query.ts';
import { textOf, wordOfRank } from './search-archive.ts';
import { median, type Row } from './table.ts';

const run = ['src/press/run.mjs', 'tests/bench/index-run.ts'];

/** Of a word that a tenth of the articles have, of two words, of the beginning of one. */
const queries = [
  ['one word', [`${wordOfRank(700)} `, `${wordOfRank(2500)} `, `${wordOfRank(9000)} `]],
  ['two words', [`${wordOfRank(700)} ${wordOfRank(900)} `, `${wordOfRank(2500)} ${wordOfRank(4000)} `]],
  ['a headline', [textOf(3).headline, textOf(7).headline, textOf(8).headline]],
  ['a word as it is typed', [wordOfRank(2500), wordOfRank(700).slice(0, 4)]],
] as const;

export async function searchRows(
  sizes: readonly number[],
  folder: string,
  log: (line: string) => void,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of sizes) {
    log(`search index: ${size} articles`);
    rows.push(...(await rowsOf(size, join(folder, `search-${size}`))));
  }
  return rows;
}

async function rowsOf(size: number, site: string): Promise<Row[]> {
  const group = `Search in ${size.toLocaleString('en')} articles`;
  const texts = await measuredRun([...run, String(size)]);
  const whole = await measuredRun([...run, String(size), site]);
  const directory = JSON.parse(readFileSync(join(site, 'directory.json'), 'utf8')) as Directory;
  const rows: Row[] = [
    {
      group,
      what: 'index made',
      value: whole.cpuSeconds - texts.cpuSeconds,
      unit: 'CPU s',
      atMost: 10 * Math.max(1, size / 10_000),
    },
    { group, what: 'peak memory', value: whole.peakMegabytes, unit: 'MB', atMost: size > 10_000 ? 2000 : 600 },
    {
      group,
      what: 'what the search page carries of it, gzip',
      value: gzipSync(JSON.stringify(directory), { level: 9 }).length / 1000,
      unit: 'kB',
    },
  ];
  for (const [what, texts] of queries) {
    const moved = [];
    for (const text of texts) moved.push(await firstQuery(site, directory, text));
    const bytes = median(moved.map((one) => one.bytes)) / 1000;
    // The part of the script that searches comes once, with the page.
    const atMost = size > 10_000 ? 27 : 18;
    rows.push({ group, what: `first query, ${what}, gzip`, value: bytes, unit: 'kB', atMost });
    rows.push({
      group,
      what: `first query, ${what}: turns`,
      value: Math.max(...moved.map(({ turns }) => turns)),
      unit: '',
      atMost: 3,
    });
  }
  rmSync(site, { recursive: true, force: true });
  return rows;
}
