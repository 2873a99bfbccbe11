/** What a word may have meant that no article has: one slip of the hand, else the words that begin most like it. */
import { fold } from './fold.ts';
import type { IndexReader, Spelt } from './index-reader.ts';
import type { Wanted } from './query.ts';
import { halvesOf, isMistyped, shortestMistyped } from './spelling.ts';
import { type Way, wayOf } from './ways.ts';
import { isInPairs, wordKeyOf } from './words-of.ts';

type Meant = {
  correction?: { written: string; way: Way };
  nearby: string[];
};

/** What was meant is less sure than what was written. */
const forCorrection = 0.7;
const mostNearby = 4;
const shortestBeginning = 3;

export async function correctionsOf(index: IndexReader, { written, beginning }: Wanted): Promise<Meant> {
  const folded = fold(written);
  if (isInPairs(folded) || folded.length < shortestBeginning) return { nearby: [] };
  if (folded.length >= shortestMistyped) {
    for (const { written: meant, key } of (await candidatesOf(index, folded)).slice(0, 3)) {
      const way = await wayOf(index, [key], forCorrection);
      if (way) return { correction: { written: meant, way }, nearby: [] };
    }
  }
  return { nearby: await nearbyOf(index, beginning ?? folded) };
}

/** Words with one slip, the likeliest first: those that begin alike, then those in more articles. */
async function candidatesOf(index: IndexReader, folded: string): Promise<Spelt[]> {
  const { beginning, end, exchanged } = halvesOf(folded);
  const key = wordKeyOf(folded);
  const ending = halvesOf(key).end;
  const [begun, ended, swapped, tail] = await Promise.all([
    index.spelt({ beginning }),
    index.spelt({ end: ending }),
    index.spelt({ beginning: wordKeyOf(exchanged) }),
    ending === end ? [] : index.spelt({ end }),
  ]);
  const near = [...begun, ...ended, ...tail, ...swapped].filter((spelt) => isMistyped(folded, spelt.key));
  const byKey = new Map(near.map((spelt) => [spelt.key, spelt]));
  const alike = (spelt: Spelt) => (spelt.key.startsWith(folded.charAt(0)) ? 1 : 0);
  return [...byKey.values()].sort((one, other) => alike(other) - alike(one) || other.power - one.power);
}

/** Words that share the longest beginning. */
async function nearbyOf(index: IndexReader, folded: string): Promise<string[]> {
  const letters = Array.from(folded);
  const least = Math.max(shortestBeginning, Math.ceil(letters.length / 2));
  for (let length = letters.length; length >= least; length -= 1) {
    const found = await index.spelt({ beginning: letters.slice(0, length).join('') });
    if (found.length === 0) continue;
    return found
      .sort((one, other) => other.power - one.power)
      .slice(0, mostNearby)
      .map(({ written }) => written);
  }
  return [];
}
