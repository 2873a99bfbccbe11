/** Builds and checks an archive in a process of its own, and tells what that cost. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeArchive } from './archive.ts';
import type { Row } from './table.ts';

export type Cost = { seconds: number; cpuSeconds: number; peakMegabytes: number };

/** `indexSeconds`: how long the search index took within it, on one core; it has a target of its own. */
export type BuildCost = Cost & { indexSeconds: number };

/** Where an archive and the site made of it are. */
export type Built = { size: number; data: string; site: string };

const longest = 60 * 60_000;

/** In the measured process: what it has used is told as it ends. */
const teller = `data:text/javascript,${encodeURIComponent(
  "import { writeSync } from 'node:fs'; import { isMainThread } from 'node:worker_threads';" +
    "if (isMainThread) process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));",
)}`;

/** Runs Node and measures it; fails with what it printed when it does not end well, or not in time. */
export function measuredRun(
  words: readonly string[],
  environment: Record<string, string> = {},
): Promise<Cost & { printed: string }> {
  const { BROADSHEET_DATA: _, NODE_ENV: __, VITEST: ___, ...inherited } = process.env;
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', teller, ...words], {
    env: { ...inherited, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    timeout: longest,
  });
  const printed = ['', '', '', ''];
  for (const pipe of [1, 2, 3]) child.stdio[pipe]?.on('data', (text: Buffer) => (printed[pipe] += text.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      const seconds = (performance.now() - started) / 1000;
      if (code !== 0) {
        reject(new Error(`${words.join(' ')} ended with ${signal ?? code}:\n${printed[1]}${printed[2]}`));
        return;
      }
      const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(printed[3]!) as NodeJS.ResourceUsage;
      const cpuSeconds = (userCPUTime + systemCPUTime) / 1e6;
      resolve({ seconds, cpuSeconds, peakMegabytes: maxRSS / 1024, printed: printed[1]! });
    });
  });
}

/** Writes an archive below `folder` and builds it. */
export async function buildArchive(folder: string, size: number): Promise<{ built: Built; cost: BuildCost }> {
  const built = { size, data: join(folder, `data-${size}`), site: join(folder, `site-${size}`) };
  writeArchive(built.data, size);
  return { built, cost: await build(built) };
}

/** Builds the content of a folder. Share images are left out: they are made once, and cached by their words. */
export async function build({ data, site }: Pick<Built, 'data' | 'site'>): Promise<BuildCost> {
  const words = ['src/press/run.mjs', 'src/desk/build.ts', '--outDir', site, '--emptyOutDir'];
  const cost = await measuredRun(words, { BROADSHEET_DATA: data, BROADSHEET_SHARE_IMAGES: 'off' });
  return { ...cost, indexSeconds: Number(/search index .* in ([\d.]+) s/.exec(cost.printed)?.[1] ?? Number.NaN) };
}

/** Builds once more, after an edit to one article. */
function rebuild(built: Built): Promise<BuildCost> {
  const folder = join(built.data, 'articles');
  const first = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((file) => file.endsWith('.json')) ?? '';
  const article = JSON.parse(readFileSync(join(folder, first), 'utf8')) as { body: string[] };
  article.body.push('A paragraph that was added later.');
  writeFileSync(join(folder, first), JSON.stringify(article, null, 2));
  return build(built);
}

/** What building an archive took, and validating it alone. */
export async function buildRows(built: Built, cost: BuildCost): Promise<Row[]> {
  const { size, data, site } = built;
  const again = await rebuild(built);
  const plain = await measuredRun(['src/press/run.mjs', 'tests/bench/plain-build.ts', data, `${site}-plain`]);
  const checking = await measuredRun(['src/press/run.mjs', 'src/desk/check.ts', '--data', data]);
  const group = `Build of ${size.toLocaleString('en')} articles`;
  const thousands = size / 1000;
  const written = sizeOf(site);
  return [
    { group, what: 'build', value: cost.seconds, unit: 's', atMost: 2 * Math.max(1, thousands) },
    { group, what: 'build, with its search index', value: cost.cpuSeconds, unit: 'CPU s' },
    {
      group,
      what: 'build, the index left out',
      value: withoutIndex(cost),
      unit: 'CPU s',
      atMost: 1.5 * Math.max(1, thousands),
    },
    {
      group,
      what: 'build again after one edit ÷ the first, with the index',
      value: again.cpuSeconds / cost.cpuSeconds,
      unit: '×',
    },
    {
      group,
      what: 'build again after one edit ÷ the first, the index left out',
      value: withoutIndex(again) / withoutIndex(cost),
      unit: '×',
      atMost: 0.2,
    },
    { group, what: 'peak memory', value: cost.peakMegabytes, unit: 'MB', atMost: 600 },
    {
      group,
      what: 'a plain HTML site of the same, by a small script',
      value: plain.cpuSeconds,
      unit: 'CPU s',
      from: `${Math.round(plain.peakMegabytes)} MB of memory, ${(sizeOf(`${site}-plain`).bytes / 1e6).toFixed(0)} MB of files`,
    },
    { group, what: 'build ÷ the plain site', value: cost.cpuSeconds / plain.cpuSeconds, unit: '×' },
    { group, what: 'validation alone (check)', value: checking.seconds, unit: 's' },
    { group, what: 'files written', value: written.files, unit: 'files' },
    { group, what: 'size of the site', value: written.bytes / 1e6, unit: 'MB' },
  ];
}

const withoutIndex = ({ cpuSeconds, indexSeconds }: BuildCost): number => cpuSeconds - indexSeconds;

function sizeOf(folder: string): { files: number; bytes: number } {
  const total = { files: 0, bytes: 0 };
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const inside = entry.isDirectory() ? sizeOf(path) : { files: 1, bytes: statSync(path).size };
    total.files += inside.files;
    total.bytes += inside.bytes;
  }
  return total;
}
