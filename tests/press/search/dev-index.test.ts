/** In the dev server the index is made when it is asked for, and again after an edit. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { LiveContent } from '../../../src/press/live-content.ts';
import type { SearchPageData } from '../../../src/publication/page.ts';
import { searchIn } from '../../../src/publication/search/search.ts';

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-dev-index-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const directoryOf = (live: LiveContent) => (live.pageAt('/search/') as SearchPageData).index!;

async function count(live: LiveContent, text: string): Promise<number> {
  const directory = directoryOf(live);
  const search = searchIn(directory, async (file) => live.searchFile(directory.folder + file) ?? '');
  return (await search.find({ text, sort: 'relevance', page: 1 })).count;
}

test('what was written a moment ago is found, and an index that is past is gone', async () => {
  const data = join(folder, 'data');
  cpSync('src/data', data, { recursive: true });
  const live = new LiveContent(data, '/');
  await live.read();
  expect(await count(live, 'zanzibar ')).toBe(0);
  expect(await count(live, 'pyongyang ')).toBe(1);

  const before = directoryOf(live).folder;
  const article = join(data, 'articles/how-to-publish.json');
  writeFileSync(article, readFileSync(article, 'utf8').replace('Put it there', 'Put it in Zanzibar'));
  await live.read();
  expect(await count(live, 'zanzibar ')).toBe(1);
  expect(directoryOf(live).folder).not.toBe(before);
  expect(live.searchFile(`${before}terms/0.txt`)).toBeUndefined();
  expect(live.searchFile(`${directoryOf(live).folder}none.txt`)).toBeUndefined();
});
