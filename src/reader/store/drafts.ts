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
  /** The draft that a form begins with, by the key of the form. */
  open(form: string): Promise<Draft | undefined>;
  /** Keeps it, or forgets it when it is empty. Asks for nothing first, so that a page being closed can still do it. */
  keep(form: string, draft: Draft): Promise<void>;
  /** Runs a change that makes what was typed here superfluous; it goes with `drop`. */
  spend<Result>(form: string, run: (drop: (records: Changing) => void) => Promise<Result>): Promise<Result>;
};

/** The key of the form under an article, or of the form that edits something there. No slug holds a slash. */
export const formKey = (article: string, of?: string): string => (of ? `${article}/${of}` : article);

/** All drafts of one form: those of windows, and that of a time when all windows shared one. */
export const draftsFor = async (records: Pick<Changing, 'get' | 'list'>, form: string): Promise<DraftRecord[]> => {
  const [shared, ...own] = await Promise.all([
    records.get('drafts', form),
    records.list('drafts', undefined, IDBKeyRange.bound(`${form}~`, `${form}~\uffff`)),
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

  const keyOf = (form: string) => `${form}~${name}`;
  const notice = (record: DraftRecord) => {
    const form = formOf(record.article);
    highest.set(form, Math.max(highest.get(form) ?? 0, record.order ?? 0));
  };

  store.subscribe(({ store: kind, key, record }) => {
    if (kind !== 'drafts') return;
    const form = formOf(key);
    if (isSound('drafts', record)) notice(record);
    if (taken.get(form)?.article === key) taken.delete(form);
    const mine = own.get(form);
    // Another window went on with the text that still stands here.
    if (mine?.article === key && record === undefined) void put(mine).catch(() => undefined);
  });

  const put = (record: DraftRecord) => store.change(['drafts'], async (records) => records.put('drafts', record));

  const keepIfNewer = (record: DraftRecord) =>
    store.change(['drafts'], async (records) => {
      const kept = await records.get('drafts', record.article);
      if (isNewer(record, kept)) records.put('drafts', record);
    });

  function note(form: string, record: DraftRecord | undefined): void {
    setOrDelete(noted, form, record);
    noteDown(form, record);
  }

  /** A note of what is kept now, or needed no more; unless something newer was noted since. */
  function crossOut(form: string, record: DraftRecord | undefined): void {
    if (record && noted.get(form) === record) note(form, undefined);
  }

  /** Keeps what this tab had noted down when it was left; where that cannot be, it stays noted. Answers it. */
  async function pickUp(form: string): Promise<DraftRecord | undefined> {
    const left = notedDown(form);
    if (!left) return undefined;
    noted.set(form, left);
    await keepIfNewer(left).then(
      () => crossOut(form, left),
      () => undefined,
    );
    return left;
  }

  /** Runs a change after which `next`, or nothing, stands here; if it fails all is as it was. */
  async function replace<Result>(
    form: string,
    next: DraftRecord | undefined,
    run: (drop: (records: Changing) => void) => Promise<Result>,
  ): Promise<Result> {
    const [mine, base] = [own.get(form), taken.get(form)];
    setOrDelete(own, form, next);
    taken.delete(form);
    try {
      return await run((records) => {
        if (!next) records.delete('drafts', keyOf(form));
        if (base) records.delete('drafts', base.article);
      });
    } catch (error) {
      if (own.get(form) === next) {
        setOrDelete(own, form, mine);
        setOrDelete(taken, form, base);
      }
      throw error;
    }
  }

  return {
    async spend(form, run) {
      const spent = noted.get(form);
      const result = await replace(form, undefined, run);
      crossOut(form, spent);
      return result;
    },
    async open(form) {
      const left = await pickUp(form);
      const kept = await store.read(['drafts'], (records) => draftsFor(records, form));
      const drafts = left ? withNewer(kept, left) : kept;
      drafts.forEach(notice);
      const mine = drafts.find(({ article }) => article === keyOf(form));
      if (mine) {
        own.set(form, mine);
        return mine;
      }
      const latest = drafts.sort((a, b) => (b.order ?? 0) - (a.order ?? 0))[0];
      const found = drafts.find(({ article }) => article === `${form}~${before}`) ?? latest;
      if (found) taken.set(form, found);
      return found;
    },
    async keep(form, { name, text, revision }) {
      const order = nextCount(highest.get(form) ?? 0);
      const record = { article: keyOf(form), name, text, order, ...(revision !== undefined && { revision }) };
      const next = name || text ? record : undefined;
      note(form, next);
      await replace(form, next, (drop) =>
        store.change(['drafts'], async (records) => {
          drop(records);
          if (next) records.put('drafts', next);
        }),
      );
      crossOut(form, next);
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

const formOf = (key: string) => key.replace(/~.*$/, '');

const storageKey = `broadsheet:${import.meta.env.BASE_URL}:window`;

/**
 * What is being kept is noted down in this tab until it is: a browser that leaves the page in between may drop what it
 * was told to keep (WebKit does), and a device may have no room.
 */
function noteDown(form: string, record: DraftRecord | undefined): void {
  try {
    if (record) sessionStorage.setItem(`${storageKey}:${form}`, JSON.stringify(record));
    else sessionStorage.removeItem(`${storageKey}:${form}`);
  } catch {
    // Storage is blocked or full: then it is kept, or not, as the store says.
  }
}

function notedDown(form: string): DraftRecord | undefined {
  try {
    const record: unknown = JSON.parse(sessionStorage.getItem(`${storageKey}:${form}`) ?? 'null');
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
