/**
 * The format of a backup file, as a JSON Schema (draft 7): `public/schemas/backup.schema.json` is this. One file holds
 * everything that is the reader's own. A record that has been removed is a trace, with `deleted` in place of its text.
 */
import type { Passage } from '../../text/passage.ts';
import {
  type About,
  colours,
  limits,
  type Mark,
  type Place,
  type Records,
  type Response,
  type Sent,
  waysToEditors,
} from '../store/records.ts';
import type { Shape } from './shape.ts';

export const formatName = 'broadsheet-backup';
export const formatVersion = 1;

/** Bytes of a file, records in it, characters of its deepest texts: more than any reader has, less than does harm. */
export const backupLimits = { bytes: 50 * 1024 * 1024, records: 100_000 };

/** The stores that a backup holds, in the order in which they stand in it. */
export const kinds = ['drafts', 'marks', 'places', 'responses', 'saved', 'settings'] as const;
export type RecordKind = (typeof kinds)[number];

export type BackupRecords = { [Name in RecordKind]: Records[Name][] };

/** `publication` is the address of the publication, such as "https://example.org/paper/". */
export type BackupContent = { publication: string; records: BackupRecords };

const text = (maxLength: number, description?: string): Shape => ({
  ...(description && { description }),
  type: 'string',
  maxLength,
});
const time: Shape = { type: 'string', format: 'date-time', maxLength: 40 };
const counter: Shape = { type: 'integer', minimum: 0, maximum: limits.counter };
const slug = text(1000, 'The slug of the article.');

/** Every field has its shape, and the fields named are those that may be missing. */
const fields = <Fields>(
  properties: { [Name in keyof Required<Fields>]: Shape },
  optional: readonly (keyof Fields)[] = [],
  description?: string,
): Shape => ({
  ...(description && { description }),
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.some((each) => each === name)),
});

const about = fields<About>(
  {
    headline: text(1000),
    byline: text(1000),
    section: text(1000),
    minutes: text(1000),
    words: counter,
    lang: text(1000),
    dir: { enum: ['ltr', 'rtl'] },
    gone: time,
  },
  ['byline', 'section', 'minutes', 'words', 'lang', 'dir', 'gone'],
  'What is known of the article, even where the publication has removed it since.',
);

const passage = fields<Passage>(
  {
    exact: text(limits.quote),
    prefix: text(1000),
    suffix: text(1000),
    start: counter,
    end: counter,
    block: counter,
  },
  [],
  'Words of the article, as TextQuoteSelector and TextPositionSelector of W3C Web Annotation, and the number of their block.',
);

/** Counters and not the clock say which of two versions of a record is the later. */
const kept = { order: counter, revision: counter, changed: time };

const perhapsRemoved = (there: Shape, removed: Shape): Shape => ({
  if: { required: ['deleted'] },
  // oxlint-disable-next-line unicorn/no-thenable -- a word of JSON Schema
  then: removed,
  else: there,
});

const shapes: { [Name in RecordKind]: Shape } = {
  drafts: fields<Records['drafts']>(
    {
      article: text(1000, 'The slug of the article and the window, with the response being edited between them.'),
      name: { type: 'string' },
      text: { type: 'string' },
      revision: counter,
      order: counter,
    },
    ['revision', 'order'],
    'What was in a form and not kept as a response yet.',
  ),
  marks: perhapsRemoved(
    fields<Omit<Mark, 'deleted'>>(
      {
        id: text(1000),
        article: slug,
        ...kept,
        about,
        passage,
        colour: { enum: colours },
        note: text(limits.note, 'Plain text.'),
        made: time,
      },
      [],
      'A highlight, perhaps with a note.',
    ),
    fields({ id: text(1000), article: slug, ...kept, deleted: time }),
  ),
  places: perhapsRemoved(
    fields<Omit<Place, 'deleted'>>(
      {
        article: slug,
        ...kept,
        about,
        state: { enum: ['reading', 'finished'] },
        passage,
        fraction: { type: 'number', minimum: 0, maximum: 1 },
      },
      [],
      'How far an article has been read.',
    ),
    fields({ article: slug, ...kept, deleted: time }),
  ),
  responses: perhapsRemoved(
    fields<Omit<Response, 'deleted'>>(
      {
        id: text(1000),
        article: slug,
        order: counter,
        revision: counter,
        name: text(limits.name),
        text: text(limits.text, 'Plain text.'),
        written: time,
        edited: time,
        sent: fields<Sent>(
          { how: { enum: waysToEditors }, at: time, revision: counter },
          [],
          'The last that is known of it on its way to the editors, as it stood at that revision; "post": they received it.',
        ),
      },
      ['edited', 'sent'],
      'What the reader wrote under an article.',
    ),
    fields({ id: text(1000), article: slug, order: counter, revision: counter, written: time, deleted: time }),
  ),
  saved: perhapsRemoved(
    fields({ article: slug, ...kept, about }, [], 'An article on the shelf.'),
    fields({ article: slug, ...kept, deleted: time }),
  ),
  settings: fields<Records['settings']>({
    name: text(1000),
    ...kept,
    values: {
      type: 'object',
      propertyNames: { pattern: '^[A-Za-z][A-Za-z0-9_.-]{0,39}$' },
      additionalProperties: { anyOf: [text(1000), { type: 'boolean' }, { type: 'number' }] },
    },
  }),
};

/** The shape of one record. */
export const shapeOf = (kind: RecordKind): Shape => shapes[kind];

export const backupSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'A backup of what a reader keeps on a device',
  type: 'object',
  properties: {
    $schema: { type: 'string' },
    format: { const: formatName },
    version: { const: formatVersion },
    publication: { description: 'The address of the publication.', type: 'string' },
    records: {
      type: 'object',
      properties: Object.fromEntries(kinds.map((kind) => [kind, { type: 'array', items: shapes[kind] }])),
    },
  },
  required: ['format', 'version', 'publication', 'records'],
} as const;
