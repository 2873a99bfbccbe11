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

describe('what waits for its date', () => {
  const due = async (files: Record<string, unknown>, options = {}) =>
    (await read(contentFolder(files), options)).nextDue;

  it.each([
    ['a day, which begins in the zone of the publication', '2026-12-24', '2026-12-24T00:00+05:00'],
    ['a moment there', '2026-12-24T06:00:00+05:00', '2026-12-24T06:00+05:00'],
    ['a moment elsewhere', '2026-12-24T06:00:00Z', '2026-12-24T11:00+05:00'],
    ['a moment with seconds', '2026-12-24T06:00:07Z', '2026-12-24T11:00:07+05:00'],
  ])('is due at %s, and is there from that moment on', async (_, date, moment) => {
    const folder = contentFolder({ [sun]: published(date) });
    const before = await read(folder);
    expect([before.nextDue, before.content!.articles.has('sun')]).toEqual([moment, false]);
    const earlier = await read(folder, { now: new Date(Date.parse(moment) - 1) });
    expect([earlier.nextDue, earlier.content!.articles.has('sun')]).toEqual([moment, false]);
    const then = await read(folder, { now: new Date(moment) });
    expect([then.nextDue, then.content!.articles.has('sun')]).toEqual([undefined, true]);
  });

  it('is told of the first of several, by the instant', async () => {
    const files = {
      [sun]: published('2026-12-24'),
      'articles/snow.json': published('2026-12-23T20:00:00+01:00'),
      'articles/wind.json': published('2026-12-23T23:00:00Z'),
    };
    // Both begin at 19:00 in Greenwich.
    expect(await due(files)).toBe('2026-12-24T00:00+05:00');
    expect(await due({ ...files, [sun]: published('2027-01-01'), 'articles/snow.json': published('2027-01-01') })).toBe(
      '2026-12-24T04:00+05:00',
    );
  });

  it('is never a draft, a change or a correction of what is published', async () => {
    expect(await due({ [sun]: articleWith({ published: '2026-12-24', draft: true }) })).toBeUndefined();
    expect(await due({ [sun]: articleWith({ updated: '2026-12-24' }) })).toBeUndefined();
    const corrections = [{ date: '2026-12-24', note: 'A name.' }];
    expect(await due({ [sun]: articleWith({ corrections }) })).toBeUndefined();
    expect(await due({})).toBeUndefined();
  });
});
