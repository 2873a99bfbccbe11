/** Words of pages that are no part of an article, and words of articles that look like them. */
import { describe, expect, test } from 'vitest';
import { withDateline } from '../../../src/import/wording/brief-lists.ts';
import {
  contactLine,
  isCommenting,
  isPaging,
  isRights,
  isSharing,
  isTagging,
  listKindOf,
} from '../../../src/import/wording/page-words.ts';

describe('headings of lists', () => {
  test.each([
    ['Must Read', 'must-read'],
    ['MUST READS:', 'must-read'],
    ['– Editor’s Picks –', 'must-read'],
    ['ضرور پڑھیں', 'must-read'],
    ['Lo más leído', 'popular'],
    ['Trending Now', 'popular'],
    ['– Latest News –', 'latest'],
    ['تازہ ترین خبریں', 'latest'],
    ['Related articlesMore from author', 'related'],
    ['VERWANDTE ARTIKELMEHR VOM AUTOR', 'related'],
    ['یہ بھی پڑھیں', 'related'],
    ['এই বিভাগের আরো খবর', 'related'],
    ['Must read before you go', undefined],
    ['The latest word on ferries', undefined],
    ['', undefined],
  ])('%j: %s', (heading, expected) => {
    expect(listKindOf(heading)).toBe(expected);
  });
});

describe('lines', () => {
  test.each([
    [
      'sharing',
      isSharing,
      ['Facebook', 'Share on X', 'teilen 50', 'শেয়ার', 'E-Mail'],
      ['Facebook said on Monday that it would not', 'Share prices fell'],
    ],
    [
      'commenting',
      isCommenting,
      [
        'LEAVE A REPLY',
        'Please enter your comment!',
        'Name:*',
        'Schreibe einen Kommentar',
        '12 comments',
        'تبصرہ کریں',
      ],
      ['Commenting on the plan, she said no', 'Name the boat'],
    ],
    [
      'paging',
      isPaging,
      ['Previous articleRain', 'Nächster Artikel', '« Older'],
      ['The previous article of the treaty'],
    ],
    [
      'rights',
      isRights,
      ['© 2024 The Observer', 'All rights reserved.', 'Alle Rechte vorbehalten'],
      ['Copyright: Ola Strand', 'Human rights'],
    ],
    ['tags', isTagging, ['TAGS', 'Schlagworte:', 'ETIQUETASCosta Rica'], ['Tags were sewn on']],
  ] as const)('%s', (_what, is, some, others) => {
    expect(some.filter((line) => !is(line))).toEqual([]);
    expect(others.filter((line) => is(line))).toEqual([]);
  });

  test.each(['The writer can be reached at: x', 'He may be contacted at x', 'Follow the author on x'])(
    '%j is a contact line',
    (line) => {
      expect(contactLine.test(line)).toBe(true);
    },
  );
});

describe('datelines', () => {
  test.each([
    ['ISLAMABAD: The board said.', 'ISLAMABAD', 'The board said.'],
    ['NEW DELHI (Reuters) - The board said.', 'NEW DELHI', 'The board said.'],
    ['LONDON — The board said.', 'LONDON', 'The board said.'],
    ['اسلام آباد: بورڈ نے کہا۔', 'اسلام آباد', 'بورڈ نے کہا۔'],
    ['Note: the board said.', undefined, 'Note: the board said.'],
    ['The board said: no.', undefined, 'The board said: no.'],
  ])('%j', (text, dateline, rest) => {
    expect(withDateline(text)).toEqual(dateline === undefined ? { text: rest } : { dateline, text: rest });
  });
});
