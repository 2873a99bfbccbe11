/** The order of Must Read: the picks of the editor, and what comes after them. */
import { describe, expect, test } from 'vitest';
import type { Edition } from '../../src/publication/edition.ts';
import { press as urdu } from '../../src/words/ur/interface.ts';
import { wholeMustRead } from '../../src/publication/must-read.ts';
import { editionWith, pieces } from '../fixtures/edition.ts';
import { beside, brief, shown } from './must-read-entries.ts';

describe('the editor’s picks', () => {
  const edition = editionWith({
    articles: { oldest: { published: '2001-01-01' }, newest: { published: '2026-01-01' }, undated: {} },
    mustRead: [
      { article: 'undated' },
      brief,
      { article: 'oldest', reason: 'Twenty-five years on' },
      { article: 'newest' },
    ],
  });

  test('stand in the editor’s order, each with its reason', () => {
    const entries = beside(edition);
    expect(shown(entries)).toEqual(['undated', 'Ferry late', 'oldest', 'newest']);
    expect(entries.map(({ reason }) => reason)).toEqual([
      'Editor’s pick',
      'Editor’s pick',
      'Twenty-five years on',
      'Editor’s pick',
    ]);
  });

  test('lack the article that is being read', () => {
    expect(shown(beside(edition, 'oldest'))).toEqual(['undated', 'Ferry late', 'newest']);
  });

  test('keep all that a brief says, and give it no address here', () => {
    expect(beside(edition)[1]).toEqual({ kind: 'brief', ...brief, reason: 'Editor’s pick' });
    expect(beside(editionWith({ mustRead: [{ headline: 'Only this', reason: 'Seen today' }] }))).toEqual([
      { kind: 'brief', headline: 'Only this', reason: 'Seen today' },
    ]);
  });

  test('lead to an article with its headline, its length and its picture', () => {
    const picture = { url: '/images/quay.svg', width: 4, height: 3 };
    const illustrated = editionWith({
      articles: { quay: { headline: 'The quay', image: { src: '/images/quay.svg', alt: 'A quay' }, language: 'ur' } },
      pictures: { '/images/quay.svg': picture },
      texts: { 'articles/quay': { words: 1000 } },
      mustRead: [{ article: 'quay' }],
    });
    expect(beside(illustrated)).toEqual([
      {
        kind: 'article',
        href: '/articles/quay/',
        headline: 'The quay',
        reason: 'Editor’s pick',
        minutes: '4 minutes',
        lang: 'ur',
        dir: 'rtl',
      },
    ]);
  });

  test('that name an article twice show it once, where it stood first', () => {
    const twice = editionWith({
      articles: pieces(2)!,
      mustRead: [{ article: 'piece-00001' }, { article: 'piece-00002' }, { article: 'piece-00001', reason: 'Again' }],
    });
    expect(shown(beside(twice))).toEqual(['piece-00001', 'piece-00002']);
    expect(shown(wholeMustRead(twice))).toEqual(['piece-00001', 'piece-00002']);
  });

  test('that name a draft or nothing at all are passed over', () => {
    const passed = editionWith({
      articles: pieces(1)!,
      mustRead: [
        { article: 'a-draft' },
        { article: 'piece-00001' },
        { article: '__proto__' },
        { article: 'constructor' },
      ],
    });
    expect(shown(beside(passed))).toEqual(['piece-00001']);
  });

  test('tell their reason in the language of the interface', () => {
    const inUrdu = editionWith({ articles: pieces(1)!, mustRead: [{ article: 'piece-00001' }] }, urdu);
    expect(beside(inUrdu)[0]?.reason).toBe('مدیر کا انتخاب');
  });
});

