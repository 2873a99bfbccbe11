/** What of an article can be searched, and the passages that its excerpts are taken from. */
import { bylineText } from '../../publication/byline.ts';
import { nameOfSlug, type Article, type Edition } from '../../publication/edition.ts';
import { lettersText } from '../../publication/letters.ts';
import { plainText, wholeText } from '../../publication/plain-text.ts';
import type { IndexedPassage } from '../../publication/search/index-files.ts';
import { bylineOf, labelOf, languageFor } from '../../publication/teaser.ts';

export type SearchedText = {
  headline: string;
  standfirst: string;
  /** The body and what stands under its main picture, in parts; the standfirst goes before the first. */
  blocks: string[];
  authors: string;
  /** Kicker, dateline, tags: what is said about the article beside its text. */
  about: string;
};

/** Most articles are one part: two files less each, and no word moves from part to part when a text grows. */
const blockLength = 6000;
/** What a posting can tell apart; what is left of a very long text is one part. */
const mostBlocks = 15;

export function searchedText(edition: Edition, article: Article): SearchedText {
  const { content } = edition;
  const { headline, standfirst = '', kicker = '', dateline = '', tags = [], image, corrections = [] } = article;
  const beside = [image?.caption ?? '', ...corrections.map(({ note }) => note)];
  const text = [
    wholeText(content.text(`articles/${article.slug}`).html),
    ...beside.map((line) => line && plainText(content.inline(line))),
    lettersText(edition, article),
  ]
    .filter((part) => part !== '')
    .join(' ');
  return {
    headline,
    standfirst,
    blocks: inBlocks(text),
    authors: article.authors.map((slug) => edition.authors.get(slug)?.name ?? slug).join(', '),
    about: [kicker, dateline, image?.credit ?? '', ...tags.map(nameOfSlug)].join(', '),
  };
}

/** Cut between words; where there are none, as in Chinese, after a letter with its marks. */
export function inBlocks(text: string): string[] {
  const blocks: string[] = [];
  let start = 0;
  // A rest of half a block goes with the one before.
  while (text.length - start > blockLength * 1.5 && blocks.length < mostBlocks - 1) {
    const near = text.slice(start, start + blockLength);
    const cut = /\s\S{0,200}$/.exec(near)?.index ?? lastBorder(text.slice(start, start + blockLength + 64));
    blocks.push(text.slice(start, start + cut).trim());
    start += cut;
  }
  blocks.push(text.slice(start).trim());
  return blocks;
}

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

function lastBorder(text: string): number {
  return letters.segment(text).containing(blockLength)?.index || blockLength;
}

export function passagesOf(edition: Edition, article: Article, { standfirst, blocks }: SearchedText): IndexedPassage[] {
  const passage: Omit<IndexedPassage, 'text'> = {
    slug: article.slug,
    headline: article.headline,
    byline: bylineText(bylineOf(edition, article.authors)),
    authors: article.authors.map((slug) => [slug, edition.authors.get(slug)?.name ?? slug]),
    date: article.published === undefined ? undefined : edition.dates.stamp(article.published),
    ...languageFor(edition, article.language),
    label: labelOf(edition, article),
    blocks: blocks.length,
  };
  return blocks.map((text, block) => ({ ...passage, text: block === 0 ? `${standfirst}\n${text}`.trim() : text }));
}
