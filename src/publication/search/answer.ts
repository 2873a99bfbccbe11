/** Which articles answer a query, best first. */
import type { IndexReader } from './index-reader.ts';
import type { Term } from './index-files.ts';
import type { Query, Wanted } from './query.ts';
import { rarity, weightOf } from './score.ts';
import { correctionsOf } from './corrections.ts';
import { type Way, waysOf } from './ways.ts';

export type Filters = {
  /** Terms that every result has, whatever is asked. */
  terms: string[];
  /** The articles between these numbers, the last not included. */
  from: number;
  to: number;
  /** All articles are wanted, not only those that count most. */
  newestFirst: boolean;
};

export type Ranked = { article: number; block: number; score: number };

export type Answer = {
  ranked: Ranked[];
  count: number;
  atLeast: boolean;
  partly: boolean;
  corrected: { from: string; to: string }[];
  nearby: string[];
  wanted: (key: string) => number;
};

/** What one word of the query gives: how much each article has of it, and where. */
type Slot = {
  weights: Map<number, number>;
  blocks: Map<number, number>;
  /** Every article that has the word is in `weights`, and only articles with it answer. */
  complete: boolean;
  /** Where it is not complete, how many have it, if that is known. */
  count: number | undefined;
  rare: number;
};

/** A word in more of the articles than this makes others no worse for not having it. */
const mostTelling = 0.25;
/** Parts of one list that a query may fetch where it wants all of them. */
const mostParts = 12;

export async function answerOf(index: IndexReader, query: Query, filters: Filters): Promise<Answer> {
  const { articles } = index.directory;
  const keys = new Map<string, number>();
  const corrected: Answer['corrected'] = [];
  const nearby: string[] = [];
  const telling = tellingOf(index, query);
  const [limits, terms] = await Promise.all([
    limitsOf(index, filters),
    Promise.all(telling.map((wanted) => waysOf(index, wanted))),
  ]);
  for (const [place, found] of terms.entries()) {
    if (found.length > 0) continue;
    const wanted = telling[place]!;
    const meant = await correctionsOf(index, wanted);
    nearby.push(...meant.nearby);
    if (!meant.correction) continue;
    corrected.push({ from: wanted.written, to: meant.correction.written });
    terms[place] = [meant.correction.way];
  }
  const met = terms.filter((ways) => ways.length > 0);
  const slots = leniently(await Promise.all(met.map((ways) => slotOf(index, ways, limits, articles))), articles);
  for (const [place, ways] of met.entries()) {
    const { rare } = slots[place]!;
    for (const key of ways.flatMap((way) => way.keys)) keys.set(key, Math.max(keys.get(key) ?? 0, rare));
  }
  const missing = terms.some((ways) => ways.length === 0);
  return { ...rank(slots, missing), corrected, nearby, wanted: (key) => keys.get(key) ?? 0 };
}

/** Where some words tell much, those that tell little are no condition. */
function leniently(slots: readonly Slot[], articles: number): Slot[] {
  const least = rarity(articles * mostTelling, articles);
  const some = slots.some(({ rare }) => rare > least);
  return slots.map((slot) => ({ ...slot, complete: slot.complete && (!some || slot.rare > least) }));
}

/** Words that nearly every article has are passed over where others tell more, unless they may go on. */
function tellingOf(index: IndexReader, { wanted, phrases }: Query): Wanted[] {
  const telling = wanted.filter(
    ({ ways: [way], beginning }) => beginning || way?.length !== 1 || !index.isCommon(way[0]!),
  );
  return telling.length > 0 || phrases.length > 0 ? telling : wanted;
}

/** Which articles may answer at all. */
type Limits = { has: (article: number) => boolean; overlaps: (from: number, to: number) => boolean; all: boolean };

async function limitsOf(index: IndexReader, { terms, from, to, newestFirst }: Filters): Promise<Limits> {
  const sets = await Promise.all(
    terms.map(async (key) => {
      const term = await index.term(key);
      return new Set(term ? (await everywhere(index, term, () => true)).docs : []);
    }),
  );
  const { articles } = index.directory;
  const has = (article: number) => article >= from && article < to && sets.every((set) => set.has(article));
  const fewest = sets.toSorted((one, other) => one.size - other.size)[0];
  const overlaps = (first: number, next: number) =>
    first < to && next > from && (!fewest || [...fewest].some((article) => article >= first && article < next));
  return { has, overlaps, all: newestFirst || sets.length > 0 || from > 0 || to < articles };
}

