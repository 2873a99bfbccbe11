/** A front page that an editor has laid out: what each block holds, in its order. */
import { describe, expect, test } from 'vitest';
import { frontPage } from '../../src/publication/front-page.ts';
import type { FrontBlock } from '../../src/publication/page.ts';
import { editionWith, type Parts, pieces } from '../fixtures/edition.ts';

const articles: Parts['articles'] = {
  ...pieces(12),
  tide: { section: 'coast', published: '2026-01-01' },
  ebb: { section: 'coast', published: '2026-01-02' },
  flood: { section: 'coast', published: '2026-01-03' },
  'lamps-1': { series: 'the-lamps', published: '2025-01-01' },
  'lamps-2': { series: 'the-lamps', published: '2025-01-02' },
  'lamps-3': { series: 'the-lamps', published: '2025-01-03' },
};

const pageWith = (front: Parts['front'], parts: Parts = {}) => frontPage(editionWith({ articles, front, ...parts }));

const slugOf = (href: string) => href.split('/')[2];

/** "lead flood", "list Coast: ebb tide", "must-read: tide Brief", "text text-1". */
const told = (block: FrontBlock): string => {
  if (block.kind === 'lead') return `lead ${slugOf(block.article.href)}`;
  if (block.kind === 'text') return `text ${block.text}`;
  const named = block.kind === 'list' ? `list ${block.title ?? '(latest)'}` : 'must-read';
  const entries =
    block.kind === 'list'
      ? block.articles.map(({ href }) => slugOf(href))
      : block.entries.map((entry) => (entry.kind === 'article' ? slugOf(entry.href) : entry.headline));
  return [`${named}:`, ...entries].join(' ');
};
const toldOf = (front: Parts['front'], parts?: Parts) => pageWith(front, parts).blocks.map(told);

describe('a front page laid out by hand', () => {
  test('has its blocks in their order, and no article twice', () => {
    const blocks = toldOf([
      { latest: 1 },
      { lead: 'tide' },
      { section: 'coast', count: 2, title: 'By the sea' },
      { section: 'coast', count: 2 },
      { series: 'the-lamps', count: 2 },
      { latest: 3, title: 'And more' },
    ]);
    expect(blocks).toEqual([
      'list (latest): flood',
      'lead tide',
      'list By the sea: ebb',
      'list The lamps: lamps-2 lamps-3',
      'list And more: lamps-1 piece-00012 piece-00011',
    ]);
  });

  test('shows four articles of a section where it says no number, and leads to the section', () => {
    const [block] = pageWith([{ section: 'news' }]).blocks;
    expect(block).toMatchObject({ kind: 'list', title: 'News', href: '/sections/news/', within: 'News' });
    expect(block?.kind === 'list' && block.articles).toHaveLength(4);
  });

  test('says of parts of a series which they are', () => {
    const [block] = pageWith([{ series: 'the-lamps', count: 2 }]).blocks;
    expect(block).toMatchObject({ href: '/series/the-lamps/', parts: ['Part 2 of 3', 'Part 3 of 3'] });
  });

  test.each<[what: string, front: Parts['front'], parts: Parts, lead: string]>([
    ['the one that is named', [{ lead: 'ebb' }], { publication: { lead: 'tide' } }, 'lead ebb'],
    ['that of publication.json', [{ lead: true }], { publication: { lead: 'tide' } }, 'lead tide'],
    ['the newest where none is chosen', [{ lead: true }], {}, 'lead flood'],
    [
      'that of publication.json for one that is not published',
      [{ lead: 'no' }],
      { publication: { lead: 'tide' } },
      'lead tide',
    ],
    ['the newest that no block has shown', [{ latest: 2 }, { lead: true }], {}, 'lead tide'],
  ])('has for its lead %s', (_, front, parts, lead) => {
    expect(toldOf(front, parts).at(-1)).toBe(lead);
  });

  test('leaves out a block with nothing in it', () => {
    expect(
      toldOf([{ section: 'coast', count: 3 }, { section: 'coast' }, { mustRead: true }, { series: 'none' }]),
    ).toEqual(['list Coast: flood ebb tide']);
  });

  test('has Must Read as a block, without what stands above, and then not beside the page', () => {
    const mustRead = [{ article: 'ebb' }, { headline: 'Told in brief' }, { article: 'flood', reason: 'The long read' }];
    const page = pageWith([{ lead: 'ebb' }, { mustRead: true }, { latest: 1 }], { mustRead });
    expect(page.blocks.map(told)).toEqual(['lead ebb', 'must-read: Told in brief flood', 'list (latest): tide']);
    expect(page.frame.mustRead).toEqual([]);
    expect(pageWith([{ lead: 'ebb' }, { mustRead: true }]).frame.mustRead).not.toEqual([]);
  });

  test('has texts, in their own language', () => {
    const page = pageWith([{ text: ['Welcome.', 'Read.'] }, { text: ['خوش آمدید'], title: 'سلام', language: 'ur' }]);
    expect(page.blocks).toEqual([
      { kind: 'text', text: 'text-1', title: undefined },
      { kind: 'text', text: 'text-2', title: 'سلام', lang: 'ur', dir: 'rtl' },
    ]);
    expect(page.texts).toEqual({ 'text-1': '<p>Welcome.</p><p>Read.</p>', 'text-2': '<p>خوش آمدید</p>' });
  });
});
