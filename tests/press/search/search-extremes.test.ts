/** Search through texts that break programs, and for words that very many articles have. */
import { describe, expect, test } from 'vitest';
import { excerptOf } from '../../../src/publication/search/excerpt.ts';
import type { SearchEngine } from '../../../src/publication/search/search.ts';
import { wordsOf } from '../../../src/publication/search/words-of.ts';
import { editionWith, pieces } from '../../fixtures/edition.ts';
import { find, searchOf, slugs } from './in-memory.ts';

describe('texts that break programs', () => {
  const hostile = [
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\udfff half',
    '\u202egnissim',
    '\ufeffmark',
    'A\u0301\u0302\u0303'.repeat(30),
    'null undefined constructor __proto__ toString',
    '@section/news @author/jane',
    '"""" “„ «',
    '\\ / ? % & # + = ; ,',
    '<script>x</script>',
    "'; drop table articles; --",
    '${x} {{y}} %s %n',
    '١٢٣ ₀ ½ Ⅷ ㎏ ℡ ﷺ',
    '👨‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🇵 🇵🇰🇵',
    'ﬁﬃ ǅ ß İ ı ſ K',
    '\u200d\u200c\u200b\u2060',
    'x'.repeat(20_000),
    'a b '.repeat(5000),
    'ಕ್ಷ ක්‍ෂ ক্ষ្ក មា',
  ];

  test('as headlines and as queries throw nothing, and what has letters is found', async () => {
    const edition = editionWith({
      articles: Object.fromEntries(
        hostile.map((text, number) => [`t-${number}`, { headline: text, body: [`${text} end`] }]),
      ),
    });
    const search = searchOf(edition);
    for (const [number, text] of hostile.entries()) {
      const found = await slugs(search, text);
      const isThere = found.includes(`t-${number}`) || [...wordsOf(text)].length === 0;
      expect([text.slice(0, 40), isThere]).toEqual([text.slice(0, 40), true]);
      for (const { text: passage } of await shownOf(search, text)) {
        expect(excerptOf(passage, () => 1).length).toBeGreaterThan(0);
      }
    }
  });

  const shownOf = async (search: SearchEngine, text: string) =>
    Promise.all((await find(search, text)).results.map((result) => search.show(result)));
});

describe('words that very many articles have', () => {
  const many = editionWith({
    articles: pieces(6000, (number) => ({
      headline: number === 77 ? 'Herring herring' : `Piece ${number}`,
      authors: [number % 100 === 0 ? 'rare-writer' : 'often'],
      section: number % 2 ? 'news' : 'sport',
      body: [number % 3 ? 'The herring came. A common tale.' : 'A common tale.', number === 4321 ? 'Zanzibar.' : ''],
    })),
  });
  const search = searchOf(many);

  test('are counted whole, although a query reads only those that count most', async () => {
    search.fetched.length = 0;
    const found = await find(search, 'herring ');
    expect(found).toMatchObject({ count: 4000, atLeast: false });
    expect(search.fetched.filter((file) => file.includes('/full/'))).toEqual([]);
    expect((await slugs(search, 'herring'))[0]).toBe('piece-00077');
  });

  test('do not hide the article that has a rare word too', async () => {
    expect(await slugs(search, 'common herring zanzibar')).toEqual(['piece-04321']);
  });

  test('are all there for a filter', async () => {
    const found = await find(search, 'herring ', { author: 'rare-writer' });
    expect(found).toMatchObject({ count: 40, atLeast: false });
    expect(await find(search, 'herring ', { year: '1991' })).toMatchObject({ count: 243 });
  });

  test('are all there by date, the newest first', async () => {
    const newest = await slugs(search, 'herring ', { sort: 'date' });
    expect(newest.slice(0, 4)).toEqual(['piece-05999', 'piece-05998', 'piece-05996', 'piece-05995']);
  });

  test('pages follow each other without a gap', async () => {
    const [first, second] = [await find(search, 'zanzibar common'), await find(search, 'herring ', { page: 2 })];
    expect(first.pages).toBe(1);
    expect(second.results).toHaveLength(20);
    const before = await find(search, 'herring ');
    expect(before.results.filter(({ article }) => second.results.some((other) => other.article === article))).toEqual(
      [],
    );
  });
});
