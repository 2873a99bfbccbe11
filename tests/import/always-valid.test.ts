/** I30: whatever comes in, what comes out passes the check; a second run changes nothing; every item is in one column. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { basePath } from '../../src/press/data-folder.ts';
import { inForm } from '../../src/press/content/problems.ts';
import { checkContent } from '../../src/press/content/validate.ts';
import type { Item } from '../../src/import/item.ts';
import { Importer } from '../../src/import/importer.ts';
import { existingContent } from '../../src/import/folder/existing-content.ts';
import { type Finish, finish } from '../../src/import/finish.ts';
import { Ledger } from '../../src/import/report/ledger.ts';
import { InputFile } from '../../src/import/read/source.ts';
import { Staging } from '../../src/import/folder/staging.ts';
import { accountOf, emptyFolder, folderWith } from './import-folder.ts';
import { oddFiles } from './odd-files.ts';
import { oddItem } from './odd-items.ts';
import { randomFrom } from '../random.ts';

const now = new Date('2026-06-01T12:00:00Z');

async function through(data: string, items: readonly Item[]): Promise<{ ended: Finish; ledger: Ledger }> {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'page.txt'), 'The page that all of them are of.');
  const source = await InputFile.open({ path: join(folder, 'page.txt'), root: folder, inFolder: true }, new Set());
  const staging = Staging.begin(data);
  try {
    const ledger = new Ledger();
    const importer = new Importer(existingContent(data), staging, ledger, { section: undefined, author: undefined });
    const account = ledger.opened('page.txt');
    for (const item of items) importer.take(item, source, account);
    return { ended: finish(importer, { now, dryRun: false, existing: undefined, strict: false }), ledger };
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
    const { ended, ledger } = await through(data, items);
    expect(ended.stopped).toBeUndefined();
    expect(errorsIn(data)).toEqual([]);
    const found = ledger.sums().reduce((sum, { found }) => sum + found, 0);
    const inColumns = ledger.sums().reduce((sum, { taken, changed, leftOut }) => sum + taken + changed + leftOut, 0);
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
    const account = await accountOf('--data', data, folder);
    expect(account.stopped).toBeUndefined();
    expect(errorsIn(data)).toEqual([]);
    for (const { found, taken, changed, leftOut } of account.sum) expect(taken + changed + leftOut).toBe(found);
    expect(account.files).toHaveLength(20);
    for (const path of account.written) expect(readFileSync(join(data, path), 'utf8')).not.toContain('\ufffd');
    const again = await accountOf('--data', data, folder);
    expect([again.written, again.stopped]).toEqual([[], undefined]);
  });
});
