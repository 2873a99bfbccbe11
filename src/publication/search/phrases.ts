/** Phrases in quotes: the index knows which words an article has but not their order, so the texts are read. */
import type { IndexReader } from './index-reader.ts';
import { sequenceOf } from './query.ts';
import { wordsOf } from './words-of.ts';

/** Texts that are read at once, and in all for one query. */
const atOnce = 10;
const mostRead = 60;

/** Those of the ranked articles that have every phrase, in their order, until there are `enough`. */
export async function findPhrases<Ranked extends { article: number; block: number }>(
  index: IndexReader,
  phrases: readonly string[][],
  ranked: readonly Ranked[],
  enough: number,
): Promise<{ found: Ranked[]; whole: boolean }> {
  const found: Ranked[] = [];
  let read = 0;
  for (; read < Math.min(mostRead, ranked.length) && found.length < enough; read += atOnce) {
    const some = ranked.slice(read, read + atOnce);
    const texts = await Promise.all(some.map(({ article, block }) => index.whole(article, block)));
    for (const [place, text] of texts.entries()) {
      if (phrases.every((phrase) => holds(text, phrase))) found.push(some[place]!);
    }
  }
  return { found, whole: read >= ranked.length };
}

export function holds(text: string, phrase: readonly string[]): boolean {
  const keys = Array.from(wordsOf(text), sequenceOf).flat();
  return keys.some((key, start) => key === phrase[0] && phrase.every((each, place) => keys[start + place] === each));
}
