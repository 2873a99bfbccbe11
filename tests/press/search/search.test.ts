/** From an edition through the files of its index to what a reader finds. */
import { beforeAll, describe, expect, test } from 'vitest';
import { readContent } from '../../../src/press/content/validate.ts';
import { editionOf } from '../../../src/publication/edition.ts';
import { press } from '../../../src/words/en/interface.ts';
import { wholeText } from '../../../src/publication/plain-text.ts';
import type { SearchEngine } from '../../../src/publication/search/search.ts';
import { keysOf, wordsOf } from '../../../src/publication/search/words-of.ts';
import { editionWith } from '../../fixtures/edition.ts';
import { letter } from '../../fixtures/letters.ts';
import { find, searchOf, slugs } from './in-memory.ts';

const lamps = editionWith({
  authors: { 'jane-doe': { name: 'Jane Doe' }, amna: { name: 'آمنہ صدیقی' }, émile: { name: 'Émile Zolà' } },
  articles: {
    lamp: {
      headline: 'The lamp at the north quay',
      standfirst: 'A keeper remembers.',
      authors: ['jane-doe'],
      tags: ['harbour-lights'],
      published: '2026-03-01',
      body: ['The keeper lit the lamp at dusk.', 'Nobody’s boat was lost. It was a well-being of sorts.'],
      image: { src: '/images/lamp.jpg', alt: 'A lamp.', caption: 'Brass and glass.', credit: 'Photographer Quill' },
    },
    keeper: {
      headline: 'Keepers',
      authors: ['émile'],
      section: 'people',
      published: '2025-05-01',
      body: ['Of lamps, and of resumés lost at sea.'],
    },
    quay: {
      headline: 'Quay prices',
      section: 'markets',
      published: '2025-01-01',
      body: ['Fish was dear on the quay of the north.'],
    },
    bandargah: {
      headline: 'بندرگاہ کی روشنی',
      language: 'ur',
      authors: ['amna'],
      published: '2024-01-01',
      body: ['چراغ ہر شام جلایا جاتا ہے۔ سنہ ۲۰۲۴ میں بھی یہی ہوا۔'],
    },
    madina: { headline: 'أضواء المدينة', language: 'ar', published: '2023-01-01', body: ['كُلُّ مِصْبَاحٍ في الميناء'] },
    tokyo: { headline: '東京港の灯台', language: 'ja', body: ['灯台は毎晩ともる。カメラで撮った。'] },
    bangkok: { headline: 'ประภาคารที่ท่าเรือ', language: 'th', body: ['ตะเกียงถูกจุดทุกคืน'] },
    seoul: { headline: '부산항의 등대', language: 'ko', body: ['등대는 매일 밤 켜진다'] },
    party: { headline: 'A party 🎉 for the lighthouse', body: ['Straße und Ærø. An evening of news.'] },
  },
});

