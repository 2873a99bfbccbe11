/** Sound records of every kind, for tests of what is kept. */
import type { Mark, Place, Response, Saved, SettingsRecord } from '../../src/reader/store/records.ts';
import type { Passage } from '../../src/text/passage.ts';

const about = { headline: 'Faith and unity', byline: 'By Amna Khan', section: 'Essays', minutes: '7 minutes' };
const kept = { order: 1, revision: 1, changed: '2026-05-03T09:00:00.000Z' };

export const passage = (more: Partial<Passage> = {}): Passage => ({
  exact: 'a river does not hurry',
  prefix: 'It is said that ',
  suffix: ', and is never late.',
  start: 120,
  end: 142,
  block: 3,
  ...more,
});

export const saved = (article: string, more: Partial<Saved> = {}): Saved => ({ ...kept, article, about, ...more });

export const place = (article: string, more: Partial<Place> = {}): Place => ({
  ...kept,
  article,
  about,
  state: 'reading',
  passage: passage(),
  fraction: 0.4,
  ...more,
});

export const mark = (id: string, more: Partial<Mark> = {}): Mark => ({
  ...kept,
  id,
  article: 'unity',
  about,
  passage: passage(),
  colour: 'yellow',
  note: '',
  made: '2026-05-03T09:00:00.000Z',
  ...more,
});

export const response = (id: string, more: Partial<Response> = {}): Response => ({
  id,
  article: 'unity',
  order: 1,
  revision: 1,
  name: 'Amna',
  text: 'Well said.',
  written: '2026-05-03T09:00:00.000Z',
  ...more,
});

export const settings = (values: SettingsRecord['values'], more: Partial<SettingsRecord> = {}): SettingsRecord => ({
  ...kept,
  name: 'reading',
  values,
  ...more,
});

/** What is left of a record of any kind. */
export const removed = <Key extends { id: string; article: string } | { article: string }>(
  key: Key,
  more: Partial<typeof kept> & { deleted?: string } = {},
) => ({
  ...kept,
  revision: 2,
  deleted: '2026-05-04T09:00:00.000Z',
  ...more,
  ...key,
});
