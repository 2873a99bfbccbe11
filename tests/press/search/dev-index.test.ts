/** In the dev server the index is made when it is asked for, and again after an edit. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Desk } from '../../../src/press/desk.ts';
import type { SearchPage } from '../../../src/publication/page.ts';
import { searchIn } from '../../../src/publication/search/search.ts';

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-dev-index-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const directoryOf = (desk: Desk) => (desk.pageAt('/search/') as SearchPage).index!;

async function count(desk: Desk, text: string): Promise<number> {
  const directory = directoryOf(desk);
  const search = searchIn(directory, async (file) => desk.searchFile(directory.folder + file) ?? '');
  return (await search.find({ text, sort: 'relevance', page: 1 })).count;
}

test('what was written a moment ago is found, and an index that is past is gone', async () => {
  const data = join(folder, 'data');
  cpSync('src/data', data, { recursive: true });
  const desk = new Desk(data, '/');
  await desk.read();
  expect(await count(desk, 'zanzibar ')).toBe(0);
  expect(await count(desk, 'pyongyang ')).toBe(1);

  const before = directoryOf(desk).folder;
  const article = join(data, 'articles/how-to-publish.json');
  writeFileSync(article, readFileSync(article, 'utf8').replace('Put it there', 'Put it in Zanzibar'));
  await desk.read();
  expect(await count(desk, 'zanzibar ')).toBe(1);
  expect(directoryOf(desk).folder).not.toBe(before);
  expect(desk.searchFile(`${before}terms/0.txt`)).toBeUndefined();
  expect(desk.searchFile(`${directoryOf(desk).folder}none.txt`)).toBeUndefined();
});
