/** Addresses that lead to words of a page. */
import { describe, expect, test } from 'vitest';
import { textFragment } from '../../src/text/text-fragment.ts';
import { passage } from '../reader/records-of-readers.ts';

const fragment = (prefix: string, exact: string, suffix: string) =>
  decodeURIComponent(textFragment(passage({ prefix, exact, suffix })).replace('#:~:text=', ''));

describe('the fragment of', () => {
  test.each([
    [
      'a sentence is the sentence',
      '',
      'A river does not hurry, and is never late',
      '. And',
      'A river does not hurry, and is never late',
    ],
    [
      'few words has what stands around them in their line',
      'They say that',
      ' a river ',
      'does not hurry at all.',
      'They say that-,a river,-does not hurry',
    ],
    [
      'a word at the beginning of a block has nothing from the block before',
      'The end.\n\n',
      'Rivers',
      ' do not hurry, they say.',
      'Rivers,-do not hurry,',
    ],
    ['a word that is a block has no context', 'The end.\n\n', 'Rivers', '\n\nThey do not hurry.', 'Rivers'],
    [
      'part of a word is the whole word',
      'and they found it extra',
      'ordin',
      'ary that it',
      'they found it-,extraordinary,-that it',
    ],
    ['an Urdu word is whole with its marks', 'کہ دَر', 'یاؤ', 'ں کو جلدی نہیں', 'کہ-,دَریاؤں,-کو جلدی نہیں'],
    [
      'half words at the ends of a context leaves them out',
      `${'x'.repeat(60)} b c `,
      'Rivers',
      ` d e ${'y'.repeat(60)}`,
      'b c-,Rivers,-d e',
    ],
    ['words beside signs stays as it is', 'says: “', 'slowly', '”, and went', 'says: “-,slowly,-”, and went'],
    [
      'words across blocks is their beginning and end',
      '',
      'It was in the first days of June\n\nthat the river rose over its old bank',
      '.',
      'It was in the first,rose over its old bank',
    ],
    ['a cell of a table and the next is both', '', 'Rice\nWheat', '', 'Rice,Wheat'],
  ])('%s', (_, prefix, exact, suffix, expected) => {
    expect(fragment(prefix, exact, suffix)).toBe(expected);
  });

  test('a long quote is its first and last words', () => {
    const words = Array.from({ length: 200 }, (_, at) => `word${at}`);
    expect(fragment('', words.join(' '), '')).toBe(
      'word0 word1 word2 word3 word4,word195 word196 word197 word198 word199',
    );
  });

  test('signs that mean something in an address is written in percent signs', () => {
    const { length } = '#:~:text=';
    const written = textFragment(passage({ prefix: '', exact: 'well-known, “A&B” — 100 % #1, is it?', suffix: '' }));
    expect(written.slice(length)).toMatch(/^[A-Za-z0-9%.?_]+$/);
    expect(written).toContain('well%2Dknown%2C%20');
  });

  test('half a character breaks nothing', () => {
    expect(fragment('', 'wave \ud83c and more words than five of them', '')).toBe(
      'wave \ufffd and more words than five of them',
    );
  });
});
