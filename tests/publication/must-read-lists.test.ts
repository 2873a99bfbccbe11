/** Where Must Read is shown: beside every page, and whole on its own. */
import { describe, expect, test } from 'vitest';
import { mustReadBeside, wholeMustRead } from '../../src/publication/must-read.ts';
import { contentOf, editionWith, pieces } from '../fixtures/edition.ts';
import { editionOf } from '../../src/publication/edition.ts';
import { press as english } from '../../src/words/en/interface.ts';
import { beside, brief, shown } from './must-read-entries.ts';

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