describe('after the picks', () => {
  const about = (edition: Edition, slug: string) =>
    beside(edition, slug).map((entry) => [shown([entry])[0], entry.reason]);

  test('come the same series, the same author, shared tags and the newest, each saying why', () => {
    const edition = editionWith({
      authors: { amna: { name: 'Amna Shah' } },
      articles: {
        here: { published: '2020-06-02', series: 'the-sea', authors: ['amna'], tags: ['north-korea', 'trade'] },
        picked: { published: '2020-01-01', series: 'the-sea' },
        'part-one': { published: '2020-06-01', series: 'the-sea' },
        'part-three': { published: '2020-06-03', series: 'the-sea', authors: ['amna'] },
        'by-amna': { published: '2019-01-01', authors: ['amna'], tags: ['trade'] },
        'on-trade': { published: '2018-01-01', tags: ['trade'] },
        'on-both': { published: '2017-01-01', tags: ['trade', 'north-korea'] },
        news: { published: '2026-01-01' },
      },
      mustRead: [{ article: 'picked' }],
    });
    expect(about(edition, 'here')).toEqual([
      ['picked', 'Editor’s pick'],
      ['part-three', 'Same series'],
      ['part-one', 'Same series'],
      ['by-amna', 'Also by Amna Shah'],
      ['on-both', 'Also on north korea'],
      ['on-trade', 'Also on trade'],
      ['news', 'New'],
    ]);
  });

  test('come the parts that follow, then the parts before, both in the order of reading', () => {
    const edition = editionWith({ articles: pieces(7, () => ({ series: 'the-sea' }))! });
    expect(about(edition, 'piece-00004').map(([slug]) => slug)).toEqual([
      'piece-00005',
      'piece-00006',
      'piece-00007',
      'piece-00001',
      'piece-00002',
      'piece-00003',
    ]);
  });

  test('come the articles of each author in turn, newest first', () => {
    const edition = editionWith({
      articles: {
        here: { published: '2020-01-01', authors: ['bilal', 'amna'] },
        'amna-new': { published: '2026-01-01', authors: ['amna'] },
        'bilal-old': { published: '2001-01-01', authors: ['bilal'] },
        'bilal-new': { published: '2002-01-01', authors: ['bilal'] },
        'both-undated': { authors: ['amna', 'bilal'] },
      },
    });
    expect(about(edition, 'here')).toEqual([
      ['bilal-new', 'Also by Bilal'],
      ['bilal-old', 'Also by Bilal'],
      ['both-undated', 'Also by Bilal'],
      ['amna-new', 'Also by Amna'],
    ]);
  });

  test('say in which language the name of an author is, where it is not that of the interface', () => {
    const edition = editionWith({
      authors: { desk: { name: 'اردو ڈیسک', language: 'ur' } },
      articles: { here: { authors: ['desk', 'amna'] }, theirs: { authors: ['desk'] }, hers: { authors: ['amna'] } },
    });
    expect(beside(edition, 'here')).toMatchObject([
      { reason: 'Also by اردو ڈیسک', by: { name: 'اردو ڈیسک', lang: 'ur', dir: 'rtl' } },
      { reason: 'Also by Amna', by: undefined },
    ]);
  });

  test('come those that share most tags, and of those the newest; undated last, then by slug', () => {
    const edition = editionWith({
      articles: {
        here: { tags: ['a', 'b', 'c'], published: '2020-01-01' },
        'three-old': { tags: ['c', 'b', 'a'], published: '1999-01-01' },
        'two-new': { tags: ['a', 'c'], published: '2026-01-01' },
        'two-old': { tags: ['b', 'c'], published: '2001-01-01' },
        'one-zebra': { tags: ['c'] },
        'one-apple': { tags: ['b'] },
        none: { tags: ['d'], published: '2026-02-01' },
      },
    });
    expect(about(edition, 'here')).toEqual([
      ['three-old', 'Also on a'],
      ['two-new', 'Also on a'],
      ['two-old', 'Also on b'],
      ['one-apple', 'Also on b'],
      ['one-zebra', 'Also on c'],
      ['none', 'New'],
    ]);
  });

  test('a tag that is named twice counts once', () => {
    const edition = editionWith({
      articles: {
        here: { tags: ['a', 'a', 'b', 'c'] },
        one: { tags: ['a', 'a'], published: '2026-01-01' },
        two: { tags: ['b', 'c'], published: '2001-01-01' },
      },
    });
    expect(shown(beside(edition, 'here'))).toEqual(['two', 'one']);
  });

  test('an article without author, series or tags is followed by the newest', () => {
    const edition = editionWith({ articles: { here: {}, ...pieces(3) } });
    expect(about(edition, 'here')).toEqual([
      ['piece-00003', 'New'],
      ['piece-00002', 'New'],
      ['piece-00001', 'New'],
    ]);
  });
});
