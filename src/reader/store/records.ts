/**
 * What the reader's database holds, and the guard each record passes whenever it is read: the device may have been
 * damaged, or another version of this app may have written there. Fields that a guard does not know are left alone.
 */

import type { Passage } from '../../text/passage.ts';

/**
 * The longest name and text of a response, note and quote of a mark, in characters; and the highest that a counter may
 * be: no reader gets there, and a file that says so leaves room for no more.
 */
export const limits = { name: 100, text: 20_000, note: 20_000, quote: 20_000, counter: 2 ** 52 };

/** The next value of an `order` or a `revision`. At its highest a counter stays, so that nothing ever stops working. */
export const nextCount = (count: number): number => Math.min(count + 1, limits.counter);

/** Ways to the editors: handed to a mail program, copied, saved as a file, and received by the publication. */
export const waysToEditors = ['mail', 'copy', 'file', 'post'] as const;
export type WayToEditors = (typeof waysToEditors)[number];

/** The last that is known of a response on its way to the editors: as it stood at that revision. */
export type Sent = { how: WayToEditors; at: string; revision: number };

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
  sent?: Sent;
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

/** Each window has its own, whose key begins with that of the form (`drafts.ts`). */
export type DraftRecord = Draft & {
  article: string;
  /** A counter over the drafts of one form: the last written has the highest. */
  order?: number;
};

/**
 * What all that a reader can carry away has in common. The clock of a device may be wrong, so `order` is a counter
 * over a store (the last touched has the highest) and `revision` counts the changes of one record.
 */
type Kept = { order: number; revision: number; changed: string };

/** What is left of something removed, so that a stale window does not bring it back. */
type Gone = Kept & { deleted: string };

/** What is known of an article even where the publication has renamed or removed it. */
export type About = {
  headline: string;
  byline?: string;
  section?: string;
  minutes?: string;
  /** Words to be read. */
  words?: number;
  lang?: string;
  dir?: 'ltr' | 'rtl';
  /** When the reader last found that the publication has no such article any more. */
  gone?: string;
};

/** An article on the reader's shelf. */
export type Saved = Kept & { article: string; about: About; deleted?: undefined };
export type SavedRecord = Saved | (Gone & { article: string });

/** How far an article has been read. `fraction` (0 to 1) is for showing only: the place is the passage. */
export type Place = Kept & {
  article: string;
  about: About;
  state: 'reading' | 'finished';
  passage: Passage;
  fraction: number;
  deleted?: undefined;
};
export type PlaceRecord = Place | (Gone & { article: string });

export const colours = ['yellow', 'green', 'blue', 'pink'] as const;
export type Colour = (typeof colours)[number];

/** A highlight, perhaps with a note (plain text). */
export type Mark = Kept & {
  id: string;
  article: string;
  about: About;
  passage: Passage;
  colour: Colour;
  note: string;
  made: string;
  deleted?: undefined;
};
export type MarkRecord = Mark | (Gone & { id: string; article: string });

/** The reader's settings; there is one record, "reading". Its values are guarded by `settings.ts`. */
export type SettingsRecord = Kept & { name: string; values: { [setting: string]: string | number | boolean } };

/**
 * Everything as it was before a restore, and what the restore then wrote, both as the texts of backup files. The `id`s
 * are in the order of the restores.
 */
export type Snapshot = { id: string; made: string; text: string; written: string };

/**
 * When removed records were first met, in days of `lived`: a clock that stands still while this app is not used and
 * takes no leaps. There is one record, "removed".
 */
export type Upkeep = { name: string; today: string; lived: number; met: { [removed: string]: number } };

/** Every store of the database with its records. */
export type Records = {
  responses: ResponseRecord;
  drafts: DraftRecord;
  saved: SavedRecord;
  places: PlaceRecord;
  marks: MarkRecord;
  settings: SettingsRecord;
  snapshots: Snapshot;
  upkeep: Upkeep;
};
export type StoreName = keyof Records;

/** The field of a record that is its key. */
export const keyPaths = {
  responses: 'id',
  drafts: 'article',
  saved: 'article',
  places: 'article',
  marks: 'id',
  settings: 'name',
  snapshots: 'id',
  upkeep: 'name',
};

