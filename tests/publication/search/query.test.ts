/** What a reader asks for, as words and as an address. */
import { describe, expect, test } from 'vitest';
import { askedOf, searchPartOf } from '../../../src/publication/search/asked.ts';
import { completionsOf, queryOf } from '../../../src/publication/search/query.ts';

const ways = (text: string) => queryOf(text).wanted.map((wanted) => wanted.ways);

describe('what is asked for', () => {
  test.each([
    ['harbour lights', [[['harbour']], [['light']]]],
    ['harbour harbours HARBOUR', [[['harbour']]]],
    ['well-being', [[['wellbeing'], ['well', 'being']]]],
    ['東京都', [[['東京']], [['京都']]]],
    ['  ', []],
  ])('%j', (text, expected) => {
    expect(ways(text)).toEqual(expected);
  });

  test.each([
    ['"north quay"', [['north', 'quay']]],
    ['“north quay” lights', [['north', 'quay']]],
    ['lights "north quay', [['north', 'quay']]],
    ['"quay"', []],
    ['„Nordkai am Hafen“', [['nordkai', 'am', 'hafen']]],
    ['«quai du nord»', [['quai', 'du', 'nord']]],
    ['five" pipes and six" pipes', []],
    ['"東京都"', [['東京', '京都']]],
    ['""', []],
    ['"', []],
  ])('%s has the phrases %j', (text, phrases) => {
    expect(queryOf(text).phrases).toEqual(phrases);
  });

  test.each([
    ['har', 'har'],
    ['the har', 'har'],
    ['har ', undefined],
    ['har?', undefined],
    ['h', undefined],
    ['Résu', 'resu'],
    ['اردو نست', 'نست'],
    ['東', '東'],
    ['"har"', undefined],
  ])('the last word of %j may go on: %s', (text, beginning) => {
    expect(queryOf(text).wanted.at(-1)?.beginning).toBe(beginning);
  });

  test('a word that is not typed to its end may be a form whose key is shorter', () => {
    expect(completionsOf('housi')).toContain('hous');
    expect(completionsOf('parti')).toContain('party');
    expect(completionsOf('stoppi')).toContain('stop');
    expect(completionsOf('اردو')).toEqual([]);
  });

  test('a pasted page is a query of its first words', () => {
    expect(queryOf('lorem ipsum dolor sit amet '.repeat(10_000)).wanted.length).toBe(5);
    expect(queryOf(Array.from({ length: 500 }, (_, number) => `w${number}`).join(' ')).wanted.length).toBe(24);
  });
});

describe('the address of a query', () => {
  test.each([
    ['', { text: '', sort: 'relevance', page: 1 }],
    ['?q=north+quay', { text: 'north quay' }],
    ['?q=a%26b%3Dc%23d', { text: 'a&b=c#d' }],
    [
      '?q=x&sort=date&section=news&author=jane&year=2026&page=3',
      { sort: 'date', section: 'news', author: 'jane', year: '2026', page: 3 },
    ],
    ['?q=%D8%A7%D8%B1%D8%AF%D9%88', { text: 'اردو' }],
    ['?q=%E0%A4%A&page=-1&sort=up', { sort: 'relevance', page: 1 }],
  ])('%s', (address, expected) => {
    expect(askedOf(address)).toMatchObject(expected);
    expect(askedOf(searchPartOf(askedOf(address)))).toEqual(askedOf(address));
  });

  test('says nothing of what is not asked', () => {
    expect(searchPartOf(askedOf(''))).toBe('');
    expect(searchPartOf(askedOf('?q=x&page=1&year='))).toBe('?q=x');
  });
});
