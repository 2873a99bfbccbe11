/** Responses under an article, kept on this device: listed, kept, changed and removed, with the drafts of their forms. */
import { draftsFor, formKey, windowDrafts } from '../store/drafts.ts';
import { randomId } from '../store/random-id.ts';
import {
  compareRanks,
  type Draft,
  isShown,
  isSound,
  nextCount,
  rankOfSent,
  type Response,
  type ResponseRecord,
  type Sent,
  type WayToEditors,
} from '../store/records.ts';
import type { Changing, Store } from '../store/store.ts';

export type WrittenResponse = { name: string; text: string };

export type ResponseStore = {
  /** Those to be shown under an article, oldest first. */
  list(article: string): Promise<Response[]>;
  /** Keeps a new response; the draft it was written in goes. `of` names the removed response it was an edit of. */
  post(article: string, content: WrittenResponse, of?: string): Promise<Response>;
  /** Keeps in which way a response went to the editors; one that is gone stays gone. */
  markSent(response: Response, how: WayToEditors): Promise<void>;
  /** Fails with `ChangedElsewhere` if the response is no longer the one given. */
  edit(response: Response, content: WrittenResponse): Promise<Response>;
  /** Likewise, unless it is gone already; its text does not stay on the device. */
  remove(response: Response): Promise<void>;
  /** What a form under an article, or that of a response being edited, goes on with. */
  draft(article: string, of?: string): Promise<Draft | undefined>;
  /** Keeps it, or forgets it when it is empty. */
  keepDraft(article: string, draft: Draft, of?: string): Promise<void>;
  /** Hears of every response kept or removed, in whatever window. */
  subscribe(listener: (record: ResponseRecord) => void): () => void;
};

/** The response was changed in another window, or removed if there is no `current`. */
export class ChangedElsewhere extends Error {
  override readonly name = 'ChangedElsewhere';
  readonly current: Response | undefined;

  constructor(current: Response | undefined) {
    super('The response was changed in another window');
    this.current = current;
  }
}

/** Whether one is the older of two versions of a response. */
export const isOlder = (one: Response, other: Response | undefined): boolean =>
  other !== undefined && compareRanks(rankOf(one), rankOf(other)) < 0;

const rankOf = ({ revision, sent }: Response): number[] => [revision, ...rankOfSent(sent)];

/** Oldest first. */
export const inOrder = (responses: Iterable<Response>): Response[] =>
  [...responses].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));

export function responsesIn(store: Store): ResponseStore {
  const drafts = windowDrafts(store);
  return {
    async list(article) {
      const records = await store.read(['responses'], ({ list }) => list('responses', 'article', article));
      return inOrder(records.filter(isShown));
    },

    post(article, content, of) {
      const id = randomId();
      return drafts.spend(formKey(article, of), (drop) =>
        store.change(['responses', 'drafts'], async (records) => {
          const others = await records.list('responses', 'article', article);
          const order = nextCount(Math.max(0, ...others.map((other) => other.order)));
          const response: Response = { id, article, order, revision: 1, ...tidy(content), written: now() };
          records.put('responses', response);
          drop(records);
          return response;
        }),
      );
    },

    markSent: ({ id, revision }, how) =>
      store.change(['responses'], async (records) => {
        const stored = await records.get('responses', id);
        if (!stored || !isShown(stored)) return;
        const sent: Sent = { how, at: now(), revision };
        // Another window may have sent a later text meanwhile; what was received stays received.
        if (compareRanks(rankOfSent(stored.sent), rankOfSent(sent)) < 0) records.put('responses', { ...stored, sent });
      }),

    edit(response, content) {
      return drafts.spend(formKey(response.article, response.id), (drop) =>
        store.change(['responses', 'drafts'], async (records) => {
          const stored = await asGiven(records, response);
          const edited = { ...stored, ...tidy(content), revision: nextCount(stored.revision), edited: now() };
          records.put('responses', edited);
          drop(records);
          return edited;
        }),
      );
    },

    remove({ id, article, order, revision, written }) {
      const form = formKey(article, id);
      return drafts.spend(form, (drop) =>
        store.change(['responses', 'drafts'], async (records) => {
          const stored = await records.get('responses', id);
          if (stored && isShown(stored) && stored.revision !== revision) throw new ChangedElsewhere(stored);
          const next = nextCount(stored?.revision ?? revision);
          for (const draft of await draftsFor(records, form)) records.delete('drafts', draft.article);
          records.put('responses', { id, article, order, revision: next, written, deleted: now() });
          drop(records);
        }),
      );
    },

    async draft(article, of) {
      const draft = await drafts.open(formKey(article, of));
      if (draft || of) return draft;
      const latest = await store.read(['responses'], ({ last }) => last('responses', 'written', isShown));
      return latest ? { name: latest.name, text: '' } : undefined;
    },

    keepDraft: (article, draft, of) => drafts.keep(formKey(article, of), draft),

    subscribe(listener) {
      return store.subscribe((change) => {
        if (change.store === 'responses' && isSound('responses', change.record)) listener(change.record);
      });
    },
  };
}

/** The stored response, if it is still at the revision given. */
async function asGiven(records: Changing, { id, revision }: Response): Promise<Response> {
  const stored = await records.get('responses', id);
  if (!stored || !isShown(stored)) throw new ChangedElsewhere(undefined);
  if (stored.revision !== revision) throw new ChangedElsewhere(stored);
  return stored;
}

export const tidy = ({ name, text }: WrittenResponse): WrittenResponse => ({ name: name.trim(), text: text.trimEnd() });

const now = () => new Date().toISOString();
