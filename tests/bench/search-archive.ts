/**
 * An archive to be searched, of any size, in memory: its words fall as in written language, each article returns to
 * words of its own, and rare words never end. The phrases of `archive.ts` would lie here: a thousand words in all make a small index of any archive.
 */
import type { CompiledText, Content } from '../../src/publication/content.ts';
import { editionOf, type Edition } from '../../src/publication/edition.ts';
import { press } from '../../src/words/en/interface.ts';
import type { ArticleFile } from '../../src/publication/schema.ts';
import { type Draw, drawFrom } from './prose.ts';

const everydayWords = 15_000;
const wordsAnArticle = 1000;
const topicsAnArticle = 25;

const beginnings = 'b c d f g h l m n p r s t v st tr ch br'.split(' ');
const middles = 'a e i o u ea'.split(' ');
const syllables = beginnings.flatMap((beginning) => middles.map((middle) => beginning + middle));

/** Frequent words are short. */
export function wordOfRank(rank: number): string {
  let word = '';
  for (let rest = rank; rest >= 0; rest = Math.floor(rest / syllables.length) - 1) {
    word += syllables[rest % syllables.length]!;
  }
  return word + 'nrlstmdk'.charAt(rank % 11);
}

const share = (draw: Draw): number => draw.below(1 << 24) / (1 << 24);

/**
 * The words everybody uses fall as 1/n; those beyond fall as the square of it (Ferrer i Cancho and Solé 2001). So a
 * million words hold 43,000 different ones, ten million 137,000: as many as in the news of Reuters (44 times the root).
 */
function anyWord(draw: Draw): string {
  const everyday = draw.below(100) < 96;
  const rank = everyday ? everydayWords ** share(draw) : everydayWords / (1 - share(draw));
  return wordOfRank(Math.floor(rank) - 1);
}

function wordsOf(draw: Draw, topics: readonly string[], count: number): string[] {
  return Array.from({ length: count }, () => {
    const word = draw.below(6) === 0 ? draw.one(topics) : anyWord(draw);
    return draw.below(9) === 0 ? `${word}s` : word;
  });
}

const topicsOf = (draw: Draw): string[] =>
  Array.from({ length: topicsAnArticle }, () => wordOfRank(Math.floor(200 * 400 ** share(draw))));

const withCapital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The words of article `number`: its headline, and paragraphs of sentences. */
export function textOf(number: number): { headline: string; standfirst: string; paragraphs: string[] } {
  const draw = drawFrom(0x5ea4c4 + number);
  const topics = topicsOf(draw);
  const sentence = (length: number) => `${withCapital(wordsOf(draw, topics, length).join(' '))}.`;
  const headline = withCapital([...wordsOf(draw, topics, 4), draw.one(topics), draw.one(topics)].join(' '));
  const standfirst = sentence(18);
  const paragraphs: string[] = [];
  for (let words = 0; words < wordsAnArticle; words += 60) {
    paragraphs.push([sentence(14), sentence(22), sentence(9), sentence(15)].join(' '));
  }
  return { headline, standfirst, paragraphs };
}

const sections = 12;
const newest = Date.UTC(2026, 0, 31);

/** `size` articles over about twenty years, by one author for every forty. */
export function searchArchive(size: number): Edition {
  const articles = new Map<string, ArticleFile>();
  const authors = new Map(
    Array.from({ length: Math.ceil(size / 40) }, (_, number) => [
      `author-${number}`,
      { name: `${withCapital(wordOfRank(number * 7 + 3000))} ${withCapital(wordOfRank(number * 13 + 9000))}` },
    ]),
  );
  for (let number = 0; number < size; number += 1) {
    const { headline, standfirst } = textOf(number);
    articles.set(`article-${number}`, {
      headline,
      standfirst,
      authors: [`author-${(number * 31) % authors.size}`],
      section: `section-${number % sections}`,
      tags: [wordOfRank(1000 + (number % 300))],
      published: new Date(newest - Math.floor((number / size) * 7300) * 86_400_000).toISOString().slice(0, 10),
      body: [''],
    });
  }
  const content: Content = {
    publication: {
      name: 'The Searched Archive',
      address: 'https://archive.example/',
      language: 'en-GB',
      timeZone: 'UTC',
      sections: Array.from({ length: sections }, (_, section) => ({ slug: `section-${section}`, name: `S${section}` })),
    },
    glossary: [],
    look: { theme: {} },
    mustRead: { entries: [] },
    authors,
    articles,
    pages: new Map(),
    pictures: new Map(),
    text: compiled,
    inline: (markdown) => markdown,
    letters: new Map(),
    unpublished: new Map(),
  };
  return editionOf(content, press);
}

/** Made when it is asked for: all texts of a large archive at once are no part of what is measured. */
function compiled(owner: string): CompiledText {
  const { paragraphs } = textOf(Number(owner.split('-').at(-1)));
  return { html: paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join(''), outline: [], words: wordsAnArticle };
}
