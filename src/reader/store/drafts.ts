/**
 * What is in a form and not kept yet. Each window keeps a draft of its own, so that two windows on one article never
 * write over each other's text. A form that opens goes on with the draft this tab had before it was loaded again, or
 * else with the one written last; that one then makes way for what is typed here, unless its own window still shows
 * it: that window hears of it and keeps it again. The others wait their turn.
 */
import { type Draft, type DraftRecord, isSound, nextCount } from './records.ts';
import { randomId } from './random-id.ts';
import type { Changing, Store } from './store.ts';

export type WindowDrafts = {
  /** The draft for the form at a place. */
  open(place: string): Promise<Draft | undefined>;
  /** Keeps it, or forgets it when it is empty. Asks for nothing first, so that a page being closed can still do it. */
  keep(place: string, draft: Draft): Promise<void>;
  /** Runs a change that makes what was typed here superfluous; it goes with `drop`. */
  spend<Result>(place: string, run: (drop: (records: Changing) => void) => Promise<Result>): Promise<Result>;
};

/** No slug holds a slash, so drafts of edits stand beside the draft under their article. */
export const draftPlace = (article: string, of?: string): string => (of ? `${article}/${of}` : article);

/** All drafts of one place: those of windows, and that of a time when all windows shared one. */
export const draftsAt = async (records: Pick<Changing, 'get' | 'list'>, place: string): Promise<DraftRecord[]> => {
  const [shared, ...own] = await Promise.all([
    records.get('drafts', place),
    records.list('drafts', undefined, IDBKeyRange.bound(`${place}~`, `${place}~\uffff`)),
  ]);
  return [...(shared ? [shared] : []), ...own.flat()];
};

const known = new WeakMap<Store, WindowDrafts>();

/** The drafts of this window: whoever asks shares them, for a window has one name. */
export function windowDrafts(store: Store): WindowDrafts {
  const drafts = known.get(store) ?? makeWindowDrafts(store);
  known.set(store, drafts);
  return drafts;
}

