/**
 * The reader's marks on this device. A change resolves when its transaction is complete. What another window did in the
 * meantime is never lost: of two versions of a note the later stands and the earlier becomes a mark of its own; what
 * was removed stays removed.
 */
import { finderOf, foldText } from '../../publication/search/fold.ts';
import { draftsFor, formKey, windowDrafts } from '../store/drafts.ts';
import { type About, type Colour, isSound, type Mark, type MarkRecord, nextCount } from '../store/records.ts';
import type { Passage } from '../../text/passage.ts';
import { randomId } from '../store/random-id.ts';
import type { RecordsPage, Position } from '../store/transaction.ts';
import type { Changing, Store } from '../store/store.ts';

export const isShownMark = (record: MarkRecord | undefined): record is Mark =>
  record !== undefined && record.deleted === undefined;

/** In the order of the text. */
export const inTextOrder = (marks: Iterable<Mark>): Mark[] =>
  [...marks].sort((a, b) => a.passage.start - b.passage.start || a.passage.end - b.passage.end || a.order - b.order);

export async function marksOf(store: Store, article: string): Promise<Mark[]> {
  const records = await store.read(['marks'], ({ list }) => list('marks', 'article', article));
  return inTextOrder(records.filter(isShownMark));
}

export type NewMark = { article: string; about: About; passage: Passage; colour: Colour; note?: string };

export function keep(store: Store, { article, about, passage, colour, note = '' }: NewMark): Promise<Mark> {
  const id = randomId();
  return store.change(['marks'], async ({ nextOrder, put }) => {
    const time = now();
    const order = await nextOrder('marks');
    const mark: Mark = { id, article, about, passage, colour, note, made: time, order, revision: 1, changed: time };
    put('marks', mark);
    return mark;
  });
}

/** The mark was removed, perhaps in another window. */
export class MarkRemoved extends Error {
  override readonly name = 'MarkRemoved';
}

/** Another colour, or another place after the text was edited. */
export function change(store: Store, id: string, changes: { colour: Colour } | { passage: Passage }): Promise<Mark> {
  return store.change(['marks'], async (records) => changed(records, await shownIn(records, id), changes));
}

/**
 * Writes a note to a mark as it was when the writing began. Answers the mark, and the `copy` that holds what another
 * window has written there since.
 */
export function writeNote(store: Store, begun: Mark, note: string): Promise<{ mark: Mark; copy?: Mark }> {
  return windowDrafts(store).spend(formKey(begun.article, begun.id), (drop) =>
    store.change(['marks', 'drafts'], async (records) => {
      const current = await shownIn(records, begun.id);
      drop(records);
      const isOther = current.note !== begun.note && current.note !== note && current.note !== '';
      if (!isOther) return { mark: await changed(records, current, { note }) };
      const order = await records.nextOrder('marks');
      const time = now();
      const copy: Mark = { ...current, id: randomId(), order, revision: 1, changed: time };
      records.put('marks', copy);
      const mark = { ...current, note, order: nextCount(order), revision: nextCount(current.revision), changed: time };
      records.put('marks', mark);
      return { mark, copy };
    }),
  );
}

/** Removing what is gone already changes nothing. The draft of its note goes too. */
export async function remove(store: Store, mark: Mark): Promise<void> {
  const form = formKey(mark.article, mark.id);
  await windowDrafts(store).spend(form, (drop) =>
    store.change(['marks', 'drafts'], async (records) => {
      const stored = await records.get('marks', mark.id);
      for (const draft of await draftsFor(records, form)) records.delete('drafts', draft.article);
      drop(records);
      if (!isShownMark(stored)) return;
      const { id, article, revision } = stored;
      const order = await records.nextOrder('marks');
      const time = now();
      records.put('marks', { id, article, order, revision: nextCount(revision), changed: time, deleted: time });
    }),
  );
}

/** Undoes a removal. */
export function putBack(store: Store, removed: Mark): Promise<Mark> {
  return store.change(['marks'], async (records) => {
    const stored = await records.get('marks', removed.id);
    if (isShownMark(stored)) return stored;
    const revision = nextCount(Math.max(stored?.revision ?? 0, removed.revision));
    const mark: Mark = { ...removed, order: await records.nextOrder('marks'), revision, changed: now() };
    records.put('marks', mark);
    return mark;
  });
}

/** What was being written to a mark and not kept. */
export const draftOf = async (store: Store, mark: Mark): Promise<string | undefined> =>
  (await windowDrafts(store).open(formKey(mark.article, mark.id)))?.text;

export const keepDraft = (store: Store, mark: Mark, text: string): Promise<void> =>
  windowDrafts(store).keep(formKey(mark.article, mark.id), { name: '', text });

/** Hears of every mark kept, changed or removed, in whatever window. */
export function subscribe(store: Store, listener: (record: MarkRecord) => void): () => void {
  return store.subscribe((change) => {
    if (change.store === 'marks' && isSound('marks', change.record)) listener(change.record);
  });
}

/** Marks of all articles, the last touched first; only those in which all the words stand, however they are written. */
export function pageOfMarks(store: Store, search: string, count: number, from?: Position): Promise<RecordsPage<Mark>> {
  const isSought = finderOf(search);
  const suits = (record: MarkRecord): record is Mark => {
    if (!isShownMark(record)) return false;
    if (search.trim() === '') return true;
    const { passage, note, about } = record;
    return isSought(foldText([passage.exact, note, about.headline, about.byline].join('\n')));
  };
  return store.read(['marks'], ({ page }) =>
    page<'marks', Mark>('marks', 'order', { count, direction: 'prev', from, suits }),
  );
}

async function shownIn(records: Changing, id: string): Promise<Mark> {
  const stored = await records.get('marks', id);
  if (!isShownMark(stored)) throw new MarkRemoved();
  return stored;
}

async function changed(records: Changing, mark: Mark, changes: Partial<Mark>): Promise<Mark> {
  const order = await records.nextOrder('marks');
  const next: Mark = { ...mark, ...changes, order, revision: nextCount(mark.revision), changed: now() };
  records.put('marks', next);
  return next;
}

const now = () => new Date().toISOString();
