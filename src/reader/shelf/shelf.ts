/**
 * The reader's shelf: what they are reading, have saved and have finished. Lists are read a page at a time, through an
 * index of the database; only a search, or the order of headlines, looks at everything, and keeps no more of it than
 * it compares.
 */
import { finderOf, foldText } from '../../publication/search/fold.ts';
import { within } from '../place/places.ts';
import type { Transaction } from '../store/transaction.ts';
import { type About, isSound, type Place, type Saved } from '../store/records.ts';
import { isLive } from './saved.ts';
import type { Store } from '../store/store.ts';

export const shelfParts = ['reading', 'saved', 'finished'] as const;
export type ShelfPart = (typeof shelfParts)[number];

export const shelfOrders = ['last', 'first', 'headline'] as const;
export type ShelfOrder = (typeof shelfOrders)[number];

export type ListedArticle = {
  article: string;
  about: About;
  /** How far it has been read, if it was begun. */
  place: Place | undefined;
};

export type ShelfView = { order: ShelfOrder; query: string; /** The most items. */ count: number };

export type ListedArticles = { items: ListedArticle[]; /** How many there are in all. */ total: number };

export type ShelfLists = {
  list(part: ShelfPart, view: ShelfView): Promise<ListedArticles>;
  /** Hears that a list may be another now, by a change of this window or of another. */
  subscribe(listener: () => void): () => void;
};

export function openShelf(store: Store): ShelfLists {
  const kept = new Map<StoreOfAPart, Promise<Known[]>>();

  /** Everything of a store, as little of each as is compared; read once, then kept as it changes. */
  function knownIn(name: StoreOfAPart): Promise<Known[]> {
    const known =
      kept.get(name) ??
      store.read([name], async ({ all }) => (await all(name)).filter(isLive).map((record) => knownOf(record)));
    kept.set(name, known);
    known.catch(() => kept.delete(name));
    return known;
  }

  async function search(part: ShelfPart, { order, query, count }: ShelfView): Promise<ListedArticles> {
    const known = await knownIn(storeOf(part));
    const isSought = finderOf(query);
    const found = known.filter(({ state, text }) => (part === 'saved' || state === part) && isSought(text));
    const sorted = found.sort(comparisons[order]).slice(0, count);
    const items = await store.read(['saved', 'places'], (records) =>
      Promise.all(sorted.map(({ article }) => itemOf(records, part, article))),
    );
    return { items: items.filter((item) => item !== undefined), total: found.length };
  }

  return {
    async list(part, view) {
      if (view.query.trim() !== '' || view.order === 'headline') return search(part, view);
      return store.read(['saved', 'places'], (records) =>
        part === 'saved' ? savedPage(records, view) : placesPage(records, part, view),
      );
    },
    subscribe(listener) {
      return store.subscribe(({ store: name, key, record }) => {
        if (name !== 'saved' && name !== 'places') return;
        const known = kept.get(name);
        const changed = isSound(name, record) && isLive(record) ? [knownOf(record)] : [];
        if (known)
          kept.set(
            name,
            known.then((all) => [...all.filter(({ article }) => article !== key), ...changed]),
          );
        listener();
      });
    },
  };
}

type StoreOfAPart = 'saved' | 'places';
const storeOf = (part: ShelfPart): StoreOfAPart => (part === 'saved' ? 'saved' : 'places');

/** What is compared of an article on the shelf. */
type Known = { article: string; order: number; headline: string; text: string; state: Place['state'] | undefined };

function knownOf(record: Saved | Place): Known {
  const { article, about, order } = record;
  const { headline, byline = '', section = '' } = about;
  const state = 'state' in record ? record.state : undefined;
  return { article, order, headline, text: foldText(`${headline}\n${byline}\n${section}`), state };
}

const collator = new Intl.Collator(undefined, { numeric: true });

const comparisons: { [Order in ShelfOrder]: (one: Known, other: Known) => number } = {
  last: (one, other) => other.order - one.order,
  first: (one, other) => one.order - other.order,
  headline: (one, other) => collator.compare(one.headline, other.headline) || one.order - other.order,
};

const direction = ({ order }: ShelfView) => (order === 'first' ? 'next' : 'prev');

async function savedPage(records: Transaction, view: ShelfView): Promise<ListedArticles> {
  const { count } = view;
  const [page, all, removed] = await Promise.all([
    records.page('saved', 'order', { count, direction: direction(view), suits: isLive }),
    records.count('saved'),
    records.count('saved', 'deleted'),
  ]);
  const items = await Promise.all(
    page.records.map(async ({ article, about }) => ({ article, about, place: await placeOf(records, article) })),
  );
  return { items, total: Math.max(items.length, all - removed) };
}

async function placesPage(records: Transaction, state: Place['state'], view: ShelfView): Promise<ListedArticles> {
  const range = within(state);
  const [page, total] = await Promise.all([
    records.page('places', 'state', { count: view.count, direction: direction(view), range, suits: isLive }),
    records.count('places', 'state', range),
  ]);
  return { items: page.records.map((place) => ({ article: place.article, about: place.about, place })), total };
}

async function itemOf(records: Transaction, part: ShelfPart, article: string): Promise<ListedArticle | undefined> {
  const place = await placeOf(records, article);
  if (part !== 'saved') return place && { article, about: place.about, place };
  const saved = await records.get('saved', article);
  return isLive(saved) ? { article, about: saved.about, place } : undefined;
}

async function placeOf({ get }: Transaction, article: string): Promise<Place | undefined> {
  const place = await get('places', article);
  return isLive(place) ? place : undefined;
}
