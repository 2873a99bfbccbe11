/** What the press reports of dates. */
import { describe, expect, it } from 'vitest';
import { article, articleWith, type Case, contentFolder, expectEach, read } from './content-folder.ts';

const rain = 'articles/rain.json';
const sun = 'articles/sun.json';
const published = (date: string) => articleWith({ published: date });

const cases: Case[] = [
  ...['2025-02-30', '0000', '0000-01-01', '9999-12-31', '2025-1-5', '2025-12-31T25:00:00Z', 'yesterday'].map(
    (date) => ({
      name: `the date ${date}`,
      files: { [rain]: published(date) },
      code: 'A209',
      at: `${rain}:7:16`,
      says: `"published" is not a date: got "${date}". Write 2025-12-31 or 2025-12-31T09:00:00Z.`,
    }),
  ),
  {
    name: 'a date in another order',
    files: { [rain]: published('31/12/2025') },
    code: 'A209',
    at: `${rain}:7:16`,
    says: '"published" is not a date: got "31/12/2025". Write 2025-12-31.',
  },
  {
    name: 'updated before it was published',
    files: { [rain]: articleWith({ updated: '2026-02-28' }) },
    code: 'A308',
    at: `${rain}:11:14`,
    says: '"updated" is before "published": "2026-02-28" is earlier than "2026-03-01".',
  },
  {
    name: 'corrected before it was published',
    files: { [rain]: articleWith({ corrections: [{ date: '2026-02-01', note: 'A name.' }] }) },
    code: 'A308',
    at: `${rain}:13:15`,
    says: '"date" is before "published"',
  },
  {
    name: 'a date in the future',
    files: { [sun]: published('2026-06-02') },
    code: 'W510',
    at: `${sun}:7:16`,
    says: '"2026-06-02" is in the future: the article is not in the built site until then.',
  },
  {
    name: 'a date-time without its offset',
    files: { [rain]: published('2026-03-01T09:00:00') },
    code: 'A211',
    at: `${rain}:7:16`,
    says: 'has a time without an offset: got "2026-03-01T09:00:00". Add Z or an offset',
  },
  {
    name: 'an article without a date',
    files: { [rain]: { ...article, published: undefined } },
    code: 'W509',
    at: `${rain}:1:1`,
    says: 'the article is undated and listed last',
  },
];

describe('dates', () => {
  expectEach(cases);

  it('takes a plain date as a day of the publication, whatever the time in Greenwich', async () => {
    const folder = contentFolder({ [sun]: published('2026-06-02') });
    const { content } = await read(folder, { now: new Date('2026-06-01T19:00:00Z') });
    expect([...content!.articles.keys()]).toEqual(['rain', 'sun']);
  });
});
