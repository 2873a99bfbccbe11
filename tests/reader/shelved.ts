/** What the stores of readers hold in tests: articles that were saved and read. */
import type { About, Place, Saved } from '../../src/reader/store/records.ts';
import type { Passage } from '../../src/text/passage.ts';
import type { Store } from '../../src/reader/store/store.ts';

export const about = (headline: string, more: Partial<About> = {}): About => ({
  headline,
  minutes: '4 minutes',
  ...more,
});

export const passage = (exact: string, start = 0): Passage => ({
  exact,
  prefix: '',
  suffix: '',
  start,
  end: start + exact.length,
  block: 0,
});

const changed = '2026-05-03T09:00:00.000Z';

export const saved = (article: string, order: number, more: Partial<Saved> = {}): Saved => ({
  article,
  about: about(`The ${article}`),
  order,
  revision: 1,
  changed,
  ...more,
});

export const place = (article: string, order: number, more: Partial<Place> = {}): Place => ({
  article,
  about: about(`The ${article}`),
  passage: passage('some words', 100),
  fraction: 0.5,
  state: 'reading',
  order,
  revision: 1,
  changed,
  ...more,
});

export const put = (store: Store, { saves = [], places = [] }: { saves?: Saved[]; places?: Place[] }) =>
  store.change(['saved', 'places'], async (records) => {
    for (const one of saves) records.put('saved', one);
    for (const one of places) records.put('places', one);
  });
