/** The terms of an index that a word of a query is met by. */
import type { Term } from './index-files.ts';
import type { IndexReader } from './index-reader.ts';
import { completionsOf, type Wanted } from './query.ts';

/** A word that only begins as was asked counts less than the word itself. */
const forBeginning = 0.6;
const mostEndings = 12;

/** One way to meet a word: terms that an article must all have. */
export type Way = { keys: string[]; terms: Term[]; share: number };

export async function waysOf(index: IndexReader, { ways, beginning }: Wanted): Promise<Way[]> {
  const [whole, begun, completed] = await Promise.all([
    Promise.all(ways.map((keys) => wayOf(index, keys, 1))),
    beginning === undefined ? [] : index.termsFrom(beginning, mostEndings),
    Promise.all(
      (beginning === undefined ? [] : completionsOf(beginning)).map((key) => wayOf(index, [key], forBeginning)),
    ),
  ]);
  const isThere = (way: Way | undefined): way is Way => way !== undefined;
  const own = whole.filter(isThere);
  const known = new Set(own.flatMap(({ keys }) => keys));
  const more = [
    ...begun.map(([key, term]): Way => ({ keys: [key], terms: [term], share: forBeginning })),
    ...completed.filter(isThere),
  ].filter(({ keys }) => !known.has(keys[0]!));
  return [...own, ...more];
}

export async function wayOf(index: IndexReader, keys: string[], share: number): Promise<Way | undefined> {
  const terms = (await Promise.all(keys.map((key) => index.term(key)))).filter((term) => term !== undefined);
  return terms.length === keys.length ? { keys, terms, share } : undefined;
}
