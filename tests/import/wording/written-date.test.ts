/** Dates from life, in the spellings that blogs, feeds and exports use. */
import { describe, expect, test } from 'vitest';
import { countedDate, writtenDate } from '../../../src/import/wording/written-date.ts';

describe('a date', () => {
  test.each([
    ['2016-03-23', '2016-03-23'],
    ['2016/03/23', '2016-03-23'],
    ['2014-03-12T10:11:00-04:00', '2014-03-12T10:11:00-04:00'],
    ['2016-03-23 09:00 EDT', '2016-03-23T09:00:00-04:00'],
    ['2010-01-10 13:07:09 +00:00', '2010-01-10T13:07:09+00:00'],
    ['2017-02-05 8:05:00 +0530', '2017-02-05T08:05:00+05:30'],
    ['2025-12-31T09:00Z', '2025-12-31T09:00:00Z'],
    ['2025-12-31T09:00:00.123456Z', '2025-12-31T09:00:00.123456Z'],
    ['20031231T101414Z', '2003-12-31T10:14:14Z'],
    ['20031231', '2003-12-31'],
    ['Thu, 01 Jan 2004 19:48:21 GMT', '2004-01-01T19:48:21Z'],
    ['Thu,  1 Jan 04 19:48 EST', '2004-01-01T19:48:00-05:00'],
    ['01 Jan 1998 19:48:21 -0000', '1998-01-01T19:48:21Z'],
    ['Sun, 06 Sep 2009 16:20 GMT+1', '2009-09-06T16:20:00+01:00'],
    ['Thu Jan  1 19:48:21 UTC 2004', '2004-01-01T19:48:21Z'],
    ['Mon, 26 June 2017 12:00:00 +0000 (Coordinated Universal Time)', '2017-06-26T12:00:00+00:00'],
    ['April 9, 2014', '2014-04-09'],
    ['Sept. 3rd, 2014', '2014-09-03'],
    ['9 April 2014', '2014-04-09'],
    ['Jan 2, 2020 3:04pm PST', '2020-01-02T15:04:00-08:00'],
    ['Jan 2, 2020 at 12:04 a.m. UTC', '2020-01-02T00:04:00Z'],
  ])('written %j is %s', (written, date) => {
    expect(writtenDate(written)?.date).toBe(date);
  });

  test.each([
    ['2025-1-5', '2025-01-05', '"2025-1-5" became 2025-01-05'],
    ['2010-01-10 13:07:09', '2010-01-10', 'its time has no zone, so "2010-01-10 13:07:09" became 2010-01-10'],
    ['2010-01-10 13:07 XYZ', '2010-01-10', 'the zone "XYZ" is not known, so "2010-01-10 13:07 XYZ" became 2010-01-10'],
    ['2010-01-10 25:07Z', '2010-01-10', 'its time could not be read, so "2010-01-10 25:07Z" became 2010-01-10'],
  ])('written %j is %s and told', (written, date, told) => {
    expect(writtenDate(written)).toEqual({ date, told });
  });

  test.each([
    '',
    'soon',
    '2025-02-30',
    '31/12/2025',
    '2025',
    '2025-12',
    '<%= new Date() %>',
    `2025-01-01${' '.repeat(200)}x`,
  ])('is not found in %j', (written) => {
    expect(writtenDate(written)).toBeUndefined();
  });

  test.each([
    ['1600322788', '2020-09-17T06:06:28Z'],
    [1_600_322_788_000, '2020-09-17T06:06:28Z'],
    [1_388_166_091_644_000, '2013-12-27T17:41:31.644Z'],
    ['0', undefined],
    ['', undefined],
    [Infinity, undefined],
  ])('counted %j is %s', (count, date) => {
    expect(countedDate(count)).toBe(date);
  });
});