function makeWindowDrafts(store: Store): WindowDrafts {
  const name = randomId();
  const before = nameTab(name);
  /** As this window last kept them. */
  const own = new Map<string, DraftRecord>();
  /** What a form here goes on with, until something is typed in it or another window touches it. */
  const taken = new Map<string, DraftRecord>();
  const highest = new Map<string, number>();
  /** What is noted down in this tab. */
  const noted = new Map<string, DraftRecord>();

  const keyOf = (place: string) => `${place}~${name}`;
  const notice = (record: DraftRecord) => {
    const place = placeOf(record.article);
    highest.set(place, Math.max(highest.get(place) ?? 0, record.order ?? 0));
  };

  store.subscribe(({ store: kind, key, record }) => {
    if (kind !== 'drafts') return;
    const place = placeOf(key);
    if (isSound('drafts', record)) notice(record);
    if (taken.get(place)?.article === key) taken.delete(place);
    const mine = own.get(place);
    // Another window went on with the text that still stands here.
    if (mine?.article === key && record === undefined) void put(mine).catch(() => undefined);
  });

  const put = (record: DraftRecord) => store.change(['drafts'], async (records) => records.put('drafts', record));

  const keepIfNewer = (record: DraftRecord) =>
    store.change(['drafts'], async (records) => {
      const kept = await records.get('drafts', record.article);
      if (isNewer(record, kept)) records.put('drafts', record);
    });

  function note(place: string, record: DraftRecord | undefined): void {
    setOrDelete(noted, place, record);
    noteDown(place, record);
  }

  /** A note of what is kept now, or needed no more; unless something newer was noted since. */
  function crossOut(place: string, record: DraftRecord | undefined): void {
    if (record && noted.get(place) === record) note(place, undefined);
  }

  /** Keeps what this tab had noted down when it was left; where that cannot be, it stays noted. Answers it. */
  async function pickUp(place: string): Promise<DraftRecord | undefined> {
    const left = notedDown(place);
    if (!left) return undefined;
    noted.set(place, left);
    await keepIfNewer(left).then(
      () => crossOut(place, left),
      () => undefined,
    );
    return left;
  }

  /** Runs a change after which `next`, or nothing, stands here; if it fails all is as it was. */
  async function replace<Result>(
    place: string,
    next: DraftRecord | undefined,
    run: (drop: (records: Changing) => void) => Promise<Result>,
  ): Promise<Result> {
    const [mine, base] = [own.get(place), taken.get(place)];
    setOrDelete(own, place, next);
    taken.delete(place);
    try {
      return await run((records) => {
        if (!next) records.delete('drafts', keyOf(place));
        if (base) records.delete('drafts', base.article);
      });
    } catch (error) {
      if (own.get(place) === next) {
        setOrDelete(own, place, mine);
        setOrDelete(taken, place, base);
      }
      throw error;
    }
  }

  return {
    async spend(place, run) {
      const spent = noted.get(place);
      const result = await replace(place, undefined, run);
      crossOut(place, spent);
      return result;
    },
    async open(place) {
      const left = await pickUp(place);
      const kept = await store.read(['drafts'], (records) => draftsAt(records, place));
      const drafts = left ? withNewer(kept, left) : kept;
      drafts.forEach(notice);
      const mine = drafts.find(({ article }) => article === keyOf(place));
      if (mine) {
        own.set(place, mine);
        return mine;
      }
      const latest = drafts.sort((a, b) => (b.order ?? 0) - (a.order ?? 0))[0];
      const found = drafts.find(({ article }) => article === `${place}~${before}`) ?? latest;
      if (found) taken.set(place, found);
      return found;
    },
    async keep(place, { name, text, revision }) {
      const order = nextCount(highest.get(place) ?? 0);
      const record = { article: keyOf(place), name, text, order, ...(revision !== undefined && { revision }) };
      const next = name || text ? record : undefined;
      note(place, next);
      await replace(place, next, (drop) =>
        store.change(['drafts'], async (records) => {
          drop(records);
          if (next) records.put('drafts', next);
        }),
      );
      crossOut(place, next);
    },
  };
}

function setOrDelete<Value>(map: Map<string, Value>, key: string, value: Value | undefined): void {
  if (value === undefined) map.delete(key);
  else map.set(key, value);
}

/** The drafts with one that may be newer than the one of its window. */
function withNewer(drafts: DraftRecord[], other: DraftRecord): DraftRecord[] {
  const same = drafts.find(({ article }) => article === other.article);
  return isNewer(other, same) ? [...drafts.filter((draft) => draft !== same), other] : drafts;
}

const isNewer = (one: DraftRecord, other: DraftRecord | undefined): boolean => (one.order ?? 0) > (other?.order ?? -1);

const placeOf = (key: string) => key.replace(/~.*$/, '');

const storageKey = `broadsheet:${import.meta.env.BASE_URL}:window`;

/**
 * What is being kept is noted down in this tab until it is: a browser that leaves the page in between may drop what it
 * was told to keep (WebKit does), and a device may have no room.
 */
function noteDown(place: string, record: DraftRecord | undefined): void {
  try {
    if (record) sessionStorage.setItem(`${storageKey}:${place}`, JSON.stringify(record));
    else sessionStorage.removeItem(`${storageKey}:${place}`);
  } catch {
    // Storage is blocked or full: then it is kept, or not, as the store says.
  }
}

function notedDown(place: string): DraftRecord | undefined {
  try {
    const record: unknown = JSON.parse(sessionStorage.getItem(`${storageKey}:${place}`) ?? 'null');
    return isSound('drafts', record) ? record : undefined;
  } catch {
    return undefined;
  }
}

/** Gives this tab a name for when it is loaded again; answers the one it had. A doubled tab has that of the first. */
function nameTab(name: string): string | undefined {
  try {
    const before = sessionStorage.getItem(storageKey) ?? undefined;
    sessionStorage.setItem(storageKey, name);
    return before;
  } catch {
    // Storage is blocked: then no drafts are kept either.
    return undefined;
  }
}