/** A term with all its articles. */
async function everywhere(
  index: IndexReader,
  term: Term,
  overlaps: Limits['overlaps'],
): Promise<Term & { whole: boolean }> {
  if (!term.full) return { ...term, whole: true };
  const { postings, whole } = await index.rest(term.full, overlaps, mostParts);
  return {
    ...term,
    docs: postings.flatMap(({ docs }) => docs),
    levels: postings.flatMap(({ levels }) => levels),
    blocks: postings.flatMap(({ blocks }) => blocks),
    whole,
  };
}

async function slotOf(index: IndexReader, ways: readonly Way[], limits: Limits, articles: number): Promise<Slot> {
  const weights = new Map<number, number>();
  const blocks = new Map<number, number>();
  let complete = true;
  let rare = 0;
  for (const { terms, share } of ways) {
    const lists = await Promise.all(
      terms.map(async (term) => ({
        ...(limits.all ? await everywhere(index, term, limits.overlaps) : { ...term, whole: !term.full }),
        rare: rarity(term.count, articles),
      })),
    );
    complete &&= lists.every(({ whole }) => whole);
    rare = Math.max(rare, share * Math.max(...lists.map((list) => list.rare)));
    const [first, ...others] = lists.map(weighed);
    for (const [article, weight] of first?.weights ?? []) {
      if (!limits.has(article) || !others.every((other) => other.weights.has(article))) continue;
      const sum = share * others.reduce((total, other) => total + other.weights.get(article)!, weight);
      if (sum <= (weights.get(article) ?? 0)) continue;
      weights.set(article, sum);
      blocks.set(article, first!.blocks.get(article) ?? 0);
    }
  }
  const [only] = ways.length === 1 && ways[0]!.terms.length === 1 ? ways[0]!.terms : [];
  return { weights, blocks, complete, count: limits.all ? undefined : only?.count, rare };
}

function weighed({ docs, levels, blocks, rare }: Term & { rare: number }) {
  const weights = new Map<number, number>();
  const places = new Map<number, number>();
  for (const [index, article] of docs.entries()) {
    weights.set(article, rare * weightOf(levels[index]!));
    places.set(article, blocks[index]!);
  }
  return { weights, blocks: places };
}

/**
 * Articles with all words; where there is none, those with most of what they tell. A list that is cut to the articles
 * that count most cannot leave an article out.
 */
function rank(slots: readonly Slot[], missing: boolean): Pick<Answer, 'ranked' | 'count' | 'atLeast' | 'partly'> {
  const complete = slots
    .filter((slot) => slot.complete)
    .toSorted((one, other) => one.weights.size - other.weights.size);
  const everyone = new Set(slots.flatMap((slot) => [...slot.weights.keys()]));
  const [fewest, ...others] = complete;
  const all = fewest
    ? [...fewest.weights.keys()].filter((article) => others.every(({ weights }) => weights.has(article)))
    : [...everyone].filter((article) => slots.every(({ weights }) => weights.has(article)));
  // What is cut may have many more with all words, so those with some follow; they are not counted.
  const some = fewest || slots.length < 2 ? [] : [...everyone];
  const partly = all.length === 0 && some.length === 0 && slots.length > 0;
  const chosen = partly ? everyone : new Set([...all, ...some]);
  const ranked = [...chosen].map((article) => scored(slots, article)).sort(best);
  const single = slots.length === 1 && !missing ? slots[0]!.count : undefined;
  return {
    ranked,
    count: single ?? (partly ? chosen.size : fewest ? all.length : chosen.size),
    atLeast: single === undefined && slots.some((slot) => !slot.complete) && !fewest,
    partly: (partly || missing) && chosen.size > 0 && (slots.length > 1 || missing),
  };
}

const best = (one: Ranked, other: Ranked): number => other.score - one.score || other.article - one.article;

function scored(slots: readonly Slot[], article: number): Ranked {
  let score = 0;
  const told = new Map<number, number>();
  for (const { weights, blocks, rare } of slots) {
    const weight = weights.get(article);
    if (weight === undefined) continue;
    score += weight;
    const block = blocks.get(article) ?? 0;
    told.set(block, (told.get(block) ?? 0) + rare);
  }
  let block = 0;
  for (const [place, tells] of told) if (tells > (told.get(block) ?? 0)) block = place;
  return { article, block, score };
}
