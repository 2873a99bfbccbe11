/** The words of the interface, in every language that it has. */
import { describe, expect, test } from 'vitest';
import { bylineText } from '../../src/publication/byline.ts';
import { interfaceWords } from '../../src/words/interface-words.ts';
import * as languages from '../../src/words/languages.ts';
import { pluralsIn } from '../../src/words/plural.ts';
import type { Words } from '../../src/words/words.ts';

const known: Record<string, Words> = { ...languages };
const counts = [0, 1, 2, 5, 11, 100];

/** Words of which a part is a link: they take and give a list. */
const writers = ['Ada', { href: '/authors/ben/', text: 'Ben' }];
const bylines = ({ by, account }: Words['press']) => [
  by(writers),
  account('Headline', writers, 'The Paper'),
  account({ href: 'https://example.com/', text: 'Headline' }, [], undefined),
];

/** Every word by its name; a function says all that it says of the counts, whatever else it is told. */
function said(words: object, name = ''): [name: string, text: unknown][] {
  return Object.entries(words).flatMap(([key, word]: [string, unknown]) => {
    const path = `${name}${key}`;
    if (typeof word === 'object' && word !== null) return said(word, `${path}.`);
    if (typeof word !== 'function') return [[path, word]];
    const tell = (count: number, other: number) => String(word(...[count, other, other].slice(0, word.length)));
    return counts.flatMap((count) =>
      [0, count].map((other): [string, unknown] => [`${path}(${count}, ${other})`, tell(count, other)]),
    );
  });
}

async function everyText({ screen, press }: Words): Promise<[name: string, text: unknown][]> {
  const { responses, searching, reader, ...first } = screen;
  const { by: _by, account: _account, ...others } = press;
  const late = { responses: await responses(), searching: await searching(), reader: await reader() };
  return [
    ...said({ screen: first, press: others, ...late }),
    ...bylines(press).map((byline): [string, unknown] => ['byline', bylineText(byline)]),
  ];
}

describe.each(Object.entries(known))('the words of %s', (_code, words) => {
  test('are text, with nothing in them that was to be replaced', async () => {
    const texts = await everyText(words);
    expect(texts.length).toBeGreaterThan(300);
    const bad = texts.filter(
      ([, text]) => typeof text !== 'string' || text.trim() === '' || /undefined|NaN|\[object|#/.test(text),
    );
    expect(bad).toEqual([]);
  });
});

describe('a count', () => {
  const forms = { zero: 'zero', one: 'one', two: 'two', few: '# few', many: '# many', other: '# other' };

  test.each([
    ['ar', ['zero', 'one', 'two', '3 few', '11 many', '100 other']],
    ['en', ['0 other', 'one', '2 other', '3 other', '11 other', '100 other']],
    ['ur', ['0 other', 'one', '2 other', '3 other', '11 other', '100 other']],
  ])('has its noun in the form that %s has for the number', (language, expected) => {
    const plural = pluralsIn(language);
    expect([0, 1, 2, 3, 11, 100].map((count) => plural(count, forms))).toEqual(expected);
  });

  test('takes the form of other numbers where a language gives none of its own', () => {
    expect(pluralsIn('ar')(2, { other: '# other' })).toBe('2 other');
  });
});

test.each([
  ['ar', 'ar'],
  ['ar-EG', 'ar'],
  ['UR', 'ur'],
  ['xx', 'en'],
  ['constructor', 'en'],
])('a publication in %j has the words of %s, and the browser finds them', (language, code) => {
  expect(interfaceWords(language)).toEqual({ words: known[code], module: `/src/words/${code}/interface.ts` });
});
