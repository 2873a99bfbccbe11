/** What the importer makes of the folders of real input that are there: `npm run bench -- --corpora FOLDER`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from '../table.ts';
import { median } from '../table.ts';
import { basePath } from '../../../src/press/data-folder.ts';
import { checkContent } from '../../../src/press/content/validate.ts';
import { inForm } from '../../../src/press/content/problems.ts';
import { exportRows, feedRows, frontMatterRows, postRows, scriptRows, wordpressRows } from './exports-rows.ts';
import { type Imported, imported } from './imported.ts';
import { shownRows } from './shown-rows.ts';
import { ccRows, mustReadRows, readabilityRows, type Scoring, tagdivRows, textDumpRows } from './pages-rows.ts';

type Scorer = (scoring: Scoring) => Row[] | Promise<Row[]>;

const scorers: Readonly<Record<string, Scorer>> = {
  'text-dumps': textDumpRows,
  'html-tagdiv': tagdivRows,
  'html-readability': readabilityRows,
  'html-cc': ccRows,
  'html-mustread': mustReadRows,
  'md-18f': postRows,
  'md-rtl-i18n': scriptRows,
  frontmatter: frontMatterRows,
  wxr: wordpressRows,
  feeds: feedRows,
  exports: exportRows,
};

export { wordpressMemoryRows } from './wordpress-memory.ts';

/** The folders of corpora that the importer has rows for, as far as they are there. */
export const importCorpora = (corpora: string): string[] =>
  Object.keys(scorers).filter((name) => existsSync(join(corpora, name)));

export type Running = { corpora: string; folder: string; log: (line: string) => void };

/** Scores each corpus, and then builds and opens what came. */
export async function importRows(running: Running): Promise<Row[]> {
  const { rows, folders } = await scoredRows(running);
  return [...rows, ...(await shownRows(folders, running.log))];
}

const mostTold = 40;

/** Imports each corpus twice, scores what came, and checks it; answers where each content folder is. */
export async function scoredRows(
  { corpora, folder, log }: Running,
  only?: readonly string[],
): Promise<{ rows: Row[]; folders: string[] }> {
  const rows: Row[] = [];
  const folders: string[] = [];
  const times: number[] = [];
  for (const name of importCorpora(corpora).filter((one) => !only || only.includes(one))) {
    log(`importing ${name} …`);
    const corpus = join(corpora, name);
    const data = join(folder, name);
    const first = await imported(corpus, data);
    const tell = (what: string, found: readonly string[]) => {
      for (const one of found.slice(0, mostTold)) log(`  ${what}: ${one}`);
    };
    const alone = (path: string) => imported(corpus, join(folder, `${name}-alone`, path), [join(corpus, path)]);
    const scored = await scorers[name]?.({ corpus, imported: first, alone, tell });
    rows.push(...(scored ?? []), ...(await soundRows(name, corpus, first, log)));
    if (existsSync(data)) folders.push(data);
    for (const { kind, milliseconds } of first.report.files) {
      if (kind === 'html' && name.startsWith('html-')) times.push(milliseconds ?? NaN);
    }
  }
  if (times.length > 0) rows.push(pageTime(times));
  return { rows, folders };
}

const pageTime = (times: readonly number[]): Row => ({
  group: 'Import: HTML',
  what: 'time of the processor for a page, median',
  value: median(times),
  unit: 'ms',
  from: `${times.length} pages`,
  atMost: 50,
});

/** Whether the result passes the check, and a second import changes nothing. */
async function soundRows(name: string, corpus: string, first: Imported, log: (line: string) => void): Promise<Row[]> {
  const group = `Import: ${name}`;
  const { data } = first;
  const { problems } = checkContent(data, { base: basePath(data), now: new Date(), includeUnpublished: false });
  const errors = problems.filter(({ severity }) => severity === 'error');
  for (const error of errors.slice(0, mostTold)) log(`  ${group}: ${inForm(error)}`);
  const again = await imported(corpus, data);
  for (const path of again.ended.written.slice(0, mostTold)) log(`  ${group}: written again: ${path}`);
  const stopped = again.ended.stopped;
  for (const path of stopped?.files.slice(0, mostTold) ?? [])
    log(`  ${group}: would change: ${path} (${stopped?.message})`);
  return [
    { group, what: 'errors that the check finds in the result', value: errors.length, unit: '', atMost: 0 },
    {
      group,
      what: 'changes by a second import',
      value: again.ended.written.length + (stopped?.files.length ?? 0),
      unit: '',
      atMost: 0,
    },
  ];
}
