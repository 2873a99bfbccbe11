/**
 * Words that follow each other as in the query tell more than the same words apart. The index does not know their
 * order; the passages of the first results do, and are fetched to be shown anyway.
 */
import type { Ranked } from './answer.ts';
import type { IndexReader } from './index-reader.ts';
import { sequenceOf } from './query.ts';
import { wordsOf } from './words-of.ts';

/** What each word that follows adds. */
const forFollowing = 0.12;

/** The same articles, the first `count` of them in another order where words stand together. */
export async function byNearness(
  index: IndexReader,
  sequence: readonly string[],
  ranked: readonly Ranked[],
  count: number,
): Promise<Ranked[]> {
  const first = ranked.slice(0, count);
  const passages = await Promise.all(first.map(({ article, block }) => index.passage(article, block)));
  const weighed = first.map((result, place) => {
    const { headline, text } = passages[place]!;
    const following = longestRun(keysIn(`${headline}\n${text}`), sequence) - 1;
    return { ...result, score: result.score * (1 + forFollowing * Math.max(0, following)) };
  });
  weighed.sort((one, other) => other.score - one.score);
  return [...weighed, ...ranked.slice(count)];
}

const keysIn = (text: string): string[] => Array.from(wordsOf(text), sequenceOf).flat();

/** How many keys of the sequence follow each other in the text as they do in it, at most. */
function longestRun(keys: readonly string[], sequence: readonly string[]): number {
  let longest = 0;
  let before: number[] = [];
  for (const key of keys) {
    const runs: number[] = [];
    for (const [place, wanted] of sequence.entries()) {
      runs[place] = key === wanted ? (before[place - 1] ?? 0) + 1 : 0;
      longest = Math.max(longest, runs[place]);
    }
    before = runs;
  }
  return longest;
}
