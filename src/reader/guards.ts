/**
 * What the reader's database holds, and the guard each record passes whenever it is read: the device may have been
 * damaged, or another version of this app may have written there. Fields that a guard does not know are left alone.
 */

/** The longest name and text of a response, in characters. */
export const limits = { name: 100, text: 20_000 };

/** What a reader wrote under an article. */
export type Response = {
  id: string;
  /** Slug of the article. */
  article: string;
  /** Place in the list under the article: a counter, since the clock of a device may be wrong. */
  order: number;
  /** Counts the changes; an edit names the revision it began with. */
  revision: number;
  name: string;
  text: string;
  written: string;
  edited?: string;
  deleted?: undefined;
};

/** What is left of a removed response, so that a stale window cannot bring it back. */
export type RemovedResponse = Pick<Response, 'id' | 'article' | 'order' | 'revision' | 'written'> & { deleted: string };

export type ResponseRecord = Response | RemovedResponse;

/** What is in a form and not kept as a response yet. */
export type Draft = {
  name: string;
  text: string;
  /** Of the response being edited. */
  revision?: number;
};

export type DraftRecord = Draft & { article: string };

/** Every store of the database with its records. */
export type Records = { responses: ResponseRecord; drafts: DraftRecord };
export type StoreName = keyof Records;

/** The field of a record that is its key. */
export const keyPaths = { responses: 'id', drafts: 'article' };

export const keyOf: { [Name in StoreName]: (record: Records[Name]) => string } = {
  responses: ({ id }) => id,
  drafts: ({ article }) => article,
};

export const isStoreName = (name: unknown): name is StoreName =>
  typeof name === 'string' && Object.hasOwn(keyPaths, name);

const guards: { [Name in StoreName]: (value: Fields) => boolean } = {
  responses: (value) =>
    isText(value.id) &&
    isText(value.article) &&
    isCount(value.order) &&
    isCount(value.revision) &&
    isTime(value.written) &&
    (value.deleted === undefined
      ? isText(value.name, limits.name) &&
        isText(value.text, limits.text) &&
        (value.edited === undefined || isTime(value.edited))
      : isTime(value.deleted)),
  drafts: (value) =>
    isText(value.article) &&
    isText(value.name, Infinity) &&
    isText(value.text, Infinity) &&
    (value.revision === undefined || isCount(value.revision)),
};

/** Whether a value may stand in a store. */
export function isSound<Name extends StoreName>(name: Name, value: unknown): value is Records[Name] {
  return typeof value === 'object' && value !== null && guards[name]({ ...value });
}

/** Whether a response is still there to be shown. */
export const isShown = (record: ResponseRecord): record is Response => record.deleted === undefined;

type Fields = { [field: string]: unknown };

const isText = (value: unknown, limit = 1000) => typeof value === 'string' && value.length <= limit;
const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0;
const isTime = (value: unknown) => isText(value, 40) && !Number.isNaN(Date.parse(String(value)));
