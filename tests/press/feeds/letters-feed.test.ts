// @vitest-environment jsdom
/** The feed of the letters under an article: for those who follow a conversation. */
import { parseRssFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { letter, removed } from '../../fixtures/letters.ts';
import { pieces, type Parts } from '../../fixtures/edition.ts';
import { filesOf, folder, strictly, textOf } from './reading-feeds.ts';

const file = '/articles/piece-00001/letters.xml';
const entriesOf = (letters: Parts['letters'], place = folder) => {
  const xml = textOf(filesOf({ articles: pieces(2), authors: { ana: { name: 'Ana' } }, letters }, place), file);
  strictly(xml);
  return { xml, items: parseRssFeed(xml).items ?? [] };
};

test('has every letter, the newest first, each with its own language and address', () => {
  const { items, xml } = entriesOf({
    'piece-00001': [
      letter('a', { date: '2026-05-02', name: 'Mira <b>', text: ['One & two.', 'https://example.org/x'] }),
      letter('b', { date: '2026-05-04', language: 'ur', name: 'عائشہ', text: ['خط ]]>'] }),
      letter('c', { date: '2026-05-03', replyTo: 'gone', name: 'Ana', author: 'ana' }),
      removed('gone'),
    ],
  });
  const site = 'https://post.example/folder/articles/piece-00001/';
  expect(items.map(({ link, title }) => [link, title])).toEqual([
    [`${site}#letter-b`, expect.stringContaining('عائشہ on “')],
    [`${site}#letter-c`, expect.stringContaining('Ana on “')],
    [`${site}#letter-a`, expect.stringContaining('Mira <b> on “')],
  ]);
  expect(items[0]?.dc?.languages).toEqual(['ur']);
  expect(items[0]?.content?.encoded).toBe('<p>خط ]]&gt;</p>');
  expect(items[2]?.content?.encoded).toContain('<p>One &amp; two.</p><p><a href="https://example.org/x" rel="ugc');
  expect(xml).toContain(`<atom:link rel="self" type="application/rss+xml" href="${site}letters.xml"/>`);
});

test('of a thousand it has the newest fifty, each where it stands', () => {
  const many = Array.from({ length: 1000 }, (_, index) =>
    letter(`n${index}`, { date: new Date(Date.UTC(2026, 4, 2, index)).toISOString() }),
  );
  const { items } = entriesOf({ 'piece-00001': many });
  expect(items).toHaveLength(50);
  expect(items[0]?.link).toBe('https://post.example/folder/articles/piece-00001/letters/page/20/#letter-n999');
});

test('is there for an article that has letters, and for no other', () => {
  const files = filesOf({ articles: pieces(2), letters: { 'piece-00001': [letter('a')] } });
  expect([...files.keys()].filter((name) => name.endsWith('letters.xml'))).toEqual([file]);
});
