/** How long reading takes. */

/** Adults read a little under 240 words a minute (Brysbaert 2019, silent reading of non-fiction: 238). */
export const wordsPerMinute = 238;

/** Whole minutes, at least one. */
export const minutesFor = (words: number): number => Math.max(1, Math.round(words / wordsPerMinute));
