/**
 * How much a word of an article counts: BM25 (Robertson and Zaragoza 2009) for its text, and a fixed weight for each
 * other field it stands in. The part that depends on the article is computed by the press and kept as one of 64 levels;
 * how rare a word is in the whole archive is added where the query is answered.
 */

const saturation = 1.2;
const lengthMatters = 0.6;

/** The text itself gives at most 2.2. */
export const fieldWeights = { headline: 2, standfirst: 1.2, author: 3, about: 1.5 } as const;

/** The length of a text is rounded to steps of the root of two, so that few edits change how much its words count. */
export const roundedLength = (words: number): number => 2 ** (Math.round(2 * Math.log2(Math.max(1, words))) / 2);

/** `times` in a text of `length` words, where texts have `average` words. */
export function textWeight(times: number, length: number, average: number): number {
  if (times === 0) return 0;
  return (times * (saturation + 1)) / (times + saturation * (1 - lengthMatters + (lengthMatters * length) / average));
}

const lowest = 0.2;
const steps = 7;
export const highestLevel = 63;

/** Each level weighs a tenth more than the one below: 0.2 to 102. */
export const levelOf = (weight: number): number =>
  Math.max(0, Math.min(highestLevel, Math.round(steps * Math.log2(weight / lowest))));

export const weightOf = (level: number): number => lowest * 2 ** (level / steps);

/** How rare a word is that stands in `count` of `articles`. */
export const rarity = (count: number, articles: number): number =>
  Math.log(1 + (articles - count + 0.5) / (count + 0.5));