export const keyOf: { [Name in StoreName]: (record: Records[Name]) => string } = {
  responses: ({ id }) => id,
  drafts: ({ article }) => article,
  saved: ({ article }) => article,
  places: ({ article }) => article,
  marks: ({ id }) => id,
  settings: ({ name }) => name,
  snapshots: ({ id }) => id,
  upkeep: ({ name }) => name,
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
    (isThere(value)
      ? isText(value.name, limits.name) &&
        isText(value.text, limits.text) &&
        (value.edited === undefined || isTime(value.edited)) &&
        (value.sent === undefined || isSent(value.sent))
      : isTime(value.deleted)),
  drafts: (value) =>
    isText(value.article) &&
    isText(value.name, Infinity) &&
    isText(value.text, Infinity) &&
    [value.revision, value.order].every((count) => count === undefined || isCount(count)),
  saved: (value) =>
    isText(value.article) && isKept(value) && (isThere(value) ? isAbout(value.about) : isTime(value.deleted)),
  places: (value) =>
    isText(value.article) &&
    isKept(value) &&
    (isThere(value)
      ? isAbout(value.about) &&
        (value.state === 'reading' || value.state === 'finished') &&
        isPassage(value.passage) &&
        isFraction(value.fraction)
      : isTime(value.deleted)),
  marks: (value) =>
    isText(value.id) &&
    isText(value.article) &&
    isKept(value) &&
    (isThere(value)
      ? isAbout(value.about) &&
        isPassage(value.passage) &&
        colours.some((colour) => colour === value.colour) &&
        isText(value.note, limits.note) &&
        isTime(value.made)
      : isTime(value.deleted)),
  settings: (value) => isText(value.name) && isKept(value) && isFields(value.values) && areSettings(value.values),
  snapshots: (value) =>
    isText(value.id) && isTime(value.made) && isText(value.text, Infinity) && isText(value.written, Infinity),
  upkeep: (value) =>
    isText(value.name) &&
    isTime(value.today) &&
    isDays(value.lived) &&
    isFields(value.met) &&
    Object.values(value.met).every(isDays),
};

/** Whether a value may stand in a store. */
export function isSound<Name extends StoreName>(name: Name, value: unknown): value is Records[Name] {
  return isFields(value) && guards[name]({ ...value });
}

/** Whether a response is still there to be shown. */
export const isShown = (record: ResponseRecord): record is Response => record.deleted === undefined;

/**
 * What is known is more than nothing; then the later revision counts, then that it was received, and the clock last:
 * that of a device may be wrong.
 */
export const rankOfSent = (sent: Sent | undefined): number[] =>
  sent ? [1, sent.revision, Number(sent.how === 'post'), Date.parse(sent.at)] : [0, 0, 0, 0];

/** By the first number in which they differ. */
export function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

type Fields = { [field: string]: unknown };

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isKept = (value: Fields) => isCount(value.order) && isCount(value.revision) && isTime(value.changed);
const isThere = (value: Fields) => value.deleted === undefined;
const isFraction = (value: unknown) => typeof value === 'number' && value >= 0 && value <= 1;
const maybe = (value: unknown) => value === undefined || isText(value);
const areSettings = (values: Fields) =>
  Object.values(values).every((value) => isText(value) || typeof value === 'boolean' || Number.isFinite(value));
const isAbout = (value: unknown) =>
  isFields(value) &&
  isText(value.headline) &&
  [value.byline, value.section, value.minutes, value.lang].every(maybe) &&
  (value.words === undefined || isCount(value.words)) &&
  (value.gone === undefined || isTime(value.gone)) &&
  [undefined, 'ltr', 'rtl'].some((dir) => dir === value.dir);
const isSent = (value: unknown) =>
  isFields(value) && waysToEditors.some((way) => way === value.how) && isTime(value.at) && isCount(value.revision);
const isPassage = (value: unknown) =>
  isFields(value) &&
  isText(value.exact, limits.quote) &&
  isText(value.prefix) &&
  isText(value.suffix) &&
  [value.start, value.end, value.block].every(isCount);

const isText = (value: unknown, limit = 1000) => typeof value === 'string' && value.length <= limit;
const isCount = (value: unknown) =>
  Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= limits.counter;
const isDays = (value: unknown) => Number.isFinite(value) && Number(value) >= 0;

/** A date and a time with its zone (RFC 3339), as all times in records are. */
export const isTime = (value: unknown): boolean =>
  isText(value, 40) &&
  /^(?:[+-]\d{2})?\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/.test(String(value)) &&
  !Number.isNaN(Date.parse(String(value)));
