import { describe, expect, test } from 'vitest';
import type { Edition } from '../../src/publication/edition.ts';
import { press as urdu } from '../../src/words/ur/interface.ts';
import { mustReadBeside, wholeMustRead } from '../../src/publication/must-read.ts';
import type { MustReadEntry } from '../../src/publication/page.ts';
import { contentOf, editionWith, pieces } from '../fixtures/edition.ts';
import { editionOf } from '../../src/publication/edition.ts';
import { press as english } from '../../src/words/en/interface.ts';

const brief = {
  headline: 'Ferry late',
  dateline: 'Karachi',
  excerpt: 'By an hour, they say.',
  url: 'https://a.example',
};

const shown = (entries: readonly MustReadEntry[]): string[] =>
  entries.map((entry) => (entry.kind === 'article' ? entry.href.split('/')[2]! : entry.headline));

const beside = (edition: Edition, slug?: string) =>
  mustReadBeside(edition, slug === undefined ? undefined : edition.bySlug.get(slug)!);

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

describe('beside every page', () => {
  const busy = editionWith({
    articles: pieces(60, (number) => ({
      authors: [`writer-${number % 3}`],
      tags: [`tag-${number % 4}`, `tag-${number % 5}`],
      ...(number % 6 === 0 && { series: 'sixes' }),
    }))!,
    mustRead: [brief, ...Array.from({ length: 40 }, (_, index) => ({ article: `piece-000${index + 10}` }))],
  });

  test('stand nine entries, never the one being read and never one twice', () => {
    for (const article of busy.articles) {
      const slugs = shown(mustReadBeside(busy, article));
      expect(slugs).toHaveLength(9);
      expect(new Set(slugs).size).toBe(9);
      expect(slugs).not.toContain(article.slug);
    }
  });

  test('at least three entries are related, however many picks there are', () => {
    for (const article of busy.articles) {
      const reasons = mustReadBeside(busy, article).map(({ reason }) => reason);
      expect(reasons.filter((reason) => reason !== 'Editor’s pick').length).toBeGreaterThanOrEqual(3);
    }
  });

  test('the same input gives the same order, whichever way the files were read', () => {
    const content = contentOf({ articles: Object.fromEntries([...busy.content.articles].toReversed()) });
    const read = editionOf({ ...content, mustRead: busy.content.mustRead, authors: busy.content.authors }, english);
    for (const { slug } of busy.articles) expect(beside(read, slug)).toEqual(beside(busy, slug));
    expect(wholeMustRead(read)).toEqual(wholeMustRead(busy));
  });

  test('there is a list on an article of one paragraph and with no picks at all', () => {
    const edition = editionWith({ articles: { short: { body: ['One line.'] }, other: {} } });
    expect(beside(edition, 'short')).toMatchObject([{ kind: 'article', href: '/articles/other/', reason: 'New' }]);
  });

  test('there is none where there is nothing else to read', () => {
    expect(beside(editionWith({ articles: { alone: {} } }), 'alone')).toEqual([]);
    expect(beside(editionWith())).toEqual([]);
    expect(wholeMustRead(editionWith())).toEqual([]);
  });
});

describe('the whole list', () => {
  const pick = (number: number) => ({ article: `piece-${String(number).padStart(5, '0')}` });

  test('holds the picks, then the newest, twenty in all', () => {
    const edition = editionWith({ articles: pieces(40)!, mustRead: [pick(3), brief, pick(39)] });
    const slugs = shown(wholeMustRead(edition));
    expect(slugs.slice(0, 6)).toEqual([
      'piece-00003',
      'Ferry late',
      'piece-00039',
      'piece-00040',
      'piece-00038',
      'piece-00037',
    ]);
    expect(slugs).toHaveLength(20);
    expect(new Set(slugs).size).toBe(20);
  });

  test('holds every pick where there are more than twenty', () => {
    const picks = Array.from({ length: 25 }, (_, index) => pick(index + 1));
    const edition = editionWith({ articles: pieces(40)!, mustRead: picks });
    expect(shown(wholeMustRead(edition))).toEqual(picks.map(({ article }) => article));
  });
});

test('in an archive of 10,000 a page asks for the texts of its own entries only', () => {
  const asked: string[] = [];
  const content = contentOf({
    articles: pieces(10_000, (number) => ({
      authors: ['amna'],
      tags: ['sea', `tag-${number % 50}`],
      series: `series-${number % 100}`,
    }))!,
    mustRead: Array.from({ length: 10_000 }, (_, index) => ({
      article: `piece-${String(index + 1).padStart(5, '0')}`,
    })),
  });
  const text = (owner: string) => {
    asked.push(owner);
    return content.text(owner);
  };
  const edition = editionOf({ ...content, text }, english);
  expect(asked).toEqual([]);
  for (const article of edition.articles.slice(4990, 5000)) mustReadBeside(edition, article);
  expect(asked).toHaveLength(90);
});
