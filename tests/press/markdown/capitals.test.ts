/** Runs of capitals, which the sheet sets in small capitals: which they are, and that nothing else of the text changes. */
import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/publication/plain-text.ts';
import { compile, compileInline } from '../../../src/press/markdown/markdown.ts';

const options = { owner: 'articles/one', base: '/', language: 'en', picture: () => undefined };
const html = (...blocks: string[]): string => compile(blocks, options).html;
const marked = (markdown: string): string[] =>
  Array.from(html(markdown).matchAll(/<span class="caps">([^<]*)<\/span>/g), ([, run = '']) => run);

describe('three capitals and more are marked', () => {
  test.each([
    ['NATO and the UN met UNESCO.', ['NATO', 'UNESCO']],
    ['Louis XIV, then Louis XVIII', ['XIV', 'XVIII']],
    ['UNESCO’s list, the COVID-19 years, the USSR–US talks', ['UNESCO', 'COVID', 'USSR']],
    ['(DPRK) “BBC” [the BBC](/about/)', ['DPRK', 'BBC', 'BBC']],
    ['AAA\nBBB', ['AAA', 'BBB']],
    ['a list:\n\n- the FAO', ['FAO']],
    ['A note[^1]\n\n[^1]: By the WHO.', ['WHO']],
  ])('%j', (markdown, runs) => {
    expect(marked(markdown)).toEqual(runs);
  });
});

describe('what is no such run, or is set in another face, is left alone', () => {
  test.each([
    'The UK and the EU',
    'MPs, NGOs and a YouTuber, iOS and PhDs',
    '## The NATO summit',
    '`NATO` and `const MAX`',
    '    NATO',
    '**NATO** and *NATO* and ~~NATO~~',
    'a_NATO_b @NATO #NATO a/NATO http://example.com/NATO',
    '| NATO |\n| --- |\n| UNESCO |',
    'ÅÄÖ ΑΒΓ НАТО',
  ])('%j', (markdown) => {
    expect(marked(markdown)).toEqual([]);
  });

  test('in a caption, which is set small already', () => {
    expect(compileInline('The NATO summit', options).html).toBe('The NATO summit');
  });
});

test('the words are copied, searched and read as they are written', () => {
  const markdown = 'NATO’s and UNESCO’s 50th & <b> years';
  expect(plainText(html(markdown))).toBe(plainText(html(markdown).replaceAll(/<\/?span[^>]*>/g, '')));
  expect(plainText(html('In UNESCO’s list'))).toBe('In UNESCO’s list');
});
