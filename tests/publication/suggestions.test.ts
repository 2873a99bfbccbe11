/** What the page for unknown addresses suggests instead. */
import { describe, expect, test } from 'vitest';
import { suggestionLists } from '../../src/publication/suggestion-lists.ts';
import { suggestionsFile, nearestTo, wordsOfAddress } from '../../src/publication/suggestions.ts';
import type { Edition } from '../../src/publication/edition.ts';
import { editionWith, pieces } from '../fixtures/edition.ts';

/** As the page for unknown addresses does: reads the lists of the words, and no other. */
function suggested(edition: Edition, address: string): string[] {
  const lists = suggestionLists(edition);
  const files = new Set(wordsOfAddress(address).map(suggestionsFile));
  return nearestTo(
    address,
    [...files].flatMap((file) => lists.get(file) ?? []),
  ).map((named) => named.address);
}

describe('an unknown address', () => {
  const edition = editionWith({
    authors: { 'm-a-hossain': { name: 'M A Hossain' }, 'jane-doe': { name: 'Jane Doe' } },
    articles: {
      'my-title': {},
      'a-hill-in-pyongyang': { section: 'opinion', tags: ['north-korea', 'opinion'] },
      'what-makes-a-page-readable': { series: 'reading-well' },
      'how-to-add-an-article': {},
      'how-to-publish': {},
      'the-harbour-at-night': { tags: ['harbour'] },
    },
  });

  test.each([
    ['a letter left out', '/articles/a-hill-in-pyongyan/', '/articles/a-hill-in-pyongyang/'],
    ['a letter too many', '/articles/a-hill-in-pyonggyang/', '/articles/a-hill-in-pyongyang/'],
    ['neighbours swapped', '/articles/a-hlil-in-pyongyang/', '/articles/a-hill-in-pyongyang/'],
    ['a missing word', '/articles/what-makes-page-readable/', '/articles/what-makes-a-page-readable/'],
    ['only its last word', '/articles/pyongyang/', '/articles/a-hill-in-pyongyang/'],
    ['words too many', '/articles/my-very-first-title-of-all/', '/articles/my-title/'],
    ['words in another order', '/articles/readable-page/', '/articles/what-makes-a-page-readable/'],
    ['capitals', '/Articles/A-Hill-In-Pyongyang/', '/articles/a-hill-in-pyongyang/'],
    ['the address of an older site', '/2019/05/My_Title.html', '/articles/my-title/'],
    ['one with an extension of its time', '/news/my-title.php', '/articles/my-title/'],
    ['one in escapes', '/articles/my%20title/', '/articles/my-title/'],
    ['the right name in the wrong place', '/tags/jane-doe/', '/authors/jane-doe/'],
    ['no place at all', '/m-a-hossain', '/authors/m-a-hossain/'],
    ['a page of a list that is not so long', '/tags/north-korea/page/9/', '/tags/north-korea/'],
    ['a series', '/series/readng-well/', '/series/reading-well/'],
  ])('with %s leads to what was meant', (_, address, meant) => {
    expect(suggested(edition, address)[0]).toBe(meant);
  });

  test('that several things are named for offers them all', () => {
    expect(suggested(edition, '/opinion/')).toEqual(['/sections/opinion/', '/tags/opinion/']);
  });

  test('offers each thing once, though every list of its words holds it', () => {
    expect(suggested(edition, '/articles/how-to-add-articles/')).toEqual([
      '/articles/how-to-add-an-article/',
      '/articles/how-to-publish/',
    ]);
  });

  test.each([
    ['the root', '/'],
    ['nothing', ''],
    ['other scripts', '/articles/%D8%A7%D8%AE%D8%A8%D8%A7%D8%B1/'],
    ['other scripts, unescaped', '/articles/اخبار/'],
    ['a broken escape', '/articles/%E0%A4%A/'],
    ['a lone surrogate', '/articles/\ud800/'],
    ['a name of every object', '/articles/__proto__/'],
    ['only short words', '/a-b-c/'],
    ['only a page number', '/page/3/'],
    ['slashes', '//////'],
    ['steps up', '/../../'],
  ])('of %s offers nothing and throws nothing', (_, address) => {
    expect(suggested(edition, address)).toEqual([]);
  });

  test('as long as a book is answered at once', () => {
    expect(suggested(edition, `/${'my-title-'.repeat(50_000)}/`)).toContain('/articles/my-title/');
    expect(wordsOfAddress(`/${'my-title-'.repeat(50_000)}/`).length).toBeLessThan(60);
    expect(suggested(edition, `${'/'.repeat(200_000)}x`)).toEqual([]);
    expect(suggested(edition, '%'.repeat(200_000))).toEqual([]);
  });
});

describe('the lists of names', () => {
  test('are filed under the first two letters of each word of three letters and more', () => {
    const lists = suggestionLists(editionWith({ articles: { 'the-old-quay-at-no-9': { headline: 'The old quay' } } }));
    const named = { address: '/articles/the-old-quay-at-no-9/', name: 'The old quay' };
    expect(Object.fromEntries(lists)).toEqual({
      '/404/ne.json': [{ address: '/sections/news/', name: 'News' }],
      '/404/th.json': [named],
      '/404/ol.json': [named],
      '/404/qu.json': [named],
    });
  });

  test('hold fifty names at most, of articles the newest', () => {
    const lists = suggestionLists(editionWith({ articles: pieces(2000, () => ({ tags: ['piece-of-cake'] }))! }));
    for (const list of lists.values()) expect(list.length).toBeLessThanOrEqual(50);
    expect(lists.get('/404/pi.json')).toHaveLength(50);
    expect(lists.get('/404/pi.json')?.[0]?.address).toBe('/articles/piece-02000/');
  });

  test('name a thing once, though two of its words begin alike', () => {
    const lists = suggestionLists(editionWith({ articles: { 'harbour-harvest': {} } }));
    expect(lists.get('/404/ha.json')).toHaveLength(1);
  });

  test('lead only to addresses with letters that any file system can hold', () => {
    const lists = suggestionLists(editionWith({ articles: { constructor: {}, 'x1-y2-con': {} } }));
    for (const file of lists.keys()) expect(file).toMatch(/^\/404\/[a-z0-9]{2}\.json$/);
  });
});
