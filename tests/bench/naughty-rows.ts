/** Strings that break programs, as headlines, as texts and as queries: none may throw, and none may be lost. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { editionOf, type Edition } from '../../src/publication/edition.ts';
import type { Content } from '../../src/publication/content.ts';
import { press } from '../../src/words/en/interface.ts';
import { excerptOf } from '../../src/publication/search/excerpt.ts';
import { wordsOf } from '../../src/publication/search/words-of.ts';
import { escaped } from './known-articles.ts';
import { numberOf, searchInMemory } from './relevance-rows.ts';
import type { Row } from './table.ts';

export async function naughtyRows(corpora: string): Promise<Row[]> {
  const strings = stringsIn(corpora);
  if (strings.length === 0) return [];
  const edition = editionOfStrings(strings);
  const search = searchInMemory(edition);
  let exceptions = 0;
  let lost = 0;
  let otherwise = 0;
  let cut = 0;
  for (const [number, text] of strings.entries()) {
    try {
      const found = await search.find({ text, sort: 'relevance', page: 1 });
      const decomposed = await search.find({ text: text.normalize('NFD'), sort: 'relevance', page: 1 });
      const place = numberOf(edition, `naughty-${number}`);
      if ([...wordsOf(text)].length > 0 && !found.results.some(({ article }) => article === place)) lost += 1;
      if (JSON.stringify(found.results) !== JSON.stringify(decomposed.results)) otherwise += 1;
      for (const result of found.results.slice(0, 3)) {
        const { text: passage } = await search.show(result);
        if (
          !isWhole(
            passage,
            excerptOf(passage, found.wanted).map((part) => part.text),
          )
        )
          cut += 1;
      }
    } catch {
      exceptions += 1;
    }
  }
  const group = 'Search for strings that break programs';
  const count = (what: string, value: number, atMost?: number): Row => ({ group, what, value, unit: '', atMost });
  return [
    count('strings', strings.length),
    count('exceptions', exceptions, 0),
    count('not found on the first page by themselves', lost),
    count('found otherwise when decomposed', otherwise, 0),
    count('excerpts that cut a letter', cut, 0),
  ];
}

const naughty = 'unicode/blns.json';
const emoji = 'unicode/emoji-zwj-sequences.txt';

function stringsIn(corpora: string): string[] {
  const read = (file: string) =>
    existsSync(join(corpora, file)) ? readFileSync(join(corpora, file), 'utf8') : undefined;
  const sequences = [...(read(emoji) ?? '').matchAll(/^([0-9A-F ]+);/gm)].map(([, codes = '']) =>
    String.fromCodePoint(
      ...codes
        .trim()
        .split(' ')
        .map((code) => Number.parseInt(code, 16)),
    ),
  );
  return [...(JSON.parse(read(naughty) ?? '[]') as string[]), ...sequences];
}

/** Whether an excerpt begins, ends and is marked between letters as readers count them. */
function isWhole(text: string, parts: readonly string[]): boolean {
  const own = parts.filter((part) => part !== '… ' && part !== ' …');
  const borders = new Set([text.length, ...Array.from(new Intl.Segmenter('en').segment(text), ({ index }) => index)]);
  let at = text.indexOf(own.join(''));
  return own.every((part) => {
    const inside = borders.has(at) && borders.has(at + part.length);
    at += part.length;
    return inside;
  });
}

function editionOfStrings(strings: readonly string[]): Edition {
  const content: Content = {
    publication: {
      name: 'Naughty strings',
      address: 'https://naughty.example/',
      language: 'en',
      timeZone: 'UTC',
      sections: [{ slug: 'all', name: 'All' }],
    },
    glossary: [],
    look: { theme: {} },
    mustRead: { entries: [] },
    authors: new Map(),
    articles: new Map(
      strings.map((headline, number) => [`naughty-${number}`, { headline, authors: [], section: 'all', body: [''] }]),
    ),
    pages: new Map(),
    pictures: new Map(),
    text: (owner) => ({
      html: `<p>${escaped(strings[Number(owner.split('-').at(-1))] ?? '')}</p>`,
      outline: [],
      words: 1,
    }),
    inline: (markdown) => markdown,
    letters: new Map(),
    unpublished: new Map(),
  };
  return editionOf(content, press);
}
