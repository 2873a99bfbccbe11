/** What the articles of a publication have to do with each other: order, series, translations. */
import { describe, expect, test } from 'vitest';
import { nameOfSlug, titleOfSlug } from '../../src/publication/edition.ts';
import { editionWith, type Parts } from '../fixtures/edition.ts';

const slugs = (articles: readonly { slug: string }[] | undefined) => articles?.map(({ slug }) => slug);

describe('articles', () => {
  test('stand newest first, undated last, then by slug', () => {
    const edition = editionWith({
      articles: {
        'undated-b': {},
        'day-b': { published: '2026-05-03' },
        'undated-a': {},
        morning: { published: '2026-05-03T09:00:00+01:00' },
        'day-a': { published: '2026-05-03' },
        'day-before': { published: '2026-05-02T23:59:59+01:00' },
      },
    });
    expect(slugs(edition.articles)).toEqual(['morning', 'day-a', 'day-b', 'day-before', 'undated-a', 'undated-b']);
    expect(slugs(edition.undated)).toEqual(['undated-a', 'undated-b']);
    expect(edition.articles.map(({ place }) => place)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('of one moment, written with two offsets, stand by slug', () => {
    const articles = { b: { published: '2026-05-03T12:00:00Z' }, a: { published: '2026-05-03T17:00:00+05:00' } };
    expect(slugs(editionWith({ articles }).articles)).toEqual(['a', 'b']);
  });

  test.each([
    ['Asia/Karachi', '2026-01'],
    ['Europe/London', '2025-12'],
    ['Pacific/Kiritimati', '2026-01'],
  ])('of the last evening of the year stand, in %s, in the month %s', (timeZone, month) => {
    const edition = editionWith({
      publication: { timeZone },
      articles: { eve: { published: '2025-12-31T20:00:00Z' } },
    });
    expect([...edition.byMonth.keys()]).toEqual([month]);
  });

  test('are listed once under a tag or an author that is named twice', () => {
    const edition = editionWith({ articles: { one: { tags: ['sea', 'sea'], authors: ['amna', 'amna'] } } });
    expect(slugs(edition.byTag.get('sea'))).toEqual(['one']);
    expect(slugs(edition.byAuthor.get('amna'))).toEqual(['one']);
  });

  test('that give an account of somebody’s work are not by that writer', () => {
    const source = { headline: 'The hill', authors: ['hossain'] };
    const edition = editionWith({ articles: { account: { authors: ['desk'], source } } });
    expect(edition.byAuthor.get('hossain')).toBeUndefined();
    expect(slugs(edition.accountsOf.get('hossain'))).toEqual(['account']);
  });
});

describe('the parts of a series', () => {
  const order = (articles: Parts['articles']) => slugs(editionWith({ articles }).bySeries.get('sea'));
  const series = 'sea';

  test('stand oldest first, undated last', () => {
    expect(
      order({
        'z-first': { series, published: '2001-01-01' },
        undated: { series },
        'a-second': { series, published: '2002-01-01' },
      }),
    ).toEqual(['z-first', 'a-second', 'undated']);
  });

  test('that came out on one day stand by their slugs', () => {
    const published = '2026-05-03';
    expect(
      order({
        'part-two': { series, published },
        'part-one': { series, published },
        'a-prologue': { series, published: '2026-05-02' },
      }),
    ).toEqual(['a-prologue', 'part-one', 'part-two']);
  });

  test('that are numbered stand by their numbers', () => {
    const numbers = Array.from({ length: 12 }, (_, index) => `part-${index + 1}`);
    expect(order(Object.fromEntries(numbers.map((slug) => [slug, { series }])))).toEqual(numbers);
  });
});

describe('translations', () => {
  const of = (articles: Parts['articles']) =>
    Object.fromEntries([...editionWith({ articles }).translationsOf].map(([slug, others]) => [slug, slugs(others)]));

  test('know the original and each other', () => {
    expect(
      of({
        hill: { published: '2026-01-03' },
        pahari: { published: '2026-01-02', language: 'ur', translationOf: 'hill' },
        colline: { published: '2026-01-01', language: 'fr', translationOf: 'hill' },
        alone: {},
      }),
    ).toEqual({ hill: ['pahari', 'colline'], pahari: ['hill', 'colline'], colline: ['hill', 'pahari'] });
  });

  test('of a translation belong to the original', () => {
    expect(of({ a: {}, b: { translationOf: 'a' }, c: { translationOf: 'b' } })).toEqual({
      a: ['b', 'c'],
      b: ['a', 'c'],
      c: ['a', 'b'],
    });
  });

  test('that name each other are translations of each other', () => {
    expect(of({ b: { translationOf: 'a' }, a: { translationOf: 'b' } })).toEqual({ a: ['b'], b: ['a'] });
  });

  test('whose names go round in a ring, with one beside it, are still one group', () => {
    const ring = { a: { translationOf: 'c' }, b: { translationOf: 'a' }, c: { translationOf: 'b' } };
    expect(Object.keys(of({ ...ring, d: { translationOf: 'b' } })).sort()).toEqual(['a', 'b', 'c', 'd']);
  });
});

test.each([
  ['north-korea', 'north korea', 'North korea'],
  ['ai', 'ai', 'Ai'],
  ['2026', '2026', '2026'],
  ['how-it-works', 'how it works', 'How it works'],
])('the slug %s is read as “%s”, and in a title as “%s”', (slug, name, title) => {
  expect(nameOfSlug(slug)).toBe(name);
  expect(titleOfSlug(slug)).toBe(title);
});