describe('a reader finds', () => {
  let search: SearchEngine;
  beforeAll(() => {
    search = searchOf(lamps);
  });

  test.each([
    ['a word of a headline', 'quay', ['quay', 'lamp']],
    ['words of one article in any order', 'quay north lamp', ['lamp']],
    ['a word of a text', 'dusk', ['lamp']],
    ['a word of a standfirst', 'remembers', ['lamp']],
    ['a writer', 'doe', ['lamp']],
    ['a writer without the accents', 'zola', ['keeper']],
    ['a tag', 'harbour lights', ['lamp']],
    ['what stands under a picture', 'brass', ['lamp']],
    ['who took a picture', 'quill', ['lamp']],
    ['the plural by the singular', 'keeper lamp', ['lamp', 'keeper']],
    ['an accent by none', 'resume lost', ['keeper']],
    ['no accent by one', 'lämp dusk', ['lamp']],
    ['a straight apostrophe for a curly one', "nobody's", ['lamp']],
    ['no apostrophe at all', 'nobodys boat', ['lamp']],
    ['a compound in one', 'wellbeing', ['lamp']],
    ['a compound in two', 'well being', ['lamp']],
    ['a compound with another hyphen', 'well‑being', ['lamp']],
    ['the beginning of a word', 'remem', ['lamp']],
    ['the beginning of a form', 'remembe', ['lamp']],
    ['Urdu from a keyboard of Arabic', 'بندرگاه كي روشني', ['bandargah']],
    ['Urdu from a keyboard of Persian', 'چراغ هر شام', ['bandargah']],
    ['Urdu digits by those of English', '2024 بھی', ['bandargah']],
    ['an Urdu name without its madda', 'امنہ', ['bandargah']],
    ['Arabic without its vowels', 'مصباح', ['madina']],
    ['Arabic without its hamza, from a keyboard of Urdu', 'اضواء المدینہ', ['madina']],
    ['Japanese inside a run', '灯台', ['tokyo']],
    ['one sign of Japanese', '港', ['tokyo']],
    ['narrow katakana', 'ｶﾒﾗ', ['tokyo']],
    ['Thai', 'ท่าเรือ', ['bangkok']],
    ['Korean with its particle', '등대는', ['seoul']],
    ['an emoji', '🎉', ['party']],
    ['a sharp s', 'STRASSE', ['party']],
    ['a phrase', '"north quay"', ['lamp']],
    ['a phrase over a border of blocks of the text', '"dusk nobody"', ['lamp']],
    ['a phrase that is not typed to its end', 'lamp "the north', ['lamp']],
    ['one letter too few', 'rememers', ['lamp']],
    ['two letters exchanged', 'remmebers', ['lamp']],
    ['a slip in Urdu', 'روشنیی', ['bandargah']],
  ])('%s: %s', async (_, text, expected) => {
    expect(await slugs(search, text)).toEqual(expected);
  });

  test.each(['new ', 'even ', 'part '])('nothing by surprise: %s', async (text) => {
    expect(await slugs(search, text)).not.toContain('party');
  });

  test('what a word was taken for is said', async () => {
    expect((await find(search, 'remmebers')).corrected).toEqual([{ from: 'remmebers', to: 'remembers' }]);
  });

  test('where no article has all words, those with some, and that is said', async () => {
    const found = await find(search, 'lamp fish');
    expect(found).toMatchObject({ partly: true });
    expect(await slugs(search, 'lamp fish')).toEqual(expect.arrayContaining(['lamp', 'quay']));
  });

  test('a phrase that nobody wrote gives its words, and that is said', async () => {
    expect(await find(search, '"quay north"')).toMatchObject({ partly: true });
    expect(await find(search, '"north quay"')).toMatchObject({ partly: false, count: 1 });
  });

  test('words that begin alike, where there is nothing', async () => {
    const found = await find(search, 'lampozzz');
    expect(found.results).toEqual([]);
    expect(found.nearby).toContain('lamp');
  });

  test('the newest first, when asked', async () => {
    expect(await slugs(search, 'lamp', { sort: 'date' })).toEqual(['lamp', 'keeper']);
    expect(await slugs(search, 'quay', { sort: 'date' })).toEqual(['lamp', 'quay']);
  });

  test('what a filter lets through', async () => {
    expect(await slugs(search, 'quay', { section: 'markets' })).toEqual(['quay']);
    expect(await slugs(search, 'lamp', { author: 'jane-doe' })).toEqual(['lamp']);
    expect(await slugs(search, 'lamp', { year: '2025' })).toEqual(['keeper']);
    expect(await slugs(search, 'lamp', { year: '2026', author: 'émile' })).toEqual([]);
    expect(await slugs(search, 'lamp', { section: 'nowhere' })).toEqual([]);
    expect(await slugs(search, 'lamp', { year: '1900' })).toEqual([]);
    expect(search.years).toEqual(['2026', '2025', '2024', '2023']);
  });

  test('composed and decomposed text alike', async () => {
    for (const text of ['Émile', '등대', 'بندرگاہ', 'ประภาคาร', 'ガス カメラ']) {
      expect(await slugs(search, text.normalize('NFD'))).toEqual(await slugs(search, text.normalize('NFC')));
    }
  });
});

test('an article whose headline has a word stands before those whose text has it', async () => {
  const edition = editionWith({
    articles: {
      text: { headline: 'Something else', body: ['Herring, herring and herring.'], published: '2026-01-01' },
      headline: { headline: 'Herring', body: ['Of fish.'], published: '2020-01-01' },
    },
  });
  expect(await slugs(searchOf(edition), 'herring')).toEqual(['headline', 'text']);
});

describe('every word of every shipped article', () => {
  test('finds that article', async () => {
    const { content } = await readContent('src/data', {
      base: '/',
      now: new Date('2026-11-23'),
      includeUnpublished: false,
    });
    const edition = editionOf(content!, press);
    const search = searchOf(edition);
    const lost: string[] = [];
    let words = 0;
    for (const article of edition.articles) {
      const text = `${article.headline} ${article.standfirst ?? ''} ${wholeText(content!.text(`articles/${article.slug}`).html)}`;
      const written = new Map(
        Array.from(wordsOf(text), (word) => [keysOf(word).join(' '), text.slice(word.start, word.end)] as const),
      );
      for (const word of written.values()) {
        words += 1;
        const all: number[] = [];
        const { pages, count } = await find(search, `${word} `);
        for (let page = 1; page <= pages; page += 1) {
          all.push(...(await find(search, `${word} `, { page })).results.map((result) => result.article));
        }
        if (!all.includes(edition.articles.length - 1 - article.place) || all.length !== count)
          lost.push(`${article.slug}: ${word}`);
      }
    }
    expect(lost).toEqual([]);
    expect(words).toBeGreaterThan(3000);
  });
});

test('letters that are printed are found, by their words and by who wrote them', async () => {
  const edition = editionWith({
    articles: { lamp: { headline: 'The lamp' }, quay: { headline: 'The quay' } },
    letters: { quay: [letter('a', { name: 'Mira Lindqvist', text: ['One.', 'Barnacles again.'] })] },
  });
  const search = searchOf(edition);
  expect(await slugs(search, 'barnacles')).toEqual(['quay']);
  expect(await slugs(search, 'lindqvist')).toEqual(['quay']);
});
