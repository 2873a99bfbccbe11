/** Search without a line: over the articles that the device keeps. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { deleteKept, type Kept, openKept } from '../../src/offline/kept.ts';
import type { ArticlePageData } from '../../src/publication/page.ts';
import type { Asked } from '../../src/publication/search/search.ts';
import { keptSearch } from '../../src/search/kept-search.ts';
import { editionWith } from '../fixtures/edition.ts';
import { pageAt } from '../../src/publication/site.ts';

let kept: Kept;
beforeEach(async () => {
  // Node 20 has none; here there is room for all.
  vi.stubGlobal('navigator', {});
  kept = await openKept('/');
});
afterEach(async () => {
  kept.close();
  await deleteKept('/');
  vi.unstubAllGlobals();
});

const edition = editionWith({
  publication: { name: 'Post' },
  articles: {
    harbours: {
      headline: 'Harbours at night',
      authors: ['amna'],
      published: '2026-03-01',
      section: 'coast',
      body: ['The old house by the quay was lit.'],
    },
    houses: {
      headline: 'Housing by the sea',
      authors: ['bilal'],
      published: '2025-01-01',
      body: ['Nobody lives at the harbour in winter. Łódź is far.'],
    },
    پہاڑی: { headline: 'پہاڑی پر', language: 'ur', published: '2026-05-01', body: ['كتاب کی بات'] },
    tokyo: { headline: '東京の夜', language: 'ja', published: '2026-02-01', body: ['東京都の人口は多い。'] },
  },
});

async function keep(...slugs: string[]): Promise<void> {
  const pages = slugs.map((slug) => {
    const address = `/articles/${slug}/`;
    const page = pageAt(edition, address) as ArticlePageData;
    const data = JSON.stringify(page);
    return { address, title: page.headline, hash: slug, kept: '2026-06-01T00:00:00.000Z', data, files: [] };
  });
  await kept.keep(pages, 'read');
}

async function found(text: string, change: Partial<Asked> = {}): Promise<string[]> {
  const search = await keptSearch();
  const { results } = await search!.find({ text, sort: 'relevance', page: 1, ...change });
  return Promise.all(results.map(async (result) => (await search!.show(result)).slug));
}

test('where nothing is kept there is nothing to search', async () => {
  expect(await keptSearch()).toBeUndefined();
});

describe('finds', () => {
  beforeEach(() => keep('harbours', 'houses', 'پہاڑی', 'tokyo'));

  test.each<[string, string[]]>([
    ['houses', ['houses', 'harbours']],
    ['harbours', ['harbours', 'houses']],
    ['hous', ['houses', 'harbours']],
    ['lodz', ['houses']],
    ['quay house', ['harbours']],
    ['amna', ['harbours']],
    ['کتاب', ['پہاڑی']],
    ['東京', ['tokyo']],
    ['京都の', ['tokyo']],
    ['use', []],
    ['submarine', []],
  ])('by “%s”: %j', async (text, slugs) => {
    expect(await found(text)).toEqual(slugs);
  });

  test.each<[string, Partial<Asked>, string[]]>([
    ['a section', { section: 'coast' }, ['harbours']],
    ['an author', { author: 'bilal' }, ['houses']],
    ['a year', { year: '2025' }, ['houses']],
    ['the newest first', { sort: 'date' }, ['harbours', 'houses']],
  ])('within %s', async (_, change, slugs) => {
    expect(await found('house', change)).toEqual(slugs);
  });

  test('says how many it has searched, and tells which words to mark', async () => {
    const search = await keptSearch();
    expect(search?.articles).toBe(4);
    const { wanted, count } = await search!.find({ text: 'harbours', sort: 'relevance', page: 1 });
    expect([wanted('harbour'), wanted('quay'), count]).toEqual([1, 0, 2]);
  });
});

test('a page of the paper that is no article is not searched', async () => {
  const page = pageAt(edition, '/must-read/')!;
  const record = { address: '/must-read/', title: 'Must Read', hash: '1', kept: '2026-06-01T00:00:00.000Z', files: [] };
  await kept.keep([{ ...record, data: JSON.stringify(page) }], 'paper');
  expect(await keptSearch()).toBeUndefined();
});
