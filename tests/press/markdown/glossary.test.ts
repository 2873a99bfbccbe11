/** Terms of the glossary in a text: which words are found, which uses lead to the glossary, and that the text stays as it is. */
import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/publication/plain-text.ts';
import { glossaryTerms, termFinder } from '../../../src/press/markdown/glossary.ts';
import { compile, compileInline } from '../../../src/press/markdown/markdown.ts';

const terms = glossaryTerms({
  terms: [
    { term: 'standfirst', also: ['standfirsts', 'deck'], explanation: '…' },
    { term: 'Berliner', explanation: '…' },
    { term: 'drop cap', explanation: '…' },
    { term: 'cap', explanation: '…' },
    { term: 'NATO', explanation: '…' },
    { term: 'C++', explanation: '…' },
    { term: 'نستعلیق', also: ['خطِ نستعلیق'], explanation: '…' },
    { term: 'کتاب', explanation: '…' },
    { term: 'صحيفة', also: ['الصحيفة', 'صُحُف'], explanation: '…' },
  ],
});

const optionsIn = (language: string, base = '/') => ({
  owner: 'articles/one',
  base,
  language,
  picture: () => ({ url: '/harbour.jpg', width: 3, height: 2 }),
});
const html = (language: string, ...blocks: string[]): string =>
  compile(blocks, { ...optionsIn(language), terms: termFinder(terms) }).html;
const linked = (language: string, ...blocks: string[]): string[] =>
  Array.from(html(language, ...blocks).matchAll(/<a class="term" href="[^"]*">(.*?)<\/a>/g), ([, word = '']) =>
    plainText(word),
  );

describe('whole words are found as they are written', () => {
  test.each([
    ['en', 'The standfirst says it.', ['standfirst']],
    ['en', 'Two standfirsts; “deck” is American.', ['standfirsts']],
    ['en', 'standfirst’s, (deck)', ['standfirst']],
    ['en', 'The *standfirst* and the **Berliner**.', ['standfirst', 'Berliner']],
    ['en', 'NATO, then NATO', ['NATO']],
    ['en', 'A drop cap is a cap.', ['drop cap', 'cap']],
    ['en', 'A drop cap, a drop cap.', ['drop cap']],
    ['en', 'in C++.', ['C++']],
    ['en', '| a |\n| --- |\n| standfirst |', ['standfirst']],
    ['en', '> A standfirst, quoted.', ['standfirst']],
    ['ur', 'اردو نستعلیق میں لکھی جاتی ہے۔', ['نستعلیق']],
    ['ur', 'یہ خطِ نستعلیق ہے، اور نستعلیق', ['خطِ نستعلیق']],
    ['ar', 'قرأ الصحيفة، ثم صحيفة أخرى.', ['الصحيفة']],
    ['ar', 'في صُحُف كثيرة', ['صُحُف']],
  ])('%s: %j', (language, markdown, found) => {
    expect(linked(language, markdown)).toEqual(found);
  });
});

describe('a small first letter may be a capital where a sentence begins', () => {
  test.each(['Standfirst first.', 'It ends. Standfirst next.', '“Standfirst,” he said.', 'Why? (Deck is American.)'])(
    '%j',
    (markdown) => {
      expect(linked('en', markdown)).toHaveLength(1);
    },
  );

  test.each(['In Standfirst, a paper.', 'The *Standfirst* of Leeds', 'A [link](/about/) Standfirst', 'STANDFIRST'])(
    'within one, %j is a name',
    (markdown) => {
      expect(linked('en', markdown)).toEqual([]);
    },
  );
});

describe('nothing is guessed, and no part of a word is a term', () => {
  test.each([
    ['en', 'berliner'],
    ['en', 'standfirsted understandfirst'],
    ['en', 'standfirst-like, pre-standfirst'],
    ['en', 'standfirst.example, /standfirst/, @standfirst, #standfirst, standfirst_one'],
    ['ur', 'نستعلیقی'],
    ['ur', 'کتاب‌ها، کتابیں'],
    ['ar', 'والصحيفة، صحيفتان'],
    ['ar', 'صحف'],
  ])('%s: %j', (language, markdown) => {
    expect(linked(language, markdown)).toEqual([]);
  });
});

describe('what is left alone', () => {
  test.each([
    '## The standfirst',
    '| standfirst |\n| --- |\n| a |',
    '`standfirst`',
    '    standfirst',
    '[the standfirst](/about/)',
    'https://example.com/standfirst',
    '![standfirst](/images/harbour.jpg "standfirst")',
    'A note.[^1]\n\n[^1]: Of the standfirst.',
    '> یہ اردو کا اقتباس ہے جس میں standfirst کا لفظ آتا ہے، اور باقی سب اردو ہے۔',
    'کتاب',
  ])('%j', (markdown) => {
    expect(linked('en', markdown)).toEqual([]);
  });

  test('a caption', () => {
    expect(compileInline('The standfirst', { ...optionsIn('en'), terms: termFinder(terms) }).html).toBe(
      'The standfirst',
    );
  });
});

test('the first use in a text leads to the glossary, wherever the site lies, and is told once', () => {
  const blocks = ['## A standfirst', 'A deck.', 'A standfirst, and NATO’s Berliner.'];
  const options = { ...optionsIn('en', '/paper/'), terms: termFinder(terms) };
  const compiled = compile(blocks, options);
  expect(compiled.html).toContain('<p>A <a class="term" href="/paper/glossary/#g-standfirst">deck</a>.</p>');
  expect(compiled.html).toContain(
    '<a class="term" href="/paper/glossary/#g-nato"><span class="caps">NATO</span></a>’s',
  );
  expect(compiled.terms).toEqual(['g-standfirst', 'g-nato', 'g-berliner']);
  expect(compiled.problems).toEqual([]);
});

test('only links are added; a text without terms is the same to the byte', () => {
  const plain = (...blocks: string[]) => compile(blocks, optionsIn('en')).html;
  const text = 'The standfirst & a *drop cap* of نستعلیق, NATO’s <b>';
  expect(plainText(html('en', text))).toBe(plainText(plain(text)));
  expect(html('en', text).replaceAll(/<a class="term"[^>]*>(.*?)<\/a>/g, '$1')).toBe(plain(text));
  const none = ['A *plain* text.', 'Of نسخ and UNESCO.'];
  expect(html('en', ...none)).toBe(plain(...none));
});

test('ids are made of letters of any script, and are not given twice', () => {
  const named = glossaryTerms({
    terms: ['Drop cap', 'نستعلیق', 'drop-cap', '"><b>', '¶'].map((term) => ({ term, explanation: '…' })),
  });
  expect(named.map(({ id }) => id)).toEqual(['g-drop-cap', 'g-نستعلیق', 'g-drop-cap-2', 'g-b', 'g-part']);
});
