/** Whatever comes in, what comes out passes the check; a second run changes nothing; every item is in one column. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { basePath } from '../../src/press/data-folder.ts';
import { inForm } from '../../src/press/content/problems.ts';
import { checkContent } from '../../src/press/content/validate.ts';
import type { Item } from '../../src/import/item.ts';
import { Importer } from '../../src/import/importer.ts';
import { existingContent } from '../../src/import/folder/existing-content.ts';
import { type FinishResult, finish } from '../../src/import/finish.ts';
import { ImportReport } from '../../src/import/report/report.ts';
import { InputFile } from '../../src/import/read/source.ts';
import { Staging } from '../../src/press/content/staging.ts';
import { reportOf, emptyFolder, folderWith } from './import-folder.ts';
import { oddFiles } from './odd-files.ts';
import { oddItem } from './odd-items.ts';
import { randomFrom } from '../random.ts';

const now = new Date('2026-06-01T12:00:00Z');

async function through(data: string, items: readonly Item[]): Promise<{ ended: FinishResult; report: ImportReport }> {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'page.txt'), 'The page that all of them are of.');
  const source = await InputFile.open({ path: join(folder, 'page.txt'), root: folder, inFolder: true }, new Set());
  const staging = Staging.begin(data);
  try {
    const report = new ImportReport();
    const importer = new Importer(existingContent(data), staging, report, { section: undefined, author: undefined });
    const file = report.addFile('page.txt');
    for (const item of items) importer.take(item, source, file);
    return { ended: finish(importer, { now, dryRun: false, existing: undefined, strict: false }), report };
  } finally {
    staging.discard();
  }
}

const errorsIn = (data: string): string[] =>
  checkContent(data, { base: basePath(data), now, includeUnpublished: false })
    .problems.filter(({ severity }) => severity === 'error')
    .map(inForm);

const seeds = Array.from({ length: 40 }, (_, index) => index + 1);

describe('30 odd items at a time', () => {
  test.each(seeds)('come out valid, once, and in one column each: seed %i', async (seed) => {
    const random = randomFrom(seed);
    const items = Array.from({ length: 30 }, () => oddItem(random));
    const data = join(emptyFolder(), 'content');
    const { ended, report } = await through(data, items);
    expect(ended.stopped).toBeUndefined();
    expect(errorsIn(data)).toEqual([]);
    const found = report.sums().reduce((sum, { found }) => sum + found, 0);
    const inColumns = report.sums().reduce((sum, { taken, changed, leftOut }) => sum + taken + changed + leftOut, 0);
    expect([found, inColumns]).toEqual([items.length, items.length]);
    for (const path of ended.written) expect(readFileSync(join(data, path), 'utf8')).not.toContain('\ufffd');

    const again = await through(data, items);
    expect(again.ended).toEqual({ written: [] });
    expect(existsSync(join(data, 'publication.json'))).toBe(true);
  });
});

describe('20 odd files of every kind at a time', () => {
  test.each(seeds.slice(0, 15))('come out valid, and a second run changes nothing: seed %i', async (seed) => {
    const folder = folderWith(oddFiles(randomFrom(seed + 1000), 20));
    const data = join(emptyFolder(), 'content');
    const report = await reportOf('--data', data, folder);
    expect(report.stopped).toBeUndefined();
    expect(errorsIn(data)).toEqual([]);
    for (const { found, taken, changed, leftOut } of report.sum) expect(taken + changed + leftOut).toBe(found);
    expect(report.files).toHaveLength(20);
    for (const path of report.written) expect(readFileSync(join(data, path), 'utf8')).not.toContain('\ufffd');
    const again = await reportOf('--data', data, folder);
    expect([again.written, again.stopped]).toEqual([[], undefined]);
  });
});
