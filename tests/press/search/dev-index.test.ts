/** In the dev server the index is made when it is asked for, and again after an edit. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { LiveContent } from '../../../src/press/live-content.ts';
import type { SearchPageData } from '../../../src/publication/page.ts';
import { bordersOf, type Directory } from '../../../src/publication/search/index-files.ts';
import { searchIn } from '../../../src/publication/search/search.ts';

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-dev-index-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const directoryOf = (live: LiveContent) => (live.pageAt('/search/') as SearchPageData).index!;

const bordersFiles = ({ roots }: Directory) => bordersOf('borders', roots.terms).files;

async function count(live: LiveContent, text: string): Promise<number> {
  const directory = directoryOf(live);
  const search = searchIn(directory, async (file) => live.searchFile(`/${file}`) ?? '');
  return (await search.find({ text, sort: 'relevance', page: 1 })).count;
}

test('what was written a moment ago is found, and an index that is past is gone', async () => {
  const data = join(folder, 'data');
  cpSync('src/data', data, { recursive: true });
  const live = new LiveContent(data, '/');
  await live.read();
  expect(await count(live, 'zanzibar ')).toBe(0);
  expect(await count(live, 'pyongyang ')).toBe(1);

  const wordsOf = () => new Set(bordersFiles(directoryOf(live)));
  const before = wordsOf();
  expect([...before].every((file) => live.searchFile(`/${file}`) !== undefined)).toBe(true);
  const article = join(data, 'articles/how-to-publish.json');
  writeFileSync(article, readFileSync(article, 'utf8').replace('Put it there', 'Put it in Zanzibar'));
  await live.read();
  expect(await count(live, 'zanzibar ')).toBe(1);
  const gone = [...before].filter((file) => !wordsOf().has(file));
  expect(gone).not.toEqual([]);
  expect(gone.filter((file) => live.searchFile(`/${file}`) !== undefined)).toEqual([]);
});
